from typing import Any

from marshmallow import fields
from marshmallow.validate import Length, OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry.forms import Form, Lines, Of
from registry.practices.models import Practice
from registry.profiles.models import NOT_KNOWN, RATINGS, ROLES, TENURES
from registry.profiles.schemas.full_time import FullTime

MOST_PATIENTS, MOST_STAFF = 1_000_000, 10_000
ONE_OF_THEM = "Choose one of these: {choices}."


def how_many(most: int, error: str, **more: Any) -> fields.Integer:
    return fields.Integer(load_default=None, validate=Range(min=0, max=most, error=error), metadata=more)


class StaffLineForm(Form):
    role = fields.String(required=True, validate=OneOf(ROLES, error=ONE_OF_THEM))
    headcount = how_many(MOST_STAFF, "Write a number of people, from 0 to {max}.")
    full_time = FullTime(
        attribute="full_time_hundredths", load_default=None, metadata={"label": "Full-time equivalent", "width": 5}
    )


class RecordForm(Form):
    """What a profile tells, whoever's it is."""

    on = fields.Date(required=True, metadata={"label": "As at", "hint": "The day of which the practice tells."})
    source = fields.String(
        required=True, metadata={"label": "Who said so", "hint": "Such as the practice manager, by e-mail."}
    )
    patients = how_many(
        MOST_PATIENTS,
        "Write a number of patients.",
        label="Patients",
        hint="As the practice itself tells it. The count of the NHS is kept apart.",
        width=10,
    )
    building = fields.String(
        load_default="", metadata={"kind": "long", "hint": "What it is, and what is good or wanting about it."}
    )
    tenure = fields.String(
        load_default=NOT_KNOWN, validate=OneOf(TENURES, error=ONE_OF_THEM), metadata={"label": "Whose the building is"}
    )
    rating = fields.String(
        load_default=NOT_KNOWN,
        validate=OneOf(RATINGS, error=ONE_OF_THEM),
        metadata={"label": "Rating by the Care Quality Commission"},
    )
    rated = fields.Date(load_default=None, metadata={"label": "Day the rating was given"})
    staff = Lines(
        StaffLineForm,
        load_default=list,
        validate=Length(max=len(ROLES), error="Write at most {max} roles."),
        metadata={
            "hint": "Leave blank what is not known; write 0 only where there is nobody. "
            "The full-time equivalent is a number such as 12 or 0.75."
        },
    )
    total = how_many(
        MOST_STAFF,
        "Write a number of people, from 0 to {max}.",
        label="Total staff",
        hint="As the practice itself tells it, even if its roles come to another number.",
    )
    note = fields.String(load_default="", metadata={"kind": "long"})


def practices() -> Select[Practice]:
    return select(Practice).options(selectinload(Practice.particulars))


class CorrectForm(RecordForm):
    class Meta(RecordForm.Meta):
        fields = ("practice", *RecordForm._declared_fields, "reason")

    practice = Of(Practice, required=True, shows=lambda practice: practice.called, among=practices)
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})
