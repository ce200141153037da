from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from registry import clock
from registry.db import db
from registry.ledger import command, together
from registry.ledger.acts import Actor
from registry.outbox import commands as outbox
from registry.people.models import Person
from registry.resolutions import passing, rules, sending
from registry.resolutions.drawing_up import Words, drawn_up
from registry.resolutions.models import AGREED, BY_LINK, Copy, Eligible, Resolution, ResolutionAnswer, ResolutionDraft


def draft(boxes: Mapping[str, Any], *, by: Actor) -> ResolutionDraft:
    """Begin to write a resolution; `boxes` are what stands in those of its page."""
    with together():
        begun = ResolutionDraft(boxes={}, rev=0)
        _stamp(begun, boxes, by)
        db.session.add(begun)
    return begun


def redraft(draft: ResolutionDraft, boxes: Mapping[str, Any], *, by: Actor) -> None:
    """Write it anew, before it is circulated."""
    with together():
        _stamp(draft, boxes, by)


def discard(draft: ResolutionDraft, *, by: Actor) -> None:
    """Throw a draft away."""
    with together():
        db.session.delete(draft)


def _stamp(draft: ResolutionDraft, boxes: Mapping[str, Any], by: Actor) -> None:
    draft.boxes, draft.rev = dict(boxes), draft.rev + 1
    draft.saved, draft.saved_by_ref = clock.now(), by.ref


@command
def circulate(
    draft: ResolutionDraft, words: Words, *, by_email: bool, otherwise: str = "", note: str = "", by: Actor
) -> Resolution:
    """Enter a draft as a resolution, and send everybody eligible a copy now: who may agree is settled by this.

    `words` are what its boxes were read as. Those with an e-mail address are written to, if it goes `by_email`, with a
    link of their own and the secretary's `note`; the others have it `otherwise`, by post or by hand.
    """
    resolution, voters = drawn_up(words)
    passing.uphold_what_it_does(resolution, by)
    left_out = [
        each.named_on(resolution.circulated_on)
        for each in voters
        if not (each.kept_out or otherwise or (by_email and each.person.email))
    ]
    rules.everybody_eligible_has_a_copy(left_out)
    db.session.add(resolution)
    db.session.flush()
    for lines in sending.by_person(resolution.voting):
        if by_email and sending.can_be_written_to(lines):
            sending.write_to(resolution, lines, words=note, is_first=True)
        else:
            sending.note(resolution, lines[0].person, otherwise)
    db.session.delete(draft)
    return resolution


@command
def give_copy(
    resolution: Resolution,
    *,
    person: Person,
    how: str,
    sent_on: date,
    sent_at: str,
    as_auditor: bool = False,
    by: Actor,
) -> None:
    """Note a further copy that was sent, by post or by hand, to somebody eligible or to the auditor."""
    sent = clock.at(sent_on, sent_at)
    rules.copy_is_sent_after_the_first(resolution.circulated, sent, clock.now())
    if not as_auditor:
        is_eligible = any(each.person_ref == person.ref for each in resolution.voting)
        rules.agrees_who_could_vote_when_it_was_circulated(is_eligible, resolution.circulated)
    resolution.copies.append(Copy(person=person, how=how, sent=sent, as_auditor=as_auditor))


@command
def agree(resolution: Resolution, *, person: Person, by: Actor) -> None:
    """Agree, by the link that one was sent; with the agreement that makes up the votes needed, it passes."""
    _answer(resolution, person, AGREED, clock.now(), BY_LINK, signed_by="", by=by)


@command
def record_answer(
    resolution: Resolution, *, person: Person, says: str, how: str, came_on: date, came_at: str, signed_by: str = "",
    by: Actor,
) -> None:  # fmt: skip
    """Record an answer that came on paper or by e-mail, at the clock time in London at which it came, in time or late.

    `signed_by` is whoever signed for the other, and by what right.
    """
    _answer(resolution, person, says, clock.at(came_on, came_at), how, signed_by=signed_by, by=by)


def _answer(
    resolution: Resolution, person: Person, says: str, at: datetime, how: str, *, signed_by: str, by: Actor
) -> None:
    _hold(resolution)
    rules.was_not_withdrawn(resolution.withdrawn)
    rules.answer_has_come(resolution.circulated, at, clock.now())
    lines = _lines_of(resolution, person)
    answering = [each for each in lines if resolution.agreement_of(each) is None]
    rules.agreement_is_not_withdrawn(not answering)
    agreeing = answering if says == AGREED else []
    passed_at = passing.passes_with(resolution, agreeing, at)
    way = ""
    if passed_at is not None:
        agreed = passing.agreed_by(resolution, passed_at) + sum(each.votes for each in agreeing if at <= passed_at)
        way = passing.way_to_log(resolution, agreed, passed_at, by)
    for each in answering:
        resolution.answers.append(
            ResolutionAnswer(eligible_ref=each.ref, says=says, at=at, how=how, signed_by=signed_by)
        )
    if passed_at is not None:
        passing.pass_it(resolution, passed_at, by, way)


def _lines_of(resolution: Resolution, person: Person) -> list[Eligible]:
    """What a person may agree to; refused, to anybody else, and to the second of joint holders."""
    lines = [each for each in resolution.voting if each.person_ref == person.ref]
    if not lines:
        members = [each.member for each in resolution.voting if each.member is not None]
        others = {holder.person_ref for member in members for holder in member.holders_on(resolution.circulated_on)}
        rules.first_named_agrees(person.ref in others)
    rules.agrees_who_could_vote_when_it_was_circulated(bool(lines), resolution.circulated)
    return lines


def _hold(resolution: Resolution) -> None:
    """Let nobody else answer until this is done, and see what they have answered: two may agree at once.

    The savepoint makes SQLite let nobody else write from here on; PostgreSQL locks the row.
    """
    with db.session.begin_nested():
        db.session.refresh(resolution, with_for_update=True)
        db.session.expire(resolution, ["answers"])


@command
def send_again(resolution: Resolution, *, note: str = "", by: Actor) -> None:
    """Write again to everybody who has not answered and has an e-mail address, with another link."""
    _uphold_that_it_is_open(resolution)
    to_write = [each for each in sending.by_person(sending.not_answered(resolution)) if sending.can_be_written_to(each)]
    rules.somebody_is_written_to(len(to_write))
    for lines in to_write:
        sending.write_to(resolution, lines, words=note, is_first=False)


@command
def withdraw(resolution: Resolution, *, because: str, by: Actor) -> None:
    """Withdraw it before it has passed, and say why: nobody can agree to it any more."""
    _uphold_that_it_is_open(resolution)
    resolution.withdrawn, resolution.withdrawn_because = clock.now(), because
    outbox.stop(resolution.ref)


@command
def lapse(resolution: Resolution, *, by: Actor) -> None:
    """Enter in the log of decisions that it has lapsed, which it did by itself when its last day was over."""
    rules.was_not_withdrawn(resolution.withdrawn)
    rules.has_not_passed(resolution.passed_at)
    rules.has_lapsed(resolution.lapses, clock.now())
    rules.outcome_is_logged_once(resolution.decision is not None)
    assert resolution.last_day is not None
    passing.log_that_it_lapsed(resolution, resolution.last_day, by)


def _uphold_that_it_is_open(resolution: Resolution) -> None:
    rules.was_not_withdrawn(resolution.withdrawn)
    rules.has_not_passed(resolution.passed_at)
    rules.has_not_lapsed(resolution.lapses, clock.now())
