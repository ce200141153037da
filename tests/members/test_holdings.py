from datetime import date
from itertools import count
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.members.holdings import Lot, free, from_number, held, is_in_credit, taken

pytestmark = pytest.mark.pure

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 3, day) for day in (2, 3, 4, 5))
refs = count(1)


def moved(shares, on, *, first=None, paid=100):
    last = first and first + abs(shares) - 1
    return SimpleNamespace(shares=shares, on=on, first=first, last=last, paid=paid, ref=f"{next(refs):06}")


class TestHeld:
    def test_of_nothing_is_nothing(self):
        assert held([], MONDAY) == []

    def test_from_the_day_they_came_until_the_day_they_went(self):
        movements = [moved(10, MONDAY), moved(-10, WEDNESDAY)]

        assert [held(movements, day) for day in (date(2026, 3, 1), MONDAY, TUESDAY, WEDNESDAY)] == [
            [],
            [Lot(None, 10, 100)],
            [Lot(None, 10, 100)],
            [],
        ]

    def test_tells_prices_apart_the_first_that_came_first(self):
        movements = [moved(10, MONDAY, paid=250), moved(5, TUESDAY, paid=100), moved(-4, WEDNESDAY, paid=250)]

        assert held(movements, WEDNESDAY) == [Lot(None, 6, 250), Lot(None, 5, 100)]

    def test_joins_numbers_that_follow_one_another_at_one_price(self):
        movements = [moved(5, MONDAY, first=6), moved(5, TUESDAY, first=1), moved(5, TUESDAY, first=11, paid=200)]

        assert held(movements, TUESDAY) == [Lot(1, 10, 100), Lot(11, 5, 200)]

    def test_splits_a_range_from_whose_middle_some_have_gone(self):
        movements = [moved(10, MONDAY, first=1), moved(-4, TUESDAY, first=4)]

        assert held(movements, TUESDAY) == [Lot(1, 3, 100), Lot(8, 3, 100)]

    def test_numbers_that_went_and_came_back_on_one_day_are_held(self):
        movements = [moved(20, MONDAY, first=1), moved(-10, TUESDAY, first=1), moved(10, TUESDAY, first=1)]

        assert held(movements, TUESDAY) == [Lot(1, 20, 100)]
        assert is_in_credit(movements)


class TestFree:
    def test_is_what_is_held_and_has_not_gone_since(self):
        movements = [moved(10, MONDAY), moved(-7, WEDNESDAY)]

        assert free(movements, TUESDAY) == [Lot(None, 3, 100)]

    def test_counts_the_fewest_on_any_later_day(self):
        movements = [moved(10, MONDAY), moved(-7, WEDNESDAY), moved(20, THURSDAY)]

        assert free(movements, TUESDAY) == [Lot(None, 3, 100)]
        assert free(movements, THURSDAY) == [Lot(None, 23, 100)]

    def test_leaves_out_numbers_that_go_later_though_they_come_back(self):
        movements = [moved(10, MONDAY, first=1), moved(-3, WEDNESDAY, first=4), moved(3, THURSDAY, first=4)]

        assert free(movements, TUESDAY) == [Lot(1, 3, 100), Lot(7, 4, 100)]
        assert free(movements, THURSDAY) == [Lot(1, 10, 100)]

    def test_is_nothing_before_they_came(self):
        assert free([moved(10, TUESDAY), moved(5, TUESDAY, first=1)], MONDAY) == []


class TestTaken:
    def test_are_the_first_that_there_are(self):
        lots = [Lot(1, 3, 100), Lot(8, 3, 100)]

        assert taken(lots, 4) == [Lot(1, 3, 100), Lot(8, 1, 100)]

    def test_begin_at_a_number_within_a_lot(self):
        lots = [Lot(1, 3, 100), Lot(8, 3, 100)]

        assert taken(lots, 2, first=3) == [Lot(3, 1, 100), Lot(8, 1, 100)]
        assert taken(lots, 2, first=9) == [Lot(9, 2, 100)]

    def test_are_no_more_than_there_are(self):
        assert taken([Lot(None, 3, 100)], 4) == [Lot(None, 3, 100)]
        assert list(from_number([Lot(1, 3, 100)], 4)) == []


class TestIsInCredit:
    def test_where_nothing_goes_that_was_not_there(self):
        assert is_in_credit([])
        assert is_in_credit([moved(5, MONDAY), moved(-5, MONDAY)])
        assert is_in_credit([moved(5, MONDAY, first=1), moved(-2, TUESDAY, first=2)])

    @pytest.mark.parametrize(
        "movements",
        [
            [moved(5, TUESDAY), moved(-5, MONDAY)],
            [moved(5, MONDAY), moved(-6, TUESDAY), moved(6, WEDNESDAY)],
            [moved(5, MONDAY, paid=100), moved(-5, TUESDAY, paid=250)],
            [moved(5, MONDAY, first=1), moved(-2, TUESDAY, first=5)],
            [moved(5, MONDAY, first=1), moved(5, TUESDAY, first=5)],
            [moved(5, MONDAY, first=1), moved(-5, TUESDAY, first=1, paid=250)],
            [moved(5, MONDAY, first=1), moved(-2, TUESDAY, first=1), moved(-2, WEDNESDAY, first=1)],
        ],
        ids=["too early", "for a day", "another price", "another number", "twice", "number's price", "gone already"],
    )
    def test_or_it_is_not(self, movements):
        assert not is_in_credit(movements)


sizes = st.integers(min_value=1, max_value=12)


@given(st.lists(st.tuples(sizes, st.booleans(), sizes, st.sampled_from([100, 250])), max_size=20))
def test_shares_that_are_free_may_go_and_leave_the_account_in_credit(asked):
    """Numbers are given out one after another; now and then some of what is free goes, on any of three days."""
    movements, number = [], 1
    for size, comes, going, paid in asked:
        on = (MONDAY, TUESDAY, WEDNESDAY)[size % 3]
        if comes:
            movements.append(moved(size, on, first=number, paid=paid))
            number += size
        else:
            gone = taken(free(movements, on), going, first=size)
            movements += [moved(-lot.shares, on, first=lot.first, paid=lot.paid) for lot in gone]

    assert is_in_credit(movements)
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        lots = held(movements, day)
        assert sum(lot.shares for lot in lots) == sum(each.shares for each in movements if each.on <= day)
        assert all(one.last < other.first for one, other in zip(lots, lots[1:], strict=False))
