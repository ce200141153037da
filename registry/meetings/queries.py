from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select, true
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings import proceedings, rules
from registry.meetings.models import Attendance, Item, Meeting
from registry.meetings.notices import asked_of
from registry.meetings.restricted import restricted_items, withheld
from registry.meetings.standing import called_on, published_on, state_on
from registry.people.models import Person
from registry.seats import queries as seats
from registry.structure.models import Body
from registry.terms import queries as terms
from registry.terms.in_force import citation, rules_in_force
from registry.wording import counted
from registry.wording import day as in_words

NOTICE_IS_DUE_WITHIN = timedelta(days=14)
AT_MOST_AHEAD = timedelta(days=120)
"""Further ahead than notice is asked for anywhere."""


def meetings_on(day: date, body: Body | None = None) -> list[dict[str, Any]]:
    """Every meeting, or a body's: those to come from a day on, the nearest first, then those held, the latest first."""
    wanted = select(Meeting).options(joinedload(Meeting.body), selectinload(Meeting.items))
    if body is not None:
        wanted = wanted.where(Meeting.body_ref == body.ref)
    found = sorted(db.session.scalars(wanted), key=lambda meeting: (meeting.on, meeting.begins))
    to_come = [meeting for meeting in found if meeting.on >= day]
    return [line_of(meeting, day) for meeting in (*to_come, *reversed(found[: len(found) - len(to_come)]))]


def line_of(meeting: Meeting, day: date) -> dict[str, Any]:
    return {
        "ref": meeting.ref,
        "meeting": f"{meeting.body.name}, {in_words(meeting.on)}",
        "body": meeting.body.name,
        "body_ref": meeting.body_ref,
        "on": meeting.on,
        "begins": meeting.begins,
        "place": meeting.place,
        "notice_given": meeting.notice_given,
        "items": len(meeting.items),
        "state": state_on(meeting, day),
    }


def meeting_on(meeting: Meeting, day: date, *, hidden: Collection[str] | None = None) -> dict[str, Any]:
    """A meeting whole: its notice, agenda, papers and attendance, and its quorum item by item.

    Of the `hidden` items, by their refs, it tells that they are restricted; of every restricted one, if left out.
    """
    know_people({*proceedings.presenters(meeting), *proceedings.attending(meeting)})
    hidden = withheld(meeting) if hidden is None else hidden
    version = terms.in_force(meeting.body, meeting.on)
    seated, in_force = seats_that_day(meeting), rules_in_force(meeting.body, meeting.on)
    quorums = proceedings.quorums_of(meeting, seated, in_force)
    return line_of(meeting, day) | {
        "rev": meeting.rev,
        "joining": meeting.joining,
        "terms": version and citation(version),
        "terms_ref": version and version.ref,
        "quorum": quorums[None].sentence if meeting.attendances else "Counted once attendance is recorded",
        "agenda": proceedings.agenda_of(meeting, quorums if meeting.attendances else {}, hidden),
        "attendance": proceedings.attendance_of(meeting, seated),
        **called_on(meeting, in_force, day),
        **published_on(meeting, day, hidden),
    }


def quorum_at(meeting: Meeting, item_ref: str | None) -> rules.Quorum | None:
    """The quorum of an item, or (None) of the meeting as a whole; None until attendance is recorded."""
    if not meeting.attendances:
        return None
    in_force = rules_in_force(meeting.body, meeting.on)
    return proceedings.quorums_of(meeting, seats_that_day(meeting), in_force)[item_ref]


def attended_by(person: Person, day: date) -> list[dict[str, Any]]:
    """How a person attended each meeting held by a day, the latest first; and for how many of its items otherwise."""
    marked = Meeting.attendances.any(Attendance.person_ref == person.ref)
    wanted = select(Meeting).where(marked, Meeting.on <= day).options(joinedload(Meeting.body))
    held = wanted.options(selectinload(Meeting.attendances), selectinload(Meeting.items)).order_by(Meeting.on.desc())
    return [line_of(meeting, day) | _attended(meeting, person) for meeting in db.session.scalars(held)]


