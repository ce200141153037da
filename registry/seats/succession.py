"""Who has sat in a seat, in turn, and when it stood vacant; and every seat that a person has sat in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats.models import SUBSTANTIVE, Appointment, Seat
from registry.seats.sentences import end_shown, is_over, last_day_shown

TO_COME, STAYS_ON, VACANT = "to come", "stays on after the term", "Vacant"


def succession(seat: Seat, day: date) -> list[dict[str, Any]]:
    """Everyone who has sat, or is to sit, in a seat, in turn, and when it stood vacant up to a day."""
    return list(_turns(seat, day))


def _turns(seat: Seat, day: date) -> Iterator[dict[str, Any]]:
    free: date | None = seat.since
    for appointment in sorted(seat.sat_in, key=lambda each: (each.since, each.ref)):
        if free and free < appointment.since:
            yield _gap(free, appointment.since)
        yield _turn(appointment, day)
        free = free and appointment.until and max(free, appointment.until)
    if free and free <= day and free != seat.until:
        yield _gap(free, seat.until)


def _turn(appointment: Appointment, day: date) -> dict[str, Any]:
    left = end_shown(appointment, day)
    has_left = left is not None and left <= day
    return {
        "holder": appointment.person.name_on(min(day, appointment.last_day or day)),
        "person": appointment.person_ref,
        "since": appointment.since,
        "dates": appointment.dates,
        "last_day": last_day_shown(appointment, day),
        "how": ", ".join(filter(None, (appointment.how, _capacity(appointment)))),
        "ended": _how_it_ended(appointment, day, has_left=has_left),
        "ref": appointment.ref,
    }


def _how_it_ended(appointment: Appointment, day: date, *, has_left: bool) -> str:
    if day < appointment.since:
        return TO_COME
    if has_left:
        return appointment.ended
    return STAYS_ON if is_over(appointment, day) else ""


def _capacity(appointment: Appointment) -> str:
    return "" if appointment.capacity == SUBSTANTIVE else appointment.capacity


def _gap(since: date, until: date | None) -> dict[str, Any]:
    last_day = until and until - ONE_DAY
    blank = {"person": None, "dates": "", "how": "", "ended": "", "ref": None}
    return {"holder": VACANT, "since": since, "last_day": last_day} | blank


def held_by(person: Person, day: date) -> list[dict[str, Any]]:
    """Every seat a person has sat in, or is to sit in, the latest first."""
    whole = select(Appointment).options(joinedload(Appointment.seat).joinedload(Seat.body))
    found = db.session.scalars(whole.where(Appointment.person_ref == person.ref).order_by(Appointment.since.desc()))
    return [
        _turn(each, day) | {"ref": each.seat_ref, "seat": each.seat.title, "body": each.seat.body.name}
        for each in found
    ]
