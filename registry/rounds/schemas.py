"""What this room asks, and what it tells."""

from collections.abc import Callable
from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf

from registry.forms import Form, Of, Row
from registry.interests.schemas import DeclareForm
from registry.rounds.asking import bodies_with_seats
from registry.rounds.models import KINDS
from registry.structure.models import Body

HIDDEN = {"hidden": True}
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


def only(words: str) -> Callable[[dict[str, Any]], str]:
    """Where those alone are listed who stand in a way."""
    return lambda line: url_for("rounds.answers", word=line["ref"], q=words)


class RoundRow(Row):
    title = fields.String(metadata={"label": "Round", "link": "href"})
    kind = fields.String()
    opens = fields.Date(metadata={"label": "Opened"})
    due = fields.Date(metadata={"label": "Answers due by"})
    closed = fields.Date(metadata={"label": "Over since"})
    state = fields.String(metadata={"tag": True})
    asked = fields.Integer()
    answered = fields.Integer()
    outstanding = fields.Integer(metadata={"label": "Not answered"})
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("rounds.round", word=line["ref"]), metadata=HIDDEN)


class AnswerRow(Row):
    """How one person asked stands."""

    person = fields.String(metadata={"label": "Name", "link": "href"})
    state = fields.String(metadata={"label": "How they stand", "tag": True})
    answered = fields.Date()
    late = fields.String(metadata={"label": "Lateness"})
    how = fields.String(metadata={"label": "How answered"})
    reminded = fields.String(metadata={"label": "Last letter"})
    why = fields.String(metadata={"label": "Why asked"})
    person_ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("interests.person", word=line["person_ref"]), metadata=HIDDEN)


class OutstandingRow(AnswerRow):
    class Meta(AnswerRow.Meta):
        exclude = ("answered", "late", "how")


class AnsweredRow(AnswerRow):
    class Meta(AnswerRow.Meta):
        exclude = ("why",)


class RoundPage(RoundRow):
    title = fields.String(metadata=HIDDEN)
    nothing = fields.Integer(metadata=HIDDEN)
    confirmed = fields.Integer(metadata=HIDDEN)
    declared = fields.Integer(metadata=HIDDEN)
    people = fields.Nested(AnswerRow, many=True, metadata=HIDDEN)
    rev = fields.Integer(metadata=HIDDEN)

    def tables(self, fact: dict[str, Any]) -> list[tuple[str, str, Row, list[dict[str, Any]]]]:
        """Who has not answered and who has, for a page to draw: title, name, row and lines."""
        waiting = [line for line in fact["people"] if line["answered"] is None]
        answered = [line for line in fact["people"] if line["answered"] is not None]
        return [
            ("Who has not answered", "outstanding", OutstandingRow(), waiting),
            ("Who has answered", "answered", AnsweredRow(), answered),
        ]


class OwnInterestRow(Row):
    """An interest, to the person whose it is."""

    organisation = fields.String()
    description = fields.String()
    kind = fields.String()
    since = fields.Date()
    last_day = fields.Date()
    declared_on = fields.Date()
    marks = fields.List(fields.String())


class OwnPage(Row):
    """What whoever comes by a link is told: of herself alone."""

    title = fields.String(metadata=HIDDEN)
    person = fields.String(metadata={"label": "Name"})
    round = fields.String()
    due = fields.Date(metadata={"label": "To be answered by"})
    word = fields.String(metadata={"label": "Last word"})
    stands = fields.String(metadata={"label": "In this round"})
    again = fields.Date(metadata={"label": "Next due by"})
    last_day = fields.Date(metadata={"label": "Last day of this link"})
    nothing = fields.Boolean(metadata=HIDDEN)
    interests = fields.Nested(OwnInterestRow, many=True, metadata=HIDDEN)
    private = fields.List(fields.Date(), metadata=HIDDEN)
    places = fields.List(fields.String(), metadata=HIDDEN)


class ToWriteRow(Row):
    name = fields.String()
    address = fields.String(metadata={"label": "E-mail address"})
    subject = fields.String()


class LeftOutRow(Row):
    name = fields.String()
    why = fields.String(metadata={"label": "Why there is no letter"})


class LetterRow(Row):
    text = fields.String(metadata={"label": "The letter"})
