from datetime import date

from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.reckoning import drawn
from registry.seats import rules
from registry.seats.commands.appointing import uphold_the_room
from registry.seats.models import Appointment, Seat
from registry.structure.models import Body


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
    uphold_the_room(seat, since, until)
    appointment = Appointment(person=person, since=since, until=until, ended=ended, dates=dates)
    seat.appointments.append(appointment)
    return appointment
