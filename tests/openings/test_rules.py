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


class TestOneDecisionIsCited:
    @pytest.mark.parametrize("decisions", [[], ["1, of Board"]])
    def test_or_none(self, decisions):
        rules.one_decision_is_cited("1", decisions)

    def test_not_two(self):
        with refused("authority", "1, of Board; 1 .2., of General meeting"):
            rules.one_decision_is_cited("1", ["1, of Board", "1 (2), of General meeting"])


class TestKeyIsOnePersons:
    def test_a_new_one(self):
        rules.key_is_one_persons("P1", False)

    def test_not_one_that_is_taken(self):
        with refused("key", "P1"):
            rules.key_is_one_persons("P1", True)


class TestSeatIsNew:
    def test_is_new(self):
        rules.seat_is_new("Chair", "Board", False)

    def test_is_there(self):
        with refused("title", "“Chair” of Board"):
            rules.seat_is_new("Chair", "Board", True)


class TestLinesOfAVersionAgree:
    def test_agree(self):
        rules.lines_of_a_version_agree("1.0", [])

    def test_differ(self):
        with refused("version", "quorum, since"):
            rules.lines_of_a_version_agree("1.0", ["quorum", "since"])


class TestFileIsNotTooLong:
    def test_to_the_last_line(self):
        rules.file_is_not_too_long(2_000, 2_000)

    def test_one_more(self):
        with refused("file", "2001 lines"):
            rules.file_is_not_too_long(2_001, 2_000)


class TestSheetIsOfAllThatWasOpened:
    @pytest.mark.parametrize("entered", [None, date(2026, 5, 1), date(2026, 5, 2)])
    def test_of_the_day_of_the_last_or_later(self, entered):
        rules.sheet_is_of_all_that_was_opened(date(2026, 5, 2), entered)

    def test_not_of_the_day_before(self):
        with refused("as_at", "3 May 2026"):
            rules.sheet_is_of_all_that_was_opened(date(2026, 5, 2), date(2026, 5, 3))


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
