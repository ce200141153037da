"""What a vote came to: the count, the majority that it needed, and the outcome."""

from dataclasses import dataclass

from registry.votes.counting import Count, Majority, outcome_of, tally
from registry.votes.models import Vote


@dataclass(frozen=True)
class Result:
    """The outcome of a vote that is closed, with the count that it follows from; none where nobody counted."""

    outcome: str
    count: Count | None
    needed: Majority


def result_of(vote: Vote) -> Result | None:
    """What a vote came to; None until it is closed, and of what was withdrawn."""
    needed = needed_in(vote)
    if not vote.closed or vote.withdrawn is not None:
        return None
    if vote.declared:
        return Result(vote.declared, None, needed)
    count = count_of(vote)
    return Result(outcome_of(count, needed, vote.casting), count, needed)


def needed_in(vote: Vote) -> Majority:
    """The majority that it needed, as it was settled when it was put."""
    return Majority(
        number=vote.number,
        of=vote.of,
        name=vote.needed_for,
        authority=vote.needed_by,
        at_least=vote.at_least,
        of_all=vote.of_all,
        counts_abstentions=vote.counts_abstentions,
    )


def count_of(vote: Vote) -> Count:
    """The hands as they were counted, or the ballots of those entitled, but for those that the chair disallowed."""
    if not vote.by_ballot:
        return Count(vote.votes_for or 0, vote.votes_against or 0, vote.withheld or 0, vote.entitled or 0)
    entitled = {each.ref: each.votes for each in vote.entitlements}
    return tally(vote.ballots, entitled, disallowed_in(vote))


def disallowed_in(vote: Vote) -> set[str]:
    """The refs of those whose voting the chair disallowed, on an objection made at the meeting."""
    return {each.person_ref for each in vote.objections if each.upheld}
