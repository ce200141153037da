"""What the office does about conflicts, and what those concerned answer when they have signed in."""

from flask import g, url_for

from registry import clock
from registry.conflicts import commands, queries
from registry.conflicts.foretelling import letters_foretold
from registry.conflicts.models import CONFIRMED, Conflict
from registry.conflicts.reading import oneself
from registry.conflicts.schemas import (
    AnswerForm,
    AskForm,
    ConfirmForm,
    DeclareForm,
    DismissForm,
    TellForm,
    TreatForm,
)
from registry.conflicts.views.doors import at, noted, room
from registry.doors import WhatItComesTo
from registry.meetings.models import Meeting
from registry.structure.models import BOARD


@room.form(
    "/meetings/<word>/confirm", needs="conflicts.confirm", asks=ConfirmForm, title="Confirm a conflict", of=Meeting
)
def confirm(meeting, answer):
    commands.confirm(meeting, **answer, by=g.account)
    return at(meeting)


@room.form("/meetings/<word>/dismiss", needs="conflicts.dismiss", asks=DismissForm, title="Dismiss a match", of=Meeting)
def dismiss(meeting, answer):
    commands.dismiss(meeting, **answer, by=g.account)
    return at(meeting)


@room.form("/meetings/<word>/tell", needs="conflicts.tell", asks=TellForm, title="Enter a conflict told of", of=Meeting)
def tell(meeting, answer):
    commands.tell(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/meetings/<word>/declare",
    needs="conflicts.declare",
    asks=DeclareForm,
    title="Enter a declaration made at the meeting",
    of=Meeting,
    when=lambda meeting: meeting.body.kind != BOARD,
)
def declare(meeting, answer):
    commands.declare(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/treat",
    needs="conflicts.treat",
    asks=TreatForm,
    title="Rule on this conflict",
    of=Conflict,
    edits=True,
    when=lambda conflict: conflict.state == CONFIRMED,
    offers=lambda conflict: {name: getattr(conflict, name) for name in ("treatment", "ruled_by", "ruling")},
)
def treat(conflict, answer):
    commands.treat(conflict, **answer, by=g.account)
    return at(conflict.meeting)


@room.form(
    "/<word>/answer",
    needs="conflicts.answer",
    asks=AnswerForm,
    title="Say whether this is right",
    of=Conflict,
    edits=True,
    when=lambda conflict: is_to_come(conflict.meeting),
    beside=lambda conflict: what_is_asked(conflict),
)
def answer(conflict, answer):
    commands.answer(conflict, **answer, by=g.account)
    return url_for(".mine")


def is_to_come(meeting):
    return meeting.cancelled is None and meeting.on >= clock.today()


def what_is_asked(conflict):
    told = noted([queries.conflict_on(conflict, clock.today(), oneself(conflict.person_ref))])[0]
    return {name: told[name] for name in ("number", "title", "reasons")}


@room.form(
    "/meetings/<word>/ask",
    needs="conflicts.ask",
    asks=AskForm,
    title="Ask those concerned",
    of=Meeting,
    before=WhatItComesTo(lambda meeting, answer: letters_foretold(meeting, whom(meeting, answer))),
    when=lambda meeting: is_to_come(meeting),
)
def ask(meeting, answer):
    commands.ask(meeting, people=whom(meeting, answer), by=g.account)
    return at(meeting)


def whom(meeting, answer):
    """Those chosen or, where nobody is, everybody whose interests some item touches."""
    return answer["people"] or queries.people_touched(meeting)
