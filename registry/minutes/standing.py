"""How far the minutes of a meeting have come, and what they would say now."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.meetings.models import Meeting
from registry.meetings.notices import is_on_enough_notice
from registry.meetings.queries import chair_of
from registry.meetings.standing import HELD, state_on
from registry.meetings.voices import chairs_of
from registry.minutes.differing import Change, changes_since
from registry.minutes.facts import blocks_of
from registry.minutes.models import Minutes, MinutesDraft, Passage
from registry.minutes.passages import Told, passages_of
from registry.periods import ONE_DAY
from registry.structure.models import GENERAL_MEETING

COLUMNS = "place", "item_ref", "source", "box", "label", "text", "door", "fact_ref"


def draft_of(meeting: Meeting) -> MinutesDraft | None:
    return db.session.scalar(select(MinutesDraft).where(MinutesDraft.meeting_ref == meeting.ref))


def latest_of(meeting: Meeting) -> Minutes | None:
    """The version of a meeting’s minutes that went out last."""
    versions = select(Minutes).where(Minutes.meeting_ref == meeting.ref).order_by(Minutes.version.desc())
    return db.session.scalar(versions.limit(1))


def was_held(meeting: Meeting, day: date) -> bool:
    """Whether there is something to minute by a day: on the day itself, once it is on record who came."""
    if meeting.cancelled is not None or meeting.on > day:
        return False
    return meeting.attendance_is_recorded or state_on(meeting, day + ONE_DAY) == HELD


def may_have_been_held(meeting: Meeting) -> bool:
    return is_on_enough_notice(meeting)


def passages_now(meeting: Meeting, boxes: dict[str, str]) -> list[Told]:
    """What its minutes would say, were they circulated with this written in the boxes."""
    return passages_of(blocks_of(meeting), boxes)


def told_of(passage: Passage) -> Told:
    return {name: getattr(passage, name) for name in COLUMNS}


def facts_changed(minutes: Minutes, hidden: Collection[str] = ()) -> list[Change]:
    """What the registers now say otherwise than when these were circulated."""
    found = changes_since([told_of(each) for each in minutes.passages], passages_now(minutes.meeting, {}))
    return [change for change in found if change.item_ref not in hidden]


def next_held_after(meeting: Meeting, day: date) -> Meeting | None:
    """The next meeting that the same body held by a day."""
    later = select(Meeting).where(Meeting.body_ref == meeting.body_ref, Meeting.on > meeting.on, Meeting.on <= day)
    found = db.session.scalars(later.where(Meeting.cancelled.is_(None)).order_by(Meeting.on, Meeting.begins))
    return next((each for each in found if was_held(each, day)), None)


def chaired_by(minutes: Minutes, person_ref: str, day: date) -> Meeting | None:
    """Of its own meeting and the next, the one that somebody chaired: by what is on record, or else by seat."""
    both = (minutes.meeting, next_held_after(minutes.meeting, day))
    return next((each for each in both if each is not None and person_ref in _in_the_chair_of(each)), None)


def _in_the_chair_of(meeting: Meeting) -> set[str]:
    noted = chair_of(meeting, None)
    return {noted.ref} if noted else chairs_of(meeting)


def is_of_members(minutes: Minutes) -> bool:
    return minutes.meeting.body.kind == GENERAL_MEETING
