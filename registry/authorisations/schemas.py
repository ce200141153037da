"""What this room tells; what makes an authorisation is asked where it is decided."""

from typing import Any

from flask import g, url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def page_of(line: dict[str, Any]) -> str:
    return url_for("authorisations.authorisation", word=line["ref"])


def decision_of(line: dict[str, Any]) -> str | None:
    return line["decision_ref"] and url_for("decisions.decision", word=line["decision_ref"])


def interest_of(line: dict[str, Any]) -> str | None:
    """Where the interest is, for those who may read it."""
    may = line["interest_public"] or g.account.may("interests.read_private", scope=line["person_ref"])
    return url_for("interests.interest", word=line["interest_ref"]) if line["interest_ref"] and may else None


class AuthorisationRow(Row):
    name = fields.String(metadata={"label": "Director", "link": "href"})
    situation = fields.String(metadata={"label": "What is authorised"})
    conditions = fields.String(metadata={"label": "On what conditions"})
    since = fields.Date(metadata={"label": "From"})
    review_due = fields.Date(metadata={"label": "Review due"})
    last_day = fields.Date(metadata={"label": "Last day"})
    status = fields.String(metadata={"tag": True})
    decision = fields.String(metadata={"label": "By decision", "link": "decision_href"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(page_of, metadata=HIDDEN)
    decision_href = fields.Function(decision_of, metadata=HIDDEN)


class OneOfSeveralRow(AuthorisationRow):
    """An authorisation where it is plain whose it is."""

    class Meta(AuthorisationRow.Meta):
        exclude = ("name", "conditions")

    situation = fields.String(metadata={"label": "What is authorised", "link": "href"})


class AuthorisationPage(AuthorisationRow):
    class Meta(AuthorisationRow.Meta):
        fields = (
            "name", "situation", "covers", "conditions", "since", "review_due", "last_day", "status", "decision",
            "not_counted", "title", "ref", "rev", "person_href", "decision_href", "interest_href", "holds",
        )  # fmt: skip

    title = fields.String(metadata=HIDDEN)
    name = fields.String(metadata={"label": "Director", "link": "person_href"})
    situation = fields.String(metadata={"label": "The situation"})
    covers = fields.String(metadata={"label": "What the director may do"})
    not_counted = fields.List(fields.String(), metadata={"label": "Interested too, and not counted"})
    rev = fields.Integer(metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("people.person", word=line["person_ref"]), metadata=HIDDEN)
    interest_href = fields.Function(interest_of, metadata=HIDDEN)
    holds = fields.Boolean(metadata=HIDDEN)
