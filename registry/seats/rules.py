from collections.abc import Iterable
from datetime import date

from registry.law import rule
from registry.periods import Lasting
from registry.seats.models import ACD
from registry.structure.models import PCN

DIRECTORS_LEAST_AGE = 16


@rule("Companies Act 2006, s.1138", field="since")
def body_exists(body: Lasting, *, since: date) -> bool:
    """A seat is established on a day when its body exists."""
    return body.holds(since)


@rule("Network Contract DES", field="constituency")
def acd_speaks_for_a_network(kind: str, *, constituency: str | None) -> bool:
    """The seat of an Accountable Clinical Director speaks for a PCN: choose which."""
    return kind != ACD or constituency == PCN


@rule("Companies Act 2006, s.1138", field="until")
def ends_after_it_begins(since: date, *, until: date | None) -> bool:
    """The first day that something is no more comes after the day it began."""
    return until is None or since < until


@rule("Companies Act 2006, s.1138", field="until")
def seat_is_left(appointments: Iterable[Lasting], *, until: date) -> bool:
    """A seat is abolished once nobody sits in it: retire its holder by that day first."""
    return not any(appointment.overlaps(until) for appointment in appointments)


@rule("Companies Act 2006, s.1138", field="since")
def seat_exists(seat: Lasting, *, since: date, until: date | None = None) -> bool:
    """An appointment lies within the life of its seat: not before it was established, nor after it is abolished."""
    return seat.since <= since and (seat.until is None or (until is not None and until <= seat.until))


@rule("Model Articles, art. 17", field="since")
def seat_is_vacant(appointments: Iterable[Lasting], *, since: date, until: date | None = None) -> bool:
    """One person sits in a seat at a time, and this seat is filled for some or all of that time."""
    return not any(appointment.overlaps(since, until) for appointment in appointments)


@rule("Companies Act 2006, s.157(1)", field="person")
def birth_is_on_record(age: int | None) -> bool:
    """A director must be at least 16: enter their date of birth in the register of people first."""
    return age is not None


@rule("Companies Act 2006, s.157(1)", field="since")
def director_is_sixteen(age: int | None) -> bool:
    """A director must be at least 16 on the day the appointment takes effect."""
    return age is not None and age >= DIRECTORS_LEAST_AGE


@rule("Companies Act 2006, s.1138", field="until")
def somebody_sits(sitting: bool) -> bool:
    """An appointment ends after it began: nobody sat in this seat on the day before that one."""
    return sitting
