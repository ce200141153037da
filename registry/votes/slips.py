"""The slips of paper that a vote is taken on, as they are still to be filled in."""

from typing import Any

from registry.proxies.models import DISCRETION
from registry.votes.models import Vote
from registry.votes.voters import names_at, voters_at


def slips_for(vote: Vote) -> list[dict[str, Any]]:
    """One for each who is there, may vote and has not; a proxy's is filled in as she was told."""
    entitled = {each.of_ref: each.ref for each in vote.entitlements}
    cast = {(each.entitlement_ref, each.person_ref) for each in vote.ballots}
    there = [each for each in voters_at(vote.meeting, vote.item_ref) if each.holding.of in entitled]
    waiting = [each for each in there if (entitled[each.holding.of], each.person) not in cast]
    names = names_at(vote.meeting, waiting)
    return [
        {
            "voter": each.holding.of,
            "person": each.person,
            "called": each.holding.called,
            "name": names[each.person],
            "capacity": each.capacity,
            "votes": each.votes,
            "how": "" if each.told == DISCRETION else each.told,
        }
        for each in waiting
    ]
