"""How far the minutes of each meeting have come."""

from collections.abc import Callable, Collection
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.meetings.models import LAST_MINUTES, Item, Meeting
from registry.minutes import rules
from registry.minutes.lines import BEING_WRITTEN, NONE_YET, Line, approved_said, authenticated_said, status_on
from registry.minutes.models import Minutes, MinutesDraft, Suggestion
from registry.minutes.standing import draft_of, was_held
from registry.people.models import Person

Readable = Callable[[Meeting], bool]


def held_by(day: date, may_read: Readable) -> list[Line]:
    """Every meeting held by a day whose minutes a reader may read, the latest first, and how far those have come."""
    wanted = (
        select(Meeting).where(Meeting.on <= day).options(joinedload(Meeting.body), selectinload(Meeting.attendances))
    )
    held = [each for each in db.session.scalars(wanted) if may_read(each) and was_held(each, day)]
    versions, drafted = versions_by(day), set(db.session.scalars(select(MinutesDraft.meeting_ref)))
    open_ones = _open_suggestions()
    in_turn = sorted(held, key=lambda meeting: (meeting.on, meeting.begins), reverse=True)
    return [
        _register_line(each, versions.get(each.ref), each.ref in drafted, open_ones, day)
        | {"authority": rules.keeping(each.body.kind), "next": _next_held(each, in_turn)}
        for each in in_turn
    ]


def _next_held(meeting: Meeting, held: list[Meeting]) -> date | None:
    """The day on which the same body met next, of the meetings that were held."""
    later = [each.on for each in held if each.body_ref == meeting.body_ref and each.on > meeting.on]
    return min(later, default=None)


def versions_by(day: date) -> dict[str, Minutes]:
    """Of each meeting, by its ref, the version that had gone out last by a day."""
    found = db.session.scalars(_whole().where(Minutes.circulated <= day).order_by(Minutes.version))
    return {minutes.meeting_ref: minutes for minutes in found}


def _whole() -> Select[Minutes]:
    meeting = joinedload(Minutes.meeting).options(joinedload(Meeting.body), selectinload(Meeting.items))
    signed = joinedload(Minutes.authenticated_by).selectinload(Person.names)
    return select(Minutes).options(meeting, signed, joinedload(Minutes.approved_at), joinedload(Minutes.chaired))


def _open_suggestions() -> Collection[str]:
    return list(db.session.scalars(select(Suggestion.minutes_ref).where(Suggestion.outcome == "")))


def _register_line(
    meeting: Meeting, minutes: Minutes | None, is_drafted: bool, open_ones: Collection[str], day: date
) -> Line:
    without = BEING_WRITTEN if is_drafted else NONE_YET
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
        "may_write": minutes is None or minutes.settled is None,
    }


def minutes_of(meeting: Meeting, day: date) -> list[Line]:
    """How far the minutes of a meeting have come, for its page."""
    if not was_held(meeting, day):
        return []
    drafted = draft_of(meeting) is not None
    return [_register_line(meeting, versions_by(day).get(meeting.ref), drafted, _open_suggestions(), day)]


def to_confirm_at(meeting: Meeting, day: date) -> list[Line]:
    """The minutes of earlier meetings that this one has before it: which version, and at which item."""
    item = next((item for item in meeting.items if item.standing == LAST_MINUTES), None)
    found = [each for each in versions_by(min(day, meeting.on)).values() if _is_before(each, meeting)]
    return [
        _register_line(each.meeting, each, True, (), day) | {"item": _item(item), "at_ref": meeting.ref}
        for each in sorted(found, key=lambda minutes: minutes.meeting.on)
    ]


def _is_before(minutes: Minutes, meeting: Meeting) -> bool:
    is_earlier = minutes.meeting.body_ref == meeting.body_ref and minutes.meeting.on < meeting.on
    return is_earlier and minutes.approved_at_ref in (None, meeting.ref) and minutes.settled in (None, meeting.on)


def _item(item: Item | None) -> int | None:
    return item.place if item else None


def last_before(meeting: Meeting, day: date) -> Minutes | None:
    """The minutes of the last meeting of the same body before this one that have gone out."""
    found = [each for each in versions_by(day).values() if each.meeting.body_ref == meeting.body_ref]
    earlier = [each for each in found if each.meeting.on < meeting.on]
    return max(earlier, key=lambda minutes: minutes.meeting.on, default=None)
