"""What is asked of whoever says who came."""

from marshmallow import fields
from marshmallow.validate import OneOf

from registry.forms import Form, Lines
from registry.meetings.models import MARKS
from registry.meetings.schemas.items import APersonNamed


class AttendanceForm(Form):
    """How a person attended the meeting or, where an item's number is given, that item."""

    person = APersonNamed(required=True)
    mark = fields.String(
        required=True,
        validate=OneOf(MARKS, [mark.capitalize() for mark in MARKS]),
        metadata={"label": "Attended", "kind": "pick"},
    )
    item = fields.Integer(load_default=None, metadata={"label": "For item number only"})
    reason = fields.String(load_default="", metadata={"label": "Reason"})


class RecordAttendanceForm(Form):
    lines = Lines(
        AttendanceForm,
        required=True,
        metadata={
            "label": "Attendance",
            "hint": "A line for each person. Who left for an item has a second line, marked Left, with its number.",
        },
    )
