"""What changed in the registers that a minute book answers for: seats, terms and, of the company, its members."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.members.accounts import EVENTS
from registry.members.models import Member, Movement
from registry.members.queries import WITH_ALL
from registry.periods import ONE_DAY
from registry.seats.models import Seat
from registry.seats.queries import place_of, whole_seats
from registry.structure.models import BOARD, GENERAL_MEETING, Body
from registry.terms.in_force import citation
from registry.terms.models import Terms

Line = dict[str, Any]

SEATS, TERMS, MEMBERS = "Seats", "Terms", "Register of members"


def changes_between(body: Body, first: date, last: date) -> list[Line]:
    """In the order of their days, both ends among them; the register of members is the board’s and the members’."""
    told = [*_of_seats(body), *_of_terms(body)]
    if body.kind in (BOARD, GENERAL_MEETING):
        told += _of_members(last)
    within = [line for line in told if first <= line["on"] <= last]
    return sorted(within, key=lambda line: line["on"])


def _of_seats(body: Body) -> Iterator[Line]:
    for seat in sorted(db.session.scalars(whole_seats().where(Seat.body_ref == body.ref)), key=place_of):
        yield _line(seat.since, SEATS, f"{seat.title}: established")
        if seat.until:
            yield _line(seat.until - ONE_DAY, SEATS, f"{seat.title}: last day of the seat")
        for turn in seat.turns():
            name = turn.appointment.person.name_on(turn.since)
            yield _line(turn.since, SEATS, f"{seat.title}: {name} took the seat")
            if turn.until:
                how = f" ({turn.appointment.ended})" if turn.appointment.ended else ""
                yield _line(turn.until - ONE_DAY, SEATS, f"{seat.title}: last day of {name}{how}")


def _of_terms(body: Body) -> Iterator[Line]:
    for terms in db.session.scalars(select(Terms).where(Terms.body_ref == body.ref).order_by(Terms.ref)):
        if terms.since:
            yield _line(terms.since, TERMS, f"{citation(terms)} in force")


def _of_members(day: date) -> Iterator[Line]:
    """Of entries that the register still shows on a day."""
    shown = or_(Member.removed.is_(None), Member.removed > day)
    other = selectinload(Member.movements).joinedload(Movement.other)
    for member in db.session.scalars(select(Member).where(shown).options(*WITH_ALL, other).order_by(Member.folio)):
        name, folio = member.names_on(member.entered), f"folio {member.folio}"
        yield _line(member.entered, MEMBERS, f"{name} entered as a member, {folio}")
        if member.ceased:
            yield _line(member.ceased - ONE_DAY, MEMBERS, f"Last day of {name} as a member, {folio}")
        yield from (_movement(each, name) for each in member.movements)


def _movement(movement: Movement, name: str) -> Line:
    event = EVENTS.get(movement.what, movement.what.capitalize())
    other = f" {movement.other.names_on(movement.on)}" if movement.other else ""
    what = f"{name}: {event}{other}, {abs(movement.shares):,} {movement.share_class.name}"
    return _line(movement.on, MEMBERS, what)


def _line(on: date, register: str, what: str) -> Line:
    return {"on": on, "register": register, "what": what}
