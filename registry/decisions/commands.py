from collections.abc import Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.authorisations.models import Authorisation
from registry.decisions import asking, effects, numbering, rules, waiting
from registry.decisions.doing import Answers
from registry.decisions.models import CARRIED, NOT_ON_FILE, OTHER, Decision, Effect
from registry.directors.models import Directorship
from registry.interests.models import Interest
from registry.ledger import Document, Part, because, command, opening
from registry.ledger.acts import Actor
from registry.meetings import rules as meetings
from registry.meetings.commands import numbered
from registry.meetings.models import Meeting
from registry.meetings.notices import demand_that_it_was_called
from registry.meetings.queries import quorum_at, votes_of
from registry.meetings.voices import is_of_members
from registry.members.models import Member, ShareClass
from registry.people.models import Person
from registry.seats import commands as seats
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import Terms
from registry.transfers.models import Transfer


@command
def log(
    *, body: Body, kind: str, route: str, text: str, outcome: str, on: date, since: date,
    meeting: Meeting | None = None, item: int | None = None, mover: Person | None = None,
    votes_for: int | None = None, votes_against: int | None = None, abstained: int | None = None,
    supersedes: Decision | None = None, seat: Seat | None = None, person: Person | None = None,
    until: date | None = None, terms: Terms | None = None, member: Member | None = None,
    share_class: ShareClass | None = None, shares: int | None = None, paid: int | None = None,
    preemption: str | None = None, offered: date | None = None, closes: date | None = None,
    lodged: Transfer | None = None, reasons: str | None = None, directorship: Directorship | None = None,
    special_notice: date | None = None, interest: Interest | None = None, situation: str | None = None,
    covers: str | None = None, conditions: str | None = None, review_due: date | None = None,
    lapses: date | None = None, also_interested: Sequence[Person] | None = None, resolution: Decision | None = None,
    authorisation: Authorisation | None = None, waits: bool = False, by: Actor,
) -> Decision:  # fmt: skip
    """Log what a body resolved `on` a day, with effect from `since`; a carried decision does what it says at once.

    Its number is drawn as it is entered. `item` is the item's number on the agenda; from `seat` on,
    the answers are those its effect asks for. Either all of it is recorded or none. One that `waits` does what it says
    by a later act; so does one whose day is to come, where the register that it changes takes no day to come.
    """
    asked: Answers = {
        "seat": seat, "person": person, "until": until, "terms": terms,
        "member": member, "share_class": share_class, "shares": shares, "paid": paid,
        "preemption": preemption, "offered": offered, "closes": closes, "lodged": lodged, "reasons": reasons,
        "directorship": directorship, "special_notice": special_notice, "interest": interest, "situation": situation,
        "covers": covers, "conditions": conditions, "review_due": review_due, "lapses": lapses,
        "also_interested": also_interested, "resolution": resolution, "authorisation": authorisation,
    }  # fmt: skip
    asking.demand_answers(kind, outcome, asked)
    decision = Decision(
        body=body, kind=kind, route=route, text=text, outcome=outcome, on=on, since=since, mover=mover,
        votes_for=votes_for, votes_against=votes_against, abstained=abstained,
    )  # fmt: skip
    _uphold(decision)
    _place_in_meeting(decision, meeting, item)
    _supersede(decision, supersedes)
    numbering.enter(decision)
    _do_or_put_off(decision, asked, waits, by)
    return decision


@command
def carry_out(decision: Decision, *, by: Actor) -> None:
    """Do what a decision was still to do, by its authority. What the law then forbids goes on waiting."""
    rules.something_waits(bool(decision.waiting))
    rules.its_day_has_come(decision.since, clock.today())
    doing = effects.doing_of(decision)
    assert doing is not None, "only what was carried, and does something, waits"
    answers = waiting.what_waits(decision)
    decision.waiting = ""
    effects.bring_about(decision, doing, answers, by)


def _do_or_put_off(decision: Decision, answers: Answers, waits: bool, by: Actor) -> None:
    doing = effects.doing_of(decision)
    if doing is None:
        return
    doing.upholds(decision, answers)
    if waits or (doing.waits_for_its_day and decision.since > clock.today()):
        waiting.put_off(decision, answers)
    else:
        effects.bring_about(decision, doing, answers, by)


