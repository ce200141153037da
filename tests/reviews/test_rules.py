from datetime import date

from registry.reviews import rules
from tests.breaches import refused

MAY_13, MAY_14 = date(2026, 5, 13), date(2026, 5, 14)


class TestReviewHasBeenMade:
    def test_by_today(self):
        rules.review_has_been_made(MAY_14, MAY_14)
        with refused("on", "14 May 2026 is still to come"):
            rules.review_has_been_made(MAY_14, MAY_13)


class TestReviewedOnceDeclared:
    def test_on_the_day_it_was_declared_or_later(self):
        rules.reviewed_once_declared(MAY_14, MAY_14)
        with refused("on"):
            rules.reviewed_once_declared(MAY_14, MAY_13)


class TestInterestThatGoesOnIsHandled:
    def test_in_words_but_one_that_has_ended_needs_none(self):
        rules.interest_that_goes_on_is_handled(False, "Noted.")
        rules.interest_that_goes_on_is_handled(True, "")
        with refused("mitigation"):
            rules.interest_that_goes_on_is_handled(False, "")


class TestWithheldForAReason:
    def test_that_is_given(self):
        rules.withheld_for_a_reason("Real danger of harm")
        with refused("withheld_because"):
            rules.withheld_for_a_reason("")


class TestWithheldWithApproval:
    def test_of_another(self):
        rules.withheld_with_approval("BEN", "ASHA")
        for approved_by in (None, "ASHA"):
            with refused("approved_by"):
                rules.withheld_with_approval(approved_by, "ASHA")


class TestQuestionIsOpen:
    def test_until_it_is_answered(self):
        rules.question_is_open(None)
        with refused("answer", "13 May 2026"):
            rules.question_is_open(MAY_13)
