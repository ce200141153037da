"""What a decision about a seat does: it is filled, left, created or abolished."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.decisions import rules
from registry.decisions.doing import Answers, Doing, Telling
from registry.decisions.models import APPOINTED, ENDED, Decision, Effect
from registry.ledger import Part
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.seats import commands as seats
from registry.seats.models import Appointment, Seat
from registry.wording import day as in_words


def _appoint(decision: Decision, answers: Answers, by: Actor) -> Part:
    return seats.appoint(
        answers["seat"],
        person=answers["person"],
        since=decision.takes_effect,
        until=answers["until"],
        how="decision",
        by=by,
    )


def _to_appoint(decision: Decision, answers: Answers) -> str:
    person = answers["person"].name_on(decision.takes_effect)
    return f"Appoint {person} to the seat {_seat(answers)}, from {in_words(decision.takes_effect)}"


def _in_turn(decision: Decision, answers: Answers) -> None:
    rules.ends_once_in_effect(decision.takes_effect, answers["until"])


def _retire(decision: Decision, answers: Answers, by: Actor) -> Part:
    return seats.retire(answers["seat"], until=answers["until"], person=answers["person"], by=by)


def _to_retire(decision: Decision, answers: Answers) -> str:
    who = f" of {answers['person'].name_on(decision.takes_effect)}" if answers["person"] else ""
    return f"End the appointment{who} to the seat {_seat(answers)}; the first day without is {_until(answers)}"


def _seat(answers: Answers) -> str:
    seat: Seat = answers["seat"]
    return f"“{seat.title}”, {seat.body.name}"


def _until(answers: Answers) -> str:
    return in_words(answers["until"])


def _reads() -> Select[Any]:
    people = selectinload(Seat.appointments).joinedload(Appointment.person).selectinload(Person.names)
    return select(Seat).options(people, joinedload(Seat.body))


def _appointed(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person = appointment.person.name_on(appointment.since)
    return f"Appointed {person} to the seat “{seat.title}”, {seat.body.name}, from {in_words(appointment.since)}"


def _ended(seat: Seat, effect: Effect) -> str:
    appointment = _part(seat.appointments, effect)
    person, last = appointment.person.name_on(appointment.since), in_words(appointment.last_day)
    return f"Ended the appointment of {person} to the seat “{seat.title}”, {seat.body.name}; the last day is {last}"


def _created(seat: Seat, effect: Effect) -> str:
    return f"Created the seat “{seat.title}”, {seat.body.name}, from {in_words(seat.since)}"


def _abolished(seat: Seat, effect: Effect) -> str:
    return f"Abolished the seat “{seat.title}”, {seat.body.name}; its last day is {in_words(seat.last_day)}"


def _part(parts: Iterable[Any], effect: Effect) -> Any:
    return next(part for part in parts if part.ref == effect.part_ref)


DOINGS = {
    APPOINTED: Doing(
        act="seats.appoint",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is filled.", "person": "Say who is appointed."},
        takes=("until",),
        does=_appoint,
        foretells=_to_appoint,
        tells=_appointed,
        reads=_reads,
        shown="seats.seat",
    ),
    ENDED: Doing(
        act="seats.retire",
        changes="seat",
        model=Seat,
        needs={"seat": "Say which seat is left.", "until": "Say which is the first day no longer in the seat."},
        takes=("person",),
        upholds=_in_turn,
        does=_retire,
        foretells=_to_retire,
        tells=_ended,
        reads=_reads,
        shown="seats.seat",
    ),
}
CREATED = Telling(act="seats.establish", model=Seat, tells=_created, reads=_reads, shown="seats.seat")
"""A seat made by a decision once it was logged: the decision’s page asks what it is to be like."""
ABOLISHED = Telling(act="seats.abolish", model=Seat, tells=_abolished, reads=_reads, shown="seats.seat")
