"""A meeting is called, and notice of it given."""

from flask import g

from registry import clock
from registry.meetings import commands
from registry.meetings.models import Meeting
from registry.meetings.schemas import ConveneForm, GiveNoticeForm
from registry.meetings.views.doors import at, room


@room.form(
    "/convene",
    needs="meetings.convene",
    asks=ConveneForm,
    title="Convene a meeting",
    offers=lambda: {"standing": True},
)
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
