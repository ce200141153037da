from datetime import timedelta

from flask import g

from registry import clock
from registry.doors import Listing, WhatItComesTo
from registry.people.models import Person
from registry.rounds import commands, queries
from registry.rounds.foretelling import letters_foretold
from registry.rounds.models import Round
from registry.rounds.schemas import AnswerRow, CloseForm, OpenForm, RemindForm, RoundOfPersonRow, RoundPage, RoundRow
from registry.rounds.views.doors import at, is_office, room

TIME_TO_ANSWER = timedelta(days=30)


@room.page("/register", needs="rounds.read", tells=RoundRow, title="Rounds of declarations", acts=("rounds.open",))
def register(on):
    return queries.rounds_on(on)


@room.form(
    "/open",
    needs="rounds.open",
    asks=OpenForm,
    title="Open a round",
    offers=lambda: {"opens": clock.today(), "due": clock.today() + TIME_TO_ANSWER, "everyone": True},
)
def open(answer):
    return at(commands.open(**answer, by=g.account))


@room.page(
    "/<word>",
    needs="rounds.read",
    tells=RoundPage,
    title="Round of declarations",
    of=Round,
    acts=("rounds.remind", "rounds.close"),
)
def round(round, on):
    return queries.round_on(round, on, office=is_office())


@room.page("/<word>/answers", needs="rounds.read", tells=AnswerRow, title="Answers to a round", of=Round, many=True)
def answers(round, on):
    return Listing(queries.people_on(round, on, office=is_office()), title=round.title, ref=round.ref)


def is_still_open(round):
    return round.closed is None


@room.form(
    "/<word>/remind",
    needs="rounds.remind",
    asks=RemindForm,
    title="Write to those who have not answered",
    of=Round,
    edits=True,
    before=WhatItComesTo(lambda round, answer: letters_foretold(round, clock.today(), **answer)),
    when=is_still_open,
)
def remind(round, answer):
    commands.remind(round, **answer, by=g.account)
    return at(round)


@room.form(
    "/<word>/close",
    needs="rounds.close",
    asks=CloseForm,
    title="Close this round",
    of=Round,
    edits=True,
    offers=lambda round: {"closed": clock.today()},
    when=is_still_open,
)
def close(round, answer):
    commands.close(round, **answer, by=g.account)
    return at(round)


@room.panel(on=Person, needs="rounds.read", tells=RoundOfPersonRow, title="Rounds of declarations", empty="")
def rounds_asking(person, on):
    return queries.rounds_asking(person, on, office=is_office())
