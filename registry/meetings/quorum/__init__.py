"""The quorum, item by item: who is counted, who is not and why, and what is left to do without one. Pure rules."""

from registry.meetings.quorum.conflicts import Conflicts, counts, may_vote
from registry.meetings.quorum.counting import MEMBERS, SEATS, Quorum, quorum_of, seated
from registry.meetings.quorum.needs import Needed, needed_for, needed_of_members
from registry.meetings.quorum.presence import Mark, how_each_attended
from registry.meetings.quorum.remedies import Remedy, remedies
from registry.meetings.quorum.room import Standing, Voice

__all__ = [
    "MEMBERS",
    "SEATS",
    "Conflicts",
    "Mark",
    "Needed",
    "Quorum",
    "Remedy",
    "Standing",
    "Voice",
    "counts",
    "how_each_attended",
    "may_vote",
    "needed_for",
    "needed_of_members",
    "quorum_of",
    "remedies",
    "seated",
]
