from typing import Any

from flask import url_for
from marshmallow import fields
from marshmallow.validate import OneOf, Range
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.forms import Form, Of, Row, in_the_sources_words
from registry.people.models import Person
from registry.seats.models import ACD, CHAIR, DIRECTOR, KINDS, LAY, OBSERVER, OFFICER
from registry.structure.models import PCN, Body

KINDS_IN_WORDS = {
    DIRECTOR: "Director",
    CHAIR: "Chair",
    ACD: "Accountable Clinical Director (ACD)",
    LAY: "Lay member",
    OFFICER: "Officer",
    OBSERVER: "Observer",
}
ENDINGS = ("resigned", "term ended", "removed", "died")
MOST_VOTES = 100


def named_person(person: Person) -> str:
    return person.name_on(clock.today())


def people() -> Select[Person]:
    return select(Person).options(selectinload(Person.names))


def networks() -> Select[Body]:
    return select(Body).where(Body.kind == PCN)


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
        shows=lambda body: body.name,
        among=networks,
        metadata={"label": "Speaks for", "hint": "An ACD's seat speaks for a PCN."},
    )
    since = fields.Date(required=True, metadata={"label": "Established on"})


class AbolishForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day it is no more"})


class AppointForm(Form):
    person = Of(Person, required=True, shows=named_person, among=people)
    since = fields.Date(required=True, metadata={"label": "From"})
    until = fields.Date(
        load_default=None,
        metadata={"label": "First day after the term", "hint": "Leave blank if no end has been fixed."},
    )


class RetireForm(Form):
    until = fields.Date(required=True, metadata={"label": "First day the seat is vacant"})
    ended = fields.String(
        load_default="",
        validate=OneOf(ENDINGS, [ending.capitalize() for ending in ENDINGS]),
        metadata={"label": "How it ended"},
    )


def _href(line: dict[str, Any]) -> str:
    return url_for("seats.seat", word=line["ref"])


def _person_href(line: dict[str, Any]) -> str | None:
    return line["person"] and url_for("people.person", word=line["person"])


def _body_href(line: dict[str, Any]) -> str:
    return url_for("structure.body", word=line["body_ref"])


def _constituency_href(line: dict[str, Any]) -> str | None:
    return line["constituency_ref"] and url_for("structure.body", word=line["constituency_ref"])


class SeatRow(Row):
    seat = fields.String(metadata={"link": "href"})
    body = fields.String(metadata={"link": "body_href"})
    constituency = fields.String(metadata={"label": "Speaks for", "link": "constituency_href"})
    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date()
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day of term"})
    ref = fields.String(metadata={"hidden": True})
    vacant = fields.Boolean(metadata={"hidden": True})
    person = fields.String(metadata={"hidden": True})
    href = fields.Function(_href, metadata={"hidden": True})
    body_href = fields.Function(_body_href, metadata={"hidden": True})
    constituency_href = fields.Function(_constituency_href, metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


class TurnRow(Row):
    """A person's turn in a seat, or a time when it stood vacant."""

    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date(metadata={"label": "From"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    ended = fields.String(metadata={"label": "How it ended"})
    person = fields.String(metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


class SeatPage(Row):
    title = fields.String(metadata={"hidden": True})
    holder = fields.String(metadata={"label": "Held by", "link": "person_href"})
    since = fields.Date()
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day of term"})
    body = fields.String(metadata={"link": "body_href"})
    kind = fields.Function(lambda line: KINDS_IN_WORDS[line["kind"]])
    constituency = fields.String(metadata={"label": "Speaks for", "link": "constituency_href"})
    votes = fields.Integer()
    director = fields.Boolean(metadata={"label": "Holder is a director of the company"})
    established = fields.Date()
    abolished = fields.Date(metadata={"label": "Abolished from"})
    ref = fields.String(metadata={"hidden": True})
    rev = fields.Integer(metadata={"hidden": True})
    vacant = fields.Boolean(metadata={"hidden": True})
    person = fields.String(metadata={"hidden": True})
    succession = fields.List(fields.Nested(TurnRow), metadata={"hidden": True})
    body_href = fields.Function(_body_href, metadata={"hidden": True})
    constituency_href = fields.Function(_constituency_href, metadata={"hidden": True})
    person_href = fields.Function(_person_href, metadata={"hidden": True})


class HeldRow(Row):
    seat = fields.String(metadata={"link": "href"})
    body = fields.String()
    since = fields.Date(metadata={"label": "From"})
    dates = in_the_sources_words("since")
    last_day = fields.Date(metadata={"label": "Last day"})
    ended = fields.String(metadata={"label": "How it ended"})
    ref = fields.String(metadata={"hidden": True})
    href = fields.Function(_href, metadata={"hidden": True})
