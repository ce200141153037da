"""A meeting is called, moved, called off or adjourned."""

from typing import Any

from flask import g

from registry import clock
from registry.doors import WhatItComesTo
from registry.doors.before import Foretold
from registry.meetings import commands, notices
from registry.meetings.models import Meeting
from registry.meetings.schemas import AdjournForm, CallOffForm, ConveneForm, MoveForm, SentenceRow
from registry.meetings.views.doors import at, has_come, is_to_be_held, room


@room.form(
    "/convene",
    needs="meetings.convene",
    asks=ConveneForm,
    title="Convene a meeting",
    offers=lambda: {"standing": True},
)
def convene(answer):
    return at(commands.convene(**answer, by=g.account))


def as_it_was_to_be(meeting: Meeting) -> dict[str, Any]:
    return {name: getattr(meeting, name) for name in ("on", "begins", "place", "joining")}


def what_a_move_asks(meeting, answer):
    """Whether notice must be given anew, and whether there is time for it."""
    if answer["on"] == meeting.on:
        lines = [{"sentence": "The day stays the same: the days of notice stand. Tell those who have had it."}]
    else:
        lines = [{"sentence": sentence} for sentence in notices.anew(meeting, answer["on"], clock.today())]
    return [Foretold("Notice", SentenceRow, lines)]


@room.form(
    "/<word>/move",
    needs="meetings.move",
    asks=MoveForm,
    title="Move the meeting",
    of=Meeting,
    edits=True,
    offers=as_it_was_to_be,
    before=WhatItComesTo(what_a_move_asks),
    when=is_to_be_held,
)
def move(meeting, answer):
    commands.move(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/call-off",
    needs="meetings.call_off",
    asks=CallOffForm,
    title="Call the meeting off",
    of=Meeting,
    edits=True,
    when=is_to_be_held,
)
def call_off(meeting, answer):
    commands.call_off(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/adjourn",
    needs="meetings.adjourn",
    asks=AdjournForm,
    title="Adjourn the meeting",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"begins": meeting.begins, "place": meeting.place, "joining": meeting.joining},
    when=has_come,
)
def adjourn(meeting, answer):
    return at(commands.adjourn(meeting, **answer, by=g.account))
