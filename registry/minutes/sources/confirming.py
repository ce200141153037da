"""The minutes of earlier meetings that were approved or corrected at this one."""

from collections import defaultdict

from sqlalchemy import or_, select

from registry.db import db
from registry.meetings.models import Meeting
from registry.minutes.models import AT_APPROVAL, Correction, Minutes
from registry.minutes.said import CONFIRMED, Said
from registry.minutes.words import approval_said, correction_said

PAGE = "minutes.minutes"


def confirmed(meeting: Meeting) -> dict[str | None, list[Said]]:
    found = defaultdict[str | None, list[Said]](list)
    for minutes in _touched_at(meeting):
        if minutes.approved_at_ref == meeting.ref:
            found[minutes.approved_item_ref].append(Said(CONFIRMED, _approved(minutes), PAGE, minutes.ref))
        for each in minutes.corrections:
            if each.meeting_ref == meeting.ref:
                found[each.item_ref].append(Said(CONFIRMED, _corrected(minutes, each), PAGE, minutes.ref))
    return found


def _touched_at(meeting: Meeting) -> list[Minutes]:
    here = Minutes.corrections.any(Correction.meeting_ref == meeting.ref)
    wanted = select(Minutes).where(or_(Minutes.approved_at_ref == meeting.ref, here))
    return list(db.session.scalars(wanted.join(Minutes.meeting).order_by(Meeting.on, Minutes.ref)))


def _approved(minutes: Minutes) -> str:
    corrections = [each.words for each in minutes.corrections if each.kind == AT_APPROVAL]
    decision = minutes.decision.number if minutes.decision else None
    return approval_said(f"Minutes of {minutes.meeting.called}", minutes.version, corrections, decision)


def _corrected(minutes: Minutes, correction: Correction) -> str:
    passage = next(each for each in minutes.passages if each.ref == correction.passage_ref)
    numbers = {item.ref: item.place for item in minutes.meeting.items}
    where = f"item {numbers[passage.item_ref]}" if passage.item_ref in numbers else "in their opening or close"
    return correction_said(f"Minutes of {minutes.meeting.called}", where, passage.text, correction.words)
