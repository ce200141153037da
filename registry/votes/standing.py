"""Which votes of a meeting stand, and which have been replaced. A poll replaces the show of hands that it follows."""

from collections.abc import Iterable

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.votes.models import Amendment, Ballot, Demander, Objection, Vote


def is_over(vote: Vote) -> bool:
    """Whether it has its result, or was withdrawn before it had."""
    return vote.closed or vote.withdrawn is not None


def poll_on(vote: Vote, others: Iterable[Vote]) -> Vote | None:
    """The poll that was demanded on what a vote was on, unless the demand was withdrawn (CA 2006, s.320(3))."""
    polls = (each for each in others if each.follows_ref == vote.ref and each.withdrawn is None)
    return next(polls, None)


def stands(vote: Vote, others: Iterable[Vote]) -> bool:
    return vote.closed and vote.withdrawn is None and poll_on(vote, others) is None


def votes_in_turn(meeting: Meeting) -> list[Vote]:
    """Every vote of a meeting, as they were put."""
    return list(db.session.scalars(whole_votes().where(Vote.meeting_ref == meeting.ref)))


def last_on(meeting: Meeting, item_ref: str) -> Vote | None:
    """What was last put under an item, if it was not withdrawn."""
    found = [each for each in votes_in_turn(meeting) if each.item_ref == item_ref and each.withdrawn is None]
    return found[-1] if found else None


def standing_on(meeting: Meeting, item_ref: str) -> list[Vote]:
    """Every vote under an item that stands, but for those on how to go on; none while a poll there is not closed."""
    votes = [each for each in votes_in_turn(meeting) if each.item_ref == item_ref]
    alive = [each for each in votes if each.withdrawn is None and poll_on(each, votes) is None and not each.procedural]
    return alive if all(each.closed for each in alive) else []


def next_place(meeting: Meeting) -> int:
    last = select(func.max(Vote.place)).where(Vote.meeting_ref == meeting.ref)
    return (db.session.scalar(last) or 0) + 1


def whole_votes() -> Select[Vote]:
    """Votes with all that their lines tell, in a few statements however many there are."""
    people = [
        selectinload(Vote.demanders).joinedload(Demander.person),
        selectinload(Vote.ballots).joinedload(Ballot.person),
        selectinload(Vote.amendments).joinedload(Amendment.mover),
        selectinload(Vote.objections).joinedload(Objection.person),
        joinedload(Vote.mover),
        joinedload(Vote.seconder),
        joinedload(Vote.casting_by),
    ]
    named = [each.selectinload(Person.names) for each in people]
    met = joinedload(Vote.meeting).options(joinedload(Meeting.body), selectinload(Meeting.items))
    return select(Vote).options(*named, met, selectinload(Vote.entitlements)).order_by(Vote.place, Vote.ref)
