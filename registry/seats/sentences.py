"""What is said of a seat and of those who sit in it, in words."""

from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.periods import ONE_DAY
from registry.seats.models import INTERIM, Appointment, Seat, Turn
from registry.wording import counted
from registry.wording import day as in_words


def end_shown(turn: Turn, day: date) -> date | None:
    """The first day no longer, as a page of a day shows it: of an earlier day, only what was to come by the term.

    That a term was cut short later, or that whoever stayed on left later, is nothing that a page of that day tells.
    """
    if turn.until is not None and (turn.until <= day or day >= clock.today()):
        return turn.until
    term = turn.appointment.term_until
    return term if term is not None and term > day else None


def last_day_shown(turn: Turn, day: date) -> date | None:
    end = end_shown(turn, day)
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
    if 0 < len(sitting) < seat.holders:
        found.append(f"{counted(seat.holders - len(sitting), 'place')} free")
    return found


def is_over(appointment: Appointment, day: date) -> bool:
    """Whether somebody sits on after the term that he or she was appointed for."""
    return appointment.term_until is not None and appointment.term_until <= day and appointment.holds(day)


def vacancy(seat: Seat, day: date) -> str:
    """Since when a vacant seat has been so, and who is to come: "Vacant since 1 April 2026; from 1 May, Dr Patel"."""
    left = [turn for turn in seat.turns() if turn.until and turn.until <= day]
    words = _left(max(left, key=lambda turn: turn.until or turn.since), day) if left else "Vacant, never filled"
    if (coming := next_turn(seat, day)) is not None:
        words += f"; {coming.appointment.person.name_on(day)} from {in_words(coming.since)}"
    return words


def _left(last: Turn, day: date) -> str:
    ended = last.appointment.ended
    why = f" ({last.appointment.person.name_on(day)}, {ended})" if ended else ""
    return f"Vacant since {in_words(last.until)}{why}"


def next_turn(seat: Seat, day: date) -> Turn | None:
    """The first turn in it that begins after a day."""
    return next((turn for turn in seat.turns() if turn.since > day), None)


def term_in_words(seat: Seat) -> str:
    """Three terms of 36 months at most; whoever's term is over stays until replaced."""
    if seat.term_months is None:
        return "No term is fixed"
    most = "" if seat.most_terms is None else f", {seat.most_terms} at most"
    stays = ", and stays until replaced" if seat.carries_over else ""
    return f"{seat.term_months} months{most}{stays}"
