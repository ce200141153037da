"""What is asked of the office, and of those who come by a link."""

from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf

from registry.forms import Form, Of
from registry.interests.schemas import DeclareForm
from registry.rounds.asking import bodies_with_seats
from registry.rounds.models import KINDS
from registry.structure.models import Body

WHOM = ["Everyone who sits in a seat or holds shares", "Only the members of the bodies chosen below"]
LATER = ("until", "declared_on")


class OpenForm(Form):
    title = fields.String(required=True, metadata={"hint": "Such as: Annual declarations 2026."})
    kind = fields.String(required=True, validate=OneOf(KINDS, [kind.capitalize() for kind in KINDS]))
    opens = fields.Date(required=True, metadata={"label": "Opens on"})
    due = fields.Date(required=True, metadata={"label": "To be answered by"})
    everyone = fields.Boolean(
        required=True, validate=OneOf([True, False], WHOM), metadata={"label": "Whom to ask", "kind": "choice"}
    )
    bodies = fields.List(
        Of(Body, shows=lambda body: body.name, among=bodies_with_seats),
        load_default=list,
        metadata={"hint": "Whoever sits in their seats on the day it opens."},
    )


class RemindForm(Form):
    words = fields.String(
        load_default="",
        metadata={"label": "In your own words", "kind": "long", "hint": "A sentence for every letter. Blank if none."},
    )


class CloseForm(Form):
    closed = fields.Date(required=True, metadata={"label": "First day on which it is over"})


class ConfirmForm(Form):
    nothing = fields.Boolean(
        required=True,
        validate=OneOf([True, False], ["I have nothing to declare", "What is on the register is complete and right"]),
        metadata={"label": "What you confirm", "kind": "choice"},
    )


class AddForm(DeclareForm):
    """An interest, as briefly as it can be told; an end is told another day, and it is declared today."""

    def questions(self) -> list[dict[str, Any]]:
        return [question for question in super().questions() if question["name"] not in LATER]
