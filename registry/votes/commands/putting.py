"""Questions as they are put to the vote by voices, by hands or by name, and what is declared of them."""

from marshmallow import ValidationError

from registry import clock
from registry.db import db
from registry.law import Breach
from registry.ledger import command, correction
from registry.ledger.acts import Actor
from registry.meetings import queries as meetings
from registry.meetings.commands.agenda import open_item
from registry.meetings.models import Meeting
from registry.meetings.rules import chair_may_cast, resolution_is_of_the_members
from registry.meetings.voices import is_of_members
from registry.people.models import Person
from registry.votes import rules, sentences
from registry.votes.counting import Count, outcome_of
from registry.votes.freezing import freeze, uphold_that_it_may_be_voted_on
from registry.votes.majorities import gives_a_casting_vote, kind_of, settle
from registry.votes.models import HANDS, NAMED, Vote
from registry.votes.results import count_of, needed_in
from registry.votes.standing import is_over, next_place
from registry.votes.voters import all_hands_of, hands_at

SAY_WHAT = "Say how many were for and how many against, or what the chair declared."


@command
def put(
    meeting: Meeting, *, item: int, question: str, method: str, resolution: str = "", matter: str = "",
    put_at: str = "", mover: Person | None = None, seconder: Person | None = None, procedural: bool = False,
    votes_for: int | None = None, votes_against: int | None = None, withheld: int | None = None, outcome: str = "",
    by: Actor,
) -> Vote:  # fmt: skip
    """Put a question to the vote under the item of that number, in these words; with the result, if that is known.

    `resolution` and `matter` say what majority it needs, and `procedural` that it only calls another meeting, adjourns
    this one or chooses its chair. `put_at` is the time, as HH:MM; of named votes it is when their votes are frozen.
    """
    about = open_item(meeting, item)
    general = is_of_members(meeting)
    rules.method_is_of_the_body(method, general)
    resolution_is_of_the_members(resolution, general)
    vote = Vote(
        meeting=meeting, item_ref=about.ref, place=next_place(meeting), question=question, method=method,
        resolution=kind_of(resolution, about.resolution, general=general), matter=matter, put_at=put_at, mover=mover,
        seconder=seconder, procedural=procedural,
    )  # fmt: skip
    if general:
        rules.is_passed_as_it_was_named(vote.resolution, about.resolution)
    settle(vote)
    uphold_that_it_may_be_voted_on(vote)
    db.session.add(vote)
    if method == NAMED:
        freeze(vote, put_at)
    elif outcome or votes_for is not None or votes_against is not None:
        _declare(vote, outcome, votes_for, votes_against, withheld)
    return vote


@command
def declare(
    vote: Vote,
    *,
    votes_for: int | None = None,
    votes_against: int | None = None,
    withheld: int | None = None,
    outcome: str = "",
    by: Actor,
) -> None:
    """Record what the chair declared of a vote by voices or hands, or how many hands there were each way."""
    rules.is_declared_once(is_over(vote) or vote.by_ballot)
    _declare(vote, outcome, votes_for, votes_against, withheld)


@command
def give_casting_vote(vote: Vote, *, way: str, by: Actor) -> None:
    """Record how whoever was in the chair cast the casting vote, where the votes were equal."""
    rules.chair_has_a_casting_vote(gives_a_casting_vote(vote.meeting))
    count = count_of(vote) if vote.closed and not vote.declared and vote.withdrawn is None else None
    told = (count.votes_for, count.votes_against) if count else (0, 0)
    rules.votes_are_equal(count is not None, *told, vote.casting)
    chair = meetings.chair_of(vote.meeting, vote.item_ref)
    rules.chair_is_on_record(chair is not None)
    chair_may_cast(meetings.chair_may_cast(vote.meeting, vote.item_ref))
    vote.casting, vote.casting_by = way, chair


@command
def withdraw(vote: Vote, *, why: str, by: Actor) -> None:
    """Record that whoever moved a question took it back before it was voted on."""
    rules.is_not_voted_on_yet(is_over(vote) or bool(vote.ballots))
    vote.withdrawn, vote.withdrawn_why = clock.today(), why


@correction
def strike(vote: Vote, *, reason: str, by: Actor) -> None:
    """It was entered wrongly: it stays to be read, and counts for nothing. Another may be put in its place."""
    rules.is_declared_once(vote.withdrawn is not None)
    vote.withdrawn, vote.withdrawn_why = clock.today(), f"Entered wrongly: {reason}"


def _declare(vote: Vote, outcome: str, votes_for: int | None, votes_against: int | None, withheld: int | None) -> None:
    if votes_for is None and votes_against is None:
        if not outcome:
            raise ValidationError({"outcome": [SAY_WHAT]})
        vote.declared = outcome
    else:
        _count(vote, Count(votes_for or 0, votes_against or 0, withheld or 0, 0), outcome)
    vote.closed = True


def _count(vote: Vote, count: Count, outcome: str) -> None:
    """The hands each way: no more than there were to raise, and with the outcome that they come to."""
    rules.hands_are_counted(vote.method == HANDS)
    there, raised = hands_at(vote.meeting, vote.item_ref), count.cast + count.withheld
    if is_of_members(vote.meeting):
        rules.no_more_hands_than_are_there(raised, there.most)
        for way in (count.votes_for, count.votes_against):
            rules.no_more_hands_one_way(way, there.one_way)
    else:
        rules.no_more_votes_than_are_there(raised, there.most)
    vote.votes_for, vote.votes_against, vote.withheld = count.votes_for, count.votes_against, count.withheld
    vote.entitled = all_hands_of(vote.meeting) if vote.of_all else there.most
    needed = needed_in(vote)
    if outcome and outcome != outcome_of(count_of(vote), needed):
        said = f"{sentences.needs(needed)}: {count.votes_for} for and {count.votes_against} against is not {outcome}."
        raise Breach(said[:1].upper() + said[1:], needed.authority, "outcome")
