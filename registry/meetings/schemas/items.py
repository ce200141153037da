"""What is asked of the items of an agenda."""

from typing import Any

from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import Length, OneOf, Range, Regexp

from registry.files import PackPaper
from registry.forms import Form, Lines, Of
from registry.meetings.models import PURPOSES, REASONS, RESOLUTIONS, STANDING
from registry.meetings.parties import OfParty
from registry.meetings.topics import TOPICS
from registry.people.models import Person
from registry.people.offering import name_today, people

WAYS = "up", "down"
PREFIX = r"^[A-Za-z]{1,6}$"
MOST = 40
ABOUT = [topic.capitalize() for topic in TOPICS]
TO = [f"To {purpose}" for purpose in PURPOSES]


def APersonNamed(**more: Any) -> Of:
    return Of(Person, shows=name_today, among=people, **more)


class PartyForm(Form):
    """Somebody whom an item is about: picked from the registers, or written."""

    party = OfParty(load_default=None, metadata={"label": "Practice, body or person"})
    name = fields.String(load_default="", metadata={"label": "Or somebody else"})

    @post_load
    def is_somebody(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        if (told["party"] is None) == (not told["name"]):
            raise ValidationError({"name": ["Choose one from the list, or write a name."]})
        return told


class ItemForm(Form):
    """What is asked of an item, new or changed."""

    title = fields.String(required=True, metadata={"label": "Item"})
    purpose = fields.String(required=True, validate=OneOf(PURPOSES, TO), metadata={"kind": "pick"})
    presenter = APersonNamed(load_default=None)
    proposed = fields.String(
        load_default="",
        metadata={"kind": "long", "label": "Decision proposed", "hint": "The words that would be resolved, if any."},
    )
    resolution = fields.String(
        load_default="",
        validate=OneOf(RESOLUTIONS, [f"{kind.capitalize()} resolution" for kind in RESOLUTIONS]),
        metadata={"label": "Resolution", "kind": "pick", "hint": "At a general meeting, the kind the members pass."},
    )
    topic = fields.String(load_default="", validate=OneOf(TOPICS, ABOUT), metadata={"label": "What it is about"})
    parties = Lines(
        PartyForm,
        load_default=list,
        metadata={
            "label": "Whom it is about",
            "hint": "Anybody who stands to gain or lose by it. Their interests are then looked for.",
        },
    )
    time_wanted = fields.Integer(
        load_default=None,
        validate=Range(min=1, max=600, error="Write a number of minutes, from {min} to {max}."),
        metadata={"label": "Minutes wanted"},
    )
    awaits_paper = fields.Boolean(load_default=False, metadata={"label": "A paper is still to come"})
    restricted = fields.String(
        load_default="",
        validate=OneOf(REASONS, [reason.capitalize() for reason in REASONS]),
        metadata={
            "label": "Restricted because it is",
            "kind": "pick",
            "hint": "Only the office, and those who hold a seat on the body, then read more of it than this.",
        },
    )


class AddItemForm(ItemForm):
    """An item to be put on an agenda."""


class ChangeItemForm(ItemForm):
    """The same of an item that is on it, by its number."""

    item = fields.Integer(required=True, metadata={"kind": "hidden"})


class ReorderForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    way = fields.String(required=True, validate=OneOf(WAYS, ["Up", "Down"]), metadata={"label": "Which way"})


class StrikeItemForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    reason = fields.String(required=True, metadata={"label": "Why"})


class StandingItemForm(Form):
    title = fields.String(required=True, metadata={"label": "Item"})
    purpose = fields.String(required=True, validate=OneOf(PURPOSES, TO), metadata={"kind": "pick"})
    standing = fields.String(
        required=True,
        validate=OneOf(STANDING, [each.capitalize() for each in STANDING]),
        metadata={"label": "Which of them", "kind": "pick"},
    )


class SetOrderForm(Form):
    prefix = fields.String(
        load_default="",
        validate=Regexp(PREFIX, error="Write up to six letters, such as B."),
        metadata={"label": "Letters before a reference", "hint": "With B, items are B/26/1, B/26/2 …", "width": 5},
    )
    items = Lines(
        StandingItemForm,
        required=True,
        validate=Length(max=MOST, error="Write at most {max} items."),
        metadata={"label": "Standing items", "hint": "In their order. Closing items follow the business of the day."},
    )


class AddPaperForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    title = fields.String(required=True, metadata={"label": "Title of the paper"})
    file = PackPaper(
        required=True,
        metadata={
            "label": "The paper",
            "hint": "A PDF, or a Word document or spreadsheet to be made one.",
        },
    )
    author = APersonNamed(load_default=None, metadata={"label": "Written by"})
    author_named = fields.String(load_default="", metadata={"label": "Or by somebody else"})

    @post_load
    def is_by_one(self, told: dict[str, Any], **_: Any) -> dict[str, Any]:
        if told["author"] and told["author_named"]:
            raise ValidationError({"author_named": ["Choose one from the list, or write a name: not both."]})
        return told
