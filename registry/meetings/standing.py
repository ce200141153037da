"""How far a meeting has come, and what is to be done next."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.meetings.agreeing import consents_to
from registry.meetings.models import Meeting
from registry.meetings.notices import is_on_enough_notice, notice_reckoned
from registry.meetings.rules import Reckoned
from registry.meetings.stages import further
from registry.meetings.versions import changes_since
from registry.terms.in_force import RulesInForce
from registry.wording import counted
from registry.wording import day as in_words

TO_COME, HELD, CALLED_OFF, NOT_HELD = "to come", "held", "called off", "not held"

Line = dict[str, Any]


def state_on(meeting: Meeting, day: date) -> str:
    """In a word. One of the members that was called by too short a notice is not held, whatever day it is."""
    if meeting.cancelled is not None and meeting.cancelled <= day:
        return CALLED_OFF
    if meeting.on >= day:
        return TO_COME
    return HELD if is_on_enough_notice(meeting) or meeting.attendance_is_recorded else NOT_HELD


def called_on(meeting: Meeting, in_force: RulesInForce, day: date) -> dict[str, Any]:
    """How it was called, moved, called off or adjourned."""
    reckoned = notice_reckoned(meeting, in_force)
    return {
        "sentence": in_a_sentence(meeting, reckoned, day),
        "notice": reckoned.sentence,
        "arithmetic": reckoned.arithmetic,
        "consents": consents_to(meeting, in_force).sentence if meeting.consents else None,
        "waived": [waiver.person.name_on(meeting.on) for waiver in meeting.waivers] or None,
        "stages": stages(meeting, day, may_be_held=is_on_enough_notice(meeting)),
        "moved": moves_of(meeting),
        "adjourned": adjournments_of(meeting),
        "cancelled": meeting.cancelled,
        "cancelled_why": meeting.cancelled_why,
    }


def published_on(meeting: Meeting, day: date, hidden: Collection[str]) -> dict[str, Any]:
    """The version of its agenda, and what has changed since."""
    last, changes = meeting.version, changes_since(meeting, hidden)
    said = f"Version {last.number}, published on {in_words(last.published)}" if last else "Not published yet"
    return {
        "version": f"{said}; changed since" if changes else said,
        "unpublished": [change.sentence for change in changes],
        "next_step": next_step(meeting, day, is_changed=bool(changes)),
    }


def in_a_sentence(meeting: Meeting, reckoned: Reckoned, day: date) -> str:
    """Who meets when and where, and on what notice."""
    if state_on(meeting, day) == CALLED_OFF:
        return f"{meeting.body.name} was to meet on {in_words(meeting.on)}; the meeting was called off."
    meets = "meets" if meeting.on >= day else "met"
    given = reckoned.days
    notice = "notice is still to be given" if given is None else f"on {counted(given, 'clear day')} of notice"
    return f"{meeting.body.name} {meets} on {in_words(meeting.on)} at {meeting.begins}, {meeting.place}: {notice}."


def stages(meeting: Meeting, day: date, *, may_be_held: bool) -> list[Line]:
    """The way of a meeting, and how far it has come by a day."""
    if state_on(meeting, day) == CALLED_OFF:
        return [
            {"stage": "Planned", "done": True},
            {"stage": f"Called off on {in_words(meeting.cancelled)}", "done": True},
        ]
    is_over = meeting.attendance_is_recorded or meeting.on < day
    held = "Held" if may_be_held else "Held: not on so short a notice"
    return [
        {"stage": "Planned", "done": True},
        {"stage": "Agenda published", "done": meeting.version is not None},
        {"stage": "Notice given", "done": meeting.notice_given is not None},
        {"stage": held, "done": is_over and may_be_held},
        *further(meeting, day),
    ]


def next_step(meeting: Meeting, day: date, *, is_changed: bool) -> str | None:
    """The door to what is to be done next; none, once it is called off or its attendance is entered."""
    if meeting.cancelled is not None or meeting.attendance_is_recorded:
        return None
    if meeting.on > day and (meeting.version is None or is_changed):
        return "meetings.publish"
    if meeting.notice_given is None and meeting.on >= day:
        return "meetings.give_notice"
    return "meetings.record_attendance" if meeting.on <= day else None


def moves_of(meeting: Meeting) -> list[str]:
    """When and where it was to have been."""
    return [
        f"Moved on {in_words(was.moved)} from {in_words(was.on)} at {was.begins}, {was.place}: {was.reason}"
        for was in meeting.former_times
    ]


def adjournments_of(meeting: Meeting) -> list[Line]:
    """The meeting that it takes up, and the one that takes it up in turn."""
    before = meeting.adjourned_from
    found = [] if before is None else [{"ref": before.ref, "sentence": f"Goes on from {in_words(before.on)}"}]
    later = db.session.scalars(select(Meeting).where(Meeting.adjourned_from_ref == meeting.ref).order_by(Meeting.on))
    return [*found, *({"ref": each.ref, "sentence": f"Adjourned to {in_words(each.on)}"} for each in later)]
