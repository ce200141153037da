"""Who decides for the federation, and so declares: those in its seats, and those who hold its shares."""

from collections.abc import Iterable
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
from registry.practices.models import Practice
from registry.seats.models import Appointment, Seat
from registry.structure.models import PCN, Belonging, Body
from registry.wording import day as worded

SHAREHOLDER = "Shareholder"
NO_POSITION = "holds no seat and no shares"


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


def register_on(day: date, *, private: bool = False) -> tuple[list[queries.Line], list[str]]:
    """The register with each person's positions on the day; and those who decide, and of whom no line of it tells.

    Who has left is in it still. The public form does not tell whether somebody has declared nothing, or nothing that
    is published.
    """
    lines, positions = queries.interests_on(day, private=private), positions_on(day)
    told = [line | _placed(line, positions.get(line["person_ref"], [])) for line in lines]
    return told, _names_of(set(positions) - {line["person_ref"] for line in lines}, day)


def positions_on(day: date) -> dict[str, list[str]]:
    """What each who decides on a day is, by the person's ref: in which seats or, if in none, a shareholder."""
    found: dict[str, list[str]] = {}
    seated = select(Appointment.person_ref, Seat.title, Body.name).join(Appointment.seat).join(Seat.body)
    for ref, title, body in db.session.execute(seated.where(Appointment.holding(day)).order_by(Appointment.since)):
        found.setdefault(ref, []).append(f"{title}, {body}")
    holders = db.session.scalars(select(Holder.person_ref).join(Holder.member).where(_entered(day)))
    return {ref: [SHAREHOLDER] for ref in holders} | found


def _names_of(refs: Iterable[str], day: date) -> list[str]:
    """People's names on a day, by surname."""
    wanted = select(Person).where(Person.ref.in_(refs)).options(joinedload(Person.names))
    names = [person.borne_on(day) for person in db.session.scalars(wanted).unique()]
    return [name.in_full for name in sorted(names, key=lambda name: (name.surname, name.forenames))]


def _placed(line: queries.Line, positions: list[str]) -> queries.Line:
    return {"positions": positions, "marks": line["marks"] if positions else [*line["marks"], NO_POSITION]}


def places_of(person: Person, day: date) -> list[str]:
    """What the registers already say of a person on a day: seats, shares, practices stood for, and their networks."""
    seats = _seats(day, Appointment.person_ref == person.ref)
    shares = _shares(day, Holder.person_ref == person.ref)
    practices = practices_of(person, day)
    stands_for = [f"Nominee of {practice.name_on(day)}" for practice in practices]
    places = [f"{place}, since {worded(since)}" for _, since, place in (*seats, *shares)]
    return places + stands_for + _networks(practices, day)


def _networks(practices: Iterable[Practice], day: date) -> list[str]:
    """The primary care networks that practices are in on a day."""
    refs = [practice.ref for practice in practices]
    theirs = select(Belonging).where(Belonging.practice_ref.in_(refs), Belonging.holding(day))
    networks = theirs.join(Belonging.body).where(Body.kind == PCN).options(contains_eager(Belonging.body))
    return [f"Practice in {name}" for name in sorted({each.body.name for each in db.session.scalars(networks)})]


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
    holders = (
        select(Holder)
        .join(Holder.member)
        .where(_entered(day), whose)
        .options(contains_eager(Holder.member).selectinload(Member.movements))
        .options(joinedload(Holder.person).selectinload(Person.names))
        .order_by(Member.entered, Holder.ref)
    )
    return [(each.person, each.member.entered, _holding(each.member, day)) for each in db.session.scalars(holders)]


def _entered(day: date) -> ColumnElement[bool]:
    return (Member.entered <= day) & or_(Member.ceased.is_(None), Member.ceased > day)


def _holding(member: Member, day: date) -> str:
    held = member.held(day)
    return f"Holder of {held:,} {'share' if held == 1 else 'shares'}, folio {member.folio}"
