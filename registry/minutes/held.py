"""How far the minutes of each meeting have come."""

from collections.abc import Callable, Collection
from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings.models import LAST_MINUTES, Item, Meeting
from registry.minutes import rules
from registry.minutes.lines import BEING_WRITTEN, NONE_YET, Line, approved_said, authenticated_said, status_on
from registry.minutes.models import Minutes, MinutesDraft, Suggestion
from registry.minutes.standing import was_held
from registry.people.models import Person

Readable = Callable[[Meeting], bool]


def held_by(day: date, may_read: Readable) -> list[Line]:
    """Every meeting held by a day whose minutes a reader may read, the latest first, and how far those have come."""
    wanted = (
        select(Meeting).where(Meeting.on <= day).options(joinedload(Meeting.body), selectinload(Meeting.attendances))
    )
    held = [each for each in db.session.scalars(wanted) if may_read(each) and was_held(each, day)]
    versions, drafts = versions_by(day), _drafts()
    open_ones = _open_suggestions()
    in_turn = sorted(held, key=lambda meeting: (meeting.on, meeting.begins), reverse=True)
    return [
        _register_line(each, versions.get(each.ref), drafts.get(each.ref), open_ones, day)
        | {"authority": rules.keeping(each.body.kind), "next": _next_held(each, in_turn)}
        for each in in_turn
    ]


def _next_held(meeting: Meeting, held: list[Meeting]) -> date | None:
    """The day on which the same body met next, of the meetings that were held."""
    later = [each.on for each in held if each.body_ref == meeting.body_ref and each.on > meeting.on]
    return min(later, default=None)


def versions_by(day: date, *which: ColumnElement[bool]) -> dict[str, Minutes]:
    """Of each meeting, by its ref, the version that had gone out last by a day; or of those of which this is so."""
    found = db.session.scalars(_whole().where(Minutes.circulated <= day, *which).order_by(Minutes.version))
    return {minutes.meeting_ref: minutes for minutes in found}


def _whole() -> Select[Minutes]:
    meeting = joinedload(Minutes.meeting).options(joinedload(Meeting.body), selectinload(Meeting.items))
    signed = joinedload(Minutes.authenticated_by).selectinload(Person.names)
    return select(Minutes).options(
        meeting, signed, joinedload(Minutes.approved_at).selectinload(Meeting.items), joinedload(Minutes.chaired)
    )


def _drafts() -> dict[str, str]:
    """The working papers, by the meetings that they are of."""
    return {meeting: draft for meeting, draft in db.session.execute(select(MinutesDraft.meeting_ref, MinutesDraft.ref))}


def _open_suggestions() -> Collection[str]:
    return list(db.session.scalars(select(Suggestion.minutes_ref).where(Suggestion.outcome == "")))


def _register_line(
    meeting: Meeting, minutes: Minutes | None, draft_ref: str | None, open_ones: Collection[str], day: date
) -> Line:
    without = BEING_WRITTEN if draft_ref else NONE_YET
    return {
        "meeting_ref": meeting.ref,
        "meeting": meeting.called,
        "on": meeting.on,
        "ref": minutes and minutes.ref,
        "version": minutes and minutes.version,
        "state": status_on(minutes, day) if minutes else without,
        "circulated": minutes and minutes.circulated,
        "approved": minutes and approved_said(minutes, day),
        "authenticated": minutes and authenticated_said(minutes, day),
        "to_answer": list(open_ones).count(minutes.ref) if minutes else 0,
        "draft_ref": draft_ref,
    }


def minutes_of(meeting: Meeting, day: date) -> list[Line]:
    """How far the minutes of a meeting have come, for its page."""
    if not was_held(meeting, day):
        return []
    minutes = versions_by(day, Minutes.meeting_ref == meeting.ref).get(meeting.ref)
    return [_register_line(meeting, minutes, _drafts().get(meeting.ref), _open_suggestions(), day)]


def to_confirm_at(meeting: Meeting, day: date) -> list[Line]:
    """The minutes of earlier meetings that this one has before it: which version, and at which item."""
    item = next((item for item in meeting.items if item.standing == LAST_MINUTES), None)
    found = [each for each in versions_by(min(day, meeting.on), _of(meeting)).values() if _is_before(each, meeting)]
    return [
        _register_line(each.meeting, each, None, (), day) | {"item": _item(item), "at_ref": meeting.ref}
        for each in sorted(found, key=lambda minutes: minutes.meeting.on)
    ]


def _of(meeting: Meeting) -> ColumnElement[bool]:
    """Minutes of the same body."""
    return Minutes.meeting.has(Meeting.body_ref == meeting.body_ref)


def _is_before(minutes: Minutes, meeting: Meeting) -> bool:
    return (
        minutes.meeting.on < meeting.on
        and minutes.approved_at_ref in (None, meeting.ref)
        and minutes.settled in (None, meeting.on)
    )


def _item(item: Item | None) -> int | None:
    return item.place if item else None


def last_before(meeting: Meeting, day: date) -> Minutes | None:
    """The minutes of the last meeting of the same body before this one that have gone out."""
    earlier = [each for each in versions_by(day, _of(meeting)).values() if each.meeting.on < meeting.on]
    return max(earlier, key=lambda minutes: minutes.meeting.on, default=None)


def stages_of(meeting: Meeting, day: date) -> list[Line]:
    """What is still to come once a meeting has been held: that its minutes go out, and that they are confirmed."""
    minutes = versions_by(day, Minutes.meeting_ref == meeting.ref).get(meeting.ref)
    settled = minutes.settled if minutes else None
    return [
        {"stage": "Minutes circulated", "done": minutes is not None},
        {"stage": "Confirmed", "done": settled is not None and settled <= day},
    ]
