"""What actions bring to the pages of meetings, bodies, people and decisions, to the search, and to home."""

from flask import g, url_for

from registry.actions import queries
from registry.actions.queries import Asked
from registry.actions.schemas import ShortRow
from registry.actions.telling import OPEN
from registry.actions.views.doors import reads, room
from registry.decisions.models import Decision
from registry.doors import Duty, Found
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.people.queries import person_of
from registry.structure.models import Body
from registry.wording import day as in_words

RETURNS = "Matters arising: actions from earlier meetings"


@room.panel(on=Meeting, needs="actions.read", tells=ShortRow, title=RETURNS, empty="No action is open.")
def matters_arising(meeting, on):
    return queries.carried_to(meeting, on, reads())


@room.panel(on=Meeting, needs="actions.read", tells=ShortRow, title="Actions agreed here", empty="")
def agreed_here(meeting, on):
    return queries.agreed_at(meeting, on, reads())


@room.panel(on=Body, needs="actions.read", tells=ShortRow, title="Actions still open", empty="No action is open.")
def open_of_body(body, on):
    return queries.actions_on(on, reads(), Asked(body.ref, state=OPEN))


@room.panel(on=Person, needs="actions.read", tells=ShortRow, title="Actions still open", empty="")
def open_of_person(person, on):
    return queries.open_with(person.ref, on, reads())


@room.panel(on=Decision, needs="actions.read", tells=ShortRow, title="Actions", empty="")
def agreed_by(decision, on):
    return queries.agreed_by(decision, on, reads())


@room.duties(needs="home.read")
def own_actions_due(on):
    """What the reader has to do."""
    ref = person_of(g.account)
    for line in queries.open_of(ref, on, reads()) if ref else ():
        yield _duty(line, f"You are to {line['what']} ({line['number']}).", url_for("actions.mine"))


@room.duties(needs="actions.close")
def late_actions(on):
    """What others should have done: whoever closes actions asks after them."""
    ref = person_of(g.account)
    for line in queries.late_on(on, reads()):
        if line["owner_ref"] != ref:
            sentence = f"{line['number']}: {line['owner']} was to {line['what']}."
            yield _duty(line, sentence, url_for("actions.action", word=line["ref"]))


def _duty(line, sentence, href):
    return Duty(sentence, line["falls_due"], f"{line['body']}, as agreed on {in_words(line['agreed'])}", href)


@room.searched(needs="actions.read")
def search(words, on):
    for line in queries.actions_about(words, on, reads()):
        text = f"{line['number']}: {line['owner']} to {line['what']}"
        yield Found("Action", text, url_for("actions.action", word=line["ref"]))


@room.following(on=Person, needs="actions.read")
def left_to_do(person, on):
    """What somebody else would have to take over."""
    for line in queries.open_of(person.ref, on, reads()):
        text = f"{line['number']}, to {line['what']}, would be for somebody else"
        yield Found("Action", text, url_for("actions.action", word=line["ref"]))
