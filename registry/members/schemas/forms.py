from marshmallow import fields
from marshmallow.validate import OneOf, Range
from sqlalchemy import false, select

from registry.forms import Form, Of, Pence
from registry.members.models import Movement
from registry.members.rules.corrections import AUTHORITIES
from registry.members.schemas.choices import MOST_SHARES, Holders, names_today, people
from registry.people.models import Person

VOTES = Range(min=0, max=1_000, error="Write a number of votes, from 0 to {max}.")
NONE_OR_MORE = Range(min=0, max=MOST_SHARES, error="Write a number of shares, from 0 to {max}.")

CHANGED = {"label": "Date it changed", "hint": "The register keeps what it was before, with this date and today's."}
WHY = {"kind": "long", "label": "What was wrong, and how you know"}


def by_what_right() -> fields.String:
    """By what right the register is put right: nobody may quietly rewrite it (Companies Act 2006, s.125)."""
    labels = (
        "A slip of the pen, put right by the board's authority",
        "Everyone whose title it touches agrees",
        "An order of the court",
    )
    choices = OneOf(AUTHORITIES, labels, error="Say by what right: a slip, consent, or the court.")
    return fields.String(required=True, validate=choices, metadata={"label": "By what right it is put right"})


class CreateClassForm(Form):
    name = fields.String(required=True, metadata={"hint": "For example, Ordinary.", "width": 20})
    nominal = Pence(required=True, metadata={"label": "Nominal value of a share"})
    votes_per_share = fields.Integer(load_default=1, validate=VOTES)
    numbered = fields.Boolean(
        load_default=False,
        metadata={
            "label": "Each share bears a number",
            "hint": "Needed only where shares are not all fully paid and alike in every respect.",
        },
    )
    rights = fields.String(load_default="", metadata={"kind": "long", "label": "Rights attached to the shares"})


class AdmitForm(Form):
    holders = Holders(metadata={"hint": "The first-named votes for all. Joint holders count as one member."})
    address = fields.String(required=True, metadata={"kind": "long", "label": "Service address"})
    entered = fields.Date(required=True, metadata={"label": "Date entered in the register"})


class ReaddressForm(Form):
    address = fields.String(required=True, metadata={"kind": "long", "label": "New service address"})
    changed = fields.Date(required=True, metadata=CHANGED)


class ReorderForm(Form):
    holders = Holders(metadata={"label": "Holders in their new order", "hint": "The first-named votes for all."})
    changed = fields.Date(required=True, metadata=CHANGED)


class StrikeForm(Form):
    person = Of(Person, required=True, shows=names_today, among=people, metadata={"label": "Holder who has died"})
    changed = fields.Date(
        required=True, metadata={"label": "Date of death", "hint": "Note the death on the person's own page first."}
    )


class RemoveForm(Form):
    reason = fields.String(required=True, metadata={"label": "Why the entry is removed"})


class CorrectEntryForm(Form):
    entered = fields.Date(required=True, metadata={"label": "Right date entered in the register"})
    authority = by_what_right()
    reason = fields.String(required=True, metadata=WHY)


class CorrectAddressForm(Form):
    address = fields.String(required=True, metadata={"kind": "long", "label": "Right service address"})
    authority = by_what_right()
    reason = fields.String(required=True, metadata=WHY)


class CorrectMovementForm(Form):
    movement = Of(Movement, required=True, among=lambda: select(Movement).where(false()), metadata={"kind": "hidden"})
    on = fields.Date(required=True, metadata={"label": "Right date entered in the register"})
    shares = fields.Integer(
        required=True,
        validate=NONE_OR_MORE,
        metadata={"label": "Right number of shares", "hint": "Write 0 if the entry should never have been made."},
    )
    paid = Pence(required=True, metadata={"label": "Right amount paid on each share"})
    authority = by_what_right()
    reason = fields.String(required=True, metadata=WHY)
