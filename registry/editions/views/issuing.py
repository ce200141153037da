"""A pack is issued."""

from flask import g

from registry.doors import WhatItComesTo
from registry.doors.before import Foretold
from registry.editions import commands, making
from registry.editions.schemas import IssueForm, StepRow
from registry.editions.views.doors import at, room
from registry.meetings.models import Meeting
from registry.meetings.views.doors import stands


def what_is_issued(meeting, answer):
    """What whoever keeps the last edition on paper would have to do, to have this one."""
    lines = [{"sentence": step.sentence} for step in making.steps_to(meeting)]
    return [Foretold("What changes", StepRow, lines, empty=making.nothing_yet(meeting))]


@room.form(
    "/of/<word>/issue",
    needs="editions.issue",
    asks=IssueForm,
    title="Issue the pack",
    of=Meeting,
    edits=True,
    before=WhatItComesTo(what_is_issued),
    when=stands,
)
def issue(meeting, answer):
    return at(commands.issue(meeting, **answer, by=g.account))
