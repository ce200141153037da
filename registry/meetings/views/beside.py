"""What meetings bring to other rooms' pages."""

from flask import url_for

from registry.doors import Duty, Found
from registry.meetings import persons, queries
from registry.meetings.order import order_of
from registry.meetings.schemas import AttendedRow, MeetingRow, StandingRow
from registry.meetings.views.doors import room
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words


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
    for line in queries.meetings_of(words, on):
        yield Found("Meeting", line["meeting"], url_for("meetings.meeting", word=line["ref"]))


@room.panel(on=Person, needs="meetings.read", tells=AttendedRow, title="Meetings attended", empty="")
def meetings_attended(person, on):
    return persons.attended_by(person, on)


@room.following(on=Person, needs="seats.read")
def quorums_left(person, on):
    for body, text in persons.quorums_without(person, on):
        yield Found("Quorum", f"{body.name}: {text}", url_for("structure.body", word=body.ref))


@room.panel(on=Body, needs="meetings.read", tells=StandingRow, title="Standing items of its agendas", empty="")
def order_of_business(body, on):
    return [] if (order := order_of(body)) is None else order.items
