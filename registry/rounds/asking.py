"""Whom a round asks: those who decide for the federation on the day it opens, all of them or those of some bodies."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select

from registry import clock
from registry.db import db
from registry.interests.standing import Standing, standings_on
from registry.people.models import Person
from registry.seats.models import Seat
from registry.seats.queries import whole_seats
from registry.structure.models import Body
from registry.wording import day as worded


def asked_on(day: date, *, everyone: bool, bodies: Sequence[Body]) -> list[Standing]:
    """Everyone asked, with why, by the names borne then. The dead are asked nothing."""
    found = standings_on(day) if everyone else _members_of(bodies, day)
    living = (each for each in found if _lived(each.person, day))
    return sorted(living, key=lambda each: (_surname(each.person, day), each.person.ref))


def _members_of(bodies: Sequence[Body], day: date) -> list[Standing]:
    """Whoever sits in a seat of one of the bodies, by virtue of another seat too."""
    found: dict[str, Standing] = {}
    for seat in db.session.scalars(whole_seats().where(Seat.body_ref.in_([body.ref for body in bodies]))):
        for each in seat.sitting(day):
            standing = found.setdefault(each.person_ref, Standing(each.person, each.since))
            standing.places.append(f"{seat.called}, since {worded(each.since)}")
    return list(found.values())


def bodies_with_seats() -> Select[Body]:
    """The bodies of today that have members to ask."""
    return select(Body).where(Body.ref.in_(select(Seat.body_ref)), Body.holding(clock.today()))


def _lived(person: Person, day: date) -> bool:
    return person.died is None or day < person.died


def _surname(person: Person, day: date) -> str:
    return person.borne_on(day).surname.casefold()
