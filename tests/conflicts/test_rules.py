from datetime import date

from registry.conflicts import rules
from registry.conflicts.treatment import LEFT, NOTED, STOOD_DOWN
from tests.breaches import refused

MEETING = date(2026, 12, 8)
DAY_BEFORE, DAY_AFTER = date(2026, 12, 7), date(2026, 12, 9)


class TestDismissalSaysWhy:
    def test_with_a_word_alone(self):
        rules.dismissal_says_why("Another Vale")
        with refused("word"):
            rules.dismissal_says_why("")


class TestItemHasNotBeenDecided:
    def test_up_to_the_day_of_the_meeting(self):
        rules.item_has_not_been_decided(MEETING, MEETING)
        with refused("item"):
            rules.item_has_not_been_decided(MEETING, DAY_AFTER)


class TestRulingSaysWhy:
    def test_where_it_says_that_there_is_no_real_conflict(self):
        rules.ruling_says_why(NOTED, "The contract is with another practice")
        rules.ruling_says_why(LEFT, "")
        with refused("ruling"):
            rules.ruling_says_why(NOTED, "")


class TestOnlyTheChairStandsDown:
    def test_and_anybody_leaves(self):
        rules.only_the_chair_stands_down(True, STOOD_DOWN)
        rules.only_the_chair_stands_down(False, LEFT)
        with refused("treatment"):
            rules.only_the_chair_stands_down(False, STOOD_DOWN)


class TestConflictIsConfirmed:
    def test_before_it_is_ruled_upon(self):
        rules.conflict_is_confirmed(True)
        with refused("treatment"):
            rules.conflict_is_confirmed(False)


class TestIsDeclaredAtTheMeeting:
    def test_from_the_day_of_the_meeting_on(self):
        rules.is_declared_at_the_meeting(MEETING, MEETING)
        with refused("person"):
            rules.is_declared_at_the_meeting(MEETING, DAY_BEFORE)


class TestDirectorsDisclose:
    def test_at_meetings_of_their_own(self):
        rules.directors_disclose(False)
        with refused("person"):
            rules.directors_disclose(True)


class TestWasAtTheMeeting:
    def test_whoever_declared_there(self):
        rules.was_at_the_meeting(True)
        with refused("person"):
            rules.was_at_the_meeting(False)


class TestTakesPartInTheBody:
    def test_whoever_has_a_seat_on_it(self):
        rules.takes_part_in_the_body(True)
        with refused("person"):
            rules.takes_part_in_the_body(False)


class TestSomethingIsKnown:
    def test_of_one_ground_at_least(self):
        rules.something_is_known(1)
        with refused("person"):
            rules.something_is_known(0)