@command
def establish_seat(decision: Decision, *, by: Actor, **told: Any) -> Seat:
    """Establish a seat by a decision that was carried, with what `seats.establish` is told of it."""
    rules.decision_was_carried(decision.outcome == CARRIED)
    rules.takes_effect_once_taken(decision.since, told["since"])
    with because(decision):
        seat = seats.establish(**told, by=by)
    decision.effects.append(Effect(act="seats.establish", document_kind="seat", document_ref=seat.ref))
    return seat


@command
def abolish_seat(decision: Decision, *, seat: Seat, until: date, by: Actor) -> None:
    """Abolish a seat, which nobody sits in, by a decision that was carried: `until` is the first day it is no more."""
    rules.decision_was_carried(decision.outcome == CARRIED)
    rules.takes_effect_once_taken(decision.since, until)
    with because(decision):
        seats.abolish(seat, until=until, by=by)
    decision.effects.append(Effect(act="seats.abolish", document_kind="seat", document_ref=seat.ref))


@opening
def bring_in(
    *, number: str, body: Body, on: date, dates: str = "", since: date | None = None, text: str, kind: str = OTHER,
    route: str = NOT_ON_FILE, outcome: str = CARRIED, votes_for: int | None = None, votes_against: int | None = None,
    abstained: int | None = None, mover: Person | None = None, supersedes: Decision | None = None, by: Actor,
) -> Decision:  # fmt: skip
    """Enter a decision of the old books under the number that it has there; what it did, they show elsewhere."""
    rules.number_is_free(number, numbering.is_used(number))
    decision = Decision(
        body=body, kind=kind, route=route, text=text, outcome=outcome, on=on, dates=dates, since=since or on,
        mover=mover, votes_for=votes_for, votes_against=votes_against, abstained=abstained,
    )  # fmt: skip
    _uphold(decision)
    _supersede(decision, supersedes)
    numbering.enter_old(decision, number)
    return decision


@opening
def note_effect(decision: Decision, *, act: str, document: Document, part: Part | None = None, by: Actor) -> None:
    """Note what a decision of the old books did, as they show it elsewhere: the act, and what it was done to."""
    part_ref = None if part is None else part.ref
    effect = Effect(act=act, document_kind=document.__tablename__, document_ref=document.ref, part_ref=part_ref)
    decision.effects.append(effect)


def _uphold(decision: Decision) -> None:
    meetings.body_exists(decision.body.since, decision.body.until, decision.on)
    rules.decision_has_been_taken(decision.on, clock.today())
    rules.takes_effect_once_taken(decision.on, decision.since)
    rules.outcome_follows_the_votes(decision.outcome, decision.votes_for, decision.votes_against)


def _place_in_meeting(decision: Decision, meeting: Meeting | None, item: int | None) -> None:
    asking.demand_meeting(decision.route, meeting, item)
    if meeting is not None:
        demand_that_it_was_called(meeting)
        rules.meeting_is_of_the_body(decision.body.ref, meeting.body_ref)
        rules.taken_on_the_day_of_the_meeting(decision.on, meeting.on)
        decision.meeting = meeting
        decision.item_ref = None if item is None else numbered(meeting, item).ref
        _votes_may_be_cast(decision, meeting)


def _votes_may_be_cast(decision: Decision, meeting: Meeting) -> None:
    """Of those with seats, each vote is that of somebody who was there for the item and has no conflict about it."""
    quorum = quorum_at(meeting, decision.item_ref)
    if quorum is not None and not is_of_members(meeting):
        cast = (decision.votes_for or 0) + (decision.votes_against or 0)
        rules.nobody_votes_who_may_not(cast, votes_of(meeting, quorum))


def _supersede(decision: Decision, old: Decision | None) -> None:
    if old is not None:
        rules.supersedes_a_decision_of_its_own(decision.body.ref, old.body_ref)
        rules.supersedes_an_earlier_one(old.outcome, old.on, decision.on)
        decision.supersedes_ref = old.ref
