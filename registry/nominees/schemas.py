from typing import Any

from flask import g, url_for
from marshmallow import fields
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.forms import Form, Of, Row
from registry.members.schemas import SOME_SHARES, leading_to, names_today
from registry.practices.models import Practice

HOW_MANY = {"label": "Number of shares", "hint": "Leave blank if all on the account are held for this practice."}


def practice_name(practice: Practice) -> str:
    return f"{names_today(practice)} ({practice.code})"


def practices() -> Any:
    return select(Practice).options(selectinload(Practice.particulars))


def APracticeNamed(**more: Any) -> Of:
    return Of(Practice, shows=practice_name, among=practices, **more)


class NominateForm(Form):
    practice = APracticeNamed(required=True, metadata={"label": "Practice the shares are held for"})
    since = fields.Date(required=True, metadata={"label": "Held for it since"})
    shares = fields.Integer(load_default=None, validate=SOME_SHARES, metadata=HOW_MANY)


class ApportionForm(Form):
    shares = fields.Integer(required=True, validate=SOME_SHARES, metadata={"label": "Number of shares"})


class EndForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day no longer held for it"})


class CorrectForm(Form):
    practice = APracticeNamed(required=True, metadata={"label": "Right practice"})
    since = fields.Date(required=True, metadata={"label": "Right first day"})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class NomineeRow(Row):
    """A practice and who holds shares for it: a paper of the federation's own, and no part of the register."""

    practice = fields.String(metadata={"link": "practice_href"})
    code = fields.String(metadata={"label": "ODS code"})
    name = fields.String(metadata={"label": "Nominee", "link": "href"})
    folio = fields.Integer()
    since = fields.Date(metadata={"label": "Nominee since"})
    shares = fields.Integer(metadata={"label": "Shares held for it"})
    classes = fields.List(fields.String(), metadata={"hidden": True})
    ref = fields.String(metadata={"hidden": True})
    href = leading_to("members.member", "member")
    practice_href = leading_to("practices.practice", "code")


class NominationRow(NomineeRow):
    ended = fields.Date(metadata={"label": "First day no longer"})
    change = fields.Function(lambda line: change(line)[0], metadata={"label": "", "link": "change_href"})
    change_href = fields.Function(lambda line: change(line)[1], metadata={"hidden": True})


class HeldForItRow(NominationRow):
    class Meta:
        fields = ("name", "folio", "since", "ended", "shares", "ref", "href", "change", "change_href")


class HeldForRow(NominationRow):
    class Meta:
        fields = ("practice", "code", "since", "ended", "shares", "ref", "practice_href", "change", "change_href")


def change(line: dict[str, Any]) -> tuple[str, str | None]:
    """Where a nomination is looked at, to be ended or put right."""
    if not g.account.may("nominees.end"):
        return "", None
    return "Change", url_for("nominees.nomination", word=line["ref"])


class NominationPage(NomineeRow):
    title = fields.Function(lambda line: f"{line['practice']}, folio {line['folio']}", metadata={"hidden": True})
    was = fields.String(metadata={"label": "Nominated by, as it then was"})
    ended = fields.Date(metadata={"label": "First day no longer"})
    rev = fields.Integer(metadata={"hidden": True})


class StoodForRow(Row):
    """A practice on the page of whoever holds shares for it."""

    practice = fields.String(metadata={"link": "href"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(lambda line: url_for("practices.practice", word=line["ref"]), metadata={"hidden": True})
