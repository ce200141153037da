from datetime import date, datetime

import pytest

from registry.deadlines import Deadline, days_from, is_working_day, months_from, working_days_from, working_hours_before

pytestmark = pytest.mark.pure


class TestMonthsFrom:
    @pytest.mark.parametrize(
        ("start", "months", "due"),
        [
            (date(2026, 4, 15), 1, date(2026, 5, 15)),
            (date(2026, 11, 30), 2, date(2027, 1, 30)),
            (date(2026, 12, 31), 2, date(2027, 2, 28)),
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2028, 1, 31), 1, date(2028, 2, 29)),
            (date(2028, 2, 29), 12, date(2029, 2, 28)),
            (date(2028, 2, 29), 48, date(2032, 2, 29)),
            (date(2026, 2, 28), 1, date(2026, 3, 28)),
            (date(2026, 6, 30), 0, date(2026, 6, 30)),
            (date(2026, 1, 1), 120, date(2036, 1, 1)),
            (date(2026, 3, 31), -1, date(2026, 2, 28)),
            (date(2026, 1, 31), -11, date(2025, 2, 28)),
            (date(2026, 1, 15), -12, date(2025, 1, 15)),
        ],
    )
    def test_end_on_the_day_of_the_same_number_or_the_last_there_is(self, start, months, due):
        assert months_from(start, months).due == due

    def test_say_how_they_were_reckoned(self):
        assert months_from(date(2026, 4, 15), 1).reckoned == "1 month from 15 April 2026"
        assert months_from(date(2026, 4, 15), 2) == Deadline(date(2026, 6, 15), "2 months from 15 April 2026")


class TestWorkingHoursBefore:
    @pytest.mark.parametrize(
        ("at", "hours", "before"),
        [
            ("2026-11-19T19:00", 48, "2026-11-17T19:00"),
            ("2026-11-19T19:00", 19, "2026-11-19T00:00"),
            ("2026-11-16T19:00", 48, "2026-11-12T19:00"),
            ("2026-11-14T19:00", 48, "2026-11-12T00:00"),
            ("2026-12-24T19:00", 48, "2026-12-22T19:00"),
            ("2026-12-29T19:00", 48, "2026-12-23T19:00"),
            ("2026-12-28T19:00", 48, "2026-12-23T00:00"),
            ("2026-12-30T19:00", 24, "2026-12-29T19:00"),
        ],
    )
    def test_count_no_part_of_a_weekend_or_a_bank_holiday(self, at, hours, before):
        assert working_hours_before(datetime.fromisoformat(at), hours) == datetime.fromisoformat(before)


class TestDaysFrom:
    @pytest.mark.parametrize(
        ("start", "days", "due"),
        [
            (date(2026, 6, 1), 14, date(2026, 6, 15)),
            (date(2028, 2, 28), 1, date(2028, 2, 29)),
            (date(2026, 2, 28), 1, date(2026, 3, 1)),
            (date(2026, 3, 28), 2, date(2026, 3, 30)),
        ],
    )
    def test_do_not_count_the_day_they_run_from(self, start, days, due):
        assert days_from(start, days).due == due

    def test_say_how_they_were_reckoned(self):
        assert days_from(date(2026, 6, 1), 14).reckoned == "14 days from 1 June 2026"


class TestIsWorkingDay:
    @pytest.mark.parametrize(
        ("day", "is_one"),
        [
            (date(2026, 4, 2), True),
            (date(2026, 4, 3), False),
            (date(2026, 4, 4), False),
            (date(2026, 4, 5), False),
            (date(2026, 4, 6), False),
            (date(2026, 4, 7), True),
            (date(2026, 5, 4), False),
            (date(2026, 5, 25), False),
            (date(2026, 8, 31), False),
            (date(2026, 12, 25), False),
            (date(2026, 12, 28), False),
            (date(2026, 12, 29), True),
            (date(2021, 12, 27), False),
            (date(2021, 12, 28), False),
            (date(2022, 9, 19), False),
            (date(2024, 2, 29), True),
            (date(2026, 3, 17), True),
            (date(2026, 1, 2), True),
        ],
        ids=lambda value: f"{value:%a %d %b %Y}" if isinstance(value, date) else str(value),
    )
    def test_is_no_weekend_and_none_of_englands_bank_holidays(self, day, is_one):
        """Easter 2026; Boxing Day on a Saturday has its substitute; St Patrick's and 2 January are not England's."""
        assert is_working_day(day) is is_one


class TestWorkingDaysFrom:
    @pytest.mark.parametrize(
        ("start", "days", "due"),
        [
            (date(2026, 6, 1), 5, date(2026, 6, 8)),
            (date(2026, 6, 5), 1, date(2026, 6, 8)),
            (date(2026, 6, 6), 1, date(2026, 6, 8)),
            (date(2026, 4, 1), 5, date(2026, 4, 10)),
            (date(2026, 12, 24), 1, date(2026, 12, 29)),
            (date(2026, 12, 23), 5, date(2027, 1, 4)),
            (date(2026, 6, 1), 0, date(2026, 6, 1)),
        ],
    )
    def test_pass_over_weekends_and_bank_holidays(self, start, days, due):
        assert working_days_from(start, days).due == due

    def test_say_which_holidays_they_passed_over(self):
        assert working_days_from(date(2026, 6, 1), 5).reckoned == "5 working days from 1 June 2026"
        assert working_days_from(date(2026, 4, 1), 5).reckoned == (
            "5 working days from 1 April 2026, "
            "not counting Good Friday on 3 April 2026 and Easter Monday on 6 April 2026"
        )

    @pytest.mark.parametrize(
        ("start", "days", "passed"),
        [
            (date(2026, 12, 23), 5, ["Christmas Day on 25 December 2026", "28 December 2026", "1 January 2027"]),
            (date(2021, 12, 24), 1, ["27 December 2021", "28 December 2021"]),
        ],
    )
    def test_name_substitute_days_too(self, start, days, passed):
        reckoned = working_days_from(start, days).reckoned

        assert [each for each in passed if each not in reckoned] == []
        assert "26 December" not in reckoned
