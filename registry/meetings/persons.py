"""What meetings tell of one person: at which she was, at which she is expected, and whose quorums want her."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings.models import TAKING_PART, Attendance, Meeting
from registry.meetings.queries import line_of
from registry.meetings.quorum import needed_for
from registry.meetings.voices import is_expected
from registry.people.models import Person
from registry.seats import queries as seats
from registry.structure.models import Body
from registry.terms.in_force import rules_in_force
from registry.wording import counted

WHOLE = joinedload(Meeting.body), selectinload(Meeting.attendances), selectinload(Meeting.items)


def attended_by(person: Person, day: date) -> list[dict[str, Any]]:
    """How a person attended each meeting held by a day, the latest first; and for how many of its items otherwise."""
    marked = Meeting.attendances.any(Attendance.person_ref == person.ref)
    held = select(Meeting).where(marked, Meeting.on <= day).order_by(Meeting.on.desc(), Meeting.ref)
    return [line_of(meeting, day) | _attended(meeting, person) for meeting in db.session.scalars(held.options(*WHOLE))]


def _attended(meeting: Meeting, person: Person) -> dict[str, Any]:
    marks = [each for each in meeting.attendances if each.person_ref == person.ref]
    whole = next((each.mark for each in marks if each.item_ref is None), "")
    is_there = whole in TAKING_PART
    otherwise = [each for each in marks if each.item_ref is not None and (each.mark in TAKING_PART) != is_there]
    return {"attended": whole, "otherwise": f"otherwise for {counted(len(otherwise), 'item')}" if otherwise else ""}


def coming_for(person: Person, day: date) -> list[dict[str, Any]]:
    """The meetings from a day on of the bodies in which a person has a seat on their day, and of members if she is one.

    The nearest comes first, with the reason of any apologies that were given.
    """
    to_come = select(Meeting).where(Meeting.on >= day, Meeting.cancelled.is_(None)).options(*WHOLE)
    found = db.session.scalars(to_come.order_by(Meeting.on, Meeting.begins, Meeting.ref)).all()
    held = db.session.scalars(seats.whole_seats()).all() if found else []
    return [_coming(each, person) for each in found if is_expected(each, person.ref, held)]


def _coming(meeting: Meeting, person: Person) -> dict[str, Any]:
    mine = next((each for each in meeting.attendances if each.person_ref == person.ref), None)
    given = mine and (mine.reason or "given")
    return line_of(meeting, meeting.on) | {"person_ref": person.ref, "apologies": given}


def quorums_without(person: Person, day: date) -> list[tuple[Body, str]]:
    """Of each body in which a person has a vote on a day, what would be left to make its quorum."""
    bodies = {seat.body_ref: seat.body for seat in seats.sat_in_by(person, day) if seat.votes}
    return [(body, _without(body, person, day)) for body in bodies.values()]


def _without(body: Body, person: Person, day: date) -> str:
    lines = [line for line in seats.seats_on(day, body) if line["votes"]]
    left = sum(any(ref != person.ref for ref in line["people"]) for line in lines)
    needed = needed_for(rules_in_force(body, day), left)
    if needed.count is None:
        return f"{counted(left, 'voter')} left; nothing in force says how many make a quorum"
    could = "could still be made" if left >= needed.count else "could not be made"
    return f"{counted(left, 'voter')} left: a quorum of {needed.count} {could} ({needed.authority})"
