"""What is asked of how a pack is made up."""

from collections.abc import Sequence
from typing import Any

from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import OneOf, Range
from sqlalchemy import Select, select

from registry.decisions.models import Decision
from registry.forms import Form, Lines, Of
from registry.packs.makeup import TITLES

NONE = "Choose at least one section."
TWICE = "“{title}” cannot stand in a pack twice."
PLACE = "Write the number of a place, from {min} to {max}."


def latest_first() -> Select[Decision]:
    return select(Decision).order_by(Decision.on.desc(), Decision.number)


class SectionForm(Form):
    """A section that the pack is to have; a line without one says where a section would stand that it has not.

    Without a `place` it is in that of its line.
    """

    section = fields.String(load_default="", validate=OneOf(list(TITLES), list(TITLES.values())))
    place = fields.Integer(load_default=None, validate=Range(min=1, max=99, error=PLACE))


class MakeUpForm(Form):
    """What is asked of any pack."""

    sections = Lines(
        SectionForm,
        required=True,
        metadata={
            "label": "Sections, after the cover and the contents",
            "hint": "Tick what the pack is to have. A section goes to the place whose number you write.",
        },
    )
    starts_on_right = fields.Boolean(
        load_default=False,
        metadata={
            "label": "Start each section on a right-hand page",
            "hint": "For packs printed on both sides. A left-hand page before it says that it is left blank.",
        },
    )
    names_reader = fields.Boolean(
        load_default=False,
        metadata={"label": "Put the reader’s name on each page", "hint": "In each reader’s own copy."},
    )

    @post_load
    def in_order(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        """The names of the sections alone, in their order."""
        names = in_their_places(told["sections"])
        if not names:
            raise ValidationError({"sections": [NONE]})
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValidationError({"sections": [TWICE.format(title=TITLES[twice])]})
        return told | {"sections": names}


def in_their_places(lines: Sequence[dict[str, Any]]) -> list[str]:
    """The sections of these lines by the places asked for.

    Of two that ask for the same place, the one that moves up to it comes before the one that stands there, and the one
    that moves down to it after.
    """
    asked = [(line["place"] or at, at, line["section"]) for at, line in enumerate(lines, start=1) if line["section"]]
    return [
        name for _, _, _, name in sorted((place, (place > at) - (place < at), at, name) for place, at, name in asked)
    ]


class ArrangeForm(MakeUpForm):
    """How the packs of a body are made up."""

    tells_who_opened = fields.Boolean(
        load_default=False,
        metadata={
            "label": "Show who has opened a pack",
            "hint": "Only if those who sit on the body have agreed to it.",
        },
    )
    decision = Of(
        Decision,
        load_default=None,
        shows=lambda decision: f"{decision.number} {decision.text[:60]}",
        among=latest_first,
        in_order=True,
        metadata={"label": "The decision that agreed to this"},
    )


class ChooseForm(MakeUpForm):
    """How the pack of one meeting is made up."""

    remember = fields.Boolean(load_default=False, metadata={"label": "Make up the body’s next packs like this, too"})


class BuildForm(Form):
    """Asks nothing more."""
