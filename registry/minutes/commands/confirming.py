from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.decisions.models import CARRIED, Decision
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.models import Item, Meeting
from registry.minutes import rules
from registry.minutes.models import AT_APPROVAL, LATER, Correction, Minutes, Passage
from registry.minutes.said import WRITTEN
from registry.minutes.standing import chaired_by, facts_changed, is_of_members, latest_of, was_held
from registry.people.models import Person


@command
def approve(
    minutes: Minutes,
    *,
    meeting: Meeting,
    item: int,
    decision: Decision | None = None,
    corrections: Sequence[Mapping[str, Any]] = (),
    by: Actor,
) -> None:
    """Enter that a later meeting of the body approved the minutes at an item, maybe by a decision, with corrections.

    Each of the corrections is of a `passage` by its number, and says with what `words` it is to read.
    """
    latest = latest_of(minutes.meeting) or minutes
    rules.is_not_yet_settled(minutes.meeting.called, latest.settled)
    rules.is_the_latest(minutes.version, latest.version)
    at = _at_a_later_meeting(minutes, meeting, item)
    rules.were_circulated_before(minutes.circulated, meeting.on)
    rules.decided_it_there(decision is None or (decision.meeting_ref, decision.outcome) == (meeting.ref, CARRIED))
    rules.agrees_with_the_registers("; ".join(change.sentence for change in facts_changed(minutes)))
    for each in corrections:
        passage = _passage(minutes, each["passage"])
        rules.facts_are_changed_where_they_are_kept(passage.place, passage.source == WRITTEN)
        minutes.corrections.append(_correction(passage, AT_APPROVAL, meeting, at, each["words"]))
    minutes.approved, minutes.approved_at, minutes.approved_item_ref = meeting.on, meeting, at.ref
    minutes.decision = decision


@command
def authenticate(minutes: Minutes, *, person: Person, authenticated: date, by: Actor) -> None:
    """Enter that the chair of the meeting, or of the next, signed the minutes on a day: from then they are locked.

    Those of directors are approved first; those of a general meeting may be signed as its chair took them down.
    """
    rules.is_not_yet_authenticated(minutes.authenticated)
    latest = latest_of(minutes.meeting) or minutes
    rules.is_the_latest(minutes.version, latest.version)
    of_members = is_of_members(minutes)
    if not of_members:
        rules.has_been_settled(minutes.approved)
    rules.is_signed_once_it_may_be(authenticated, minutes.approved or minutes.circulated, clock.today())
    chaired = chaired_by(minutes, person.ref, authenticated)
    is_chair = rules.chaired_that_or_the_next_general_meeting if of_members else rules.chaired_that_or_the_next_meeting
    is_chair(chaired is not None)
    minutes.authenticated, minutes.authenticated_by, minutes.chaired = authenticated, person, chaired


@command
def correct(minutes: Minutes, *, meeting: Meeting, item: int, passage: int, words: str, by: Actor) -> None:
    """Enter what a later meeting corrected in minutes that were approved before: beside the passage, which stays."""
    rules.has_been_settled(minutes.settled)
    at = _at_a_later_meeting(minutes, meeting, item)
    minutes.corrections.append(_correction(_passage(minutes, passage), LATER, meeting, at, words))


def _at_a_later_meeting(minutes: Minutes, meeting: Meeting, item: int) -> Item:
    """The item of a meeting at which the body speaks of the minutes of an earlier one."""
    own = minutes.meeting
    rules.is_a_later_meeting_of_the_same_body(meeting.body_ref == own.body_ref, meeting.on > own.on)
    rules.has_been_held(meeting.on, clock.today(), not was_held(meeting, clock.today()))
    found = meeting.numbered(item)
    rules.is_an_item(item, found is not None)
    assert found is not None
    return found


def _passage(minutes: Minutes, number: int) -> Passage:
    found = minutes.passage(number)
    rules.is_a_passage(number, found is not None)
    assert found is not None
    return found


def _correction(passage: Passage, kind: str, meeting: Meeting, item: Item, words: str) -> Correction:
    return Correction(passage_ref=passage.ref, kind=kind, meeting=meeting, item_ref=item.ref, words=words)
