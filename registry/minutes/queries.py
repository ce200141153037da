from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.meetings.models import Meeting
from registry.minutes import rules
from registry.minutes.differing import compared
from registry.minutes.lines import (
    DRAFT_LINE,
    Line,
    approved_said,
    authenticated_said,
    sections_of,
    sent_said,
    status_on,
    suggestion_line,
)
from registry.minutes.models import Minutes, Suggestion
from registry.minutes.standing import draft_of, facts_changed, told_of
from registry.structure.models import GENERAL_MEETING


def minutes_on(
    minutes: Minutes, day: date, hidden: Collection[str] = (), kept: Mapping[str, str] | None = None
) -> Line | None:
    """A version of minutes as a day saw it; None before it went out."""
    if minutes.circulated > day:
        return None
    kept, meeting, state = kept or {}, minutes.meeting, status_on(minutes, day)
    later = [each for each in versions_of(meeting, day) if each["version"] > minutes.version]
    is_open = minutes.settled is None and not later
    changed = facts_changed(minutes, {*hidden, *kept}) if is_open else []
    suggestions = suggestions_on(minutes, day)
    return {
        "ref": minutes.ref,
        "rev": minutes.rev,
        "title": f"Minutes of {meeting.called}",
        "meeting": meeting.called,
        "meeting_ref": meeting.ref,
        "body": meeting.body.name,
        "body_ref": meeting.body_ref,
        "held": meeting.on,
        "version": minutes.version,
        "state": state,
        "draft": DRAFT_LINE if state not in ("approved", "authenticated") else "",
        "circulated": minutes.circulated,
        "sent": sent_said(minutes),
        "approved": approved_said(minutes, day),
        "authenticated": authenticated_said(minutes, day),
        "kept_until": rules.kept_until(meeting.on),
        "kept_by": rules.keeping(meeting.body.kind),
        "sections": sections_of(minutes, day, hidden, kept, suggestions),
        "changes": [change.sentence for change in changed],
        "draft_ref": draft.ref if is_open and (draft := draft_of(meeting)) else None,
        "versions": versions_of(meeting, day),
        "followed_by": [each["version"] for each in later[:1]],
        "general": meeting.body.kind == GENERAL_MEETING,
    }


def versions_of(meeting: Meeting, day: date) -> list[Line]:
    """Every version of a meeting’s minutes that had gone out by a day, in turn."""
    wanted = select(Minutes).where(Minutes.meeting_ref == meeting.ref, Minutes.circulated <= day)
    found = db.session.scalars(wanted.order_by(Minutes.version))
    return [{"ref": each.ref, "version": each.version, "circulated": each.circulated} for each in found]


def suggestions_on(minutes: Minutes, day: date) -> list[Suggestion]:
    wanted = select(Suggestion).where(Suggestion.minutes_ref == minutes.ref, Suggestion.on <= day)
    return list(db.session.scalars(wanted.order_by(Suggestion.ref)))


def suggestion_on(suggestion: Suggestion, day: date) -> Line:
    return suggestion_line(suggestion, day)


def compared_with(minutes: Minutes, hidden: Collection[str] = ()) -> Line:
    """What this version changed in the one before it, passage by passage."""
    earlier = select(Minutes).where(Minutes.meeting_ref == minutes.meeting_ref, Minutes.version < minutes.version)
    before = db.session.scalar(earlier.order_by(Minutes.version.desc()).limit(1))
    was, now = (
        [told_of(each) for each in version.passages if each.item_ref not in hidden] if version else []
        for version in (before, minutes)
    )
    lines = [
        {
            "number": each.now.number if each.now else None,
            "was": each.was.number if each.was else None,
            "heading": (each.now or each.was).is_heading,  # type: ignore[union-attr]
            "what": each.what,
            "moved": each.moved,
            "pieces": [piece._asdict() for piece in each.pieces],
        }
        for each in compared(was, now)
    ]
    told = {"ref": minutes.ref, "title": f"What version {minutes.version} changed", "minutes": minutes.called}
    return told | {"before": before and before.version, "version": minutes.version, "passages": lines}
