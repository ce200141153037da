from datetime import date

from registry.db import db
from registry.ledger import command, opening
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.reckoning import drawn
from registry.seats import rules
from registry.seats.models import Appointment, Seat
from registry.structure.models import Body


@command
def establish(
    *,
    body: Body,
    title: str,
    kind: str,
    votes: int = 1,
    director: bool = False,
    constituency: Body | None = None,
    since: date,
    by: Actor,
) -> Seat:
    """Establish a seat on a body from the start of a day; it is vacant until somebody is appointed."""
    rules.body_exists(body, since=since)
    rules.acd_speaks_for_a_network(kind, constituency=constituency and constituency.kind)
    seat = Seat(
        body=body, title=title, kind=kind, votes=votes, director=director, constituency=constituency, since=since
    )
    db.session.add(seat)
    return seat


@command
def abolish(seat: Seat, *, until: date, by: Actor) -> None:
    """Abolish an empty seat; `until` is the first day it is no more."""
    rules.ends_after_it_begins(seat.since, until=until)
    rules.seat_is_left(seat.appointments, until=until)
    seat.until = until


@command
def appoint(seat: Seat, *, person: Person, since: date, until: date | None = None, by: Actor) -> Appointment:
    """Put a person in a vacant seat from the start of a day; `until` is the first day after a fixed term."""
    rules.ends_after_it_begins(since, until=until)
    rules.seat_exists(seat, since=since, until=until)
    rules.seat_is_vacant(seat.appointments, since=since, until=until)
    if seat.director:
        rules.birth_is_on_record(person.age(since))
        rules.director_is_sixteen(person.age(since))
    seat.appointments.append(appointment := Appointment(person=person, since=since, until=until))
    return appointment


@command
def retire(seat: Seat, *, until: date, ended: str = "", by: Actor) -> Appointment:
    """End the appointment of whoever sits in a seat; `until` is the first day it is vacant, `ended` why."""
    appointment = seat.appointment(until - ONE_DAY)
    rules.somebody_sits(appointment is not None)
    assert appointment is not None
    appointment.until, appointment.ended = until, ended or appointment.ended
    return appointment


@opening
def bring_in(
    *,
    body: Body,
    title: str,
    kind: str,
    votes: int = 1,
    director: bool = False,
    constituency: Body | None = None,
    since: date,
    until: date | None = None,
    dates: str = "",
    by: Actor,
) -> Seat:
    """Enter a seat of the old books, with its end if it has been abolished: `until` is the first day it is no more."""
    if until is not None:
        since = drawn(since, dates, by=until - ONE_DAY)
    rules.body_exists(body, since=since)
    rules.ends_after_it_begins(since, until=until)
    seat = Seat(
        body=body, title=title, kind=kind, votes=votes, director=director, constituency=constituency,
        since=since, until=until, dates=dates,
    )  # fmt: skip
    db.session.add(seat)
    return seat


@opening
def bring_in_appointment(
    seat: Seat,
    *,
    person: Person,
    since: date,
    until: date | None = None,
    ended: str = "",
    dates: str = "",
    by: Actor,
) -> Appointment:
    """Enter who sat in a seat by the old books; `until` is the first day no longer, `ended` how it came to an end."""
    if until is not None:
        since = drawn(since, dates, by=until - ONE_DAY)
    seat.since = drawn(seat.since, seat.dates, by=since)
    rules.ends_after_it_begins(since, until=until)
    rules.seat_exists(seat, since=since, until=until)
    rules.seat_is_vacant(seat.appointments, since=since, until=until)
    appointment = Appointment(person=person, since=since, until=until, ended=ended, dates=dates)
    seat.appointments.append(appointment)
    return appointment
