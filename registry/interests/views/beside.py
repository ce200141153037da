"""What this room brings to the pages of others: a person's, a meeting's, the front page."""

from datetime import datetime, time

from flask import url_for

from registry import clock
from registry.doors import Duty, Found
from registry.doors.hung import has_all
from registry.interests import queries, rules, sentences, standing
from registry.interests.schemas import OwnInterestRow, StoodRow
from registry.interests.views.doors import noted, reads_private, room
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.wording import counted


@room.panel(
    on=Person,
    needs="interests.read",
    tells=OwnInterestRow,
    title="Interests declared",
    empty="No interest is on the register.",
)
def interests_declared(person, on):
    return noted(queries.interests_of(person, on, private=reads_private(person))) or queries.nothing_of(person, on)


@room.following(on=Person, needs="interests.read")
def interests_left(person, on):
    if count := len(queries.interests_of(person, on, private=False)):
        text = f"{counted(count, 'published interest')} would be ended, and shown for some months after"
        yield Found("Interests", text, url_for("interests.person", word=person.ref))


@room.panel(
    on=Meeting, needs="interests.read", tells=StoodRow, title="Interests as they stood", empty="Nothing is on record."
)
def interests_as_they_stood(meeting, on):
    """As the books had them when the meeting began, and how they differ from today's; before it, as they stand."""
    began = datetime.combine(meeting.on, time.fromisoformat(meeting.begins), clock.LONDON)
    if began > clock.now():
        yield {"what": "As it stands", "href": url_for("interests.register")}
        return
    then = {"on": meeting.on, "known": began.isoformat()}
    yield {"what": "As it stood when the meeting began", "href": url_for("interests.register", **then)}
    if meeting.on < on:
        since = {"from": meeting.on, "known_from": began.isoformat(), "to": on}
        yield {"what": "What has become of it since", "href": url_for("interests.compared", **since)}


@room.duties(needs="interests.change")
def kinds_to_settle(on):
    for interest in queries.to_be_classified():
        sentence = f"{interest.person.name_on(on)} was not sure of what kind an interest is: say which."
        yield Duty(sentence, None, rules.GUIDANCE, url_for("interests.change", word=interest.ref))


@room.duties(needs="interests.confirm")
def confirmations_due(on):
    """Told together, since they fall due together: those who never confirmed, and those who did so long ago."""
    lines = standing.due_on(on)
    for words, never in (("Interests never confirmed", True), ("Interests not confirmed for a year", False)):
        if told := [line for line in lines if line["never"] is never]:
            names = sentences.some_of([line["person"] for line in told])
            yield Duty(f"{words}: {names}.", told[0]["due"], rules.GUIDANCE, url_for("interests.due"))


@room.searched(needs="interests.read")
def search(words, on):
    for line in queries.interests_on(on):
        text = f"{line['person']}: {line['description']}"
        if has_all(f"{text} {line['organisation']}", words):
            yield Found("Interest", text, url_for("interests.person", word=line["person_ref"]))
