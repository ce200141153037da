"""Who must have notice of a meeting, and who has had it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.directors.models import Directorship
from registry.meetings.models import Meeting, Notice
from registry.members.models import Member
from registry.people.models import Person
from registry.seats import queries as seats
from registry.structure.models import BOARD, GENERAL_MEETING

Line = dict[str, Any]

ALSO_TOLD = "also told"
"""As what somebody had notice who need not have had it."""


def entitled(meeting: Meeting, day: date) -> dict[str, list[str]]:
    """Everybody who must have notice that goes out on a day, by their refs, and as what each must have it.

    Of a general meeting: every member, of joint ones the first-named, and every director (CA 2006, s.310). Of any
    other: whoever holds a seat on the body when it meets and, of the board, every director.
    """
    found: dict[str, list[str]] = {}
    for person, capacity in _in_turn(meeting, day):
        found.setdefault(person, []).append(capacity)
    return found


def _in_turn(meeting: Meeting, day: date) -> Iterator[tuple[str, str]]:
    directors = select(Directorship.person_ref).where(Directorship.holding(day)).order_by(Directorship.ref)
    if meeting.body.kind == GENERAL_MEETING:
        for member in db.session.scalars(_members(day)):
            yield member.holders_on(day)[0].person_ref, f"Member, folio {member.folio}"
        yield from ((ref, "Director") for ref in db.session.scalars(directors))
        return
    seated = set()
    for line in seats.seats_on(meeting.on, meeting.body):
        if line["body_ref"] == meeting.body_ref:
            seated |= {*line["people"]}
            yield from ((ref, line["seat"]) for ref in line["people"])
    if meeting.body.kind == BOARD:
        yield from ((ref, "Director") for ref in db.session.scalars(directors) if ref not in seated)


def _members(day: date) -> Any:
    is_open = (Member.entered <= day) & (Member.ceased.is_(None) | (Member.ceased > day))
    return select(Member).where(is_open).options(selectinload(Member.holders)).order_by(Member.folio)


def told(meeting: Meeting) -> list[Notice]:
    """The notices that told of the day on which the meeting now is to be, since it last was moved away from it."""
    days = [former.on for former in meeting.former_times] + [meeting.on]
    left = [
        former.ref
        for former, after in zip(meeting.former_times, days[1:], strict=True)
        if former.on == meeting.on != after
    ]
    return [each for each in meeting.notices if each.told_of == meeting.on and each.ref > max(left, default="")]


def not_told(meeting: Meeting, day: date) -> list[str]:
    """Those who must have notice and have not been sent it, by their refs; nobody, where a day alone is on record."""
    if meeting.notice_given is not None and not told(meeting):
        return []
    known = {notice.person_ref for notice in told(meeting)} | {waiver.person_ref for waiver in meeting.waivers}
    return [ref for ref in entitled(meeting, day) if ref not in known]


def service_of(meeting: Meeting, day: date) -> list[Line]:
    """The record of service: each to whom notice was sent and when it is taken as given; then who is to have it yet.

    Those are read from the registers of a day, and once the meeting is over, of its own.
    """
    with_names = select(Person).options(selectinload(Person.names))
    day = min(day, meeting.on)
    missing = not_told(meeting, day)
    refs = {notice.person_ref for notice in meeting.notices} | {*missing}
    names = {each.ref: each.name_on(day) for each in db.session.scalars(with_names.where(Person.ref.in_(refs)))}
    sent = [_line(notice, names) for notice in meeting.notices]
    whose = entitled(meeting, day)
    blank: Line = {"told_of": None, "how": "not sent yet", "sent": None, "given": None, "agenda": "", "why": ""}
    awaited = [{"name": names[ref], "person": ref, "capacity": "; ".join(whose[ref])} | blank for ref in missing]
    return sorted(sent, key=lambda line: line["name"]) + sorted(awaited, key=lambda line: line["name"])


def _line(notice: Notice, names: dict[str, str]) -> Line:
    return {
        "name": names[notice.person_ref],
        "person": notice.person_ref,
        "capacity": notice.capacity,
        "how": notice.how,
        "sent": notice.sent,
        "given": notice.given,
        "agenda": notice.agenda,
        "told_of": notice.told_of,
        "why": notice.why,
    }
