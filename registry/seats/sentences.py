"""What is said of a seat and of those who sit in it, in words."""

from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.periods import ONE_DAY
from registry.seats.models import INTERIM, Appointment, Seat
from registry.wording import day as in_words


def end_shown(appointment: Appointment, day: date) -> date | None:
    """The first day no longer, as a page of a day shows it: of an earlier day, only what was to come by the term.

    That a term was cut short later is nothing that a page of that day tells.
    """
    has_ended = appointment.until is not None and appointment.until <= day
    return appointment.until if has_ended or day >= clock.today() else appointment.term_until


def last_day_shown(appointment: Appointment, day: date) -> date | None:
    """The last day in the seat or, while that is not settled, of the term, if it is still to come."""
    end = end_shown(appointment, day) or (None if is_over(appointment, day) else appointment.term_until)
    return end and end - ONE_DAY


def holders_of(sitting: Sequence[Appointment], day: date) -> str:
    """Dr Patel; Dr Patel and Dr Osei."""
    return " and ".join(each.person.name_on(day) for each in sitting)


def remarks_on(seat: Seat, sitting: Sequence[Appointment], day: date) -> str:
    """What is out of the ordinary about who sits in a seat on a day."""
    return "; ".join(_remarks(seat, sitting, day))


def _remarks(seat: Seat, sitting: Sequence[Appointment], day: date) -> list[str]:
    found = []
    if seat.ex_officio:
        found.append(f"by holding the seat “{seat.ex_officio.title}”")
    if seat.holders > 1 and seat.votes and len(sitting) > 1:
        found.append(f"{sitting[0].person.name_on(day)} casts its {'vote' if seat.votes == 1 else 'votes'}")
    for each in sitting:
        if each.capacity == INTERIM:
            found.append("interim")
        if is_over(each, day):
            whose = f"{each.person.name_on(day)}’s term" if len(sitting) > 1 else "term"
            found.append(f"{whose} over since {in_words(each.term_until)}, stays on")
    return found


def is_over(appointment: Appointment, day: date) -> bool:
    """Whether somebody sits on after the term that he or she was appointed for."""
    return appointment.term_until is not None and appointment.term_until <= day and appointment.holds(day)


def vacancy(seat: Seat, day: date) -> str:
    """Since when a vacant seat has been so, and who is to come: "Vacant since 1 April 2026; from 1 May, Dr Patel"."""
    left = [each for each in seat.sat_in if each.until and each.until <= day]
    words = _left(max(left, key=lambda each: each.since), day) if left else "Vacant, never filled"
    if (coming := next_appointment(seat, day)) is not None:
        words += f"; {coming.person.name_on(day)} from {in_words(coming.since)}"
    return words


def _left(last: Appointment, day: date) -> str:
    why = f" ({last.person.name_on(day)}, {last.ended})" if last.ended else ""
    return f"Vacant since {in_words(last.until)}{why}"


def next_appointment(seat: Seat, day: date) -> Appointment | None:
    """The first appointment made that begins after a day."""
    coming = [each for each in seat.sat_in if each.since > day]
    return min(coming, key=lambda each: each.since, default=None)


def term_in_words(seat: Seat) -> str:
    """Three terms of 36 months at most; whoever's term is over stays until replaced."""
    if seat.term_months is None:
        return "No term is fixed"
    most = "" if seat.most_terms is None else f", {seat.most_terms} at most"
    stays = ", and stays until replaced" if seat.carries_over else ""
    return f"{seat.term_months} months{most}{stays}"
