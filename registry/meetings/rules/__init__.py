"""What meetings are held to: their calling and notice, their papers, who came, and who makes a quorum."""

from registry.meetings.rules.agenda import (
    is_on_the_agenda,
    prefix_is_of_one_body,
    resolution_is_of_the_members,
    was_not_called_off,
)
from registry.meetings.rules.attending import (
    apologies_come_before,
    apologies_come_from_whoever_is_expected,
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
from registry.meetings.rules.changes import Change, changes, is_a_slip
from registry.meetings.rules.consent import (
    Consents,
    agreed_by_the_meeting,
    consents_of,
    has_the_right_to_vote,
    members_agree_of_a_general_meeting,
    percent_asked,
)
from registry.meetings.rules.convening import body_exists
from registry.meetings.rules.moving import (
    goes_on_later,
    goes_on_once_it_has_begun,
    has_not_been_held,
    is_another_time,
)
from registry.meetings.rules.notice import (
    NOTICE_BY_DEFAULT,
    OF_AN_ADJOURNED_MEETING,
    Reckoned,
    clear_days,
    deemed_given,
    earliest_meeting,
    last_day_for_notice,
    notice_comes_before,
    notice_was_sufficient,
    of_an_adjourned_meeting,
    omission_is_explained,
    special_resolution_has_its_text,
    waiver_is_in_time,
    waiver_is_of_a_directors_meeting,
)
from registry.meetings.rules.papers import in_order, late_letter, letter, letters
from registry.meetings.rules.quorum import (
    has_whom_a_quorum_includes,
    is_quorate,
)
from registry.meetings.rules.representing import (
    is_not_that_member,
    members_meet_in_general_meeting,
    represents_a_member,
)
from registry.meetings.rules.timing import starts
from registry.meetings.rules.versions import (
    CORRECTION,
    EDITIONS,
    NEW_VERSION,
    is_a_new_version_where_it_must_be,
    least_edition,
    next_number,
    something_has_changed,
    there_is_business,
)
from registry.meetings.rules.words import share_a_word

__all__ = [
    "CORRECTION",
    "EDITIONS",
    "NEW_VERSION",
    "NOTICE_BY_DEFAULT",
    "OF_AN_ADJOURNED_MEETING",
    "Change",
    "Consents",
    "Reckoned",
    "agreed_by_the_meeting",
    "apologies_come_before",
    "apologies_come_from_whoever_is_expected",
    "body_exists",
    "chair_may_cast",
    "chair_takes_part",
    "changes",
    "clear_days",
    "consents_of",
    "deemed_given",
    "earliest_meeting",
    "goes_on_later",
    "goes_on_once_it_has_begun",
    "has_not_been_held",
    "has_the_right_to_vote",
    "has_whom_a_quorum_includes",
    "in_order",
    "is_a_new_version_where_it_must_be",
    "is_a_slip",
    "is_another_time",
    "is_not_that_member",
    "is_on_the_agenda",
    "is_quorate",
    "last_day_for_notice",
    "late_letter",
    "least_edition",
    "left_some_item",
    "letter",
    "letters",
    "marked_once",
    "meeting_has_come",
    "members_agree_of_a_general_meeting",
    "members_meet_in_general_meeting",
    "next_number",
    "notice_comes_before",
    "notice_was_sufficient",
    "of_an_adjourned_meeting",
    "omission_is_explained",
    "others_rule_on_the_chair",
    "percent_asked",
    "prefix_is_of_one_body",
    "represents_a_member",
    "resolution_is_of_the_members",
    "returned_after_leaving",
    "share_a_word",
    "something_has_changed",
    "special_resolution_has_its_text",
    "stands_in_for_a_reason",
    "starts",
    "there_is_business",
    "times_run_on",
    "waiver_is_in_time",
    "waiver_is_of_a_directors_meeting",
    "was_not_called_off",
    "withdrawn_once_given",
]
