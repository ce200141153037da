from datetime import date

import pytest

from registry.recruitment import rules
from registry.seats.models import Seat
from tests.breaches import refused

pytestmark = pytest.mark.pure

MARCH_31, APRIL_1, APRIL_2 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 2)


class TestHasBegun:
    def test_by_today(self):
        rules.has_begun(APRIL_1, APRIL_1)
        with refused("opened"):
            rules.has_begun(APRIL_2, APRIL_1)


class TestClosesAfterItOpens:
    def test_by_a_day(self):
        rules.closes_after_it_opens(APRIL_1, APRIL_2)
        rules.closes_after_it_opens(APRIL_1, None)
        with refused("closes"):
            rules.closes_after_it_opens(APRIL_1, APRIL_1)


class TestNoneIsUnderWay:
    def test_to_the_same_seat(self):
        rules.none_is_under_way(False)
        with refused("seat"):
            rules.none_is_under_way(True)


class TestIsUnderWay:
    def test_until_it_is_over(self):
        rules.is_under_way(None)
        with refused(words="over on 1 April 2022"):
            rules.is_under_way(APRIL_1)


class TestStageComesNext:
    def test_after_those_reached(self):
        rules.stage_comes_next(-1, 0)
        rules.stage_comes_next(0, 2)
        with refused("what"):
            rules.stage_comes_next(2, 2)


class TestStageIsReachedInTurn:
    def test_on_the_day_of_the_one_before_or_later_and_not_on_one_to_come(self):
        rules.stage_is_reached_in_turn(APRIL_1, APRIL_1, APRIL_1)
        for on, today in ((MARCH_31, APRIL_1), (APRIL_2, APRIL_1)):
            with refused("on"):
                rules.stage_is_reached_in_turn(APRIL_1, on, today)


class TestPanelCanChoose:
    def test_with_two_who_have_no_conflict(self):
        rules.panel_can_choose(2)
        with refused(words="the panel has 1 such"):
            rules.panel_can_choose(1)


class TestConflictIsHandled:
    def test_and_says_of_whom_it_is_not(self):
        rules.conflict_is_handled("Dr Patel", "", "")
        rules.conflict_is_handled("Dr Patel", "Her partner applies", "Stood down")
        with refused("panel", "the conflict of Dr Patel"):
            rules.conflict_is_handled("Dr Patel", "Her partner applies", "")


class TestIsAppointedToTheSeat:
    def test_before_it_is_said(self):
        rules.is_appointed_to_the_seat(True)
        with refused("appointed"):
            rules.is_appointed_to_the_seat(False)


class TestOutcomeNamesWhom:
    def test_if_somebody_was_appointed_and_only_then(self):
        rules.outcome_names_whom(True, True)
        rules.outcome_names_whom(False, False)
        for is_appointment, is_named in ((True, False), (False, True)):
            with refused("appointed"):
                rules.outcome_names_whom(is_appointment, is_named)


class TestMayBeRemoved:
    def test_once_it_is_over(self):
        rules.may_be_removed(APRIL_1)
        with refused():
            rules.may_be_removed(None)


class TestPanelIsOfSeveral:
    def test_each_named_once(self):
        rules.panel_is_of_several(2, 2)
        with refused("panel"):
            rules.panel_is_of_several(1, 2)


class TestSeatIsThere:
    def test_on_the_day(self):
        rules.seat_is_there(Seat(since=MARCH_31, until=APRIL_2), opened=APRIL_1)
        with refused("opened"):
            rules.seat_is_there(Seat(since=MARCH_31, until=APRIL_2), opened=APRIL_2)


class TestSeatIsAppointedTo:
    def test_and_not_held_by_virtue_of_another(self):
        rules.seat_is_appointed_to(False)
        with refused("opened"):
            rules.seat_is_appointed_to(True)
