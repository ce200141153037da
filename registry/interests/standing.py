"""Who decides for the federation, and so declares: those in its seats, and those who hold its shares."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.orm import contains_eager, joinedload

from registry.db import db
from registry.interests import queries, rules
from registry.members.models import Holder, Member
from registry.nominees.queries import practices_of
from registry.people.models import Person
from registry.seats.models import Appointment, Seat
from registry.wording import day as worded


@dataclass
class Standing:
    """A person's places in the registers on a day, in words, and the first day of the earliest."""

    person: Person
    since: date
    places: list[str] = field(default_factory=list)

    def add(self, since: date, place: str) -> None:
        self.since = min(self.since, since)
        self.places.append(f"{place}, since {worded(since)}")


def standings_on(day: date) -> list[Standing]:
    """Everyone who is in a seat, or holds shares, on a day."""
    found: dict[str, Standing] = {}
    for person, since, place in (*_seats(day, true()), *_shares(day, true())):
        found.setdefault(person.ref, Standing(person, since)).add(since, place)
    return list(found.values())


def places_of(person: Person, day: date) -> list[str]:
    """What the registers already say of a person on a day: seats, shares, and practices stood for."""
    seats = _seats(day, Appointment.person_ref == person.ref)
    shares = _shares(day, Holder.person_ref == person.ref)
    practices = [f"Nominee of {practice.name_on(day)}" for practice in practices_of(person, day)]
    return [f"{place}, since {worded(since)}" for _, since, place in (*seats, *shares)] + practices


def due_on(day: date) -> list[dict[str, Any]]:
    """Everyone who should confirm and has never, or not for a year: the longest due first."""
    words = queries.last_words(day)
    lines = [_due_line(standing, words.get(standing.person.ref), day) for standing in standings_on(day)]
    due = [line for line in lines if line["never"] or line["due"] < day]
    return sorted(due, key=lambda line: (line["due"], line["person"]))


def _due_line(standing: Standing, word: Any, day: date) -> dict[str, Any]:
    return {
        "ref": standing.person.ref,
        "person": standing.person.name_on(day),
        "places": standing.places,
        "word": word and word.on,
        "never": word is None,
        "due": rules.due_after(word.on) if word else standing.since,
    }


def _seats(day: date, whose: ColumnElement[bool]) -> list[tuple[Person, date, str]]:
    held = (
        select(Appointment)
        .where(Appointment.holding(day), whose)
        .options(joinedload(Appointment.person).selectinload(Person.names))
        .options(joinedload(Appointment.seat).joinedload(Seat.body))
        .order_by(Appointment.since, Appointment.ref)
    )
    return [(each.person, each.since, f"{each.seat.title}, {each.seat.body.name}") for each in db.session.scalars(held)]


def _shares(day: date, whose: ColumnElement[bool]) -> list[tuple[Person, date, str]]:
    entered = (Member.entered <= day) & or_(Member.ceased.is_(None), Member.ceased > day)
    holders = (
        select(Holder)
        .join(Holder.member)
        .where(entered, whose)
        .options(contains_eager(Holder.member).selectinload(Member.movements))
        .options(joinedload(Holder.person).selectinload(Person.names))
        .order_by(Member.entered, Holder.ref)
    )
    return [(each.person, each.member.entered, _holding(each.member, day)) for each in db.session.scalars(holders)]


def _holding(member: Member, day: date) -> str:
    held = member.held(day)
    return f"Holder of {held:,} {'share' if held == 1 else 'shares'}, folio {member.folio}"
