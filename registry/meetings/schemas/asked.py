"""What is asked of whoever calls a meeting or draws its agenda."""

from typing import Any

from marshmallow import ValidationError, fields, post_load
from marshmallow.validate import OneOf, Regexp

from registry.files import KeptPaper
from registry.forms import Form, Lines, Of
from registry.meetings.models import PURPOSES
from registry.meetings.parties import OfParty
from registry.meetings.topics import TOPICS
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.structure.models import Body

CLOCK_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"
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


class AddItemForm(Form):
    title = fields.String(required=True, metadata={"label": "Item"})
    purpose = fields.String(required=True, validate=OneOf(PURPOSES, TO), metadata={"kind": "pick"})
    presenter = APersonNamed(load_default=None)
    proposed = fields.String(
        load_default="",
        metadata={"kind": "long", "label": "Decision proposed", "hint": "The words that would be resolved, if any."},
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


class AgendaLineForm(AddItemForm):
    class Meta(AddItemForm.Meta):
        exclude = ("proposed", "parties")


class ConveneForm(Form):
    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    on = fields.Date(required=True, metadata={"label": "Day of the meeting"})
    begins = fields.String(
        required=True,
        validate=Regexp(CLOCK_TIME, error="Write the time as HH:MM, such as 18:30."),
        metadata={"label": "Begins at", "hint": "As HH:MM, such as 18:30.", "width": 5},
    )
    place = fields.String(required=True, metadata={"hint": "Also how to join from elsewhere."})
    notice_given = fields.Date(
        load_default=None, metadata={"label": "Notice given on", "hint": "Leave blank if it has not gone out yet."}
    )
    items = Lines(AgendaLineForm, load_default=list, metadata={"label": "Agenda", "hint": "More can be added later."})


class GiveNoticeForm(Form):
    notice_given = fields.Date(required=True, metadata={"label": "Notice given on"})


class AddPaperForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    title = fields.String(required=True, metadata={"label": "Title of the paper"})
    file = KeptPaper(required=True, metadata={"label": "The paper", "hint": "A PDF."})
