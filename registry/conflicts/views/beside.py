"""What this room brings to the pages of others."""

from flask import g, url_for

from registry.conflicts import queries, rules
from registry.conflicts.reading import oneself
from registry.conflicts.schemas import OfPersonRow, ShortRow
from registry.conflicts.views.doors import at, noted, reader, room
from registry.doors import Duty
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.people.queries import person_of
from registry.wording import counted
from registry.wording import day as in_words

NOTHING_FOUND = "No item touches an interest that is declared, or a tie that the registers know."


@room.panel(on=Meeting, needs="conflicts.read", tells=ShortRow, title="Conflicts of interest", empty=NOTHING_FOUND)
def conflicts_of_meeting(meeting, on):
    return noted(queries.conflicts_at(meeting, on, reader()))


@room.panel(on=Person, needs="conflicts.read", tells=OfPersonRow, title="Conflicts of interest", empty="")
def conflicts_of_person(person, on):
    return noted(queries.conflicts_of(person, on, reader()))


@room.duties(needs="conflicts.confirm")
def to_handle(on):
    for meeting, count in queries.to_handle_on(on):
        found = counted(count, "conflict")
        sentence = f"Confirm or dismiss {found} found for the meeting of {meeting.body.name} on {in_words(meeting.on)}."
        yield Duty(sentence, meeting.on, rules.GUIDANCE, at(meeting))


@room.duties(needs="interests.read")
def to_answer(on):
    """What the reader herself has been asked, and has not answered."""
    if ref := person_of(g.account):
        for line in queries.asked_of(ref, on, oneself(ref)):
            if not line["answered"]:
                sentence = f"Say whether item {line['number']} touches your interests: {line['meeting']}."
                yield Duty(sentence, line["on"], rules.GUIDANCE, url_for("conflicts.mine"))
