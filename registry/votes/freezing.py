"""The record time of a vote: who may vote, and with how many votes, is settled then for good."""

from datetime import datetime

from registry import clock
from registry.meetings.models import Meeting
from registry.meetings.queries import quorum_at
from registry.votes import rules
from registry.votes.models import Entitlement, Vote
from registry.votes.voters import holdings_at


def freeze(vote: Vote, at: str) -> None:
    """Enter what may be voted, as the registers have the day of the meeting; `at` is the record time, as HH:MM."""
    vote.opened = record_time(vote.meeting, at)
    for place, each in enumerate(holdings_at(vote.meeting), start=1):
        vote.entitlements.append(Entitlement(place=place, of_ref=each.of, called=each.called, votes=each.votes))


def record_time(meeting: Meeting, at: str) -> datetime:
    return clock.at(meeting.on, at or meeting.begins)


def uphold_that_it_may_be_voted_on(vote: Vote) -> None:
    """It is known who came, and there is a quorum for the item."""
    rules.attendance_is_known(vote.meeting.attendance_is_recorded)
    quorum = quorum_at(vote.meeting, vote.item_ref)
    rules.there_is_a_quorum(quorum and quorum.quorate, vote.procedural)
