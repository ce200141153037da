from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.deputies.models import Deputy
from registry.people.models import Person
from registry.seats.models import Seat

Line = dict[str, Any]


def deputies_on(day: date) -> list[Line]:
    """Whoever may come in another's place on a day, seat by seat."""
    found = _lines(_deputies().where(Deputy.holding(day)), day)
    return sorted(found, key=lambda line: (line["seat"], line["since"]))


def deputies_of(seat: Seat, day: date) -> list[Line]:
    """Whoever has been a deputy for a seat by a day, the latest first."""
    wanted = _deputies().where(Deputy.seat_ref == seat.ref, Deputy.since <= day)
    return _lines(wanted.order_by(Deputy.since.desc()), day)


def _deputies() -> Select[Deputy]:
    named = joinedload(Deputy.person).selectinload(Person.names)
    return select(Deputy).options(named, joinedload(Deputy.seat).joinedload(Seat.body))


def _lines(wanted: Select[Deputy], day: date) -> list[Line]:
    found: Iterable[Deputy] = db.session.scalars(wanted)
    return [line_of(deputy, day) for deputy in found]


def line_of(deputy: Deputy, day: date) -> Line:
    has_ended = deputy.until is not None and deputy.until <= day
    return {
        "ref": deputy.ref,
        "rev": deputy.rev,
        "title": deputy.called,
        "seat": deputy.seat.called,
        "seat_ref": deputy.seat_ref,
        "name": deputy.person.name_on(day),
        "person_ref": deputy.person_ref,
        "since": deputy.since,
        "last_day": deputy.last_day if has_ended else None,
        "authority": deputy.authority,
    }
