from typing import Any

from marshmallow import fields, validates_schema
from marshmallow.validate import OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.allotments.schemas import FIRST_OFFER
from registry.decisions import asking, effects, removing
from registry.decisions.models import KINDS, OUTCOMES, ROUTES
from registry.decisions.schemas.authorising import AuthorisingQuestions
from registry.decisions.schemas.lines import BearingLine, ConditionLine
from registry.directors.models import Directorship
from registry.forms import Form, Lines, Of, Pence
from registry.meetings.models import Meeting
from registry.members.models import Holder, Member, ShareClass
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.seats.models import Seat
from registry.structure.models import KINDS as BODY_KINDS
from registry.structure.models import Body
from registry.structure.schemas.forms import A_CODE
from registry.structure.schemas.words import in_words
from registry.terms.models import Terms
from registry.transfers.models import Transfer
from registry.transfers.schemas import transfer_name, undecided

COUNTED = Range(0, 1_000_000, error="Write a number of votes, from 0 to a million.")
SHARES = Range(1, 1_000_000_000, error="Write a number of shares, 1 or more.")
IF_OFFERED = "Only if the shares were offered to them."
KINDS_IN_WORDS = [kind.capitalize() for kind in KINDS]


def meetings() -> Select[Meeting]:
    return select(Meeting).order_by(Meeting.on.desc(), Meeting.begins, Meeting.ref).options(joinedload(Meeting.body))


def seats() -> Select[Seat]:
    return select(Seat).where(Seat.holding(clock.today())).options(joinedload(Seat.body))


def terms_to_decide_on() -> Select[Terms]:
    """What may be adopted, and what is in force and may be ended."""
    went_out = Terms.circulated.is_not(None) | Terms.amends_ref.is_not(None) | Terms.since.is_not(None)
    is_open = Terms.withdrawn.is_(None) & Terms.until.is_(None) & went_out
    return select(Terms).where(is_open).options(joinedload(Terms.body))


def terms_name(terms: Terms) -> str:
    standing = "in force" if terms.since is not None else terms.status(clock.today())
    return f"{terms.body.name}: {terms.title}, version {terms.version}, {standing}"


def members() -> Select[Member]:
    named = selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
    return select(Member).where(Member.ceased.is_(None)).options(named)


