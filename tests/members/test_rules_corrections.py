from datetime import date

import pytest

from registry.law import Breach
from registry.members.rules import corrections as rules

pytestmark = pytest.mark.pure


class TestTitleIsNotASlip:
    @pytest.mark.parametrize(
        ("affects_title", "authority"), [(False, "clerical"), (True, "consent"), (True, "court"), (False, "court")]
    )
    def test_where_it_is_not_touched_or_all_consent_or_a_court_orders(self, affects_title, authority):
        rules.title_is_not_a_slip(affects_title, authority)

    def test_that_the_board_alone_may_put_right(self):
        with pytest.raises(Breach, match=r"s\.125"):
            rules.title_is_not_a_slip(True, "clerical")


class TestAccountStaysInCredit:
    def test_on_every_day(self):
        rules.account_stays_in_credit(True)

        with pytest.raises(Breach, match="that did not have them"):
            rules.account_stays_in_credit(False)


class TestEntryComesBeforeWhatFollowed:
    @pytest.mark.parametrize("first", [None, date(2017, 4, 1), date(2017, 4, 2)])
    def test_by_the_day_of_the_first_of_it(self, first):
        rules.entry_comes_before_what_followed(date(2017, 4, 1), first)

    def test_not_the_day_after(self):
        with pytest.raises(Breach, match=r"first was on 31 March 2017. \(Companies Act 2006, s.112\(2\)\)"):
            rules.entry_comes_before_what_followed(date(2017, 4, 1), date(2017, 3, 31))


class TestNumbersStayWithoutGaps:
    def test_if_none_come_after(self):
        rules.numbers_stay_without_gaps(True)

        with pytest.raises(Breach, match=r"s\.543"):
            rules.numbers_stay_without_gaps(False)


class TestConversionIsPutRightWhole:
    def test_or_not_at_all(self):
        rules.conversion_is_put_right_whole(True)

        with pytest.raises(Breach, match=r"s\.618"):
            rules.conversion_is_put_right_whole(False)


class TestMovementIsOfThisAccount:
    def test_which_is_open(self):
        rules.movement_is_of_this_account(True)

        with pytest.raises(Breach, match="of this account"):
            rules.movement_is_of_this_account(False)
