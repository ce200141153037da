"""What is asked of the office, and of those concerned."""

from marshmallow import fields
from marshmallow.validate import OneOf
from sqlalchemy import Select, select

from registry import clock
from registry.conflicts.models import ANSWERS, RULERS
from registry.conflicts.treatment import EXPLAINED, TREATMENTS
from registry.forms import Form, Of
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.seats.models import Appointment

OWN_WORDS = "In your own words. The chair, the office and the directors can read them."


def who_sit() -> Select[Person]:
    """Whoever has a seat today, on whatever body."""
    return people().where(Person.ref.in_(select(Appointment.person_ref).where(Appointment.holding(clock.today()))))


def _an_item() -> fields.Integer:
    return fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda.", "width": 4})


class PairForm(Form):
    """Of which item, and of whom."""

    item = _an_item()
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Whose interest"})


class ConfirmForm(PairForm):
    word = fields.String(load_default="", metadata={"label": "Why, in a word", "hint": "You may leave this empty."})


class DismissForm(PairForm):
    word = fields.String(
        required=True,
        metadata={"label": "Why it comes to nothing", "hint": "Such as: another practice of that name. It is kept."},
    )


class TellForm(PairForm):
    nature = fields.String(
        required=True,
        metadata={
            "label": "The interest, and how far it goes",
            "kind": "long",
            "hint": "Such as: partner in the practice, which would be paid £12,000 a year.",
        },
    )


class DeclareForm(TellForm):
    pass


class TreatForm(Form):
    treatment = fields.String(
        required=True,
        validate=OneOf([*TREATMENTS], [EXPLAINED[each] for each in TREATMENTS], error="Choose one of: {choices}."),
        metadata={"label": "How it is handled", "kind": "choice"},
    )
    ruled_by = fields.String(
        required=True,
        validate=OneOf(RULERS, [each.capitalize() for each in RULERS], error="Choose one of: {choices}."),
        metadata={"label": "Who ruled", "kind": "choice"},
    )
    ruling = fields.String(load_default="", metadata={"label": "Why", "kind": "long"})


class AskForm(Form):
    people = fields.List(
        Of(Person, shows=name_today, among=who_sit),
        load_default=list,
        metadata={"label": "Whom to ask", "hint": "Leave this empty to ask everybody whose interests are touched."},
    )


class AnswerForm(Form):
    answer = fields.String(
        required=True,
        validate=OneOf(ANSWERS, [each.capitalize() for each in ANSWERS], error="Choose one of: {choices}."),
        metadata={"label": "Is this right?", "kind": "choice"},
    )
    explanation = fields.String(
        load_default="",
        metadata={"label": "What should we know?", "kind": "long", "hint": OWN_WORDS},
    )


class ReplyForm(AnswerForm):
    """The same, from whoever comes by a link: of which item."""

    item = _an_item()


class AddForm(Form):
    """An item that somebody says touches her interests, though nobody asked her of it."""

    item = _an_item()
    nature = fields.String(
        required=True,
        metadata={
            "label": "Your interest, and how far it goes",
            "kind": "long",
            "hint": OWN_WORDS,
        },
    )