class LogForm(AuthorisingQuestions, Form):
    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})", metadata={"label": "Decided by"})
    meeting = Of(
        Meeting,
        load_default=None,
        shows=lambda meeting: meeting.called,
        among=meetings,
        in_order=True,
        metadata={"label": "Meeting", "hint": "Leave blank if it was decided without one."},
    )
    item = fields.Integer(load_default=None, metadata={"label": "Item", "hint": "Its number on the agenda."})
    text = fields.String(
        required=True,
        metadata={
            "kind": "long",
            "label": "What was decided",
            "hint": "The minutes quote these words. They never change.",
        },
    )
    kind = fields.String(
        required=True,
        validate=OneOf(KINDS, KINDS_IN_WORDS),
        metadata={"label": "What it does", "hint": "Appointments, terms and shares are entered in their registers."},
    )
    seat = Of(Seat, load_default=None, shows=lambda seat: f"{seat.title}, {seat.body.name}", among=seats)
    person = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Whom it is about", "hint": "Who is appointed or leaves, or whose conflict is authorised."},
    )
    until = fields.Date(
        load_default=None,
        metadata={
            "label": "First day no longer in the seat",
            "hint": "Needed when an appointment is ended; when one is made, only if its term is fixed.",
        },
    )
    body_name = fields.String(load_default=None, metadata={"label": "What the new body is called"})
    body_kind = fields.String(
        load_default=None,
        validate=OneOf(BODY_KINDS, [in_words(kind) for kind in BODY_KINDS]),
        metadata={"label": "Of what kind it is"},
    )
    body_code = fields.String(load_default=None, validate=A_CODE, metadata={"label": "Its code", "width": 10})
    parent = Of(Body, load_default=None, shows=lambda body: body.name, metadata={"label": "Answers to"})
    directorship = Of(
        Directorship,
        load_default=None,
        shows=lambda directorship: directorship.person.name_on(clock.today()),
        among=removing.serving,
        metadata={"label": "Director removed"},
    )
    special_notice = fields.Date(
        load_default=None,
        metadata={"label": "Special notice given on", "hint": "28 clear days before the meeting, or earlier."},
    )
    terms = Of(
        Terms,
        load_default=None,
        shows=terms_name,
        among=terms_to_decide_on,
        metadata={"label": "Terms adopted or ended"},
    )
    member = Of(
        Member,
        load_default=None,
        shows=lambda member: f"{member.names_on(clock.today())}, folio {member.folio}",
        among=members,
        metadata={"label": "Member allotted shares"},
    )
    share_class = Of(ShareClass, load_default=None, shows=lambda each: each.name, metadata={"label": "Class of shares"})
    shares = fields.Integer(load_default=None, validate=SHARES, metadata={"label": "How many shares"})
    paid = Pence(load_default=None, metadata={"label": "Paid on each share"})
    preemption = fields.String(
        load_default=None,
        validate=OneOf(list(FIRST_OFFER), list(FIRST_OFFER.values())),
        metadata={"label": "Existing holders’ right of first offer"},
    )
    offered = fields.Date(load_default=None, metadata={"label": "Offered to them on", "hint": IF_OFFERED})
    closes = fields.Date(load_default=None, metadata={"label": "Offer closed on", "hint": IF_OFFERED})
    lodged = Of(
        Transfer, load_default=None, shows=transfer_name, among=undecided, metadata={"label": "Transfer lodged"}
    )
    reasons = fields.String(
        load_default=None,
        metadata={"kind": "long", "label": "Reasons for refusal", "hint": "They go to the transferee with the notice."},
    )
    route = fields.String(
        required=True,
        validate=OneOf(ROUTES, [route.capitalize() for route in ROUTES]),
        metadata={"label": "How it was decided"},
    )
    outcome = fields.String(required=True, validate=OneOf(OUTCOMES, [outcome.capitalize() for outcome in OUTCOMES]))
    on = fields.Date(required=True, metadata={"label": "Decided on"})
    since = fields.Date(
        required=True,
        metadata={
            "label": "Takes effect on",
            "hint": "The day it was decided, unless it names a later one.",
        },
    )
    mover = Of(Person, load_default=None, shows=name_today, among=people, metadata={"label": "Moved by"})
    votes_for = fields.Integer(load_default=None, validate=COUNTED, metadata={"label": "Votes for"})
    votes_against = fields.Integer(load_default=None, validate=COUNTED, metadata={"label": "Votes against"})
    abstained = fields.Integer(load_default=None, validate=COUNTED)
    subject_to = Lines(
        ConditionLine,
        load_default=list,
        metadata={"label": "Conditions", "hint": "What it does waits until all of them are satisfied."},
    )
    bears_on = Lines(BearingLine, load_default=list, metadata={"label": "Earlier decisions that it takes up"})
    rationale = fields.String(load_default="", metadata={"kind": "long", "label": "Why"})
    options_considered = fields.String(load_default="", metadata={"kind": "long"})
    review_by = fields.Date(load_default=None, metadata={"label": "To be looked at again by"})
    binds_members = fields.Boolean(load_default=False, metadata={"label": "It binds the members"})
    waits = fields.Boolean(load_default=False, metadata={"off_page": True})

    @validates_schema(skip_on_field_errors=False)
    def answers_go_together(self, answers: dict[str, Any], **_: Any) -> None:
        """A line of a CSV is told what it lacks; the command would only tell the first of them."""
        if {"route", "kind", "outcome"} <= answers.keys():
            asking.demand_meeting(answers["route"], answers.get("meeting"), answers.get("item"))
            asking.demand_answers(answers["kind"], answers["outcome"], answers)

    MORE = ("subject_to", "bears_on", "rationale", "options_considered", "review_by", "binds_members")
    """What most decisions do without, asked below the rest."""

    @classmethod
    def about(cls) -> tuple[str, ...]:
        """Who decided, when and how: asked of every decision, after what it says and does."""
        return tuple(name for name in cls._declared_fields if name not in ("text", "kind", *effects.ASKED, *cls.MORE))

    @staticmethod
    def effect() -> tuple[str, ...]:
        """The questions that only some kinds of decision ask."""
        return effects.ASKED

    @staticmethod
    def kinds_asking(answer: str) -> str:
        """The kinds that ask it, as the page's script reads them."""
        return "|".join(effects.kinds_asking(answer))
