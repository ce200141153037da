"""What this room tells of conflicts, and of meetings."""

from typing import Any

from flask import url_for
from marshmallow import fields

from registry.forms import Row

HIDDEN = {"hidden": True}


def _plan(line: dict[str, Any]) -> str:
    return url_for("conflicts.plan", word=line["meeting_ref"])


class ConflictRow(Row):
    """Somebody whose interests an item touches, and what became of it."""

    number = fields.Integer(metadata={"label": "Item"})
    name = fields.String(metadata={"label": "Whose", "link": "href"})
    grade = fields.String(metadata={"label": "How sure", "tag": True})
    reasons = fields.List(fields.String(), metadata={"label": "Why"})
    state = fields.String(metadata={"label": "What was made of it"})
    answer = fields.String(metadata={"label": "Asked before the meeting"})
    ruling = fields.String(metadata={"label": "How it is handled"})
    declared = fields.Date(metadata={"label": "Declared at the meeting"})
    ref = fields.String(metadata=HIDDEN)
    person_ref = fields.String(metadata=HIDDEN)
    confirmed = fields.Boolean(metadata=HIDDEN)
    dismissed = fields.Boolean(metadata=HIDDEN)
    minute = fields.String(metadata=HIDDEN)
    href = fields.Function(
        lambda line: url_for("conflicts.conflict", word=line["ref"]) if line["ref"] else _plan(line), metadata=HIDDEN
    )


class ShortRow(ConflictRow):
    """The same where there is little room: on the page of the meeting."""

    class Meta(ConflictRow.Meta):
        exclude = ("answer", "declared", "minute")


class RegisterRow(ConflictRow):
    """A conflict that was handled, in the register of all of them."""

    class Meta(ConflictRow.Meta):
        fields = (
            "meeting", "number", "title", "name", "grade", "reasons", "state", "ruling", "ref", "href", "meeting_href",
        )  # fmt: skip

    meeting = fields.String(metadata={"link": "meeting_href"})
    title = fields.String(metadata={"label": "What it is about"})
    meeting_href = fields.Function(_plan, metadata=HIDDEN)


class OfPersonRow(ConflictRow):
    """The same where it is plain whose it is."""

    class Meta(ConflictRow.Meta):
        fields = ("meeting", "number", "title", "reasons", "state", "ruling", "ref", "meeting_href")

    meeting = fields.String(metadata={"link": "meeting_href"})
    title = fields.String(metadata={"label": "What it is about"})
    meeting_href = fields.Function(_plan, metadata=HIDDEN)


class UndeclaredRow(ConflictRow):
    """An interest that the registers had and that was not declared at the meeting."""

    class Meta(ConflictRow.Meta):
        fields = ("meeting", "number", "name", "grade", "reasons", "state", "ref", "href", "meeting_href")

    meeting = fields.String(metadata={"link": "meeting_href"})
    meeting_href = fields.Function(_plan, metadata=HIDDEN)


class AskedRow(ConflictRow):
    """What somebody is asked of an item that touches their own interests."""

    class Meta(ConflictRow.Meta):
        fields = ("meeting", "number", "title", "reasons", "answer", "ref", "href")

    meeting = fields.String()
    title = fields.String(metadata={"label": "What it is about", "link": "href"})
    href = fields.Function(lambda line: url_for("conflicts.answer", word=line["ref"]), metadata=HIDDEN)


class RemedyRow(Row):
    text = fields.String(metadata={"label": "What may still be done"})
    authority = fields.String()


class PlannedItemRow(Row):
    """An item, its quorum without those who are kept out of it, and the conflicts it raises."""

    number = fields.Integer(metadata={"label": "Item"})
    title = fields.String()
    purpose = fields.Function(lambda item: f"To {item['purpose']}")
    quorum = fields.String()
    quorate = fields.Boolean()
    worst = fields.String(metadata={"label": "If all is confirmed"})
    remedies = fields.List(fields.Nested(RemedyRow), metadata={"label": "What may still be done"})
    conflicts = fields.List(fields.Nested(ConflictRow))


class PlanPage(Row):
    title = fields.Function(lambda plan: f"Conflicts: {plan['meeting']}", metadata=HIDDEN)
    meeting = fields.String(metadata={"link": "meeting_href"})
    on = fields.Date(metadata={"label": "Day"})
    to_handle = fields.Integer(metadata={"label": "Found, still to be confirmed or dismissed"})
    items = fields.List(fields.Nested(PlannedItemRow), metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = fields.Function(lambda plan: url_for("meetings.meeting", word=plan["ref"]), metadata=HIDDEN)


class ConflictPage(ConflictRow):
    class Meta(ConflictRow.Meta):
        fields = (
            "title", "meeting", "item", "name", "grade", "reasons", "state", "answer", "declared", "ruling", "minute",
            "ref", "rev", "meeting_href", "person_href",
        )  # fmt: skip

    title = fields.Function(lambda line: f"{line['name']}, item {line['number']}", metadata=HIDDEN)
    meeting = fields.String(metadata={"link": "meeting_href"})
    item = fields.Function(lambda line: f"{line['number']}. {line['title']}")
    name = fields.String(metadata={"label": "Whose", "link": "person_href"})
    minute = fields.String(metadata={"label": "As the minutes put it"})
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = fields.Function(_plan, metadata=HIDDEN)
    person_href = fields.Function(lambda line: url_for("interests.person", word=line["person_ref"]), metadata=HIDDEN)


class TopicRow(Row):
    """A topic of business, whom of a body it touches, and what quorum would be left without them."""

    topic = fields.Function(lambda line: f"{line['topic'][0].upper()}{line['topic'][1:]}")
    people = fields.List(fields.String(), metadata={"label": "Whose interests it touches"})
    left = fields.Integer(metadata={"label": "Left to decide"})
    of = fields.Integer(metadata={"label": "Of"})
    quorum = fields.String()
