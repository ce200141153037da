"""What comes next for a body: its meetings, reviews and ends of terms, in the year after a meeting."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.queries import to_be_looked_at_again
from registry.decisions.reading import Reads, is_open
from registry.filings.queries import outstanding_on
from registry.meetings.models import Meeting
from registry.periods import ONE_DAY
from registry.seats.models import Appointment, Seat
from registry.structure.models import BOARD
from registry.terms import queries as terms

Line = dict[str, Any]

A_YEAR = timedelta(days=365)


def ahead_of(meeting: Meeting, reads: Reads) -> list[Line]:
    """What falls due within a year of the meeting, or is overdue, in the order of its days.

    A decision is told as far as it may be read.
    """
    told = (*_meetings(meeting), *_reviews(meeting, reads), *_ends_of_terms(meeting), *_filings(meeting))
    in_turn = sorted(told, key=lambda line: (line["on"], line["text"]))
    return [line | {"overdue": line["on"] < meeting.on} for line in in_turn if line["on"] <= meeting.on + A_YEAR]


def _meetings(meeting: Meeting) -> Iterator[Line]:
    later = select(Meeting).where(Meeting.body_ref == meeting.body_ref, Meeting.on > meeting.on)
    for each in db.session.scalars(later.where(Meeting.cancelled.is_(None))):
        yield {"on": each.on, "text": f"Meeting at {each.begins}, {each.place}"}


def _reviews(meeting: Meeting, reads: Reads) -> Iterator[Line]:
    in_force = terms.in_force(meeting.body, meeting.on)
    if in_force and in_force.review_due:
        yield {"on": in_force.review_due, "text": f"{in_force.title} are due for review"}
    again = [line for line in to_be_looked_at_again(meeting.on - ONE_DAY) if line["body_ref"] == meeting.body_ref]
    for line in filter(is_open, reads(again)):
        yield {"on": line["review_by"], "text": f"Decision {line['number']} is to be looked at again by this day"}


def _ends_of_terms(meeting: Meeting) -> Iterator[Line]:
    sitting = Appointment.seat.has(Seat.body_ref == meeting.body_ref), Appointment.holding(meeting.on)
    for each in db.session.scalars(select(Appointment).where(*sitting, Appointment.term_until.is_not(None))):
        assert each.term_until
        who = each.person.name_on(meeting.on)
        yield {"on": each.term_until - ONE_DAY, "text": f"Last day of the term of {who}, {each.seat.title}"}


def _filings(meeting: Meeting) -> Iterator[Line]:
    """What the company is to send to the registrar is the board’s concern."""
    if meeting.body.kind == BOARD:
        for line in outstanding_on(meeting.on):
            yield {"on": line["due"], "text": f"{line['form']} is to be filed by this day. {line['sentence']}"}
