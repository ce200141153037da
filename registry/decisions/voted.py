"""What a decision says of the votes, read from the vote that was taken on it."""

from registry.decisions import rules
from registry.decisions.models import AT_MEETING, DEFERRED, POLL, Decision
from registry.meetings.models import Meeting
from registry.votes.models import POLL as BY_POLL
from registry.votes.models import Vote
from registry.votes.results import Result, result_of
from registry.votes.standing import standing_on


def take_the_votes(decision: Decision, meeting: Meeting) -> None:
    """Hold a decision on an item to the vote by which it was taken, and let it say what that came to.

    What is deferred was not voted on. Where nobody counted, it says no number.
    """
    vote = None if decision.outcome == DEFERRED else vote_on(meeting, decision.item_ref, decision.text)
    result = None if vote is None else result_of(vote)
    if vote is None or result is None:
        return
    rules.outcome_is_that_of_the_vote(decision.outcome, vote.called, result.outcome)
    if vote.method == BY_POLL and decision.route == AT_MEETING:
        decision.route = POLL
    _count(decision, vote, result)


def vote_on(meeting: Meeting, item_ref: str | None, text: str) -> Vote | None:
    """The vote on these words under an item; or the only one that was taken there, whatever its words."""
    votes = standing_on(meeting, item_ref) if item_ref else []
    same = [vote for vote in votes if _words(vote.question_as_put) == _words(text)]
    found = same or (votes if len(votes) == 1 else [])
    return found[-1] if found else None


def _words(text: str) -> str:
    """What is to be decided, however it is introduced: RESOLVED that, or That."""
    told = " ".join(text.split()).casefold().rstrip(".")
    return told.removeprefix("resolved ").removeprefix("that ")


def _count(decision: Decision, vote: Vote, result: Result) -> None:
    if result.count is None:
        return
    counted = result.count.votes_for, result.count.votes_against, result.count.withheld
    told = decision.votes_for, decision.votes_against, decision.abstained
    agrees = all(said is None or said == came for said, came in zip(told, counted, strict=True))
    rules.votes_are_those_of_the_vote(agrees, vote.called, *counted[:2])
    decision.votes_for, decision.votes_against, decision.abstained = counted
