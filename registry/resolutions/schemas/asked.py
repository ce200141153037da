from typing import Any

from marshmallow import ValidationError, fields, validates_schema
from marshmallow.validate import OneOf
from sqlalchemy import Select, select

from registry import clock
from registry.decisions import asking, effects
from registry.decisions.models import CARRIED, KINDS
from registry.decisions.schemas import LogForm
from registry.forms import Form, Of
from registry.members.models import Member
from registry.members.queries import WITH_NAMES
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.proxies.schemas import ATime
from registry.resolutions.models import BY_HAND, BY_POST, IN_EMAIL, ON_PAPER, PASSES_AS, SAYS
from registry.seats.models import Appointment
from registry.structure.models import Body

OWN = ("body", "passes_as", "title", "text", "kind", "takes_effect", "answer_by", "proposers", "not_counted")
TO_TICK = "Tick the box if you agree. If you do not, you need do nothing."


def members() -> Select[Member]:
    """Those of today."""
    return select(Member).where(Member.ceased.is_(None)).options(WITH_NAMES)


def sitting() -> Select[Person]:
    """Whoever sits in a seat today."""
    return people().where(Person.ref.in_(select(Appointment.person_ref).where(Appointment.holding(clock.today()))))


class DraftForm(LogForm):
    """What a decision is asked that is taken without a meeting; what it does is asked as the log asks it."""

    class Meta(LogForm.Meta):
        fields = (*OWN[:5], *effects.ASKED, *OWN[5:])

    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})", metadata={"label": "Put to"})
    passes_as = fields.String(
        required=True,
        validate=OneOf(PASSES_AS, [each.capitalize() for each in PASSES_AS]),
        metadata={"label": "Passes as", "hint": "Members pass the first two; directors and other bodies the last."},
    )
    title = fields.String(required=True, metadata={"hint": "Such as: Change of name."})
    text = fields.String(
        required=True,
        metadata={"kind": "long", "label": "Resolution", "hint": "Once it is circulated, these words never change."},
    )
    kind = fields.String(
        required=True,
        validate=OneOf(KINDS, [kind.capitalize() for kind in KINDS]),
        metadata={"label": "What it does", "hint": "It is done when it passes."},
    )
    takes_effect = fields.Date(
        load_default=None,
        metadata={"label": "Takes effect on", "hint": "Leave blank if at once. Never before it passes."},
    )
    proposers = fields.List(
        Of(Member, shows=lambda member: member.called, among=members),
        load_default=list,
        metadata={"label": "Members who require it", "hint": "None, if the directors propose it."},
    )
    not_counted = fields.List(
        Of(Person, shows=name_today, among=sitting),
        load_default=list,
        metadata={
            "label": "Who may not vote on it",
            "hint": "Those who have a conflict of interest in it.",
        },
    )
    answer_by = fields.Date(
        load_default=None,
        metadata={"label": "Last day to agree", "hint": "Not of members: the Act or the articles say it."},
    )

    @validates_schema(skip_on_field_errors=False)
    def has_what_it_does(self, answers: dict[str, Any], **_: Any) -> None:
        if "kind" in answers:
            asking.demand_answers(answers["kind"], CARRIED, answers)


class DiscardForm(Form):
    """Asks nothing more."""


class CirculateForm(Form):
    by_email = fields.Boolean(
        required=True,
        validate=OneOf([True, False], ["By e-mail, with a link of their own", "On paper, like the others"]),
        metadata={"label": "To those with an e-mail address", "kind": "choice"},
    )
    otherwise = fields.String(
        load_default="",
        validate=OneOf(["", BY_POST, BY_HAND], ["Nobody else has votes", "By post", "By hand"]),
        metadata={"label": "To the others", "kind": "choice"},
    )
    note = fields.String(
        load_default="",
        metadata={"label": "In your own words", "kind": "long", "hint": "A sentence for every letter. Blank if none."},
    )


class GiveCopyForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "To whom"})
    how = fields.String(required=True, validate=OneOf([BY_POST, BY_HAND], ["By post", "By hand"]))
    sent_on = fields.Date(required=True, metadata={"label": "Day on which it was sent"})
    sent_at = ATime("Time at which it was sent")
    as_auditor = fields.Boolean(
        load_default=False,
        validate=OneOf([True, False], ["The auditor", "Somebody who may agree to it"]),
        metadata={"label": "As what", "kind": "choice"},
    )


class RecordAnswerForm(Form):
    person = Of(
        Person,
        required=True,
        shows=name_today,
        among=people,
        metadata={"label": "Who answers", "hint": "Of joint holders, the one named first on the register."},
    )
    says = fields.String(
        required=True,
        validate=OneOf(SAYS, ["Agrees", "Refuses, which counts for nothing in law"]),
        metadata={"label": "What they say"},
    )
    how = fields.String(
        required=True,
        validate=OneOf([ON_PAPER, IN_EMAIL], ["On paper", "By e-mail"]),
        metadata={"label": "How it came"},
    )
    came_on = fields.Date(required=True, metadata={"label": "Day on which it came"})
    came_at = ATime("Time at which it came")
    signed_by = fields.String(
        load_default="",
        metadata={"label": "Signed by somebody else for them", "hint": "Who, and by what right. Blank if not."},
    )


class SendAgainForm(Form):
    note = fields.String(
        load_default="",
        metadata={"label": "In your own words", "kind": "long", "hint": "A sentence for every letter. Blank if none."},
    )


class WithdrawForm(Form):
    because = fields.String(required=True, metadata={"kind": "long", "label": "Why"})


class LapseForm(Form):
    """Asks nothing more."""


class TickForm(Form):
    agrees = fields.Boolean(load_default=False, metadata={"label": "I agree to this resolution"})

    @validates_schema
    def is_ticked(self, answers: dict[str, Any], **_: Any) -> None:
        if not answers["agrees"]:
            raise ValidationError({"agrees": [TO_TICK]})
