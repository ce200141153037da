"""What meetings are held to: their calling and notice, their papers, who came, and who makes a quorum."""

from registry.meetings.rules.agenda import (
    is_on_the_agenda,
    prefix_is_of_one_body,
    resolution_is_of_the_members,
    was_not_called_off,
)
from registry.meetings.rules.attending import (
    apologies_come_before,
    left_some_item,
    marked_once,
    meeting_has_come,
    returned_after_leaving,
    times_run_on,
    withdrawn_once_given,
)
from registry.meetings.rules.chairing import (
    chair_may_cast,
    chair_takes_part,
    others_rule_on_the_chair,
    stands_in_for_a_reason,
)
from registry.meetings.rules.convening import (
    body_exists,
)
from registry.meetings.rules.notice import (
    NOTICE_BY_DEFAULT,
    clear_days,
    last_day_for_notice,
    notice_comes_before,
)
from registry.meetings.rules.papers import (
    in_order,
    letter,
    letters,
)
from registry.meetings.rules.quorum import (
    has_whom_a_quorum_includes,
    is_quorate,
)
from registry.meetings.rules.representing import (
    is_not_that_member,
    members_meet_in_general_meeting,
    represents_a_member,
)

__all__ = [
    "NOTICE_BY_DEFAULT",
    "apologies_come_before",
    "body_exists",
    "chair_may_cast",
    "chair_takes_part",
    "clear_days",
    "has_whom_a_quorum_includes",
    "in_order",
    "is_not_that_member",
    "is_on_the_agenda",
    "is_quorate",
    "last_day_for_notice",
    "left_some_item",
    "letter",
    "letters",
    "marked_once",
    "meeting_has_come",
    "members_meet_in_general_meeting",
    "notice_comes_before",
    "others_rule_on_the_chair",
    "represents_a_member",
    "returned_after_leaving",
    "stands_in_for_a_reason",
    "times_run_on",
    "withdrawn_once_given",
    "prefix_is_of_one_body",
    "resolution_is_of_the_members",
    "was_not_called_off",
]
