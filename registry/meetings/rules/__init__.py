"""What meetings are held to: their calling and notice, their papers, and who makes a quorum."""

from registry.meetings.rules.agenda import (
    is_on_the_agenda,
    prefix_is_of_one_body,
    resolution_is_of_the_members,
    was_not_called_off,
)
from registry.meetings.rules.attending import left_some_item, marked_once, meeting_has_come
from registry.meetings.rules.convening import body_exists
from registry.meetings.rules.notice import NOTICE_BY_DEFAULT, clear_days, last_day_for_notice, notice_comes_before
from registry.meetings.rules.papers import in_order, letter, letters
from registry.meetings.rules.quorum import (
    Mark,
    Needed,
    Quorum,
    Seated,
    has_whom_a_quorum_includes,
    is_quorate,
    needed_for,
    quorum_of,
    taking_part,
)

__all__ = [
    "NOTICE_BY_DEFAULT",
    "Mark",
    "Needed",
    "Quorum",
    "Seated",
    "body_exists",
    "clear_days",
    "has_whom_a_quorum_includes",
    "in_order",
    "is_on_the_agenda",
    "is_quorate",
    "last_day_for_notice",
    "left_some_item",
    "letter",
    "letters",
    "marked_once",
    "meeting_has_come",
    "needed_for",
    "notice_comes_before",
    "prefix_is_of_one_body",
    "quorum_of",
    "resolution_is_of_the_members",
    "taking_part",
    "was_not_called_off",
]
