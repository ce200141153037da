"""What is asked of votes, and what is told of them."""

from registry.votes.schemas.asked import (
    AmendForm,
    DeclareForm,
    GiveCastingVoteForm,
    PutForm,
    RaiseObjectionForm,
    StrikeForm,
    WithdrawForm,
)
from registry.votes.schemas.polls import CastForm, CloseForm, DemandPollForm, OpenPollForm, WithdrawDemandForm
from registry.votes.schemas.told import AtMeetingRow, BallotRow, ShortRow, VotePage, VoteRow

__all__ = [
    "AmendForm",
    "AtMeetingRow",
    "BallotRow",
    "CastForm",
    "CloseForm",
    "DeclareForm",
    "DemandPollForm",
    "GiveCastingVoteForm",
    "OpenPollForm",
    "PutForm",
    "RaiseObjectionForm",
    "ShortRow",
    "StrikeForm",
    "VotePage",
    "VoteRow",
    "WithdrawDemandForm",
    "WithdrawForm",
]
