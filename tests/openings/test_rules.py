from datetime import date

import pytest

from registry.openings import rules
from tests.breaches import refused


class TestIsOpenedOnce:
    def test_a_file_that_is_new(self):
        rules.is_opened_once(None)

    def test_not_one_brought_in_before(self):
        with refused("file", "brought in on 3 May 2026"):
            rules.is_opened_once(date(2026, 5, 3))


class TestBalancesAreOfADay:
    def test_with_a_day(self):
        rules.balances_are_of_a_day(date(2025, 3, 31))

    def test_without_one(self):
        with refused("as_at"):
            rules.balances_are_of_a_day(None)


class TestDayHasCome:
    @pytest.mark.parametrize("as_at", [None, date(2026, 5, 2), date(2026, 5, 3)])
    def test_by_today(self, as_at):
        rules.day_has_come(as_at, date(2026, 5, 3))

    def test_not_tomorrow(self):
        with refused("as_at"):
            rules.day_has_come(date(2026, 5, 4), date(2026, 5, 3))


class TestTotalIsStated:
    def test_even_that_of_none(self):
        rules.total_is_stated(0)

    def test_not_stated(self):
        with refused("issued"):
            rules.total_is_stated(None)


class TestBalancesComeToTheTotal:
    def test_to_the_share(self):
        rules.balances_come_to_the_total(66, 66)

    @pytest.mark.parametrize("added_up", [65, 67])
    def test_one_less_or_one_more(self, added_up):
        with refused("issued", f"come to {added_up} shares"):
            rules.balances_come_to_the_total(added_up, 66)


class TestFolioHasOneBalance:
    def test_the_first(self):
        rules.folio_has_one_balance(7, False)

    def test_a_second_of_one_class(self):
        with refused("folio", "Folio 7"):
            rules.folio_has_one_balance(7, True)


class TestEarlierDecisionIsOnRecord:
    def test_is(self):
        rules.earlier_decision_is_on_record("M/05/1", True)

    def test_is_not(self):
        with refused("supersedes", "M/05/1"):
            rules.earlier_decision_is_on_record("M/05/1", False)


class TestThereIsSuchASeat:
    def test_there_is(self):
        rules.there_is_such_a_seat("Chair", "Board", True)

    def test_there_is_not(self):
        with refused("seat", "no seat “Chair” of Board"):
            rules.there_is_such_a_seat("Chair", "Board", False)


class TestSomethingHasBeenOpened:
    def test_one_book(self):
        rules.something_has_been_opened(1)

    def test_none(self):
        with refused():
            rules.something_has_been_opened(0)


class TestSheetHasBeenSigned:
    @pytest.mark.parametrize("on", [date(2026, 5, 1), date(2026, 5, 3)])
    def test_on_its_day_and_until_today(self, on):
        rules.sheet_has_been_signed(date(2026, 5, 1), on, date(2026, 5, 3))

    @pytest.mark.parametrize("on", [date(2026, 4, 30), date(2026, 5, 4)])
    def test_not_before_its_day_nor_after_today(self, on):
        with refused("on"):
            rules.sheet_has_been_signed(date(2026, 5, 1), on, date(2026, 5, 3))


class TestDifferencesAreAccountedFor:
    @pytest.mark.parametrize(("number", "differences"), [(0, ""), (1, "A slip of the old register’s last page.")])
    def test_where_there_are_none_or_something_is_said_of_them(self, number, differences):
        rules.differences_are_accounted_for(number, differences)

    def test_not_in_silence(self):
        with refused("differences"):
            rules.differences_are_accounted_for(1, "")
