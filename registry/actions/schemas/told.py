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


def _who(line: dict[str, Any]) -> str:
    """Who has it, and with whom."""
    return f"{line['owner']}, with {', '.join(line['others'])}" if line["others"] else line["owner"]


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
    """A line of the log on the screen."""

    class Meta(ShortRow.Meta):
        fields: tuple[str, ...] = (
            "number", "body", "where", "what", "who", "by_when", "state", "last", "owner", "others",
            "agreed", "due", "closed", "steps", "why", "ref", "owner_ref", "href", "where_href", "owner_href",
        )  # fmt: skip

    body = fields.String()
    where = fields.String(metadata={"label": "Agreed at", "link": "where_href"})
    who = fields.Function(_who, metadata={"link": "owner_href"})
    owner, why, owner_ref = (fields.String(metadata=HIDDEN) for _ in range(3))
    others = fields.List(fields.String(), metadata=HIDDEN)
    steps: fields.Field[Any] = fields.List(fields.String(), metadata=HIDDEN)
    agreed, due, closed = (fields.Date(metadata=HIDDEN) for _ in range(3))
    where_href = fields.Function(_source, metadata=HIDDEN)
    owner_href = fields.Function(lambda line: url_for("actions.of", word=line["owner_ref"]), metadata=HIDDEN)


class ActionLogRow(ActionRow):
    """The same on paper, with all that became of it."""

    class Meta(ActionRow.Meta):
        fields = ("number", "body", "where", "what", "who", "by_when", "state", "steps", "closed")

    who = fields.Function(_who)
    steps = fields.Function(lambda line: "; ".join(line["steps"]), metadata={"label": "How far it has come"})
    closed = fields.Date()


class ActionPage(ActionRow):
    class Meta(ActionRow.Meta):
        fields = (
            "title", "number", "body", "where", "agreed", "what", "owner", "others", "by_when", "due", "state",
            "closed", "why", "steps", "ref", "rev", "owner_ref", "where_href", "owner_href",
        )  # fmt: skip

    title = fields.Function(lambda line: f"Action {line['number']}", metadata=HIDDEN)
    number = fields.String(metadata=HIDDEN)
    agreed = fields.Date(metadata={"label": "Agreed on"})
    owner = fields.String(metadata={"label": "Who", "link": "owner_href"})
    others = fields.List(fields.String(), metadata={"label": "With"})
    closed = fields.Date(metadata={"label": "Closed on"})
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
