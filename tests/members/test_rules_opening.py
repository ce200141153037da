from datetime import date

import pytest

from registry.members.rules import opening as rules
from tests.breaches import refused


class TestFolioIsFree:
    def test_one_that_no_account_has(self):
        rules.folio_is_free(7, False)

    def test_not_one_that_another_has(self):
        with refused("folio", "folio 7"):
            rules.folio_is_free(7, True)


class TestCeasedAfterItBegan:
    @pytest.mark.parametrize("ceased", [None, date(2005, 4, 2)])
    def test_the_day_after_or_never(self, ceased):
        rules.ceased_after_it_began(date(2005, 4, 1), ceased)

    def test_not_on_the_day_of_entry(self):
        with refused("ceased"):
            rules.ceased_after_it_began(date(2005, 4, 1), date(2005, 4, 1))


class TestHoldersHaveNoOtherAccountThen:
    def test_none(self):
        rules.holders_have_no_other_account_then(None)

    def test_not_while_they_have_one(self):
        with refused("holders", "folio 3"):
            rules.holders_have_no_other_account_then(3)


class TestWasAMemberUntilThen:
    @pytest.mark.parametrize("ceased", [None, date(2012, 2, 29), date(2012, 3, 1)])
    def test_while_it_is_open_and_on_the_day_it_closes(self, ceased):
        rules.was_a_member_until_then(6, ceased, date(2012, 2, 29))

    def test_not_the_day_after(self):
        with refused("on", "Folio 6 was closed on 28 February 2012"):
            rules.was_a_member_until_then(6, date(2012, 2, 28), date(2012, 2, 29))


class TestSidesAreThoseOfTheEvent:
    @pytest.mark.parametrize(
        ("what", "goes", "comes"),
        [
            ("subscription", False, True),
            ("allotment", False, True),
            ("brought forward", False, True),
            ("buy-back", True, False),
            ("forfeiture", True, False),
            ("cancellation", True, False),
            ("subdivision", True, False),
            ("subdivision", False, True),
            ("transfer", True, True),
            ("transmission", True, True),
        ],
    )
    def test_are(self, what, goes, comes):
        rules.sides_are_those_of_the_event(what, goes, comes)

    @pytest.mark.parametrize(
        ("what", "goes", "comes"),
        [
            ("allotment", True, False),
            ("allotment", True, True),
            ("brought forward", True, True),
            ("buy-back", False, True),
            ("buy-back", True, True),
            ("redesignation", True, True),
            ("redesignation", False, False),
            ("transfer", True, False),
            ("transfer", False, True),
            ("transmission", False, False),
        ],
    )
    def test_are_not(self, what, goes, comes):
        with refused("what", f"“{what}”"):
            rules.sides_are_those_of_the_event(what, goes, comes)


class TestNumbersAreGivenOnce:
    def test_those_that_nothing_bears(self):
        rules.numbers_are_given_once([])

    def test_not_those_that_something_does(self):
        with refused("first", "8, 10"):
            rules.numbers_are_given_once([8, 10])