def _attended(meeting: Meeting, person: Person) -> dict[str, Any]:
    marks = [each for each in meeting.attendances if each.person_ref == person.ref]
    whole = next((each.mark for each in marks if each.item_ref is None), "")
    otherwise = [each for each in marks if each.item_ref is not None]
    return {"attended": whole, "otherwise": f"otherwise for {counted(len(otherwise), 'item')}" if otherwise else ""}


def know_people(refs: Iterable[str]) -> None:
    """Read the persons with their names in one go, before they are asked for one by one."""
    db.session.scalars(select(Person).where(Person.ref.in_(refs)).options(selectinload(Person.names))).all()


def seats_that_day(meeting: Meeting) -> list[dict[str, Any]]:
    """The body's own seats that somebody held on the day of the meeting."""
    lines = seats.seats_on(meeting.on, meeting.body)
    return [line for line in lines if line["body_ref"] == meeting.body_ref and line["person"]]


def awaiting_notice(day: date) -> list[dict[str, Any]]:
    """The meetings whose notice has not gone out and must within a fortnight, and the last day on which it can."""
    soon = Meeting.on.between(day, day + AT_MOST_AHEAD), Meeting.cancelled.is_(None)
    unsent = or_(Meeting.notice_given.is_(None), Meeting.notice_given > day)
    wanted = select(Meeting).where(*soon, unsent).options(joinedload(Meeting.body), selectinload(Meeting.items))
    found = [line_of(meeting, day) | _due(meeting) for meeting in db.session.scalars(wanted.order_by(Meeting.on))]
    return [line for line in found if line["due"] <= day + NOTICE_IS_DUE_WITHIN]


def _due(meeting: Meeting) -> dict[str, Any]:
    asked, authority = asked_of(meeting, rules_in_force(meeting.body, meeting.on))
    return {"due": rules.last_day_for_notice(meeting.on, asked) if asked else meeting.on, "authority": authority}


def meetings_about(
    words: str, day: date, *, reads: Collection[str] = (), reads_all: bool = False
) -> list[dict[str, Any]]:
    """The meetings with these words in their place, their body's name, or an item of their agenda.

    Restricted items are sought only in the meetings of the bodies that the reader `reads`, or `reads_all` of.
    """
    said = or_(Item.title.icontains(words, autoescape=True), Item.proposed.icontains(words, autoescape=True))
    is_open = (Item.restricted == "") & Item.ref.not_in(() if reads_all else restricted_items())
    item = Meeting.items.any(said & or_(true() if reads_all else is_open, Meeting.body_ref.in_(reads)))
    body = Meeting.body.has(Body.name.icontains(words, autoescape=True))
    wanted = select(Meeting).where(or_(item, body, Meeting.place.icontains(words, autoescape=True)))
    found = wanted.options(joinedload(Meeting.body), selectinload(Meeting.items)).order_by(Meeting.on.desc())
    return [line_of(meeting, day) for meeting in db.session.scalars(found)]


def quorums_without(person: Person, day: date) -> list[tuple[Body, str]]:
    """Of each body in which a person has a vote on a day, what would be left to make its quorum."""
    bodies = {seat.body_ref: seat.body for seat in seats.sat_in_by(person, day) if seat.votes}
    return [(body, _without(body, person, day)) for body in bodies.values()]


def _without(body: Body, person: Person, day: date) -> str:
    lines = [line for line in seats.seats_on(day, body) if line["votes"]]
    left = sum(any(ref != person.ref for ref in line["people"]) for line in lines)
    needed = rules.needed_for(rules_in_force(body, day), left)
    if needed.count is None:
        return f"{counted(left, 'voter')} left; nothing in force says how many make a quorum"
    could = "could still be made" if left >= needed.count else "could not be made"
    return f"{counted(left, 'voter')} left: a quorum of {needed.count} {could} ({needed.authority})"
