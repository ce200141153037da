from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.directors.models import OVER, Directorship
from registry.directors.rules import VERIFIED_BY
from registry.people.models import Person
from registry.seats.models import Appointment, Seat

Line = dict[str, Any]

HOME = ("born", "home_address", "consent")
"""What only the office may read."""


def directors_on(day: date) -> list[Line]:
    """The directors of the company on a day, by surname."""
    found = db.session.scalars(_directorships().where(Directorship.holding(day)))
    return [line_of(each, day) for each in sorted(found, key=lambda each: _by_surname(each, day))]


def _by_surname(directorship: Directorship, day: date) -> tuple[str, str, str]:
    name = directorship.person.borne_on(day)
    return name.surname.casefold(), name.forenames.casefold(), directorship.ref


def directorships_of(person: Person, day: date) -> list[Line]:
    """When a person has been a director, the latest first."""
    found = _directorships().where(Directorship.person_ref == person.ref, Directorship.since <= day)
    return [line_of(each, day) for each in db.session.scalars(found.order_by(Directorship.since.desc()))]


def _directorships() -> Select[Directorship]:
    named = joinedload(Directorship.person).selectinload(Person.names)
    return select(Directorship).options(named, selectinload(Directorship.particulars))


def line_of(directorship: Directorship, day: date) -> Line:
    told = directorship.particulars_on(day) or directorship.particulars[0]
    has_ended = directorship.until is not None and directorship.until <= day
    return {
        "ref": directorship.ref,
        "rev": directorship.rev,
        "title": directorship.called,
        "name": directorship.person.name_on(day),
        "person": directorship.person_ref,
        "since": directorship.since,
        "dates": directorship.dates,
        "last_day": directorship.last_day if has_ended else None,
        "ended": directorship.ended if has_ended else "",
        "consented": directorship.consented,
        "consent": directorship.consent_name,
        "declared": directorship.declared,
        "verified": directorship.verified if directorship.verified and directorship.verified <= day else None,
        "occupation": told.occupation,
        "nationality": told.nationality,
        "country": told.country,
        "service_address": told.service_address,
        "former_names": told.former_names,
        "born": directorship.person.born,
        "home_address": told.home_address,
    }


def in_public(line: Line) -> Line:
    """The line without what only the office may read."""
    return {name: fact for name, fact in line.items() if name not in HOME}


def changes_by(on: date) -> Iterator[tuple[str, Directorship, str, date]]:
    """What there has been to tell the registrar by a day: the form, of whom, about which record, and when it happened.

    What was before the books were opened is not told again.
    """
    for each in db.session.scalars(_directorships().where(Directorship.since <= on).order_by(Directorship.since)):
        if not each.before_the_books:
            yield "AP01", each, each.ref, each.since
        changes = [(told.ref, told.since) for told in each.particulars[1:]]
        for ref, since in (*changes, *_renamed(each)):
            if since <= on:
                yield "CH01", each, ref, since
        if each.until is not None and each.until <= on and each.before_the_books != OVER:
            yield "TM01", each, each.ref, each.until


def _renamed(directorship: Directorship) -> list[tuple[str, date]]:
    """The names taken while somebody was a director, and since when: the name is one of the particulars."""
    if directorship.before_the_books == OVER:
        return []
    taken = [name for name in directorship.person.names[1:] if directorship.since < name.since]
    return [(name.ref, name.since) for name in taken if directorship.holds(name.since)]


def not_verified(day: date) -> list[Directorship]:
    """The directors of a day whose identity had to be verified and is not recorded as such."""
    found = db.session.scalars(_directorships().where(Directorship.holding(day), Directorship.verified.is_(None)))
    return list(found) if day >= VERIFIED_BY else []


def seated_but_no_director(day: date) -> list[tuple[Seat, Person, bool]]:
    """Whoever sits on a day in a seat whose holder is to be a director, and is not entered as one.

    Each with whether he or she has been one while in it, and so is to leave it rather than to be entered.
    """
    directors = select(Directorship.person_ref).where(Directorship.holding(day))
    seated = (
        select(Appointment)
        .join(Appointment.seat)
        .where(Appointment.holding(day), Seat.director, Appointment.person_ref.not_in(directors))
        .options(joinedload(Appointment.seat).joinedload(Seat.body), joinedload(Appointment.person))
        .order_by(Appointment.since, Appointment.ref)
    )
    found = db.session.scalars(seated).all()
    ended = select(Directorship).where(Directorship.person_ref.in_([each.person_ref for each in found]))
    been = [each for each in db.session.scalars(ended) if each.until is not None and each.until <= day]
    return [
        (each.seat, each.person, any(b.person_ref == each.person_ref and each.since < b.until for b in been if b.until))
        for each in found
    ]


def director_without_a_seat(day: date) -> list[Directorship]:
    """Whoever is a director on a day and sits in no seat that makes one, having sat in one before."""
    seated = select(Appointment.person_ref).join(Appointment.seat).where(Appointment.holding(day), Seat.director)
    left = (
        select(Appointment.person_ref)
        .join(Appointment.seat)
        .where(Seat.director, or_(Appointment.until <= day, Appointment.until.is_(None)), Appointment.since <= day)
    )
    is_over = Directorship.person_ref.not_in(seated) & Directorship.person_ref.in_(left)
    return list(db.session.scalars(_directorships().where(Directorship.holding(day), is_over)))


def dead(day: date) -> list[Directorship]:
    """Whoever had died by a day and is still entered as a director."""
    died = Directorship.person.has(Person.died <= day)
    return list(db.session.scalars(_directorships().where(Directorship.holding(day), died)))
