from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats.models import ACD, CHAIR, DIRECTOR, LAY, OBSERVER, OFFICER, Appointment, Seat
from registry.structure.models import BOARD, Body
from registry.wording import day as in_words

PRECEDENCE = (CHAIR, DIRECTOR, ACD, LAY, OFFICER, OBSERVER)


def seats_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every seat there was on a day, or every seat of one body, and who sat in it.

    The board comes first, and in each body its chair.
    """
    return _lines(day, *([] if body is None else [Seat.body_ref == body.ref]))


def seats_about(body: Body, day: date) -> list[dict[str, Any]]:
    """The seats of a body on a day, and those elsewhere that spoke for it."""
    return _lines(day, or_(Seat.body_ref == body.ref, Seat.constituency_ref == body.ref))


def _lines(day: date, *which: ColumnElement[bool]) -> list[dict[str, Any]]:
    found = db.session.scalars(_whole_seats().where(Seat.holding(day), *which))
    return [seat_on(seat, day) for seat in sorted(found, key=_place)]


def seat_on(seat: Seat, day: date) -> dict[str, Any]:
    """A seat as it was on a day."""
    appointment = seat.appointment(day)
    return {
        "ref": seat.ref,
        "seat": seat.title,
        "body": seat.body.name,
        "body_ref": seat.body_ref,
        "kind": seat.kind,
        "constituency": seat.constituency and seat.constituency.name,
        "constituency_ref": seat.constituency_ref,
        "votes": seat.votes,
        "director": seat.director,
        "vacant": appointment is None,
        "holder": appointment.person.name_on(day) if appointment else vacancy(seat, day),
        "person": appointment and appointment.person_ref,
        "since": appointment and appointment.since,
        "dates": appointment and appointment.dates,
        "last_day": appointment and appointment.last_day,
    }


def vacancy(seat: Seat, day: date) -> str:
    """Since when a vacant seat has been so, and who is to come: "Vacant since 1 April 2026; from 1 May, Dr Patel"."""
    left = [each for each in seat.appointments if each.until and each.until <= day]
    words = _left(max(left, key=lambda each: each.since), day) if left else "Vacant, never filled"
    if (coming := next_appointment(seat, day)) is not None:
        words += f"; {coming.person.name_on(day)} from {in_words(coming.since)}"
    return words


def _left(last: Appointment, day: date) -> str:
    why = f" ({last.person.name_on(day)}, {last.ended})" if last.ended else ""
    return f"Vacant since {in_words(last.until)}{why}"


def next_appointment(seat: Seat, day: date) -> Appointment | None:
    """The first appointment made that begins after a day."""
    coming = [each for each in seat.appointments if each.since > day]
    return min(coming, key=lambda each: each.since, default=None)


def succession(seat: Seat, day: date) -> list[dict[str, Any]]:
    """Everyone who has sat, or is to sit, in a seat, in turn, and when it stood vacant up to a day."""
    return list(_turns(seat, day))


def _turns(seat: Seat, day: date) -> Iterator[dict[str, Any]]:
    free: date | None = seat.since
    for appointment in sorted(seat.appointments, key=lambda each: each.since):
        if free and free < appointment.since:
            yield _gap(free, appointment.since)
        yield _turn(appointment, day)
        free = appointment.until
    if free and free <= day and free != seat.until:
        yield _gap(free, seat.until)


def _turn(appointment: Appointment, day: date) -> dict[str, Any]:
    return {
        "holder": appointment.person.name_on(appointment.last_day or day),
        "person": appointment.person_ref,
        "since": appointment.since,
        "dates": appointment.dates,
        "last_day": appointment.last_day,
        "ended": appointment.ended,
    }


def _gap(since: date, until: date | None) -> dict[str, Any]:
    last_day = until and until - ONE_DAY
    return {"holder": "Vacant", "person": None, "since": since, "dates": "", "last_day": last_day, "ended": ""}


def held_by(person: Person) -> list[dict[str, Any]]:
    """Every seat a person has sat in, the latest first."""
    whole = select(Appointment).options(joinedload(Appointment.seat).joinedload(Seat.body))
    found = db.session.scalars(whole.where(Appointment.person_ref == person.ref).order_by(Appointment.since.desc()))
    return [
        {"ref": each.seat_ref, "seat": each.seat.title, "body": each.seat.body.name, "since": each.since}
        | {"dates": each.dates, "last_day": each.last_day, "ended": each.ended}
        for each in found
    ]


def vacant_on(day: date) -> list[dict[str, Any]]:
    """The seats vacant on a day to which nobody has yet been appointed."""
    wanted = _whole_seats().where(Seat.holding(day))
    vacant = [seat for seat in db.session.scalars(wanted) if not (seat.appointment(day) or next_appointment(seat, day))]
    return [seat_on(seat, day) for seat in sorted(vacant, key=_place)]


def _whole_seats() -> Select[Seat]:
    """Seats with all that their lines tell, in a few statements however many there are."""
    people = selectinload(Seat.appointments).joinedload(Appointment.person).selectinload(Person.names)
    return select(Seat).options(people, joinedload(Seat.body), joinedload(Seat.constituency))


def _place(seat: Seat) -> tuple[Any, ...]:
    return seat.body.kind != BOARD, seat.body.name, PRECEDENCE.index(seat.kind), seat.title, seat.ref
