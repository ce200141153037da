"""What is asked of whoever calls a meeting and gives notice of it."""

from marshmallow import fields
from marshmallow.validate import Length, OneOf, Regexp

from registry.forms import Form, Lines, Of
from registry.meetings.models import OMITTED, WAYS
from registry.meetings.rules import EDITIONS
from registry.meetings.schemas.items import APersonNamed, ItemForm
from registry.members.models import Member
from registry.members.schemas import account_name, members_now
from registry.structure.models import Body

TO_EVERYBODY = [way for way in WAYS if way != OMITTED]
CLOCK_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


def ATime() -> fields.String:
    return fields.String(
        required=True,
        validate=Regexp(CLOCK_TIME, error="Write the time as HH:MM, such as 18:30."),
        metadata={"label": "Begins at", "hint": "As HH:MM, such as 18:30.", "width": 5},
    )


def HowToJoin() -> fields.String:
    how = {"label": "How to take part from elsewhere", "hint": "Such as a link. Blank if nobody can."}
    return fields.String(load_default="", metadata=how)


class AgendaLineForm(ItemForm):
    """An item of a meeting that is being called; more is said of it on the meeting's page."""

    class Meta(ItemForm.Meta):
        exclude = ("proposed", "resolution", "parties", "awaits_paper", "restricted")


class ConveneForm(Form):
    """What is asked of a meeting that is being called."""

    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    on = fields.Date(required=True, metadata={"label": "Day of the meeting"})
    begins = ATime()
    place = fields.String(required=True)
    joining = HowToJoin()
    notice_given = fields.Date(
        load_default=None, metadata={"label": "Notice given on", "hint": "Leave blank if it has not gone out yet."}
    )
    standing = fields.Boolean(load_default=False, metadata={"label": "With the body’s standing items"})
    items = Lines(AgendaLineForm, load_default=list, metadata={"label": "Agenda", "hint": "More can be added later."})


class OtherwiseForm(Form):
    """Somebody to whom notice went in another way than to the rest, or to whom it did not go."""

    person = APersonNamed(required=True)
    how = fields.String(
        required=True,
        validate=OneOf(WAYS, [way.capitalize() for way in WAYS]),
        metadata={"label": "How", "kind": "pick"},
    )
    why = fields.String(load_default="", metadata={"label": "If left out, how that came about"})


class GiveNoticeForm(Form):
    notice_given = fields.Date(required=True, metadata={"label": "Sent on"})
    how = fields.String(
        load_default="",
        validate=OneOf(TO_EVERYBODY, [way.capitalize() for way in TO_EVERYBODY]),
        metadata={
            "label": "Sent to everybody who must have it",
            "kind": "pick",
            "hint": "Who that is, is read from the registers. Leave blank to record no more than the day.",
        },
    )
    otherwise = Lines(
        OtherwiseForm, load_default=list, metadata={"label": "But to these in another way, or by accident not at all"}
    )


class WaiveNoticeForm(Form):
    person = APersonNamed(required=True)
    on = fields.Date(required=True, metadata={"label": "Said on"})


class AgreeShortNoticeForm(Form):
    on = fields.Date(required=True, metadata={"label": "Agreed on"})
    members = fields.List(
        Of(Member, shows=account_name, among=members_now),
        required=True,
        validate=Length(min=1, error="Choose at least one member."),
        metadata={"label": "Members who agreed"},
    )


class PublishForm(Form):
    edition = fields.String(
        required=True,
        validate=OneOf(EDITIONS, ["A new version", "A correction: nothing that would be decided has changed"]),
        metadata={"label": "Publish it as"},
    )


class TimeForm(Form):
    """When and where a meeting is to be."""

    on = fields.Date(required=True, metadata={"label": "Day of the meeting"})
    begins = ATime()
    place = fields.String(required=True)
    joining = HowToJoin()


class MoveForm(TimeForm):
    """Where a meeting is moved to, and why."""

    reason = fields.String(required=True, metadata={"label": "Why"})


class CallOffForm(Form):
    reason = fields.String(required=True, metadata={"label": "Why"})


class AdjournForm(TimeForm):
    """When a meeting goes on, and with what."""

    item = fields.Integer(
        required=True, metadata={"label": "First item left undone", "hint": "Its number. What follows it goes too."}
    )
