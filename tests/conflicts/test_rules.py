from datetime import date

import pytest

from registry.conflicts import rules
from registry.conflicts.treatment import LEFT, NOTED, STOOD_DOWN
from tests.breaches import refused

pytestmark = pytest.mark.pure

MEETING = date(2026, 12, 8)


def test_a_match_is_dismissed_with_a_word_alone():
    rules.dismissal_says_why("Another Vale")
    with refused("word"):
        rules.dismissal_says_why("")


def test_people_are_asked_up_to_the_day_of_the_meeting():
    rules.item_has_not_been_decided(MEETING, MEETING)
    with refused("item"):
        rules.item_has_not_been_decided(MEETING, date(2026, 12, 9))


def test_what_was_declared_there_is_entered_from_the_day_of_the_meeting_on():
    rules.is_declared_at_the_meeting(MEETING, MEETING)
    with refused("person"):
        rules.is_declared_at_the_meeting(MEETING, date(2026, 12, 7))


def test_a_ruling_of_no_real_conflict_says_why():
    rules.ruling_says_why(NOTED, "The contract is with another practice")
    rules.ruling_says_why(LEFT, "")
    with refused("ruling"):
        rules.ruling_says_why(NOTED, "")


def test_only_the_chair_stands_down():
    rules.only_the_chair_stands_down(True, STOOD_DOWN)
    rules.only_the_chair_stands_down(False, LEFT)
    with refused("treatment"):
        rules.only_the_chair_stands_down(False, STOOD_DOWN)


def test_what_is_not_confirmed_is_not_treated():
    rules.conflict_is_confirmed(True)
    with refused("treatment"):
        rules.conflict_is_confirmed(False)


def test_only_those_who_were_there_declared_there():
    rules.was_at_the_meeting(True)
    with refused("person"):
        rules.was_at_the_meeting(False)


def test_only_those_with_a_seat_have_conflicts():
    rules.takes_part_in_the_body(True)
    with refused("person"):
        rules.takes_part_in_the_body(False)
