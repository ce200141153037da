"""Seats, and who sat in them."""

from sqlalchemy import select

from registry.db import db
from registry.decisions import commands as decisions
from registry.ledger.acts import Actor
from registry.openings import rules
from registry.openings.books.brought import Answers, Book, Brought, day_of, remarks_on_end
from registry.openings.books.cited import by_its_authority, remarks_on
from registry.openings.books.lines import AppointmentsLine, SeatsLine
from registry.seats import commands
from registry.seats.models import Seat
from registry.wording import day as in_words

DRAWN = "There was the seat by that day: the old book says “{words}”."


def establish(line: Answers, by: Actor) -> Brought:
    since, until = line["since"], line["until"]
    rules.seat_is_new(line["title"], line["body"].name, _is_there(line))
    told = {name: line[name] for name in line if name not in ("since", "until", "authority")}
    with by_its_authority(line["authority"]) as decision:
        seat = commands.bring_in(since=since.day, until=day_of(until), dates=since.words, **told, by=by)
    words = f"{seat.title}, {seat.body.name}, from {in_words(seat.since)}"
    if seat.until is not None:
        words += f", no more from {in_words(seat.until)}"
    remarks = [*remarks_on_end(until), *remarks_on(decision, seat.since)]
    cited = {"authority": line["authority"], "decision": decision}
    return Brought(words, seat, dates=since.words, remarks=remarks, **cited)


def appoint(line: Answers, by: Actor) -> Brought:
    since, until, person, seat = line["since"], line["until"], line["person"], _seat(line)
    told = {"person": person, "until": day_of(until), "ended": line["ended"], "dates": since.words}
    established = seat.since
    with by_its_authority(line["authority"]) as decision:
        appointment = commands.bring_in_appointment(seat, since=since.day, **told, by=by)
    if decision is not None:
        decisions.note_effect(decision, act="seats.appoint", document=seat, part=appointment, by=by)
    words = f"{person.name_on(since.day)}, {seat.called}, from {in_words(appointment.since)}"
    if appointment.until is not None:
        words += f" until {in_words(appointment.until)}"
    remarks = [] if seat.since == established else [DRAWN.format(words=seat.dates)]
    remarks += [*remarks_on_end(until), *remarks_on(decision, appointment.since)]
    cited = {"authority": line["authority"], "decision": decision}
    return Brought(words, seat, appointment, dates=since.words, remarks=remarks, **cited)


def _is_there(line: Answers) -> bool:
    return any(seat.overlaps(line["since"].day, day_of(line["until"])) for seat in _so_called(line, line["title"]))


def _seat(line: Answers) -> Seat:
    """The seat of that title which there was on that day, or the first there ever was."""
    seats = _so_called(line, line["seat"])
    seat = next((each for each in seats if each.holds(line["since"].day)), seats[0] if seats else None)
    rules.there_is_such_a_seat(line["seat"], line["body"].name, seat is not None)
    assert seat is not None
    return seat


def _so_called(line: Answers, title: str) -> list[Seat]:
    of_the_body = db.session.scalars(select(Seat).where(Seat.body_ref == line["body"].ref).order_by(Seat.since))
    return [seat for seat in of_the_body if seat.title.casefold() == title.casefold()]


SEATS_BOOK = Book("Seats", SeatsLine, establish, cites=True)
APPOINTMENTS_BOOK = Book("Who sat in them", AppointmentsLine, appoint, cites=True)
