"""What a decision did to seats and terms, in words, read from them afterwards."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.decisions.models import Effect
from registry.people.models import Person
from registry.seats.models import Appointment, Seat
from registry.terms.models import Terms
from registry.wording import day as in_words


def seats() -> Select[Any]:
    people = selectinload(Seat.appointments).joinedload(Appointment.person).selectinload(Person.names)
    return select(Seat).options(people, joinedload(Seat.body))


def terms() -> Select[Any]:
    return select(Terms).options(joinedload(Terms.body))


def appointed(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person = appointment.person.name_on(appointment.since)
    return f"Appointed {person} to the seat “{seat.title}”, {seat.body.name}, from {in_words(appointment.since)}"


def ended(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person, last = appointment.person.name_on(appointment.since), in_words(appointment.last_day)
    return f"Ended the appointment of {person} to the seat “{seat.title}”, {seat.body.name}; the last day is {last}"


def created(seat: Seat, effect: Effect) -> str:
    return f"Created the seat “{seat.title}”, {seat.body.name}, from {in_words(seat.since)}"


def abolished(seat: Seat, effect: Effect) -> str:
    return f"Abolished the seat “{seat.title}”, {seat.body.name}; its last day is {in_words(seat.last_day)}"


def adopted(adopted: Terms, effect: Effect) -> str:
    return f"Adopted {adopted.title}, version {adopted.version}, in force from {in_words(adopted.since)}"


def revoked(ended: Terms, effect: Effect) -> str:
    return f"Ended {ended.title}, version {ended.version}; the last day in force is {in_words(ended.last_day)}"


def _part(parts: Iterable[Any], effect: Effect) -> Any:
    return next(part for part in parts if part.ref == effect.part_ref)
