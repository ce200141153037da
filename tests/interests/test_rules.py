from datetime import date

import pytest

from registry.interests import rules
from registry.interests.models import CLOSE, FINANCIAL, INDIRECT, NOT_SURE, OWN, PRACTICE
from registry.law import Breach

pytestmark = pytest.mark.pure

TODAY = date(2026, 5, 3)


def breaks(rule, *facts, **more):
    with pytest.raises(Breach) as broken:
        rule(*facts, **more)
    return broken.value.field


class TestDeclarationIsNotInTheFuture:
    def test_yesterday_and_today_will_do(self):
        rules.declaration_is_not_in_the_future(date(2026, 5, 2), TODAY)
        rules.declaration_is_not_in_the_future(TODAY, TODAY)

    def test_tomorrow_will_not(self):
        assert breaks(rules.declaration_is_not_in_the_future, date(2026, 5, 4), TODAY) == "declared_on"


class TestInterestHadArisen:
    def test_declared_on_the_day_it_arose_or_later(self):
        rules.interest_had_arisen(date(2026, 4, 1), date(2026, 4, 1), TODAY)
        rules.interest_had_arisen(date(2026, 4, 1), date(2026, 4, 2), TODAY)

    def test_declared_before_it_arose(self):
        assert breaks(rules.interest_had_arisen, date(2026, 4, 1), date(2026, 3, 31), TODAY) == "declared_on"
        breaks(rules.interest_had_arisen, TODAY, date(2026, 5, 2), TODAY)

    def test_one_still_to_come_may_be_declared_before(self):
        rules.interest_had_arisen(date(2026, 5, 4), TODAY, TODAY)


class TestOwnWordIsGivenToday:
    def test_today_said_or_unsaid(self):
        rules.own_word_is_given_today(None, TODAY, office=False)
        rules.own_word_is_given_today(TODAY, TODAY, office=False)

    def test_yesterday_is_for_the_office(self):
        yesterday = date(2026, 5, 2)

        rules.own_word_is_given_today(yesterday, TODAY, office=True)
        assert breaks(rules.own_word_is_given_today, yesterday, TODAY, office=False) == "declared_on"


class TestInterestEndsAfterItArose:
    def test_without_an_end_or_from_the_day_after(self):
        rules.interest_ends_after_it_arose(date(2026, 4, 1), None)
        rules.interest_ends_after_it_arose(date(2026, 4, 1), date(2026, 4, 2))

    def test_on_the_same_day_or_the_day_before(self):
        assert breaks(rules.interest_ends_after_it_arose, date(2026, 4, 1), date(2026, 4, 1)) == "until"
        breaks(rules.interest_ends_after_it_arose, date(2026, 4, 1), date(2026, 3, 31))


class TestInterestHasNoEndYet:
    def test_ends_once(self):
        rules.interest_has_no_end_yet(None)

        assert breaks(rules.interest_has_no_end_yet, date(2026, 4, 1)) == "until"


class TestPrivateInterestHasAReason:
    def test_only_a_private_one_needs_it(self):
        rules.private_interest_has_a_reason(True, "")
        rules.private_interest_has_a_reason(False, "Real danger of harm")

        assert breaks(rules.private_interest_has_a_reason, False, "") == "private_reason"


class TestIndirectInterestIsOfSomeoneClose:
    def test_it_is_nobody_elses(self):
        rules.indirect_interest_is_of_someone_close(INDIRECT, CLOSE)
        rules.indirect_interest_is_of_someone_close(FINANCIAL, OWN)

        assert breaks(rules.indirect_interest_is_of_someone_close, INDIRECT, OWN) == "whose"
        breaks(rules.indirect_interest_is_of_someone_close, INDIRECT, PRACTICE)

    def test_an_old_one_of_which_it_was_not_asked_stands(self):
        rules.indirect_interest_is_of_someone_close(INDIRECT, "")


class TestInterestOfSomeoneCloseIsIndirect:
    def test_it_is_of_no_other_kind_though_that_may_be_unsure(self):
        rules.interest_of_someone_close_is_indirect(INDIRECT, CLOSE)
        rules.interest_of_someone_close_is_indirect(NOT_SURE, CLOSE)

        assert breaks(rules.interest_of_someone_close_is_indirect, FINANCIAL, CLOSE) == "kind"


class TestConfirmationIsNotInTheFuture:
    def test_yesterday_and_today_will_do(self):
        rules.confirmation_is_not_in_the_future(date(2026, 5, 2), TODAY)
        rules.confirmation_is_not_in_the_future(TODAY, TODAY)

    def test_tomorrow_will_not(self):
        assert breaks(rules.confirmation_is_not_in_the_future, date(2026, 5, 4), TODAY) == "on"


class TestNothingIsDeclared:
    def test_nothing_means_nothing(self):
        rules.nothing_is_declared(True, 0)
        rules.nothing_is_declared(False, 1)

        assert breaks(rules.nothing_is_declared, True, 1) == "nothing"


class TestSomethingIsDeclared:
    def test_something_means_something(self):
        rules.something_is_declared(False, 1)
        rules.something_is_declared(True, 0)

        assert breaks(rules.something_is_declared, False, 0) == "nothing"


class TestDaysLate:
    def test_from_the_twenty_ninth_day(self):
        assert rules.days_late(date(2026, 4, 1), date(2026, 4, 29)) is None
        assert rules.days_late(date(2026, 4, 1), date(2026, 4, 30)) == 29

    def test_not_if_declared_before_it_arose(self):
        assert rules.days_late(date(2026, 5, 4), TODAY) is None


class TestIsShown:
    def test_while_it_has_not_ended(self):
        assert rules.is_shown(None, TODAY, private=False)

    def test_six_months_after_the_last_day_in_public(self):
        until = date(2026, 4, 1)

        assert rules.is_shown(until, date(2026, 9, 30), private=False)
        assert not rules.is_shown(until, date(2026, 10, 1), private=False)

    def test_six_years_after_the_last_day_in_private(self):
        until = date(2026, 4, 1)

        assert rules.is_shown(until, date(2032, 3, 31), private=True)
        assert not rules.is_shown(until, date(2032, 4, 1), private=True)


class TestMonthsAfter:
    def test_a_shorter_month_gives_its_last_day(self):
        assert rules.months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)
        assert rules.months_after(date(2026, 6, 15), 6) == date(2026, 12, 15)
        assert rules.months_after(date(2026, 7, 15), 6) == date(2027, 1, 15)


class TestDueAfter:
    def test_a_year_later(self):
        assert rules.due_after(TODAY) == date(2027, 5, 3)
        assert rules.due_after(date(2024, 2, 29)) == date(2025, 2, 28)
