from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock, ledger
from registry.db import db
from registry.people.models import Person
from registry.seats.models import ACD, ATTENDING, CHAIR, DIRECTOR, LAY, OBSERVER, OFFICER, Appointment, Seat
from registry.seats.sentences import (
    holders_of,
    is_over,
    last_day_shown,
    next_turn,
    remarks_on,
    term_in_words,
    vacancy,
)
from registry.seats.succession import succession
from registry.structure.models import BOARD, Body

PRECEDENCE = (CHAIR, DIRECTOR, ACD, LAY, OFFICER, OBSERVER, ATTENDING)


def seats_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every seat there was on a day, or every seat of one body, and who sat in it.

    The board comes first, and in each body its chair.
    """
    return _lines(day, *([] if body is None else [Seat.body_ref == body.ref]))


def seats_about(body: Body, day: date) -> list[dict[str, Any]]:
    """The seats of a body on a day, and those elsewhere that spoke for it."""
    return _lines(day, or_(Seat.body_ref == body.ref, Seat.constituency_ref == body.ref))


def _lines(day: date, *which: ColumnElement[bool]) -> list[dict[str, Any]]:
    found = db.session.scalars(whole_seats().where(Seat.holding(day), *which))
    return [seat_on(seat, day) for seat in sorted(found, key=place_of)]


def seat_on(seat: Seat, day: date) -> dict[str, Any]:
    """A seat as it was on a day; of several who share it, `person` is the one who casts its votes."""
    sitting = seat.sitting(day)
    first = sitting[0] if sitting else None
    turn = next((each for each in seat.turns() if each.appointment is first and each.holds(day)), None)
    return {
        "ref": seat.ref,
        "seat": seat.title,
        "body": seat.body.name,
        "body_ref": seat.body_ref,
        "kind": seat.kind,
        "constituency": seat.constituency and seat.constituency.name,
        "constituency_ref": seat.constituency_ref,
        "votes": seat.votes,
        "director": seat.director,
        "vacant": first is None,
        "places_free": max(0, seat.holders - len(sitting)),
        "holder": holders_of(sitting, day) if sitting else vacancy(seat, day),
        "person": first and first.person_ref,
        "people": [each.person_ref for each in sitting],
        "names": [each.person.name_on(day) for each in sitting],
        "since": turn and turn.since,
        "dates": first and first.dates,
        "last_day": turn and last_day_shown(turn, day),
        "term_is_over": any(is_over(each, day) for each in sitting),
        "remarks": remarks_on(seat, sitting, day),
    }


def whole_seat_on(seat: Seat, day: date) -> dict[str, Any]:
    """A seat with all that was laid down for it, and by whose decision it was created and abolished."""
    return seat_on(seat, day) | {
        "title": seat.title,
        "rev": seat.rev,
        "established": seat.since,
        "abolished": seat.until if _is_abolished(seat, day) else None,
        "appointed_by": seat.appointed_by and seat.appointed_by.name,
        "appointed_by_ref": seat.appointed_by_ref,
        "ex_officio": seat.ex_officio and seat.ex_officio.called,
        "ex_officio_ref": seat.ex_officio_ref,
        "requirements": seat.requirements,
        "holders": seat.holders,
        "carries_over": seat.carries_over,
        "term": term_in_words(seat),
        "succession": succession(seat, day),
        **_authority("created_by", seat, "seats.establish"),
        **(_authority("abolished_by", seat, "seats.abolish") if _is_abolished(seat, day) else NOT_ABOLISHED),
    }


def _is_abolished(seat: Seat, day: date) -> bool:
    """Whether a page of a day tells that it is abolished: of an earlier day, only if it was by then."""
    return seat.until is not None and (seat.until <= day or day >= clock.today())


NOT_ABOLISHED = {"abolished_by": None, "abolished_by_ref": None}


def _authority(name: str, seat: Seat, act: str) -> dict[str, Any]:
    """The decision that an act upon a seat rests on, as people cite it."""
    cause = ledger.cause_of(seat.ref, act)
    return {name: cause and cause.document.get("number"), f"{name}_ref": cause and cause.ref}


def vacant_on(day: date) -> list[dict[str, Any]]:
    """The seats vacant on a day to which nobody has yet been appointed."""
    wanted = whole_seats().where(Seat.holding(day), Seat.ex_officio_ref.is_(None))
    vacant = [seat for seat in db.session.scalars(wanted) if not (seat.sitting(day) or next_turn(seat, day))]
    return [seat_on(seat, day) for seat in sorted(vacant, key=place_of)]


def whole_seats() -> Select[Seat]:
    """Seats with all that their lines tell, in a few statements however many there are."""
    sitting = selectinload(Seat.appointments).joinedload(Appointment.person).selectinload(Person.names)
    whole = sitting, selectinload(Seat.voters), selectinload(Seat.ex_officio).options(sitting)
    return select(Seat).options(*whole, joinedload(Seat.body), joinedload(Seat.constituency))


def place_of(seat: Seat) -> tuple[Any, ...]:
    """Where a seat stands among the others: the board first, and in each body its chair."""
    return seat.body.kind != BOARD, seat.body.name, PRECEDENCE.index(seat.kind), seat.title, seat.ref


def letter_on(seat: Seat, day: date, person_ref: str = "") -> dict[str, Any] | None:
    """What a letter of appointment says to whoever sits in a seat on a day, or is the next to; None if nobody is.

    Of those who share it, to the one named by ref, or else to the one who casts its votes.
    """
    first = seat.appointment(day)
    wanted = person_ref or (first and first.person_ref)
    turns = [turn for turn in seat.turns() if turn.until is None or turn.until > day]
    turn = next((each for each in turns if not wanted or each.appointment.person_ref == wanted), None)
    if turn is None:
        return None
    return {
        "ref": seat.ref,
        "title": f"Letter of appointment: {seat.title}",
        "holder": turn.appointment.person.name_on(turn.since),
        "seat": seat.title,
        "body": seat.body.name,
        "constituency": seat.constituency and seat.constituency.name,
        "since": turn.since,
        "last_day": last_day_shown(turn, day),
        "votes": seat.votes,
        "director": seat.director,
        "capacity": turn.appointment.capacity,
        "carries_over": seat.carries_over,
    }


def sat_in_by(person: Person, day: date) -> list[Seat]:
    """The seats in which a person sits on a day, by appointment or by virtue of another."""
    found = db.session.scalars(whole_seats().where(Seat.holding(day)))
    return [
        seat for seat in sorted(found, key=place_of) if person.ref in {each.person_ref for each in seat.sitting(day)}
    ]


def held_by_the_dead(day: date) -> list[Appointment]:
    """The appointments that still hold on a day of persons who had died by then."""
    whole = (
        joinedload(Appointment.person).selectinload(Person.names),
        joinedload(Appointment.seat).joinedload(Seat.body),
    )
    died = Appointment.person.has(Person.died <= day)
    return list(db.session.scalars(select(Appointment).where(Appointment.holding(day), died).options(*whole)))
