"""Restricted business: whom the register shows it to, and what everybody else is told of it.

Who may see what is never a question of the past: it is always the live books that are asked.
"""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from registry import clock, ledger
from registry.accounts.caller import Caller
from registry.db import db
from registry.meetings.models import Item, Meeting
from registry.people.models import Person
from registry.seats.models import Appointment, Seat

PERMISSION = "meetings.read_restricted"
RESTRICTED = "Restricted item"


def may_read(account: Caller, meeting: Meeting) -> bool:
    """Whether somebody may read a meeting's restricted items: the office, and whoever sits on its body today."""
    return account.may(PERMISSION) or meeting.body_ref in bodies_of(account)


def bodies_of(account: Caller) -> set[str]:
    """The bodies on which the person of an account sits today, by appointment or by virtue of another seat."""
    return _bodies_of(Person.account_ref == account.ref)


def bodies_of_person(ref: str) -> set[str]:
    """The same of a person, who may have no account."""
    return _bodies_of(Person.ref == ref)


def _bodies_of(whom: ColumnElement[bool]) -> set[str]:
    today, other = clock.today(), aliased(Seat)
    sits = select(Appointment.seat_ref).join(Person, Person.ref == Appointment.person_ref)
    mine = sits.where(whom, Appointment.holding(today))
    seats = select(Seat.body_ref).where(
        Seat.holding(today),
        or_(Seat.ref.in_(mine), Seat.ex_officio_ref.in_(mine.join(other, other.ref == Appointment.seat_ref))),
    )
    with ledger.live():
        return set(db.session.scalars(seats))


def restricted_items(meeting: Meeting | None = None) -> set[str]:
    """The items, of one meeting or of all, that are restricted now, by their refs."""
    asked = select(Item.ref).where(Item.restricted != "")
    with ledger.live():
        return set(db.session.scalars(asked if meeting is None else asked.where(Item.meeting_ref == meeting.ref)))


def withheld_from(account: Caller, meeting: Meeting) -> frozenset[str]:
    """The items of a meeting, by their refs, of which somebody is told no more than that they are restricted."""
    return frozenset() if may_read(account, meeting) else withheld(meeting)


def withheld(meeting: Meeting) -> frozenset[str]:
    """The same of whoever may read nothing restricted: what is so now, and what was so on the day looked at."""
    return frozenset({item.ref for item in meeting.items if item.restricted} | restricted_items(meeting))


def title_for_all(meeting: Meeting, item: Item) -> str:
    """What an item is called where anybody may read it."""
    return RESTRICTED if item.ref in withheld(meeting) else item.title
