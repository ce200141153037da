from datetime import date

import pytest

from registry.law import Breach
from registry.nominees import rules

DAY, BEFORE, AFTER = date(2017, 4, 1), date(2017, 3, 31), date(2017, 4, 2)


class TestNominationHasBegun:
    @pytest.mark.parametrize("since", [BEFORE, DAY])
    def test_by_today(self, since):
        rules.nomination_has_begun(since, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.nomination_has_begun(AFTER, today=DAY)


class TestIsAMemberThen:
    @pytest.mark.parametrize("since", [DAY, AFTER])
    def test_from_the_day_of_entry(self, since):
        rules.is_a_member_then(DAY, None, since)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="from 1 April 2017 on"):
            rules.is_a_member_then(DAY, None, BEFORE)

    def test_not_on_the_day_the_membership_ceased(self):
        rules.is_a_member_then(BEFORE, AFTER, DAY)

        with pytest.raises(Breach, match="only while their holder is a member"):
            rules.is_a_member_then(BEFORE, AFTER, AFTER)


class TestPracticeIsOpenThen:
    def test_or_it_has_no_shares(self):
        rules.practice_is_open_then(True)

        with pytest.raises(Breach, match="not open then"):
            rules.practice_is_open_then(False)


class TestIsNotNominatedAlready:
    def test_once_is_enough(self):
        rules.is_not_nominated_already(False)

        with pytest.raises(Breach, match="already"):
            rules.is_not_nominated_already(True)


class TestEachSaysHowMany:
    def test_where_there_are_several(self):
        rules.each_says_how_many(True)

        with pytest.raises(Breach, match="how many"):
            rules.each_says_how_many(False)


class TestNoMoreThanAreHeld:
    def test_up_to_the_last_of_them(self):
        rules.no_more_than_are_held(10, nominated=10)

        with pytest.raises(Breach, match="stand on the account: 10"):
            rules.no_more_than_are_held(10, nominated=11)


class TestEndsAfterItBegan:
    def test_on_a_later_day(self):
        rules.ends_after_it_began(DAY, until=AFTER)

    @pytest.mark.parametrize("until", [BEFORE, DAY])
    def test_not_on_the_same_day_or_before(self, until):
        with pytest.raises(Breach, match="1 April 2017"):
            rules.ends_after_it_began(DAY, until=until)


class TestHasNoEndYet:
    def test_until_it_has(self):
        rules.has_no_end_yet(None)

        with pytest.raises(Breach, match="ended on 1 April 2017"):
            rules.has_no_end_yet(DAY)
