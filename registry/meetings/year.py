"""Who came to which of a body’s meetings over a year."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.deadlines import months_from
from registry.doors import Listing
from registry.meetings import queries
from registry.meetings.keys import LETTERS
from registry.meetings.models import PRESENT, TAKING_PART, Meeting
from registry.meetings.voices import names_of, titles_of
from registry.periods import ONE_DAY
from registry.structure.models import Body

Line = dict[str, Any]
Titles = dict[str, list[str]]

MONTHS = 12


def year_of(body: Body, day: date) -> Listing:
    """The meetings of the twelve months that end with a day, whose attendance is on record; and who came to each."""
    return attendance_between(body, months_from(day, -MONTHS).due + ONE_DAY, day)


def attendance_between(body: Body, first: date, day: date) -> Listing:
    """The same of the meetings from one day to another, both among them.

    Of whoever held a seat on none of their days, only those that she came to count.
    """
    meetings = [each for each in _meetings(body, first, day) if each.attendance_is_recorded]
    titles = {each.ref: titles_of(queries.seats_that_day(each)) for each in meetings}
    marks = {meeting.ref: _marks(meeting) for meeting in meetings}
    people = dict.fromkeys(person for meeting in meetings for person in (*titles[meeting.ref], *marks[meeting.ref]))
    names = names_of(people, day)
    lines = [
        _line(person, names[person], [(titles[each.ref], marks[each.ref].get(person)) for each in meetings])
        for person in people
    ]
    return Listing(lines, body=body.name, body_ref=body.ref, meetings=[_heading(meeting) for meeting in meetings])


def _meetings(body: Body, first: date, day: date) -> list[Meeting]:
    of_the_days = Meeting.body_ref == body.ref, Meeting.on.between(first, day)
    wanted = select(Meeting).where(*of_the_days).order_by(Meeting.on, Meeting.begins)
    whole = joinedload(Meeting.body), selectinload(Meeting.attendances), selectinload(Meeting.items)
    return list(db.session.scalars(wanted.options(*whole)))


def _marks(meeting: Meeting) -> dict[str, str]:
    """The mark of each person for the meeting as a whole; of one who was there for any of it, present."""
    marks = {each.person_ref: each.mark for each in meeting.attendances if each.item_ref is None}
    return marks | {each.person_ref: PRESENT for each in meeting.attendances if each.mark in TAKING_PART}


def _heading(meeting: Meeting) -> Line:
    return {"text": f"{meeting.on:%-d %b %Y}", "meeting": meeting.ref}


def _line(person: str, name: str, attended: list[tuple[Titles, str | None]]) -> Line:
    seats = list(dict.fromkeys(title for titles, _ in attended for title in titles.get(person, [])))
    expected = sum(person in titles or mark == PRESENT for titles, mark in attended)
    came = sum(mark == PRESENT for _, mark in attended)
    cells = [
        {"key": LETTERS[mark] if mark else "", "word": mark or ("not marked" if person in titles else "no seat")}
        for titles, mark in attended
    ]
    return {"person": person, "name": name, "seats": seats, "came": f"{came} of {expected}", "cells": cells}
