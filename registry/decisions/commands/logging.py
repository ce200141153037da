"""A decision entered as it was taken."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack

from registry import clock
from registry.decisions import asking, bearings, effects, majority, numbering, rules, waiting
from registry.decisions.answers import Asked
from registry.decisions.conditions import make_subject
from registry.decisions.doing import Answers
from registry.decisions.effects import ASKED
from registry.decisions.models import Decision
from registry.decisions.voted import take_the_votes
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules as meetings
from registry.meetings.commands import numbered
from registry.meetings.models import Meeting
from registry.meetings.notices import demand_that_it_was_called
from registry.meetings.queries import quorum_at, votes_of
from registry.meetings.voices import is_of_members
from registry.people.models import Person
from registry.structure.models import Body


@command
def log(
    *, body: Body, kind: str, route: str, text: str, outcome: str, on: date, since: date,
    meeting: Meeting | None = None, item: int | None = None, mover: Person | None = None,
    votes_for: int | None = None, votes_against: int | None = None, abstained: int | None = None,
    subject_to: Sequence[Mapping[str, Any]] = (), bears_on: Sequence[Mapping[str, Any]] = (), rationale: str = "",
    options_considered: str = "", review_by: date | None = None, binds_members: bool = False, waits: bool = False,
    by: Actor, **asked: Unpack[Asked],
) -> Decision:  # fmt: skip
    """Log what a body resolved `on` a day, with effect from `since`; a carried decision does what it says at once.

    Its number is drawn as it is entered. `item` is the item's number on the agenda; `asked` are the answers that its
    effect asks for. Either all of it is recorded or none. One that `waits` does what it says by a later act; so does
    one that is subject to conditions, and one whose day is to come, where the register that it changes takes no day to
    come. `bears_on` are the earlier decisions that it supersedes, rescinds or ratifies.
    """
    answers: Answers = dict.fromkeys(ASKED) | asked
    asking.demand_answers(kind, outcome, answers)
    decision = Decision(
        body=body, kind=kind, route=route, text=text, outcome=outcome, on=on, since=since, mover=mover,
        votes_for=votes_for, votes_against=votes_against, abstained=abstained, rationale=rationale,
        options_considered=options_considered, review_by=review_by, binds_members=binds_members,
    )  # fmt: skip
    _place_in_meeting(decision, meeting, item)
    uphold(decision)
    majority.uphold_that_it_is_carried(decision)
    rules.is_looked_at_again_later(since, review_by)
    make_subject(decision, subject_to)
    bearings.bear_on(decision, bears_on)
    numbering.enter(decision)
    _do_or_put_off(decision, answers, waits, by)
    return decision


def _do_or_put_off(decision: Decision, answers: Answers, waits: bool, by: Actor) -> None:
    doing = effects.doing_of(decision)
    if doing is None:
        return
    doing.upholds(decision, answers)
    if waits or decision.conditions or (doing.waits_for_its_day and decision.since > clock.today()):
        waiting.put_off(decision, answers)
    else:
        effects.bring_about(decision, doing, answers, by)


def uphold(decision: Decision) -> None:
    """What is so of every decision, however it was taken."""
    meetings.body_exists(decision.body.since, decision.body.until, decision.on)
    rules.decision_has_been_taken(decision.on, clock.today())
    rules.takes_effect_once_taken(decision.on, decision.since)
    reached = majority.has_every_majority(decision)
    rules.outcome_follows_the_votes(decision.outcome, decision.votes_for, decision.votes_against, reached)


def _place_in_meeting(decision: Decision, meeting: Meeting | None, item: int | None) -> None:
    asking.demand_meeting(decision.route, meeting, item)
    if meeting is not None:
        demand_that_it_was_called(meeting)
        rules.meeting_is_of_the_body(decision.body.ref, meeting.body_ref)
        rules.taken_on_the_day_of_the_meeting(decision.on, meeting.on)
        decision.meeting = meeting
        decision.item_ref = None if item is None else numbered(meeting, item).ref
        take_the_votes(decision, meeting)
        _votes_may_be_cast(decision, meeting)


def _votes_may_be_cast(decision: Decision, meeting: Meeting) -> None:
    """Of those with seats, each vote is that of somebody who was there for the item and has no conflict about it."""
    quorum = quorum_at(meeting, decision.item_ref)
    if quorum is not None and not is_of_members(meeting):
        cast = (decision.votes_for or 0) + (decision.votes_against or 0)
        rules.nobody_votes_who_may_not(cast, votes_of(meeting, quorum))
