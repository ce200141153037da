"""Polls, from their demand to their result, and the ballots of named votes."""

from collections.abc import Iterable, Sequence
from typing import Any

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.commands.agenda import open_item
from registry.meetings.models import Meeting
from registry.meetings.voices import is_of_members
from registry.people.models import Person
from registry.votes import members, rules
from registry.votes.freezing import freeze, uphold_that_it_may_be_voted_on
from registry.votes.holdings import barred_from, there_for
from registry.votes.majorities import kind_of, settle
from registry.votes.models import POLL, WAYS, Ballot, Demander, Entitlement, Vote
from registry.votes.standing import is_over, last_on, next_place, votes_in_turn
from registry.votes.voters import Voter, voters_at


@command
def demand_poll(
    meeting: Meeting, *, item: int, demanded_in: str, demanders: Sequence[Person] = (), question: str = "", by: Actor
) -> Vote:
    """Record that a poll was demanded on an item, before the show of hands or at once after it, and by whom.

    The show of hands that it follows stays on record; what is put on the poll is what was put there, if anything was.
    """
    about = open_item(meeting, item)
    rules.poll_is_of_the_members(is_of_members(meeting))
    before = last_on(meeting, about.ref)
    _uphold_the_demand(meeting, before, demanded_in, demanders)
    vote = Vote(
        meeting=meeting,
        item_ref=about.ref,
        place=next_place(meeting),
        question=before.question_as_put if before else question or about.proposed or about.title,
        method=POLL,
        resolution=before.resolution if before else kind_of("", about.resolution, general=True),
        matter=before.matter if before else "",
        mover=before.mover if before else None,
        seconder=before.seconder if before else None,
        procedural=before.procedural if before else False,
        follows_ref=before and before.ref,
        demanded_in=demanded_in,
        demanders=[Demander(person=person) for person in demanders],
    )
    settle(vote)
    db.session.add(vote)
    return vote


@command
def withdraw_demand(vote: Vote, *, agreed: bool, by: Actor) -> None:
    """Record that the demand of a poll was withdrawn before it was taken, and the chair consented."""
    waits = vote.method == POLL and not (is_over(vote) or vote.ballots)
    rules.demand_is_withdrawn_before_the_poll(waits, agreed)
    vote.withdrawn, vote.withdrawn_why = clock.today(), "The demand was withdrawn, and the chair consented"


@command
def open_poll(vote: Vote, *, at: str, by: Actor) -> None:
    """Open a poll: who may vote, with a vote for each share, is frozen as the register has it at that time."""
    rules.poll_is_opened_once(vote.method == POLL and vote.opened is None and vote.withdrawn is None)
    uphold_that_it_may_be_voted_on(vote)
    freeze(vote, at)


@command
def cast(vote: Vote, *, lines: Iterable[dict[str, Any]], by: Actor) -> None:
    """Enter votes cast, each by a `person` for a `voter`, the ref of a member or a seat: `how`, or so many each way."""
    rules.is_open(vote.opened, vote.closed or vote.withdrawn is not None)
    box = BallotBox(vote)
    for line in lines:
        box.take(**line)


@command
def close(vote: Vote, *, by: Actor) -> None:
    """Close a poll or a vote by name: its result is declared, and no more votes are cast."""
    rules.is_open(vote.opened, vote.closed or vote.withdrawn is not None)
    vote.closed = True


def _uphold_the_demand(meeting: Meeting, before: Vote | None, demanded_in: str, demanders: Sequence[Person]) -> None:
    rules.poll_is_demanded_once(before is not None and before.method == POLL)
    last = votes_in_turn(meeting)[-1:]
    rules.poll_is_demanded_in_time(before is not None and before is not last[0])
    votes = members.votes_behind(meeting, [person.ref for person in demanders])
    total = sum(each.votes for each in members.holdings_at(meeting))
    rules.poll_is_demanded_by_who_may(demanded_in, sum(each > 0 for each in votes.values()), sum(votes.values()), total)


class BallotBox:
    """The ballots of a vote, and who is there to cast them, read once."""

    def __init__(self, vote: Vote) -> None:
        self.vote, meeting = vote, vote.meeting
        self.voters = voters_at(meeting, vote.item_ref)
        self.there = there_for(meeting, vote.item_ref)
        self.barred = barred_from(meeting, vote.item_ref)
        self.entitled = {each.of_ref: each for each in vote.entitlements}

    def take(
        self,
        *,
        voter: str,
        person: Person,
        how: str = "",
        votes_for: int | None = None,
        votes_against: int | None = None,
        withheld: int | None = None,
    ) -> None:
        rules.is_entitled_at_the_record_time(voter in self.entitled)
        entitlement, caster = self.entitled[voter], self._who_casts(self.entitled[voter], person)
        left = min(entitlement.votes - self._cast_of(entitlement), caster.votes)
        split = (votes_for or 0, votes_against or 0, withheld or 0)
        votes = split if any(split) else tuple(caster.votes if how == way else 0 for way in WAYS)
        rules.no_more_votes_than_are_held(sum(votes) if min(votes) >= 0 else -1, left, entitlement.called)
        told = dict(zip(("votes_for", "votes_against", "withheld"), votes, strict=True))
        ballot = Ballot(entitlement_ref=entitlement.ref, person=person, capacity=caster.capacity, **told)
        self.vote.ballots.append(ballot)

    def _who_casts(self, entitlement: Entitlement, person: Person) -> Voter:
        """Who may cast these votes: there for the item, without a conflict, and not having cast them before."""
        name = person.name_on(self.vote.meeting.on)
        rules.is_in_the_room(person.ref in self.there, name)
        rules.has_no_conflict(person.ref in self.barred, name)
        mine = [each for each in self.voters if (each.holding.of, each.person) == (entitlement.of_ref, person.ref)]
        rules.casts_for_it(bool(mine), name, entitlement.called)
        rules.is_cast_once(
            any(each.person_ref == person.ref for each in self._ballots_of(entitlement)), entitlement.called
        )
        return mine[0]

    def _ballots_of(self, entitlement: Entitlement) -> list[Ballot]:
        return [each for each in self.vote.ballots if each.entitlement_ref == entitlement.ref]

    def _cast_of(self, entitlement: Entitlement) -> int:
        return sum(each.votes_for + each.votes_against + each.withheld for each in self._ballots_of(entitlement))
