"""Actions are agreed, moved, handed over, reported on, closed and reopened."""

from typing import Any

from flask import abort, g, request, url_for

from registry import clock
from registry.actions import commands
from registry.actions.models import Action
from registry.actions.reading import what_everybody_reads
from registry.actions.schemas import (
    AgreeForm,
    AskAfterForm,
    CloseForm,
    HandOverForm,
    MoveDueForm,
    NoteProgressForm,
    ReopenForm,
)
from registry.actions.standing import standing_on
from registry.actions.views.doors import at, reads, room
from registry.decisions.models import Decision
from registry.forms import named
from registry.meetings.models import Meeting
from registry.meetings.views.doors import has_come


def begun() -> dict[str, Any]:
    """What the form begins with: where it is agreed, wherever the reader comes from."""
    meeting, decision = (named(kind, request.args.get(kind.__tablename__)) for kind in (Meeting, Decision))
    return {"meeting": meeting, "item": request.args.get("item"), "decision": decision}


def may_have_agreed(meeting: Meeting | None) -> bool:
    """Of a meeting's page: whether its day has come, and it was not called off."""
    return meeting is None or has_come(meeting)


@room.form("/agree", needs="actions.agree", asks=AgreeForm, title="Agree an action", offers=begun, when=may_have_agreed)
def agree(answer):
    action = commands.agree(**answer, by=g.account)
    return url_for("meetings.meeting", word=action.meeting_ref) if answer["meeting"] else at(action)


def is_open(action: Action) -> bool:
    return action.closed is None


def to_act_on(action: Action) -> dict[str, Any]:
    """Nothing is offered; but whoever may not read of it may not act on it either."""
    if not reads()(action):
        abort(404)
    return {}


@room.form(
    "/<path:word>/note-progress",
    needs="actions.note_progress",
    asks=NoteProgressForm,
    title="Note progress",
    of=Action,
    edits=True,
    offers=to_act_on,
    when=is_open,
)
def note_progress(action, answer):
    to_act_on(action)
    commands.note_progress(action, **answer, by=g.account)
    return at(action)


@room.form(
    "/<path:word>/ask-after",
    needs="actions.ask_after",
    asks=AskAfterForm,
    title="Ask by letter",
    of=Action,
    edits=True,
    when=lambda action: is_open(action) and what_everybody_reads()(action),
)
def ask_after(action, answer):
    commands.ask_after(action, by=g.account)
    return at(action)


@room.form(
    "/<path:word>/move-due",
    needs="actions.move_due",
    asks=MoveDueForm,
    title="Move the day",
    of=Action,
    edits=True,
    offers=lambda action: {"due": standing_on(action, clock.today()).due},
    when=is_open,
)
def move_due(action, answer):
    commands.move_due(action, **answer, by=g.account)
    return at(action)


@room.form(
    "/<path:word>/hand-over",
    needs="actions.hand_over",
    asks=HandOverForm,
    title="Hand it over",
    of=Action,
    edits=True,
    when=is_open,
)
def hand_over(action, answer):
    commands.hand_over(action, **answer, by=g.account)
    return at(action)


@room.form(
    "/<path:word>/close",
    needs="actions.close",
    asks=CloseForm,
    title="Close it",
    of=Action,
    edits=True,
    when=is_open,
)
def close(action, answer):
    commands.close(action, **answer, by=g.account)
    return at(action)


@room.form(
    "/<path:word>/reopen",
    needs="actions.reopen",
    asks=ReopenForm,
    title="Reopen it",
    of=Action,
    edits=True,
    when=lambda action: action.closed is not None,
)
def reopen(action, answer):
    commands.reopen(action, **answer, by=g.account)
    return at(action)
