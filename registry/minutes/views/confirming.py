"""Minutes are approved at the next meeting, signed by its chair, and from then corrected only beside their words."""

from typing import Any

from flask import g

from registry import clock
from registry.meetings.models import LAST_MINUTES
from registry.minutes import commands, standing
from registry.minutes.models import Minutes
from registry.minutes.schemas import ApproveForm, AuthenticateForm, CorrectForm
from registry.minutes.views.doors import at, room


def offered(minutes: Minutes) -> dict[str, Any]:
    """The next meeting that was held, and its item for the last minutes."""
    meeting = standing.next_held_after(minutes.meeting, clock.today())
    if meeting is None:
        return {}
    item = next((item.place for item in meeting.items if item.standing == LAST_MINUTES), None)
    return {"meeting": meeting, "item": item}


def may_be_approved(minutes: Minutes) -> bool:
    latest = standing.latest_of(minutes.meeting)
    return minutes.settled is None and latest is not None and latest.ref == minutes.ref


@room.form(
    "/<word>/approve",
    needs="minutes.approve",
    asks=ApproveForm,
    title="Record that they were approved",
    of=Minutes,
    edits=True,
    offers=offered,
    when=may_be_approved,
)
def approve(minutes, answer):
    commands.approve(minutes, **answer, by=g.account)
    return at(minutes)


def may_be_signed(minutes: Minutes) -> bool:
    is_ready = minutes.approved is not None or (standing.is_of_members(minutes) and may_be_approved(minutes))
    return minutes.authenticated is None and is_ready


@room.form(
    "/<word>/authenticate",
    needs="minutes.authenticate",
    asks=AuthenticateForm,
    title="Record that the chair signed them",
    of=Minutes,
    edits=True,
    offers=lambda minutes: {"authenticated": clock.today()},
    when=may_be_signed,
)
def authenticate(minutes, answer):
    commands.authenticate(minutes, **answer, by=g.account)
    return at(minutes)


@room.form(
    "/<word>/correct",
    needs="minutes.correct",
    asks=CorrectForm,
    title="Enter a later meeting’s correction",
    of=Minutes,
    edits=True,
    offers=offered,
    when=lambda minutes: minutes.settled is not None,
)
def correct(minutes, answer):
    commands.correct(minutes, **answer, by=g.account)
    return at(minutes)
