from collections.abc import Iterable
from datetime import date
from typing import Any

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
    return most_at_a_time(appointments, since, until) == 0


@rule("Model Articles, art. 17", field="since")
def seat_has_a_place_free(
    appointments: Iterable[Lasting], holders: int, *, since: date, until: date | None = None
) -> bool:
    """This seat is shared by {holders} at a time, and all its places are filled for some or all of that time."""
    return most_at_a_time(appointments, since, until) < holders


def most_at_a_time(appointments: Iterable[Lasting], since: date, until: date | None) -> int:
    """How many sit on that day of a time on which most do."""
    others = [each for each in appointments if each.overlaps(since, until)]
    days = [since, *(each.since for each in others if each.since > since)]
    return max(sum(each.holds(day) for each in others) for day in days)


@rule("Model Articles, art. 17", field="person")
def sits_there_once(person_ref: str, appointments: Iterable[Any], *, since: date, until: date | None = None) -> bool:
    """Nobody sits in one seat twice at a time: this person is in it for some or all of that time."""
    return not any(each.person_ref == person_ref and each.overlaps(since, until) for each in appointments)


@rule("Model Articles, art. 17", field="person")
def is_not_ex_officio(filled_by: str | None) -> bool:
    """Whoever sits in the seat “{filled_by}” sits here too: appoint to that one."""
    return filled_by is None


@rule("Companies Act 2006, s.1138", field="ex_officio")
def other_seat_exists(seat: Lasting, *, since: date) -> bool:
    """The seat by which another is filled exists when that is established."""
    return seat.holds(since)


@rule("Terms of reference, Membership", field="most_terms")
def limit_is_of_terms(term_months: int | None, most_terms: int | None, *, carries_over: bool) -> bool:
    """A limit of terms, or staying on after one, is of a seat whose term has a length: say how many months it is."""
    return term_months is not None or (most_terms is None and not carries_over)


@rule("Companies Act 2006, s.154", field="holders")
def directorship_is_not_shared(director: bool, holders: int, *, ex_officio: bool = False) -> bool:
    """A directorship is one person’s, appointed to it: no seat that is shared or held ex officio makes a director."""
    return not director or (holders == 1 and not ex_officio)


@rule("Terms of reference, Membership", field="until")
def term_is_no_longer_than_the_seats(until: date | None, full: date | None) -> bool:
    """A term in this seat ends with the day before {full} at the latest."""
    return until is None or full is None or until <= full


@rule("Terms of reference, Membership", field="person")
def terms_are_within_the_limit(served: int, most: int | None) -> bool:
    """One person has at most {most} terms in this seat, and this one has had {served}."""
    return most is None or served < most


@rule("Companies Act 2006, s.1138", field="person")
def is_told_who_leaves(leaving: int) -> bool:
    """This seat is shared by {leaving}: say which of them leaves it."""
    return leaving <= 1


@rule("Terms of reference, Decision making process", field="person")
def votes_for_the_seat_it_sits_in(sits: bool) -> bool:
    """A seat’s votes are cast by somebody who sits in it that day."""
    return sits


@rule("Terms of reference, Decision making process", field="since")
def is_chosen_in_turn(voters: Iterable[Lasting], *, since: date) -> bool:
    """Who votes for the seat has been settled from that day or a later one already."""
    return all(each.since < since for each in voters)


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


@rule("Companies Act 2006, s.1138", field="person")
def is_alive(died: date | None, since: date) -> bool:
    """Nobody is appointed who has died: this person died on {died}."""
    return died is None or since <= died


@rule("Companies Act 2006, s.1138", field="until")
def leaves_before_it_ends(ended: str, ends: date | None, *, until: date) -> bool:
    """This appointment has an end already, of {ends}: put that right if it is wrong; only a term is cut short."""
    return ended == "" and (ends is None or until <= ends)


@rule("Companies Act 2006, s.1138", field="until")
def is_abolished_once(abolished: date | None) -> bool:
    """This seat is abolished from {abolished} already."""
    return abolished is None


@rule("Companies Act 2006, s.1138", field="turn")
def appointment_is_there(is_there: bool) -> bool:
    """There is no such appointment to this seat: look again."""
    return is_there
