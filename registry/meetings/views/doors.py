from collections.abc import Iterable
from typing import Any

from flask import url_for

from registry import clock
from registry.doors import Listing, Room
from registry.meetings.models import Meeting

room = Room(__name__)


def at(meeting: Meeting) -> str:
    return url_for("meetings.meeting", word=meeting.ref)


def stands(meeting: Meeting) -> bool:
    """Whether it has not been called off."""
    return meeting.cancelled is None


def is_to_be_held(meeting: Meeting) -> bool:
    return stands(meeting) and not meeting.attendance_is_recorded


def has_come(meeting: Meeting) -> bool:
    """Whether its day has come, and it was not called off before."""
    return stands(meeting) and meeting.on <= clock.today()


def lines_of(meeting: Meeting, lines: Iterable[dict[str, Any]], **summary: Any) -> Listing:
    """Lines about a meeting, which the page says them of."""
    return Listing(lines, meeting=meeting.called, ref=meeting.ref, **summary)
