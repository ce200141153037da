"""Who came."""

from typing import Any

from flask import g

from registry.meetings import commands, queries
from registry.meetings.models import Meeting
from registry.meetings.schemas import RecordAttendanceForm
from registry.meetings.views.doors import at, room


def expected(meeting: Meeting) -> dict[str, Any]:
    """A line for each person who holds a seat that day and has not been marked yet."""
    marked = {mark.person_ref for mark in meeting.attendances}
    seated = dict.fromkeys(ref for line in queries.seats_that_day(meeting) for ref in line["people"])
    return {f"lines-{place}-person": ref for place, ref in enumerate(ref for ref in seated if ref not in marked)}


@room.form(
    "/<word>/record-attendance",
    needs="meetings.record_attendance",
    asks=RecordAttendanceForm,
    title="Record attendance",
    of=Meeting,
    edits=True,
    offers=expected,
)
def record_attendance(meeting, answer):
    commands.record_attendance(meeting, **answer, by=g.account)
    return at(meeting)
