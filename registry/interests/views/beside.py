"""What this room brings to the pages of others: a person's, a meeting's, the front page."""

from datetime import datetime, time

from flask import url_for

from registry import clock
from registry.doors import Duty, Found
from registry.index import Said
from registry.interests import queries, rules, sentences, standing
from registry.interests.models import Interest
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


def private_now(reader, hits):
    """What is private today was no less so when it was not yet known to be."""
    theirs = {hit.document_ref: hit.over for hit in hits}
    return {
        ref
        for ref in queries.withheld_now() & theirs.keys()
        if not reader.may("interests.read_private", scope=theirs[ref])
    }


@room.indexed(
    of=Interest,
    kind="Interest",
    needs="interests.read",
    closed="interests.read_private",
    withholds=private_now,
    leads=lambda hit: url_for("interests.interest", word=hit.document_ref),
)
def said_in(interest):
    title = f"{interest.person.name_on(interest.declared_on)}: {interest.organisation}"
    days = [day for day in (interest.since, interest.declared_on) if day]
    shown = {"since": min(days), "until": rules.gone_from(interest.until, private=not interest.is_open)}
    closed = {"closed": not interest.is_open, "over": interest.person_ref}
    yield Said(title, interest.description, on=interest.declared_on, **shown, **closed)
