"""A meeting is called, and notice of it given."""

from typing import Any

from flask import g

from registry import clock
from registry.meetings import commands
from registry.meetings.models import DECIDE, DISCUSS, NOTE, Meeting
from registry.meetings.schemas import ConveneForm, GiveNoticeForm
from registry.meetings.views.doors import at, room

STANDING_ITEMS = (
    ("Welcome and introductions", NOTE),
    ("Apologies for absence", NOTE),
    ("Notification of any other business", NOTE),
    ("Declarations of interest on items of this agenda", NOTE),
    ("Minutes of the last meeting", DECIDE),
    ("Matters arising and actions", DISCUSS),
)
"""The agenda that a meeting begins with, unless the secretary strikes it."""


def standing_agenda() -> dict[str, Any]:
    """The standing items, as the lines of the form hold them."""
    lines = enumerate(STANDING_ITEMS)
    return {f"items-{n}-{box}": said for n, item in lines for box, said in zip(("title", "purpose"), item, strict=True)}


@room.form("/convene", needs="meetings.convene", asks=ConveneForm, title="Convene a meeting", offers=standing_agenda)
def convene(answer):
    return at(commands.convene(**answer, by=g.account))


@room.form(
    "/<word>/give-notice",
    needs="meetings.give_notice",
    asks=GiveNoticeForm,
    title="Record that notice was given",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"notice_given": clock.today()},
)
def give_notice(meeting, answer):
    commands.give_notice(meeting, **answer, by=g.account)
    return at(meeting)
