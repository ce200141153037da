"""Whether there was a quorum for what was decided, and whether more was voted than could be."""

from collections.abc import Iterator

from registry.compliance.findings import (
    IN_ORDER,
    NO_QUORUM,
    NOT_RECORDED,
    TOO_MANY_VOTES,
    WANTING,
    Finding,
    by_rule,
    cited,
)
from registry.compliance.held import Held
from registry.decisions.models import APPOINTED, CARRIED, Decision
from registry.decisions.rules import nobody_votes_who_may_not
from registry.meetings.queries import votes_among
from registry.meetings.quorum import Quorum
from registry.meetings.voices import is_of_members
from registry.structure.models import BOARD
from registry.terms.provisions import QUORUM

MINUTES = "Companies Act 2006, s.248(1)"
MINUTES_OF_MEMBERS = "Companies Act 2006, s.355(1)(b)"
APPOINT = "seats.appoint"


def quorums(held: Held) -> Iterator[Finding]:
    """Of each decision; or of the meeting as a whole, where nothing was decided without one."""
    if not held.meeting.attendance_is_recorded:
        yield from _unrecorded(held)
        return
    counted = [(decision, held.quorum_for(decision)) for decision in held.decisions]
    found = [_without(held, decision, quorum) for decision, quorum in counted if quorum.quorate is False]
    yield from found
    if not found and (whole := held.counting.quorum(None)).quorate is False:
        sentence = f"The meeting as a whole: {whole.sentence}; nothing was carried without one."
        yield _finding(held, whole, IN_ORDER, sentence)


def votes(held: Held) -> Iterator[Finding]:
    """In general meeting votes are counted in shares and hands, elsewhere."""
    if is_of_members(held.meeting) or not held.meeting.attendance_is_recorded:
        return
    for decision in held.decisions:
        cast = (decision.votes_for or 0) + (decision.votes_against or 0)
        may_be_cast = votes_among(held.seats, held.counting.quorum(decision.item_ref))
        if not nobody_votes_who_may_not.keeps(cast, may_be_cast):
            sentence = f"{cast} votes were cast on {decision.number}; those who were there and might vote had "
            authority = nobody_votes_who_may_not.authority
            yield Finding(
                TOO_MANY_VOTES, WANTING, f"{sentence}{may_be_cast}.", authority, [decision], decision.item_ref
            )


def _unrecorded(held: Held) -> Iterator[Finding]:
    if held.carried:
        sentence = f"Who came is not on record, so that nothing shows a quorum for {cited(held.carried)}."
        yield Finding(NOT_RECORDED, WANTING, sentence, _minutes(held), held.carried)


def _minutes(held: Held) -> str:
    return MINUTES_OF_MEMBERS if is_of_members(held.meeting) else MINUTES


def _without(held: Held, decision: Decision, quorum: Quorum) -> Finding:
    """Nothing was to be decided without a quorum; whether it was is how much that weighs."""
    place = next((item.place for item in held.meeting.items if item.ref == decision.item_ref), None)
    where = f"Item {place}" if place else "The meeting as a whole"
    wrongly = decision.outcome == CARRIED and not _was_allowed(held, quorum, decision)
    sentence = f"{where}: {quorum.sentence}; {decision.number} was {decision.outcome}."
    return _finding(held, quorum, WANTING if wrongly else IN_ORDER, sentence, decision)


def _finding(held: Held, quorum: Quorum, weight: str, sentence: str, decision: Decision | None = None) -> Finding:
    return Finding(
        NO_QUORUM,
        weight,
        sentence,
        quorum.needed.authority,
        [decision] if decision else [],
        decision.item_ref if decision else None,
        **by_rule(held.counting.in_force.of(QUORUM)),
    )


def _was_allowed(held: Held, quorum: Quorum, decision: Decision) -> bool:
    """Directors too few to make a quorum may appoint more (Model Articles, art. 11(3))."""
    appointed = sum(each.act == APPOINT for one in held.carried for each in one.effects if one.since == one.on)
    there_were = held.counting.directors - appointed
    is_of_board = held.meeting.body.kind == BOARD
    return is_of_board and decision.kind == APPOINTED and there_were < (quorum.needed.count or 0)
