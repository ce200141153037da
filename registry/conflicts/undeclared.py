"""Interests that the registers had and that were not declared at the meeting: a log of breaches, found by itself."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.conflicts.matching import CERTAIN, LIKELY
from registry.conflicts.queries import conflicts_at
from registry.conflicts.reading import ANYBODY, Reader
from registry.conflicts.telling import Line
from registry.db import db
from registry.meetings.models import TAKING_PART, Meeting


def undeclared_on(day: date, reader: Reader = ANYBODY) -> list[Line]:
    """Of every meeting held by a day whose attendance is recorded, the latest first."""
    held = select(Meeting).where(Meeting.on <= day, Meeting.attendances.any()).order_by(Meeting.on.desc(), Meeting.ref)
    parts = selectinload(Meeting.items), selectinload(Meeting.attendances), selectinload(Meeting.parties)
    whole: Sequence[Meeting] = db.session.scalars(held.options(joinedload(Meeting.body), *parts)).all()
    return [line for meeting in whole for line in undeclared_at(meeting, day, reader)]


def undeclared_at(meeting: Meeting, day: date, reader: Reader = ANYBODY) -> list[Line]:
    """Of one meeting: of whoever came to it, what was found and neither declared there nor dismissed.

    To leave for the item is not to declare why; a topic or a word in common is not enough to say that one should have.
    """
    came = {mark.person_ref for mark in meeting.attendances if mark.mark in TAKING_PART}
    return [
        line
        for line in conflicts_at(meeting, day, reader)
        if line["grade"] in (CERTAIN, LIKELY)
        and line["person_ref"] in came
        and not (line["dismissed"] or line["declared"])
    ]
