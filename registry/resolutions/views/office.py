from flask import g

from registry import clock
from registry.doors import Listing, WhatItComesTo
from registry.resolutions import commands, queries
from registry.resolutions.foretelling import letters_foretold
from registry.resolutions.models import Resolution
from registry.resolutions.schemas import (
    AnswerRow,
    GiveCopyForm,
    LapseForm,
    PaperPage,
    RecordAnswerForm,
    ResolutionPage,
    ResolutionRow,
    SendAgainForm,
    WithdrawForm,
)
from registry.resolutions.states import moment_of
from registry.resolutions.telling import people_at
from registry.resolutions.views.doors import at, has_lapsed_unlogged, is_open, now_in_london, room


@room.page(
    "/register",
    needs="resolutions.read",
    tells=ResolutionRow,
    title="Resolutions without a meeting",
    acts=("resolutions.draft", "resolutions.drafts"),
)
def register(on):
    return queries.register_on(on)


@room.page(
    "/<word>",
    needs="resolutions.read",
    tells=ResolutionPage,
    title="Resolution",
    of=Resolution,
    acts=(
        "resolutions.record_answer",
        "resolutions.send_again",
        "resolutions.lapse",
        "resolutions.give_copy",
        "resolutions.withdraw",
        "resolutions.paper",
        "resolutions.answers",
    ),
)
def resolution(resolution, on):
    return queries.resolution_on(resolution, on)


@room.page("/<word>/answers", needs="resolutions.read", tells=AnswerRow, title="Answers", of=Resolution, many=True)
def answers(resolution, on):
    return Listing(people_at(resolution, moment_of(on)), title=resolution.title, ref=resolution.ref)


@room.page(
    "/<word>/paper",
    needs="resolutions.read",
    tells=PaperPage,
    title="Paper to sign",
    of=Resolution,
    panels=False,
)
def paper(resolution, on):
    return queries.resolution_on(resolution, on)


@room.form(
    "/<word>/record-answer",
    needs="resolutions.record_answer",
    asks=RecordAnswerForm,
    title="Record an answer",
    of=Resolution,
    edits=True,
    offers=lambda resolution: {"says": "agreed", "how": "on paper", "came_on": clock.today()},
    when=lambda resolution: resolution.withdrawn is None,
)
def record_answer(resolution, answer):
    commands.record_answer(resolution, **answer, by=g.account)
    return at(resolution)


@room.form(
    "/<word>/give-copy",
    needs="resolutions.give_copy",
    asks=GiveCopyForm,
    title="Record a copy sent",
    of=Resolution,
    edits=True,
    offers=lambda resolution: {"sent_on": clock.today(), "sent_at": f"{now_in_london():%H:%M}"},
    when=is_open,
)
def give_copy(resolution, answer):
    commands.give_copy(resolution, **answer, by=g.account)
    return at(resolution)


@room.form(
    "/<word>/send-again",
    needs="resolutions.send_again",
    asks=SendAgainForm,
    title="Write to those who have not answered",
    of=Resolution,
    edits=True,
    before=WhatItComesTo(lambda resolution, answer: letters_foretold(resolution, **answer)),
    when=is_open,
)
def send_again(resolution, answer):
    commands.send_again(resolution, **answer, by=g.account)
    return at(resolution)


@room.form(
    "/<word>/withdraw",
    needs="resolutions.withdraw",
    asks=WithdrawForm,
    title="Withdraw this resolution",
    of=Resolution,
    edits=True,
    when=is_open,
)
def withdraw(resolution, answer):
    commands.withdraw(resolution, **answer, by=g.account)
    return at(resolution)


@room.form(
    "/<word>/lapse",
    needs="resolutions.lapse",
    asks=LapseForm,
    title="Log that it lapsed",
    of=Resolution,
    edits=True,
    when=has_lapsed_unlogged,
)
def lapse(resolution, answer):
    commands.lapse(resolution, by=g.account)
    return at(resolution)
