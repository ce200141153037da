from datetime import UTC, date, datetime

import pytest

from registry.wording import day, instant, is_a_time, pounds, spelt, to_the_second, worded

pytestmark = pytest.mark.pure


class TestWorded:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "–"),
            ("", "–"),
            ([], "–"),
            (0, "0"),
            (False, "No"),
            (True, "Yes"),
            (2022, "2022"),
            (date(2022, 4, 1), "1 April 2022"),
            ("2022-04-01", "1 April 2022"),
            (datetime(2022, 5, 2, 9, 0, tzinfo=UTC), "2 May 2022 at 10:00"),
            ("2022-05-02T09:00:00.000001Z", "2 May 2022 at 10:00"),
            ("2022-05-02T09:00:00+00:00", "2 May 2022 at 10:00"),
            ("T2022", "T2022"),
            (["1 High Street", "Oakham"], "1 High Street, Oakham"),
            (["Chair, Board", "Lay member"], "Chair, Board; Lay member"),
            (["1 May 2026: moved", "2 May 2026: done"], "1 May 2026: moved; 2 May 2026: done"),
            ([{"name": "Dr Pryce", "role": None, "since": "2022-04-01"}], "Dr Pryce, 1 April 2022"),
        ],
    )
    def test_says_it_as_the_house_does(self, value, words):
        assert worded(value) == words

    @pytest.mark.parametrize(
        ("count", "words"), [(999, "999"), (1000, "1,000"), (-1000, "−1,000"), ([1000, 2], "1,000, 2")]
    )
    def test_a_count_takes_commas(self, count, words):
        assert worded(count, numeric=True) == words


class TestIsATime:
    @pytest.mark.parametrize("value", ["2022-04-01 to 2023-04-01", "2022", "C82010", 20220401, None])
    def test_is_not_what_only_looks_a_little_like_one(self, value):
        assert not is_a_time(value)


class TestInstant:
    @pytest.mark.parametrize(
        ("at", "words"),
        [("2022-03-27T00:59:00Z", "27 March 2022 at 00:59"), ("2022-03-27T01:00:00Z", "27 March 2022 at 02:00")],
    )
    def test_is_as_the_clocks_stood_in_london(self, at, words):
        assert instant(at) == words

    def test_of_nothing_is_a_dash(self):
        assert (instant(None), day(None), pounds(None), to_the_second(None)) == ("–", "–", "–", "")


class TestToTheSecond:
    @pytest.mark.parametrize(
        ("at", "typed"),
        [
            ("2022-05-02T09:00:00Z", "2022-05-02T10:00:00"),
            ("2022-05-02T09:00:00.000001Z", "2022-05-02T10:00:01"),
            ("2022-05-02T09:00:59.999999Z", "2022-05-02T10:01:00"),
        ],
    )
    def test_is_never_before_the_moment(self, at, typed):
        assert to_the_second(at) == typed


class TestPounds:
    @pytest.mark.parametrize(
        ("pence", "words"),
        [(0, "£0.00"), (5, "£0.05"), (123456, "£1,234.56"), (-5, "−£0.05"), (-123456, "−£1,234.56")],
    )
    def test_come_from_whole_pence(self, pence, words):
        assert pounds(pence) == words

    def test_come_from_an_amount_that_a_schema_has_told(self):
        assert pounds("1234.56") == "£1,234.56"


class TestSpelt:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (1, "One"),
            (19, "Nineteen"),
            (20, "Twenty"),
            (45, "Forty-five"),
            (100, "One hundred"),
            (105, "One hundred and five"),
            (1_000, "One thousand"),
            (1_001, "One thousand and one"),
            (1_100, "One thousand, one hundred"),
            (325_467, "Three hundred and twenty-five thousand, four hundred and sixty-seven"),
            (1_000_000_000, "One billion"),
        ],
    )
    def test_writes_a_number_out(self, number, words):
        assert spelt(number) == words
