"""What the commands of this room ask."""

from marshmallow import fields
from marshmallow.validate import OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry import clock
from registry.forms import Form, Of
from registry.people.models import Person
from registry.people.offering import name_today, people
from registry.seats.models import CAPACITIES, KINDS, SUBSTANTIVE, WAYS, Seat
from registry.seats.wording import KINDS_IN_WORDS
from registry.structure.models import AREA, HUB, LOCALITY, PCN, Body

ENDINGS = ("resigned", "term ended", "removed", "died")
MOST_VOTES, MOST_MONTHS, MOST_TERMS, MOST_HOLDERS = 100, 240, 20, 4


def constituencies() -> Select[Body]:
    """The bodies that practices belong to."""
    return select(Body).where(Body.kind.in_((PCN, HUB, LOCALITY, AREA)))


class EstablishForm(Form):
    body = Of(Body, required=True, shows=lambda body: f"{body.name} ({body.kind})")
    title = fields.String(required=True, metadata={"hint": "As the minutes name it, such as ACD for Rutland Health."})
    kind = fields.String(required=True, validate=OneOf(KINDS, [KINDS_IN_WORDS[kind] for kind in KINDS]))
    votes = fields.Integer(
        load_default=1,
        validate=Range(min=0, max=MOST_VOTES, error="Write a number of votes from {min} to {max}."),
        metadata={"hint": "1 if left blank; 0 for a seat that attends without a vote.", "width": 3},
    )
    director = fields.Boolean(load_default=False, metadata={"label": "Whoever holds it is a director of the company"})
    constituency = Of(
        Body,
        load_default=None,
        shows=lambda body: f"{body.name} ({body.kind})",
        among=constituencies,
        metadata={"label": "Speaks for", "hint": "An ACD's seat speaks for a PCN."},
    )
    since = fields.Date(required=True, metadata={"label": "Established on"})
    appointed_by = Of(
        Body,
        load_default=None,
        shows=lambda body: f"{body.name} ({body.kind})",
        metadata={"label": "Appointed by", "hint": "The body that fills it."},
    )
    ex_officio = Of(
        Seat,
        load_default=None,
        shows=lambda seat: seat.called,
        among=lambda: select(Seat).where(Seat.holding(clock.today())).options(joinedload(Seat.body)),
        metadata={"label": "Ex officio of", "hint": "The seat whose holder has this one too, if it is so filled."},
    )
    requirements = fields.String(load_default="", metadata={"hint": "Who may sit in it, such as a GP of the network."})
    term_months = fields.Integer(
        load_default=None,
        validate=Range(min=1, max=MOST_MONTHS, error="Write a number of months from {min} to {max}."),
        metadata={"label": "Length of a term, in months", "width": 3},
    )
    most_terms = fields.Integer(
        load_default=None,
        validate=Range(min=1, max=MOST_TERMS, error="Write a number of terms from {min} to {max}."),
        metadata={"label": "Most terms of one person", "width": 3},
    )
    carries_over = fields.Boolean(
        load_default=False, metadata={"label": "Whoever’s term is over stays until another is appointed"}
    )
    holders = fields.Integer(
        load_default=1,
        validate=Range(min=1, max=MOST_HOLDERS, error="Write a number of holders from {min} to {max}."),
        metadata={"label": "Holders at a time", "hint": "1 if left blank; 2 for a seat that is shared.", "width": 3},
    )


class AbolishForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day it is no more"})


class AppointForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people)
    since = fields.Date(required=True, metadata={"label": "From"})
    until = fields.Date(
        load_default=None,
        metadata={"label": "First day after the term", "hint": "Left blank, it follows from the seat’s own term."},
    )
    how = fields.String(
        load_default="",
        validate=OneOf(WAYS, [way.capitalize() for way in WAYS]),
        metadata={"label": "How they came to it"},
    )
    capacity = fields.String(
        load_default=SUBSTANTIVE,
        validate=OneOf(CAPACITIES, [each.capitalize() for each in CAPACITIES]),
        metadata={"label": "In what capacity"},
    )


class RetireForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day no longer in the seat"})
    person = Of(
        Person,
        load_default=None,
        shows=name_today,
        among=people,
        metadata={"label": "Who leaves", "hint": "Only of a seat that is shared."},
    )
    ended = fields.String(
        load_default="",
        validate=OneOf(ENDINGS, [ending.capitalize() for ending in ENDINGS]),
        metadata={"label": "How it ended"},
    )


class CorrectForm(Form):
    turn = fields.String(required=True, metadata={"kind": "hidden"})
    since = fields.Date(required=True, metadata={"label": "From"})
    until = fields.Date(load_default=None, metadata={"label": "First day no longer in the seat"})
    ended = fields.String(
        load_default="",
        validate=OneOf(ENDINGS, [ending.capitalize() for ending in ENDINGS]),
        metadata={"label": "How it ended"},
    )
    reason = fields.String(required=True, metadata={"kind": "long", "label": "What was wrong, and how you know"})


class StrikeForm(Form):
    turn = fields.String(required=True, metadata={"kind": "hidden"})
    reason = fields.String(required=True, metadata={"kind": "long", "label": "Why it never was, or was called off"})


class ChooseVoterForm(Form):
    person = Of(Person, required=True, shows=name_today, among=people, metadata={"label": "Who casts its votes"})
    since = fields.Date(required=True, metadata={"label": "From"})
