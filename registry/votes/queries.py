from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select

from registry.db import db
from registry.meetings.models import Meeting
from registry.meetings.voices import is_of_members
from registry.votes import sentences
from registry.votes.models import Vote
from registry.votes.results import Result, disallowed_in, needed_in, result_of
from registry.votes.standing import poll_on, standing_on, stands, whole_votes

Line = dict[str, Any]

STRUCK = "An item since struck from the agenda"

__all__ = ["result_of", "standing_on", "vote_on", "votes_at", "votes_on"]


def votes_on(day: date) -> list[Line]:
    """Every vote of the meetings up to a day, the latest meeting first."""
    found = _told(whole_votes().join(Vote.meeting).where(Meeting.on <= day))
    return sorted(found, key=lambda line: line["on"], reverse=True)


def votes_at(meeting: Meeting, hidden: Collection[str] = ()) -> list[Line]:
    """The votes of a meeting as they were put, but for those under `hidden` items, by their refs."""
    lines = _told(whole_votes().where(Vote.meeting_ref == meeting.ref))
    return [line for line in lines if line["item_ref"] not in hidden]


def vote_on(vote: Vote) -> Line:
    """One vote, with who might vote and how each did."""
    line = next(line for line in votes_at(vote.meeting) if line["ref"] == vote.ref)
    return line | {"ballots": _ballots(vote), **_of_a_poll(vote, line)}


def _told(wanted: Select[Vote]) -> list[Line]:
    """Lines of votes: with each are read those under the same item, for a poll replaces what it follows."""
    votes = list(db.session.scalars(wanted))
    by_item: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        by_item[vote.item_ref].append(vote)
    return [_line(vote, by_item[vote.item_ref]) for vote in votes]


def _line(vote: Vote, others: Sequence[Vote]) -> Line:
    result, poll, item, needed = result_of(vote), poll_on(vote, others), vote.item, needed_in(vote)
    return {
        "ref": vote.ref,
        "rev": vote.rev,
        "title": vote.called,
        "place": vote.place,
        "meeting": vote.meeting.called,
        "meeting_ref": vote.meeting_ref,
        "body": vote.meeting.body.name,
        "body_ref": vote.meeting.body_ref,
        "is_restricted": bool(item and item.restricted),
        "on": vote.meeting.on,
        "item_ref": vote.item_ref,
        "number": item and item.place,
        "item": f"{item.place}. {item.title}" if item else STRUCK,
        "question": vote.question_as_put,
        "first_put_as": vote.question if vote.question != vote.question_as_put else "",
        "method": vote.method,
        "needed": f"{sentences.needs(needed)} ({needed.authority})",
        "outcome": result.outcome if result else "",
        "state": _state(vote, result, poll),
        "stands": stands(vote, others),
        "sentence": sentences.sentence_of(vote, result) if result else "",
        "sentences": sentences.sentences_of(vote, result),
        "poll_ref": poll and poll.ref,
        "follows_ref": vote.follows_ref,
        "opened": vote.opened,
        **_counts(result),
    }


def _counts(result: Result | None) -> Line:
    count = result.count if result else None
    names = ("votes_for", "votes_against", "withheld", "entitled")
    return {name: getattr(count, name) if count else None for name in names}


def _state(vote: Vote, result: Result | None, poll: Vote | None) -> str:
    if vote.withdrawn is not None:
        return "withdrawn"
    if poll is not None:
        return "replaced by a poll"
    return result.outcome if result else "open"


def _ballots(vote: Vote) -> list[Line]:
    """A line for each ballot, and for each entitlement under which nobody voted, in the order of the register."""
    out, on = disallowed_in(vote), vote.meeting.on
    cast: Mapping[str, list[Any]] = _by_entitlement(vote.ballots)
    lines: list[Line] = []
    for each in vote.entitlements:
        about = {"called": each.called, "votes": each.votes}
        lines += [
            about
            | {"by": ballot.person.name_on(on)}
            | {"capacity": f"{ballot.capacity}, disallowed" if ballot.person_ref in out else ballot.capacity}
            | {name: getattr(ballot, name) for name in ("votes_for", "votes_against", "withheld")}
            for ballot in sorted(cast.get(each.ref, ()), key=lambda ballot: ballot.person.name_on(on))
        ] or [about | NOT_CAST]
    return lines


NOT_CAST = {"by": "", "capacity": "", "votes_for": None, "votes_against": None, "withheld": None}


def _by_entitlement(ballots: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for each in ballots:
        found[each.entitlement_ref].append(each)
    return found


def _of_a_poll(vote: Vote, line: Line) -> Line:
    """Who demanded it or, of hands that were not replaced, whether one may still be demanded."""
    may_be = is_of_members(vote.meeting) and not vote.by_ballot and vote.withdrawn is None and line["poll_ref"] is None
    return {"demanded": sentences.demanded_by(vote) if vote.demanded_in else "", "may_be_polled": may_be}
