"""What this room asks, and what it tells."""

from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf, Regexp
from sqlalchemy import Select, select

from registry.forms import Form, Lines, Of, Row
from registry.members.models import Member
from registry.members.queries import WITH_NAMES
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.proxies.models import INSTRUCTED

HIDDEN = {"hidden": True}
CLOCK_TIME = r"^([01]\d|2[0-3]):[0-5]\d$"


def members() -> Select[Member]:
    return select(Member).options(WITH_NAMES)


def ATime(label: str) -> fields.String:
    return fields.String(
        required=True,
        validate=Regexp(CLOCK_TIME, error="Write the time as HH:MM, such as 18:30."),
        metadata={"label": label, "hint": "As HH:MM, such as 18:30.", "width": 5},
    )


class InstructionForm(Form):
    item = fields.Integer(required=True, metadata={"label": "Item", "hint": "Its number on the agenda."})
    how = fields.String(required=True, validate=OneOf(INSTRUCTED, [how.capitalize() for how in INSTRUCTED]))


class LodgeForm(Form):
    member = Of(Member, required=True, shows=lambda member: member.called, among=members)
    person = Of(
        Person,
        shows=name_today,
        among=people,
        load_default=None,
        metadata={"label": "Proxy", "hint": "Leave blank if it is the chair of the meeting."},
    )
    signed_by = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Signed by"})
    lodged_on = fields.Date(required=True, metadata={"label": "Day on which it came"})
    lodged_at = ATime("Time at which it came")
    shares = fields.Integer(
        load_default=None, metadata={"label": "For how many shares", "hint": "Leave blank if it is for all."}
    )
    instructions = Lines(
        InstructionForm,
        load_default=list,
        metadata={
            "label": "How to vote",
            "hint": "On an item that is not named, the proxy votes as he or she thinks fit.",
        },
    )


class RevokeForm(Form):
    revoked_on = fields.Date(required=True, metadata={"label": "Day on which notice of it came"})
    revoked_at = ATime("Time at which it came")


class AdmitForm(Form):
    """Asks nothing more."""


class ProxyRow(Row):
    """An appointment as it stands at a meeting. `votes` is the shares that it is for."""

    member = fields.String(metadata={"link": "href"})
    folio = fields.Integer()
    proxy = fields.String()
    votes = fields.Integer(metadata={"label": "Shares"})
    told = fields.String(metadata={"label": "How to vote"})
    lodged = fields.AwareDateTime()
    state = fields.String()
    stands = fields.Boolean(metadata=HIDDEN)
    ref = fields.String(metadata=HIDDEN)
    href = fields.Function(lambda line: url_for("proxies.proxy", word=line["ref"]), metadata=HIDDEN)


class RegisterRow(ProxyRow):
    class Meta(ProxyRow.Meta):
        fields = (
            "meeting", "member", "folio", "proxy", "votes", "told", "lodged", "state", "stands", "ref", "href",
            "meeting_href",
        )  # fmt: skip

    meeting = fields.String(metadata={"link": "meeting_href"})
    meeting_href = fields.Function(lambda line: page_of_meeting(line), metadata=HIDDEN)


class ProxyPage(ProxyRow):
    class Meta(ProxyRow.Meta):
        fields = (
            "meeting", "member", "folio", "address", "proxy", "votes", "told", "signed_by", "lodged", "revoked",
            "state", "title", "stands", "ref", "rev", "meeting_href", "member_href",
        )  # fmt: skip

    title = fields.String(metadata=HIDDEN)
    meeting = fields.String(metadata={"link": "meeting_href"})
    member = fields.String(metadata={"link": "member_href"})
    address = fields.String()
    signed_by = fields.String()
    revoked = fields.AwareDateTime()
    rev = fields.Integer(metadata=HIDDEN)
    meeting_href = fields.Function(lambda line: page_of_meeting(line), metadata=HIDDEN)
    member_href = fields.Function(lambda line: url_for("members.member", word=line["member_ref"]), metadata=HIDDEN)


def page_of_meeting(line: dict[str, Any]) -> str:
    return url_for("proxies.of_meeting", word=line["meeting_ref"])


class BlankRow(Row):
    """A proxy form for a member to fill in: who she is, and of how many shares."""

    member = fields.String(metadata={"link": "href"})
    folio = fields.Integer()
    address = fields.String()
    votes = fields.Integer(metadata={"label": "Shares"})
    href = fields.Function(lambda line: url_for("members.member", word=line["member_ref"]), metadata=HIDDEN)
