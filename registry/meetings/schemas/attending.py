"""What is asked and told of those who came."""

from typing import Any

from flask import url_for
from marshmallow import ValidationError, fields, post_load, validates_schema
from marshmallow.validate import OneOf
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry import clock
from registry.answers import MISSING
from registry.forms import Form, Lines, Of, Row
from registry.meetings import keys
from registry.meetings.models import RIGHTS, WAYS_TO_ATTEND, Meeting
from registry.meetings.schemas.items import APersonNamed
from registry.members.models import Member

HIDDEN = {"hidden": True}


def readable(typed: str) -> None:
    """Whether a line can be read as keys; raises ValidationError if it cannot."""
    try:
        keys.read(typed)
    except ValueError as mistake:
        raise ValidationError(str(mistake)) from None


def to_come() -> Select[Meeting]:
    stands = Meeting.on >= clock.today(), Meeting.cancelled.is_(None)
    return select(Meeting).where(*stands).options(joinedload(Meeting.body))


class AttendanceForm(Form):
    """How a person attended the meeting or, where an item's number is given, that item alone.

    A line that a page `offered` of its own accord tells nothing until it has a mark.
    """

    person = APersonNamed(required=True)
    mark = fields.String(load_default="", validate=readable, metadata={"label": "Attended", "width": 20})
    how = fields.String(load_default="", validate=OneOf(WAYS_TO_ATTEND, [way.capitalize() for way in WAYS_TO_ATTEND]))
    reason = fields.String(load_default="", metadata={"label": "Reason"})
    item = fields.Integer(load_default=None, metadata={"kind": "hidden"})
    offered = fields.Boolean(load_default=False, metadata={"kind": "hidden"})

    @validates_schema
    def has_a_mark(self, told: dict[str, Any], **_: Any) -> None:
        if not (told["mark"] or told["offered"]):
            raise ValidationError({"mark": [MISSING.format(label="Attended")]})


class RecordAttendanceForm(Form):
    lines = Lines(
        AttendanceForm,
        required=True,
        metadata={
            "label": "Attendance",
            "hint": (
                "P is present, A absent, E apologies. Then what differs, by the number of the item: P L3 R5 left "
                "before item 3 and returned for item 5; P L3@14:20 R5@14:35 says when; P4 alone came for item 4."
            ),
        },
    )

    @post_load
    def leave_out_who_has_no_mark(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        marked = [line for line in told["lines"] if line["mark"]]
        if not marked:
            raise ValidationError({"lines": ["Nobody is marked yet."]})
        return {"lines": [{name: said for name, said in line.items() if name != "offered"} for line in marked]}


class ApologiseForm(Form):
    meeting = Of(Meeting, required=True, shows=lambda meeting: meeting.called, among=to_come)
    reason = fields.String(load_default="")
    comes_after_all = fields.Boolean(
        load_default=False,
        metadata={"label": "Can come after all", "hint": "Apologies that were sent before are then withdrawn."},
    )


class TakeChairForm(Form):
    person = APersonNamed(required=True, metadata={"label": "Who took the chair"})
    item = fields.Integer(
        load_default=None, metadata={"label": "For item number only", "hint": "Blank for the meeting."}
    )
    reason = fields.String(
        load_default="",
        metadata={"hint": "If it is not the chair: ten minutes late, away, or stood down for a conflict."},
    )


class RepresentForm(Form):
    person = APersonNamed(required=True, metadata={"label": "Who came"})
    member = Of(Member, required=True, shows=lambda member: member.called, metadata={"label": "For the member"})
    right = fields.String(required=True, validate=OneOf(RIGHTS, [right.capitalize() for right in RIGHTS]))


class CellRow(Row):
    """How somebody attended a meeting: the key, and the word that it stands for."""

    key = fields.String()
    word = fields.String()


class ItemCellRow(CellRow):
    """How somebody attended one item; whether she was counted for its quorum and, if not, why."""

    item = fields.Integer()
    counted = fields.Boolean()
    why = fields.String()


class PersonRow(Row):
    name = fields.String(metadata={"label": "Person", "link": "href"})
    seats = fields.List(fields.String(), metadata={"label": "Seat"})
    href = fields.Function(lambda line: url_for("people.person", word=line["person"]), metadata=HIDDEN)


class GridRow(PersonRow):
    class Meta(PersonRow.Meta):
        fields = ("name", "seats", "attended", "how", "comes_as", "reason", "cells", "href")

    attended = fields.String()
    how = fields.String()
    comes_as = fields.String(metadata={"label": "Comes as"})
    reason = fields.String()
    cells = fields.List(fields.Nested(ItemCellRow), metadata=HIDDEN)


class YearRow(PersonRow):
    class Meta(PersonRow.Meta):
        fields = ("name", "seats", "came", "cells", "href")

    came = fields.String(metadata={"label": "Came to"})
    cells = fields.List(fields.Nested(CellRow), metadata=HIDDEN)


class ComingRow(Row):
    """A meeting to come of somebody who is expected at it."""

    meeting = fields.String(metadata={"link": "href"})
    on = fields.Date(metadata={"label": "Day"})
    begins = fields.String(metadata={"label": "Begins at"})
    place = fields.String()
    apologies = fields.String()
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(
        lambda line: url_for("meetings.apologise", word=line["person_ref"], meeting=line["ref"]), metadata=HIDDEN
    )
