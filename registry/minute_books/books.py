"""A minute book: what a body minuted and decided in a year, as a day saw it, and what its registers changed."""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.decisions.models import Decision
from registry.decisions.queries import decisions_where
from registry.meetings.models import Meeting
from registry.meetings.year import attendance_between
from registry.minute_books.changes import changes_between
from registry.minute_books.contents import OTHERS, contents_of, standing_of
from registry.minute_books.readers import BookReader
from registry.minutes.held import versions_by
from registry.minutes.lines import AUTHENTICATED
from registry.minutes.models import Minutes
from registry.minutes.queries import minutes_on
from registry.minutes.said import DECISION
from registry.minutes.standing import was_held
from registry.structure.models import Body

Line = dict[str, Any]


def books_on(day: date, may_read: Callable[[Body], bool]) -> list[Line]:
    """Every book that there is by a day: of each body, of each year in which it met or decided, the latest first."""
    counted: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    signed = {ref for ref, each in versions_by(day).items() if each.authenticated and each.authenticated <= day}
    for meeting in _held(day):
        counted[meeting.body_ref, meeting.on.year] += Counter(meetings=1, signed=meeting.ref in signed)
    taken = select(Decision.body_ref, Decision.on).where(Decision.on <= day)
    for body_ref, on in db.session.execute(taken):
        counted[body_ref, on.year]["decisions"] += 1
    bodies = {body.ref: body for body in db.session.scalars(select(Body)) if may_read(body)}
    lines = [_line(bodies[ref], year, count, day) for (ref, year), count in counted.items() if ref in bodies]
    return sorted(lines, key=lambda line: (line["body"], -line["year"]))


def _line(body: Body, year: int, count: Counter[str], day: date) -> Line:
    return {
        "ref": body.ref,
        "body": body.name,
        "year": year,
        "meetings": count["meetings"],
        "signed": count["signed"],
        "decisions": count["decisions"],
        "is_over": is_over(year, day),
    }


def book_of(body: Body, year: int, day: date, reader: BookReader) -> Line:
    """The book of a year whole, for a reader: of one that is not over, what there is by the day."""
    first, last = date(year, 1, 1), min(date(year, 12, 31), day)
    meetings = _minuted(body, first, last, day, reader)
    attended = attendance_between(body, first, last)
    decisions = reader.decisions(decisions_where(*_of(Decision, body, first, last), day=day))[::-1]
    entered = {ref: each["name"] for each in meetings for ref in each.pop("recorded")}
    told: Line = {
        "ref": body.ref,
        "title": f"Minute book {year}: {body.name}",
        "body": body.name,
        "year": year,
        "last": last,
        "meetings": meetings,
        "decisions": [line | {"section": entered.get(line["ref"], OTHERS)} for line in decisions],
        "attendance": list(attended),
        "attended": attended.summary["meetings"],
        "changes": changes_between(body, first, last),
    }
    return told | {"standing": standing_of(told, is_over(year, day)), "contents": contents_of(told)}


def is_over(year: int, day: date) -> bool:
    return day.year > year


def _minuted(body: Body, first: date, last: date, day: date, reader: BookReader) -> list[Line]:
    """Each meeting held, in turn, with the version of its minutes that had gone out last by the day, if any had."""
    versions = versions_by(day, Minutes.meeting.has(Meeting.body_ref == body.ref))
    held = _held(last, *_of(Meeting, body, first, last))
    return [_told(each, versions.get(each.ref), place, day, reader) for place, each in enumerate(held, start=1)]


def _told(meeting: Meeting, minutes: Minutes | None, place: int, day: date, reader: BookReader) -> Line:
    line = minutes_on(minutes, day, **reader.of_minutes(meeting)) if minutes else None
    return {
        "name": f"minutes-{place}",
        "meeting": meeting.called,
        "on": meeting.on,
        "minutes": line,
        "is_signed": line is not None and line["state"] == AUTHENTICATED,
        "recorded": [each.fact_ref for each in minutes.passages if each.source == DECISION] if minutes else [],
    }


def _held(day: date, *which: ColumnElement[bool]) -> list[Meeting]:
    whole = joinedload(Meeting.body), selectinload(Meeting.attendances), selectinload(Meeting.items)
    wanted = select(Meeting).where(Meeting.on <= day, *which).order_by(Meeting.on, Meeting.begins)
    return [each for each in db.session.scalars(wanted.options(*whole)) if was_held(each, day)]


def _of(model: Any, body: Body, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return model.body_ref == body.ref, model.on.between(first, last)
