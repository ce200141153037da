from flask import g, url_for

from registry.doors import Room
from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld_from
from registry.votes.majorities import gives_a_casting_vote
from registry.votes.models import Vote
from registry.votes.results import count_of
from registry.votes.standing import is_over

room = Room(__name__, under="meetings")


def at(vote: Vote) -> str:
    return url_for("votes.vote", word=vote.ref)


def is_held(meeting: Meeting) -> bool:
    return meeting.cancelled is None and meeting.attendance_is_recorded


def may_see(vote: Vote) -> bool:
    """Whether the reader may know what the item of a vote was."""
    return vote.item_ref not in withheld_from(g.account, vote.meeting)


def awaits_its_count(vote: Vote) -> bool:
    """Whether voices or hands are still to be told of."""
    return not (vote.by_ballot or is_over(vote))


def awaits_a_casting_vote(vote: Vote) -> bool:
    """Whether its votes were equal, under rules that give the chair a casting vote, and none was given."""
    if not vote.closed or vote.declared or vote.casting or vote.withdrawn is not None:
        return False
    return count_of(vote).is_equal and gives_a_casting_vote(vote.meeting)


def takes_ballots(vote: Vote) -> bool:
    return vote.opened is not None and not is_over(vote)


def awaits_the_vote(vote: Vote) -> bool:
    return not (is_over(vote) or vote.ballots)
