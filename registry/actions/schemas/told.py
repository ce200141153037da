"""What the log of actions tells."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def _at(line: dict[str, Any]) -> str:
    return url_for("actions.action", word=line["ref"])


def _source(line: dict[str, Any]) -> str | None:
    """Where it was agreed."""
    if line["meeting_ref"]:
        return url_for("meetings.meeting", word=line["meeting_ref"])
    return url_for("decisions.decision", word=line["decision_ref"]) if line["decision_ref"] else None


class ShortRow(Row):
    """An action where its body is plain: on the page of a meeting, and among its papers."""

    number = fields.String(metadata={"link": "href"})
    what = fields.String(metadata={"label": "To do"})
    owner = fields.String(metadata={"label": "Who"})
    by_when = fields.String(metadata={"label": "By"})
    state = fields.String(metadata={"tag": True})
    last = fields.String(metadata={"label": "How far it has come"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(_at, metadata=HIDDEN)


class ActionRow(ShortRow):
    """A line of the action log, with all that one is asked for."""

    class Meta(ShortRow.Meta):
        fields = (
            "number", "body", "where", "what", "owner", "others", "by_when", "state", "last", "closed",
            "agreed", "due", "steps", "why", "ref", "owner_ref", "href", "where_href", "owner_href",
        )  # fmt: skip

    body = fields.String()
    where = fields.String(metadata={"label": "Agreed at", "link": "where_href"})
    owner = fields.String(metadata={"label": "Who", "link": "owner_href"})
    others = fields.List(fields.String(), metadata={"label": "With"})
    closed = fields.Date(metadata={"label": "Closed on"})
    agreed, due = fields.Date(metadata=HIDDEN), fields.Date(metadata=HIDDEN)
    steps = fields.List(fields.String(), metadata=HIDDEN)
    why = fields.String(metadata=HIDDEN)
    owner_ref = fields.String(metadata=HIDDEN)
    where_href = fields.Function(_source, metadata=HIDDEN)
    owner_href = fields.Function(lambda line: url_for("actions.of", word=line["owner_ref"]), metadata=HIDDEN)


class ActionPage(ActionRow):
    class Meta(ActionRow.Meta):
        fields = (
            "title", "number", "body", "where", "agreed", "what", "owner", "others", "by_when", "due", "state",
            "closed", "why", "steps", "ref", "rev", "owner_ref", "where_href", "owner_href",
        )  # fmt: skip

    title = fields.Function(lambda line: f"Action {line['number']}", metadata=HIDDEN)
    number = fields.String(metadata=HIDDEN)
    agreed = fields.Date(metadata={"label": "Agreed on"})
    why = fields.String(metadata={"label": "What shows it, or why"})
    steps = fields.List(fields.String(), metadata={"label": "How far it has come"})
    rev = fields.Integer(metadata=HIDDEN)


class OwnPage(Row):
    """What whoever comes by a link is told: of one action, and of nothing else."""

    title = fields.Constant("How far has it come?", metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name"})
    number = fields.String(metadata={"label": "Action"})
    body = fields.String(metadata={"label": "Agreed by"})
    agreed = fields.Date(metadata={"label": "On"})
    what = fields.String(metadata={"label": "To do"})
    others = fields.List(fields.String(), metadata={"label": "With"})
    by_when = fields.String(metadata={"label": "By"})
    steps = fields.List(fields.String(), metadata={"label": "How far it has come"})
    closed = fields.Date(metadata={"label": "Closed on"})
    last_day = fields.Date(metadata=HIDDEN)
