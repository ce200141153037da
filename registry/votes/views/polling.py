"""Polls, and the ballots of polls and of votes by name."""

from typing import Any

from flask import g, request

from registry import clock
from registry.meetings.models import Meeting
from registry.meetings.voices import is_of_members
from registry.votes import commands
from registry.votes.models import POLL, THE_CHAIR, Vote
from registry.votes.schemas import CastForm, CloseForm, DemandPollForm, OpenPollForm, WithdrawDemandForm
from registry.votes.slips import slips_for
from registry.votes.standing import is_over
from registry.votes.views.doors import at, awaits_the_vote, room, takes_ballots


@room.form(
    "/meetings/<word>/demand-poll",
    needs="votes.demand_poll",
    asks=DemandPollForm,
    title="Record the demand of a poll",
    of=Meeting,
    offers=lambda meeting: {"item": request.args.get("item"), "demanded_in": THE_CHAIR},
    when=lambda meeting: is_of_members(meeting) and meeting.cancelled is None,
)
def demand_poll(meeting, answer):
    return at(commands.demand_poll(meeting, **answer, by=g.account))


@room.form(
    "/<word>/withdraw-demand",
    needs="votes.withdraw_demand",
    asks=WithdrawDemandForm,
    title="Withdraw the demand",
    of=Vote,
    edits=True,
    when=lambda vote: vote.method == POLL and awaits_the_vote(vote),
)
def withdraw_demand(vote, answer):
    commands.withdraw_demand(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/open",
    needs="votes.open_poll",
    asks=OpenPollForm,
    title="Open the poll",
    of=Vote,
    edits=True,
    offers=lambda vote: {"at": record_time(vote.meeting)},
    when=lambda vote: vote.method == POLL and vote.opened is None and not is_over(vote),
)
def open_poll(vote, answer):
    commands.open_poll(vote, **answer, by=g.account)
    return at(vote)


def record_time(meeting: Meeting) -> str:
    """Now, on the day of the meeting; afterwards, when it began."""
    return f"{clock.now().astimezone(clock.LONDON):%H:%M}" if clock.today() == meeting.on else meeting.begins


def offered(vote: Vote) -> dict[str, Any]:
    """A line for each who may vote and has not, a proxy's as she was told."""
    lines = enumerate(slips_for(vote))
    return {f"lines-{place}-{box}": line[box] for place, line in lines for box in ("voter", "person", "how")}


@room.form(
    "/<word>/cast",
    needs="votes.cast",
    asks=CastForm,
    title="Enter votes",
    of=Vote,
    edits=True,
    offers=offered,
    when=takes_ballots,
    beside=lambda vote: {
        "question": vote.question_as_put,
        "slips": {f"{line['voter']}-{line['person']}": line for line in slips_for(vote)},
        "is_poll": vote.method == POLL,
    },
)
def cast(vote, answer):
    commands.cast(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/close",
    needs="votes.close",
    asks=CloseForm,
    title="Close the vote",
    of=Vote,
    edits=True,
    when=takes_ballots,
)
def close(vote, answer):
    commands.close(vote, by=g.account)
    return at(vote)
