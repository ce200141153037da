from datetime import date

import pytest

from registry.control import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2026, 4, 1), date(2026, 3, 31), date(2026, 4, 2)
A_QUARTER, MORE = 2_500, 2_501


class TestFindingHasBeenMade:
    @pytest.mark.parametrize("made", [BEFORE, DAY])
    def test_by_today(self, made):
        rules.finding_has_been_made(made, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2026 is still to come"):
            rules.finding_has_been_made(AFTER, today=DAY)


class TestHoldingsComeBeforeTheFinding:
    @pytest.mark.parametrize("on", [BEFORE, DAY])
    def test_by_its_day(self, on):
        rules.holdings_come_before_the_finding(on, made=DAY)

    def test_not_the_day_after(self):
        with pytest.raises(Breach, match="of the day of the finding"):
            rules.holdings_come_before_the_finding(AFTER, made=DAY)


class TestWhoeverHasMoreThanAQuarterIsNamed:
    def test_a_quarter_itself_is_not_more(self):
        rules.whoever_has_more_than_a_quarter_is_named(A_QUARTER, A_QUARTER, "")

    @pytest.mark.parametrize(("shares", "votes"), [(MORE, 0), (0, MORE)])
    def test_of_shares_or_of_votes(self, shares, votes):
        rules.whoever_has_more_than_a_quarter_is_named(shares, votes, "Kibworth")

        with pytest.raises(Breach, match="more than 25%"):
            rules.whoever_has_more_than_a_quarter_is_named(shares, votes, "")


class TestWhoeverMeetsAConditionIsNamed:
    def test_if_anybody_does(self):
        rules.whoever_meets_a_condition_is_named(False, "")
        rules.whoever_meets_a_condition_is_named(True, "Kibworth")

        with pytest.raises(Breach, match="said to meet a condition"):
            rules.whoever_meets_a_condition_is_named(True, "")


class TestNobodyIsNamedWithoutACondition:
    def test_that_is_met(self):
        rules.nobody_is_named_without_a_condition(A_QUARTER, A_QUARTER, False, "")
        rules.nobody_is_named_without_a_condition(A_QUARTER, A_QUARTER, True, "Kibworth")
        rules.nobody_is_named_without_a_condition(MORE, 0, False, "Kibworth")

        with pytest.raises(Breach, match="nobody is registrable"):
            rules.nobody_is_named_without_a_condition(A_QUARTER, A_QUARTER, False, "Kibworth")
