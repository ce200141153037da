from typing import Any

from flask import abort, g, url_for

from registry import clock
from registry.doors import Duty, Found, Room
from registry.files import kept
from registry.meetings import commands, queries
from registry.meetings.models import DECIDE, DISCUSS, NOTE, Meeting
from registry.meetings.schemas import (
    AddItemForm,
    AddPaperForm,
    AttendedRow,
    ConveneForm,
    GiveNoticeForm,
    MeetingPage,
    MeetingRow,
    RecordAttendanceForm,
)
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words

room = Room(__name__)

STANDING_ITEMS = (
    ("Welcome and introductions", NOTE),
    ("Apologies for absence", NOTE),
    ("Notification of any other business", NOTE),
    ("Declarations of interest on items of this agenda", NOTE),
    ("Minutes of the last meeting", DECIDE),
    ("Matters arising and actions", DISCUSS),
)
"""The agenda that a meeting begins with, unless the secretary strikes it."""


@room.page("/register", needs="meetings.read", tells=MeetingRow, title="Meetings", acts=("meetings.convene",))
def register(on):
    return queries.meetings_on(on)


@room.page(
    "/<word>",
    needs="meetings.read",
    tells=MeetingPage,
    title="Meeting",
    of=Meeting,
    acts=(
        "meetings.give_notice",
        "meetings.add_item",
        "meetings.add_paper",
        "meetings.record_attendance",
        "disclosures.declare",
    ),
)
def meeting(meeting, on):
    return queries.meeting_on(meeting, on)


@room.file("/<word>/papers/<paper>", needs="meetings.read", title="Paper", of=Meeting)
def paper(meeting, paper):
    found = next((each for each in meeting.papers if each.ref == paper.upper()), None) or abort(404)
    return found.file_name, kept(found.sha256)


def standing_agenda() -> dict[str, Any]:
    """The standing items, as the lines of the form hold them."""
    lines = enumerate(STANDING_ITEMS)
    return {f"items-{n}-{box}": said for n, item in lines for box, said in zip(("title", "purpose"), item, strict=True)}


@room.form("/convene", needs="meetings.convene", asks=ConveneForm, title="Convene a meeting", offers=standing_agenda)
def convene(answer):
    return url_for(".meeting", word=commands.convene(**answer, by=g.account).ref)


@room.form(
    "/<word>/give-notice",
    needs="meetings.give_notice",
    asks=GiveNoticeForm,
    title="Record that notice was given",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"notice_given": clock.today()},
)
def give_notice(meeting, answer):
    commands.give_notice(meeting, **answer, by=g.account)
    return url_for(".meeting", word=meeting.ref)


@room.form("/<word>/add-item", needs="meetings.add_item", asks=AddItemForm, title="Add an item", of=Meeting, edits=True)
def add_item(meeting, answer):
    commands.add_item(meeting, **answer, by=g.account)
    return url_for(".meeting", word=meeting.ref)


@room.form(
    "/<word>/add-paper", needs="meetings.add_paper", asks=AddPaperForm, title="Add a paper", of=Meeting, edits=True
)
def add_paper(meeting, answer):
    commands.add_paper(meeting, **answer, by=g.account)
    return url_for(".meeting", word=meeting.ref)


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
    return url_for(".meeting", word=meeting.ref)


@room.panel(on=Body, needs="meetings.read", tells=MeetingRow, title="Meetings", empty="It has not met yet.")
def meetings_of(body, on):
    return queries.meetings_on(on, body)


@room.duties(needs="meetings.convene")
def notices(on):
    for line in queries.awaiting_notice(on):
        sentence = f"Give notice of the meeting of {line['body']} on {in_words(line['on'])}."
        yield Duty(sentence, line["due"], line["authority"], url_for("meetings.meeting", word=line["ref"]))


@room.searched(needs="meetings.read")
def search(words, on):
    for line in queries.meetings_about(words, on):
        yield Found("Meeting", line["meeting"], url_for("meetings.meeting", word=line["ref"]))


@room.panel(on=Person, needs="meetings.read", tells=AttendedRow, title="Meetings attended", empty="")
def meetings_attended(person, on):
    return queries.attended_by(person, on)


@room.following(on=Person, needs="seats.read")
def quorums_left(person, on):
    for body, text in queries.quorums_without(person, on):
        yield Found("Quorum", f"{body.name}: {text}", url_for("structure.body", word=body.ref))
