"""Questions put to the vote, and what is declared of them."""

from typing import Any

from flask import g, request, url_for

from registry.meetings.models import Meeting
from registry.meetings.voices import is_of_members
from registry.votes import commands
from registry.votes.majorities import matters_at
from registry.votes.models import HANDS, NAMED, Vote
from registry.votes.schemas import (
    AmendForm,
    DeclareForm,
    GiveCastingVoteForm,
    PutForm,
    RaiseObjectionForm,
    StrikeForm,
    WithdrawForm,
)
from registry.votes.views.doors import at, awaits_a_casting_vote, awaits_its_count, awaits_the_vote, is_held, room


def begun(meeting: Meeting) -> dict[str, Any]:
    """From an item of the agenda: its words, and by hands."""
    number = request.args.get("item", type=int)
    item = meeting.numbered(number) if number else None
    told = {"item": item.place, "question": item.proposed or item.title} if item else {}
    return told | {"method": HANDS}


@room.form(
    "/meetings/<word>/put",
    needs="votes.put",
    asks=PutForm,
    title="Put a question to the vote",
    of=Meeting,
    offers=begun,
    when=is_held,
    beside=lambda meeting: {"matters": matters_at(meeting), "general": is_of_members(meeting)},
)
def put(meeting, answer):
    vote = commands.put(meeting, **answer, by=g.account)
    return url_for(".cast", word=vote.ref) if vote.method == NAMED else at(vote)


@room.form(
    "/<word>/declare",
    needs="votes.declare",
    asks=DeclareForm,
    title="Say what it came to",
    of=Vote,
    edits=True,
    when=awaits_its_count,
)
def declare(vote, answer):
    commands.declare(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/casting-vote",
    needs="votes.give_casting_vote",
    asks=GiveCastingVoteForm,
    title="Casting vote",
    of=Vote,
    edits=True,
    when=awaits_a_casting_vote,
)
def give_casting_vote(vote, answer):
    commands.give_casting_vote(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/amend",
    needs="votes.amend",
    asks=AmendForm,
    title="Amend the question",
    of=Vote,
    edits=True,
    offers=lambda vote: {"question": vote.question_as_put},
    when=awaits_the_vote,
)
def amend(vote, answer):
    commands.amend(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/object",
    needs="votes.raise_objection",
    asks=RaiseObjectionForm,
    title="Objection to a voter",
    of=Vote,
    edits=True,
    offers=lambda vote: {"made_on": vote.meeting.on},
    when=lambda vote: vote.withdrawn is None and is_of_members(vote.meeting),
)
def raise_objection(vote, answer):
    commands.raise_objection(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/withdraw",
    needs="votes.withdraw",
    asks=WithdrawForm,
    title="Withdraw the question",
    of=Vote,
    edits=True,
    when=awaits_the_vote,
)
def withdraw(vote, answer):
    commands.withdraw(vote, **answer, by=g.account)
    return at(vote)


@room.form(
    "/<word>/strike",
    needs="votes.strike",
    asks=StrikeForm,
    title="Entered wrongly",
    of=Vote,
    edits=True,
    when=lambda vote: vote.withdrawn is None,
)
def strike(vote, answer):
    commands.strike(vote, **answer, by=g.account)
    return at(vote)
