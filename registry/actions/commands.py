from collections.abc import Sequence
from datetime import date

from marshmallow import ValidationError

from registry import clock
from registry.actions import letters, numbering, rules
from registry.actions.models import ASKED, DROPPED, HANDED_OVER, MOVED, NOTED, REOPENED, Action, ActionStep, Involved
from registry.actions.reading import what_everybody_reads
from registry.actions.standing import Standing, standing_on
from registry.decisions.models import Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.commands import numbered
from registry.meetings.models import Meeting
from registry.meetings.notices import demand_that_it_was_called
from registry.outbox import commands as outbox
from registry.people.models import Person


@command
def agree(
    *, meeting: Meeting | None = None, item: int | None = None, decision: Decision | None = None, owner: Person,
    what: str, due: date | None = None, others: Sequence[Person] = (), by: Actor,
) -> Action:  # fmt: skip
    """Enter what a body agreed is to be done: at a meeting, at an item of it by its number, or by a decision.

    Its number is drawn as it is entered. Without a day it is `due` by the body's next meeting.
    """
    action = _agreed_by(decision) if decision is not None else _agreed_at(meeting, item)
    if decision is not None and (meeting not in (None, decision.meeting) or item is not None):
        raise ValidationError({"decision": ["The decision says where it was taken: leave meeting and item blank."]})
    rules.has_been_agreed(action.agreed, clock.today())
    rules.leaves_time_to_act(action.agreed, due)
    rules.somebody_is_there_to_act(owner.died)
    action.owner, action.what, action.due = owner, what.strip().rstrip("."), due
    action.others = [Involved(person=person) for person in dict.fromkeys(others) if person is not owner]
    numbering.enter(action)
    return action


@command
def note_progress(
    action: Action, *, words: str, person: Person | None = None, on: date | None = None, by: Actor
) -> None:
    """Note how far it has come, as its owner or another `person` told; today, unless it was on an earlier day."""
    standing = _standing(action)
    rules.is_still_open(standing.closed)
    _take(action, NOTED, on=on, words=words, person=person or standing.owner)


@command
def move_due(action: Action, *, due: date | None, why: str, on: date | None = None, by: Actor) -> None:
    """Give more time, or less; without a day, until the body's next meeting."""
    standing = _standing(action)
    rules.is_still_open(standing.closed)
    rules.is_moved_elsewhere(standing.due, due)
    rules.leaves_time_to_act(on or clock.today(), due)
    _take(action, MOVED, on=on, words=why, due=due)


@command
def hand_over(action: Action, *, owner: Person, why: str = "", on: date | None = None, by: Actor) -> None:
    """Let somebody else have it from a day on."""
    standing = _standing(action)
    rules.is_still_open(standing.closed)
    rules.is_handed_to_another(standing.owner is owner)
    rules.somebody_is_there_to_act(owner.died)
    _take(action, HANDED_OVER, on=on, words=why, person=owner)
    outbox.stop(action.ref)


@command
def ask_after(action: Action, *, by: Actor) -> None:
    """Write to whoever has it, with a link by which to say how far it has come; of restricted business, to nobody."""
    standing = _standing(action)
    rules.is_still_open(standing.closed)
    rules.letters_ask_of_open_business(not what_everybody_reads()(action))
    _take(action, ASKED, on=None, words="", person=standing.owner)
    letters.write(action, standing.owner, standing.due)


@command
def close(action: Action, *, how: str, why: str = "", on: date | None = None, by: Actor) -> None:
    """Enter that it is done, and what shows it; or that it was dropped, and why."""
    rules.is_still_open(_standing(action).closed)
    rules.dropping_says_why(how == DROPPED, why)
    _take(action, how, on=on, words=why)
    action.closed = action.steps[-1].on
    outbox.stop(action.ref)


@command
def reopen(action: Action, *, why: str, on: date | None = None, by: Actor) -> None:
    """Enter that it is to be done after all: it returns on the next agenda."""
    rules.has_been_closed(_standing(action).closed)
    _take(action, REOPENED, on=on, words=why)
    action.closed = None


def _agreed_at(meeting: Meeting | None, item: int | None) -> Action:
    if meeting is None:
        raise ValidationError({"meeting": ["Say at which meeting, or by which decision, it was agreed."]})
    demand_that_it_was_called(meeting)
    item_ref = None if item is None else numbered(meeting, item).ref
    return Action(body=meeting.body, meeting=meeting, item_ref=item_ref, agreed=meeting.on)


def _agreed_by(decision: Decision) -> Action:
    told = {"meeting": decision.meeting, "item_ref": decision.item_ref, "agreed": decision.on}
    return Action(body=decision.body, decision=decision, **told)


def _standing(action: Action) -> Standing:
    return standing_on(action, date.max)


def _take(
    action: Action, what: str, *, on: date | None, words: str, person: Person | None = None, due: date | None = None
) -> None:
    today = clock.today()
    last = max((step.on for step in action.steps), default=action.agreed)
    rules.steps_come_in_turn(last, on or today, today)
    action.steps.append(ActionStep(on=on or today, what=what, words=words, person=person, due=due))
