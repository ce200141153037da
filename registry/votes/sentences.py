"""A vote as the minutes put it."""

from collections.abc import Iterable, Iterator, Mapping

from registry.votes.counting import Count, Majority
from registry.votes.models import (
    AGAINST,
    CARRIED,
    FOR,
    HANDS,
    LOST,
    NAMED,
    POLL,
    THE_CHAIR,
    THE_DIRECTORS,
    VOICES,
    Vote,
)
from registry.votes.results import Result
from registry.wording import counted, instant

HOW = {VOICES: "By voices", HANDS: "On a show of hands", NAMED: "By name", POLL: "On a poll"}
FRACTIONS = {(1, 2): "half", (2, 3): "two thirds", (3, 4): "three quarters", (4, 5): "four fifths"}
IN_SHORT = {CARRIED: "carried", LOST: "not carried"}


def sentences_of(vote: Vote, result: Result | None) -> list[str]:
    """All that is told of one vote, in turn: how it came to be put, and what it came to."""
    told = [*_moved(vote), *_amended(vote), *_objected(vote), *_demanded(vote)]
    if vote.withdrawn is not None:
        return [*told, f"{vote.withdrawn_why}."]
    return told if result is None else [*told, sentence_of(vote, result)]


def sentence_of(vote: Vote, result: Result) -> str:
    """On a poll, 212,400 votes were cast for and 54,100 against (4,000 withheld); …: carried."""
    if result.count is None:
        return f"{HOW[vote.method]}, the chair declared it {IN_SHORT[result.outcome]}."
    told = [_counted(vote, result.count), *_equal(vote, result.count), f"{needs(result.needed)}: "]
    return f"{'; '.join(told)}{IN_SHORT[result.outcome]}."


def needs(needed: Majority) -> str:
    """A special resolution needs three quarters; a decision needs more than half of all who may vote."""
    share = FRACTIONS.get((needed.number, needed.of), f"{needed.number}/{needed.of}")
    most = "" if needed.at_least else "more than "
    return f"{needed.name} needs {most}{share}{' of all the votes there are' if needed.of_all else ''}"


def demanded_by(vote: Vote) -> str:
    """Who demanded a poll, and in what right: two who may vote, Dr A and Dr B."""
    names = " and ".join(sorted(each.person.name_on(vote.meeting.on) for each in vote.demanders))
    if vote.demanded_in in (THE_CHAIR, THE_DIRECTORS) or not names:
        return vote.demanded_in
    return f"{names}, as {vote.demanded_in}"


def _counted(vote: Vote, count: Count) -> str:
    names = _names_each_way(vote) if vote.method == NAMED else {}
    withheld = f" ({count.withheld:,} withheld)" if count.withheld else ""
    many, one = ("votes were cast", "vote was cast") if vote.by_ballot else ("were", "was")
    said_for = f"{counted(count.votes_for, one, many)} for{_of(names, FOR)}"
    return f"{HOW[vote.method]}, {said_for} and {count.votes_against:,} against{_of(names, AGAINST)}{withheld}"


def _of(names: Mapping[str, str], way: str) -> str:
    return f" ({names[way]})" if way in names else ""


def _names_each_way(vote: Vote) -> dict[str, str]:
    on, place = vote.meeting.on, {each.ref: each.place for each in vote.entitlements}
    ballots = sorted(vote.ballots, key=lambda each: place[each.entitlement_ref])
    told = {
        FOR: [each.person.name_on(on) for each in ballots if each.votes_for],
        AGAINST: [each.person.name_on(on) for each in ballots if each.votes_against],
    }
    return {way: ", ".join(names) for way, names in told.items() if names}


def _equal(vote: Vote, count: Count) -> Iterator[str]:
    if vote.casting and vote.casting_by is not None:
        name = vote.casting_by.name_on(vote.meeting.on)
        yield f"the votes were equal, and {name}, in the chair, gave the casting vote {vote.casting}"
    elif count.is_equal:
        yield "the votes were equal, and no casting vote was given"


def _moved(vote: Vote) -> Iterator[str]:
    """Of a poll that follows hands it has been told."""
    on = vote.meeting.on
    if vote.mover is not None and vote.follows_ref is None:
        seconded = f", seconded by {vote.seconder.name_on(on)}" if vote.seconder else ""
        yield f"Moved by {vote.mover.name_on(on)}{seconded}."


def _amended(vote: Vote) -> Iterator[str]:
    for each in vote.amendments:
        mover = each.mover.name_on(vote.meeting.on)
        yield f"{mover} moved to amend it, “{each.words}”: {'carried' if each.carried else 'not carried'}."


def _objected(vote: Vote) -> Iterator[str]:
    for each in sorted(vote.objections, key=lambda each: each.person.name_on(vote.meeting.on)):
        name, ruled = each.person.name_on(vote.meeting.on), "upheld it" if each.upheld else "did not uphold it"
        yield f"Objection was made to the voting of {name} ({each.ground}); the chair {ruled}."


def _demanded(vote: Vote) -> Iterable[str]:
    if vote.method == POLL:
        yield f"A poll was demanded by {demanded_by(vote)}."
    if vote.method == POLL and vote.opened:
        votes = sum(each.votes for each in vote.entitlements)
        yield f"It was opened on {instant(vote.opened)}, when {len(vote.entitlements)} might cast {votes:,} votes."
