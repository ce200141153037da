"""Notice of a meeting: the paper that goes out, who had it, and who agreed to do without."""

from flask import g

from registry import clock
from registry.meetings import commands, notices, serving
from registry.meetings.models import Meeting
from registry.meetings.schemas import AgreeShortNoticeForm, GiveNoticeForm, NoticePage, ServedRow, WaiveNoticeForm
from registry.meetings.views.doors import at, lines_of, room, stands
from registry.structure.models import GENERAL_MEETING


@room.page("/<word>/notice", needs="meetings.read", tells=NoticePage, title="Notice", of=Meeting)
def notice(meeting, on):
    return notices.notice_to_all(meeting)


@room.page("/<word>/service", needs="meetings.read", tells=ServedRow, title="Record of service", of=Meeting, many=True)
def service(meeting, on):
    given = meeting.notice_given and meeting.notice_given.isoformat()
    return lines_of(meeting, serving.service_of(meeting, on), given=given)


@room.form(
    "/<word>/give-notice",
    needs="meetings.give_notice",
    asks=GiveNoticeForm,
    title="Record that notice was given",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"notice_given": clock.today()},
    when=lambda meeting: stands(meeting) and (meeting.notice_given is None or bool(meeting.notices)),
)
def give_notice(meeting, answer):
    commands.give_notice(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/waive-notice",
    needs="meetings.waive_notice",
    asks=WaiveNoticeForm,
    title="Record that notice was waived",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"on": clock.today()},
    when=lambda meeting: stands(meeting) and meeting.body.kind != GENERAL_MEETING,
)
def waive_notice(meeting, answer):
    commands.waive_notice(meeting, **answer, by=g.account)
    return at(meeting)


@room.form(
    "/<word>/agree-short-notice",
    needs="meetings.agree_short_notice",
    asks=AgreeShortNoticeForm,
    title="Record who agreed to shorter notice",
    of=Meeting,
    edits=True,
    offers=lambda meeting: {"on": min(clock.today(), meeting.on)},
    when=lambda meeting: stands(meeting) and meeting.body.kind == GENERAL_MEETING,
)
def agree_short_notice(meeting, answer):
    commands.agree_short_notice(meeting, **answer, by=g.account)
    return at(meeting)
