"""Seats, and who sat in them."""

from sqlalchemy import func, select

from registry.db import db
from registry.decisions import commands as decisions
from registry.ledger.acts import Actor
from registry.openings import rules
from registry.openings.books.brought import Answers, Book, Brought
from registry.openings.books.cited import by_its_authority
from registry.openings.books.lines import AppointmentsLine, SeatsLine
from registry.seats import commands
from registry.seats.models import Seat
from registry.wording import day as in_words

NOT_BORN = "The date of birth of a director is not on file."


def establish(line: Answers, by: Actor) -> Brought:
    since = line["since"]
    told = {name: line[name] for name in line if name not in ("since", "authority")}
    with by_its_authority(line["authority"]) as decision:
        seat = commands.bring_in(since=since.day, dates=since.words, **told, by=by)
    words = f"{seat.title}, {seat.body.name}, from {in_words(seat.since)}"
    if seat.until is not None:
        words += f", no more from {in_words(seat.until)}"
    return Brought(words, seat, dates=since.words, authority=line["authority"], decision=decision)


def appoint(line: Answers, by: Actor) -> Brought:
    since, person, seat = line["since"], line["person"], _seat(line)
    told = {name: line[name] for name in ("person", "until", "ended")}
    with by_its_authority(line["authority"]) as decision:
        appointment = commands.bring_in_appointment(seat, since=since.day, dates=since.words, **told, by=by)
    if decision is not None:
        decisions.note_effect(decision, act="seats.appoint", document=seat, part=appointment, by=by)
    words = f"{person.name_on(since.day)}, {seat.called}, from {in_words(since.day)}"
    if appointment.until is not None:
        words += f" until {in_words(appointment.until)}"
    remarks = [NOT_BORN] if seat.director and person.born is None else []
    return Brought(
        words, seat, appointment, dates=since.words, authority=line["authority"], decision=decision, remarks=remarks
    )


def _seat(line: Answers) -> Seat:
    """The seat of that title which there was on that day, or the only one there ever was."""
    so_called = select(Seat).where(Seat.body_ref == line["body"].ref, func.lower(Seat.title) == line["seat"].lower())
    seats = db.session.scalars(so_called.order_by(Seat.since)).all()
    seat = next((each for each in seats if each.holds(line["since"].day)), seats[0] if seats else None)
    rules.there_is_such_a_seat(line["seat"], line["body"].name, seat is not None)
    assert seat is not None
    return seat


SEATS_BOOK = Book("Seats", SeatsLine, establish, cites=True)
APPOINTMENTS_BOOK = Book("Who sat in them", AppointmentsLine, appoint, cites=True)
