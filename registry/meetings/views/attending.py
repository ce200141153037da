"""Who came, and who cannot."""

from typing import Any

from flask import g, url_for

from registry.meetings import commands, grid, persons, year
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from
from registry.meetings.schemas import (
    ApologiseForm,
    ComingRow,
    GridRow,
    RecordAttendanceForm,
    RepresentForm,
    TakeChairForm,
    YearRow,
)
from registry.meetings.views.doors import at, has_come, room, stands
from registry.meetings.voices import is_of_members
from registry.people.models import Person
from registry.structure.models import Body


@room.page(
    "/<word>/attendance",
    needs="meetings.read",
    tells=GridRow,
    title="Attendance, item by item",
    of=Meeting,
    many=True,
    acts=("meetings.record_attendance", "meetings.take_chair", "meetings.represent"),
)
def attendance(meeting, on):
    return grid.attendance_of(meeting, withheld_from(g.account, meeting))


@room.page(
    "/bodies/<word>/year", needs="meetings.read", tells=YearRow, title="Attendance over a year", of=Body, many=True
)
def year_of_body(body, on):
    return year.year_of(body, on)


def expected(meeting: Meeting) -> dict[str, Any]:
    """A line for each person who is expected or marked: as recorded so far or, of who is to leave, as it was ruled."""
    told = {"person": "person", "attended": "mark", "how": "how", "reason": "reason", "offered": "offered"}
    ruled = grid.as_ruled(meeting)
    people = (
        line if line["attended"] else line | ruled.get(line["person"], {}) for line in grid.attendance_of(meeting)
    )
    lines = enumerate(line | {"offered": "true"} for line in people)
    return {f"lines-{place}-{box}": line[fact] for place, line in lines for fact, box in told.items()}


@room.form(
    "/<word>/record-attendance",
    needs="meetings.record_attendance",
    asks=RecordAttendanceForm,
    title="Record attendance",
    of=Meeting,
    edits=True,
    offers=expected,
    when=has_come,
)
def record_attendance(meeting, answer):
    commands.record_attendance(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/take-chair",
    needs="meetings.take_chair",
    asks=TakeChairForm,
    title="Record who took the chair",
    of=Meeting,
    edits=True,
    when=lambda meeting: meeting.attendance_is_recorded,
)
def take_chair(meeting, answer):
    commands.take_chair(meeting, **answer, by=g.account)
    return url_for(".attendance", word=meeting.ref)


@room.form(
    "/<word>/represent",
    needs="meetings.represent",
    asks=RepresentForm,
    title="Record who came for a member",
    of=Meeting,
    edits=True,
    when=lambda meeting: stands(meeting) and is_of_members(meeting),
)
def represent(meeting, answer):
    commands.represent(meeting, **answer, by=g.account)
    return url_for(".attendance", word=meeting.ref)


@room.page(
    "/people/<word>", needs="meetings.apologise", tells=ComingRow, title="Meetings to come", of=Person, many=True
)
def coming(person, on):
    return persons.coming_for(person, on)


@room.form(
    "/people/<word>/apologise", needs="meetings.apologise", asks=ApologiseForm, title="Send apologies", of=Person
)
def apologise(person, answer):
    commands.apologise(person, **answer, by=g.account)
    return url_for(".coming", word=person.ref)


@room.panel(on=Person, needs="meetings.apologise", tells=ComingRow, title="Meetings to come", empty="")
def meetings_to_come(person, on):
    return persons.coming_for(person, on)
