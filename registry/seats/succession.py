"""Who has sat in a seat, in turn, and when it stood vacant; and every seat that a person has sat in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats.models import SUBSTANTIVE, Appointment, Seat, Turn
from registry.seats.sentences import end_shown, is_over, last_day_shown

TO_COME, STAYS_ON, VACANT = "to come", "stays on after the term", "Vacant"


def succession(seat: Seat, day: date) -> list[dict[str, Any]]:
    """Everyone who has sat, or is to sit, in a seat, in turn, and when it stood vacant up to a day."""
    return list(_turns(seat, day))


def _turns(seat: Seat, day: date) -> Iterator[dict[str, Any]]:
    free: date | None = seat.since
    for turn in seat.turns():
        if free and free <= day and free < turn.since:
            yield _gap(free, turn.since if turn.since <= day else None)
        yield turn_line(turn, day)
        left = end_shown(turn, day)
        free = free and left and max(free, left)
    over = seat.until if seat.until and seat.until <= day else None
    if free and free <= day and free != over:
        yield _gap(free, over)


def turn_line(turn: Turn, day: date) -> dict[str, Any]:
    appointment = turn.appointment
    has_left = turn.until is not None and turn.until <= day
    last = turn.until and turn.until - ONE_DAY
    return {
        "holder": appointment.person.name_on(min(day, last or day)),
        "person": appointment.person_ref,
        "since": turn.since,
        "dates": appointment.dates,
        "last_day": last_day_shown(turn, day),
        "how": ", ".join(filter(None, (appointment.how, _capacity(appointment)))),
        "ended": _how_it_ended(turn, day, has_left=has_left),
        "ref": appointment.ref,
    }


def _how_it_ended(turn: Turn, day: date, *, has_left: bool) -> str:
    if day < turn.since:
        return TO_COME
    if has_left:
        return turn.appointment.ended
    return STAYS_ON if is_over(turn.appointment, day) else ""


def _capacity(appointment: Appointment) -> str:
    return "" if appointment.capacity == SUBSTANTIVE else appointment.capacity


def _gap(since: date, until: date | None) -> dict[str, Any]:
    last_day = until and until - ONE_DAY
    blank = {"person": None, "dates": "", "how": "", "ended": "", "ref": None}
    return {"holder": VACANT, "since": since, "last_day": last_day} | blank


def turns_of(person: Person) -> list[tuple[Seat, Turn]]:
    """Every turn of a person in any seat, by appointment or by virtue of another seat, the latest first."""
    sat = Seat.appointments.any(Appointment.person_ref == person.ref)
    whole = select(Seat).options(joinedload(Seat.body), selectinload(Seat.appointments))
    seats = db.session.scalars(whole.where(sat | Seat.ex_officio_ref.is_not(None))).all()
    found = [(seat, turn) for seat in seats for turn in seat.turns() if turn.appointment.person_ref == person.ref]
    return sorted(found, key=lambda each: (each[1].since, each[0].ref), reverse=True)


def held_by(person: Person, day: date) -> list[dict[str, Any]]:
    """Every seat a person has sat in, or is to sit in, the latest first."""
    return [
        turn_line(turn, day) | {"ref": seat.ref, "seat": seat.title, "body": seat.body.name}
        for seat, turn in turns_of(person)
    ]
