from datetime import date

import pytest

from registry.gifts import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure

YESTERDAY, TODAY, TOMORROW = date(2026, 5, 2), date(2026, 5, 3), date(2026, 5, 4)


class TestIsWorthSomething:
    def test_from_a_penny(self):
        rules.is_worth_something(1)
        for value in (0, -1):
            with refused("value"):
                rules.is_worth_something(value)


class TestHadBeenOffered:
    def test_on_the_day_of_its_declaration_or_before(self):
        rules.had_been_offered(YESTERDAY, TODAY)
        rules.had_been_offered(TODAY, TODAY)
        with refused("offered_on"):
            rules.had_been_offered(TOMORROW, TODAY)


class TestPrivateGiftHasAReason:
    def test_only_a_private_one_needs_it(self):
        rules.private_gift_has_a_reason(True, "")
        rules.private_gift_has_a_reason(False, "It would name a patient")
        with refused("private_reason"):
            rules.private_gift_has_a_reason(False, "")


class TestIsApprovedByAnother:
    def test_but_not_by_oneself(self):
        rules.is_approved_by_another(False)
        with refused("approver"):
            rules.is_approved_by_another(True)


class TestApprovalHasBeenGiven:
    def test_from_the_day_of_the_offer_to_today(self):
        for day in (YESTERDAY, TODAY):
            rules.approval_has_been_given(YESTERDAY, day, TODAY)
        for day in (date(2026, 5, 1), TOMORROW):
            with refused("approved_on", "the day of the offer, 2 May 2026"):
                rules.approval_has_been_given(YESTERDAY, day, TODAY)


class TestPolicyHasBeenAdopted:
    def test_by_today(self):
        rules.policy_has_been_adopted(TODAY, TODAY)
        with refused("since"):
            rules.policy_has_been_adopted(TOMORROW, TODAY)


class TestPolicyStandsInTurn:
    def test_after_the_one_before_and_before_the_next(self):
        rules.policy_stands_in_turn(TODAY, None)
        rules.policy_stands_in_turn(TODAY, YESTERDAY, TOMORROW)
        for before, after in ((TODAY, None), (None, TODAY), (TOMORROW, None)):
            with refused("since"):
                rules.policy_stands_in_turn(TODAY, before, after)


class TestApprovalIsForMoreThanDeclaring:
    def test_or_for_as_much(self):
        rules.approval_is_for_more_than_declaring(25_00, 25_00)
        with refused("approved_above"):
            rules.approval_is_for_more_than_declaring(25_00, 24_99)
