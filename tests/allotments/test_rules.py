from datetime import date, timedelta

import pytest

from registry.allotments import rules
from registry.allotments.models import EXCLUDED, NOT_CASH, OFFERED
from registry.allotments.reckoning import entitlement
from registry.law import Breach

MAY_2, MAY_3, MAY_4 = date(2026, 5, 2), date(2026, 5, 3), date(2026, 5, 4)
ON_EITHER_SIDE = (MAY_2, MAY_3, MAY_4)


def kept(rule, *facts):
    try:
        rule(*facts)
    except Breach:
        return False
    return True


def kept_on_each(rule, *before, days=ON_EITHER_SIDE):
    return [kept(rule, *before, day) for day in days]


class TestAuthorityIsForSomeShares:
    @pytest.mark.parametrize(("maximum", "keeps"), [(-1, False), (0, False), (1, True)])
    def test_of_one_or_more(self, maximum, keeps):
        assert kept(rules.authority_is_for_some_shares, maximum) is keeps


class TestAuthorityHasBeenGiven:
    def test_by_today(self):
        assert kept_on_each(rules.authority_has_been_given, MAY_3) == [False, True, True]


class TestAuthorityLastsADay:
    def test_at_least(self):
        assert kept_on_each(rules.authority_lasts_a_day, MAY_3) == [False, True, True]


class TestAuthorityEndsWithinFiveYears:
    def test_of_the_day_on_which_it_is_given(self):
        days = date(2031, 5, 2), date(2031, 5, 3), date(2031, 5, 4)

        assert kept_on_each(rules.authority_ends_within_five_years, MAY_3, days=days) == [True, True, False]

    def test_of_29_february_by_28_february(self):
        days = date(2029, 2, 27), date(2029, 2, 28), date(2029, 3, 1)

        kept_then = kept_on_each(rules.authority_ends_within_five_years, date(2024, 2, 29), days=days)

        assert kept_then == [True, True, False]

    def test_of_28_february_by_28_february_in_a_leap_year_too(self):
        days = date(2028, 2, 28), date(2028, 2, 29)

        assert kept_on_each(rules.authority_ends_within_five_years, date(2023, 2, 28), days=days) == [True, False]

    def test_says_from_when_and_by_which_authority(self):
        with pytest.raises(Breach, match=r"here 3 May 2026\. \(Companies Act 2006, s\.551\(3\)\)"):
            rules.authority_ends_within_five_years(MAY_3, date(2031, 5, 4))


class TestAuthorityHasBeenTakenBack:
    def test_by_today(self):
        assert kept_on_each(rules.authority_has_been_taken_back, MAY_3) == [False, True, True]


class TestAuthorityWasInForce:
    def test_from_the_day_after_it_was_given(self):
        assert kept_on_each(rules.authority_was_in_force, MAY_3, date(2031, 5, 3)) == [False, False, True]

    def test_to_its_last_day(self):
        assert kept_on_each(rules.authority_was_in_force, date(2021, 5, 3), MAY_3) == [True, True, False]


class TestNothingWasAllottedAfter:
    def test_it_was_revoked(self):
        assert kept_on_each(rules.nothing_was_allotted_after, MAY_3) == [False, False, True]
        assert kept(rules.nothing_was_allotted_after, None, MAY_3)


class TestAllottedUnderItStaysWithin:
    @pytest.mark.parametrize(("maximum", "keeps"), [(9, False), (10, True), (11, True)])
    def test_the_right_maximum(self, maximum, keeps):
        assert kept(rules.allotted_under_it_stays_within, 10, maximum) is keeps


class TestAllottedUnderItStaysInTime:
    @pytest.mark.parametrize(
        ("granted", "expires", "keeps"),
        [(MAY_2, MAY_4, True), (MAY_3, MAY_3, True), (MAY_4, MAY_4, False), (MAY_2, MAY_2, False)],
    )
    def test_from_its_first_day_to_its_last(self, granted, expires, keeps):
        assert kept(rules.allotted_under_it_stays_in_time, MAY_3, MAY_3, granted, expires) is keeps
        assert kept(rules.allotted_under_it_stays_in_time, None, None, granted, expires)


class TestAllottedUnderItIsOfTheClass:
    def test_that_the_authority_is_for(self):
        assert kept(rules.allotted_under_it_is_of_the_class, True)
        assert not kept(rules.allotted_under_it_is_of_the_class, False)


class TestCompanyCouldAllotThen:
    def test_from_the_day_of_its_incorporation(self):
        days = [kept(rules.company_could_allot_then, on, MAY_3) for on in ON_EITHER_SIDE]

        assert days == [False, True, True]
        assert kept(rules.company_could_allot_then, MAY_2, None)


class TestEnteredOnceAllotted:
    def test_that_day_or_later(self):
        assert kept_on_each(rules.entered_once_allotted, MAY_3) == [False, True, True]


class TestEachMemberIsNamedOnce:
    @pytest.mark.parametrize(("members", "keeps"), [([], False), (["A"], True), (["A", "B"], True), ("ABA", False)])
    def test_and_somebody_is(self, members, keeps):
        assert kept(rules.each_member_is_named_once, members) is keeps


class TestDirectorsNeedNoAuthority:
    @pytest.mark.parametrize(
        ("classes", "authorities", "keeps"), [(1, 0, True), (2, 0, False), (1, 1, False), (2, 1, False)]
    )
    def test_for_the_only_class_of_which_none_was_ever_given(self, classes, authorities, keeps):
        assert kept(rules.directors_need_no_authority, classes, authorities) is keeps


class TestAuthorityIsForThatClass:
    def test_and_no_other(self):
        assert kept(rules.authority_is_for_that_class, True)
        assert not kept(rules.authority_is_for_that_class, False)


class TestAuthorityHadBegun:
    def test_on_the_day_on_which_it_was_given(self):
        assert kept_on_each(rules.authority_had_begun, MAY_3) == [False, True, True]


class TestAuthorityHadNotEnded:
    def test_on_its_last_day(self):
        assert kept_on_each(rules.authority_had_not_ended, MAY_3) == [True, True, False]


class TestAuthorityGoesSoFar:
    @pytest.mark.parametrize(("shares", "keeps"), [(4, True), (5, True), (6, False)])
    def test_as_there_are_shares_left(self, shares, keeps):
        assert kept(rules.authority_goes_so_far, shares, 5, 10, "") is keeps

    def test_says_how_many_those_are_and_what_went_last(self):
        told = r"Of the 10 shares .* 5 are left; the last allotment was A2, of 3 shares on 3 May 2026\."

        with pytest.raises(Breach, match=told):
            rules.authority_goes_so_far(6, 5, 10, "the last allotment was A2, of 3 shares on 3 May 2026")


class TestOtherConsiderationIsTold:
    @pytest.mark.parametrize(
        ("consideration", "given", "keeps"),
        [("cash", "", True), ("other", "Goodwill", True), ("cash", "Goodwill", False), ("other", "", False)],
    )
    def test_where_there_is_any(self, consideration, given, keeps):
        assert kept(rules.other_consideration_is_told, consideration, given) is keeps


class TestFirstOfferIsNeedlessWithoutCash:
    @pytest.mark.parametrize(
        ("consideration", "preemption", "keeps"),
        [("cash", NOT_CASH, False), ("other", NOT_CASH, True), ("cash", EXCLUDED, True), ("other", EXCLUDED, True)],
    )
    def test_and_only_then(self, consideration, preemption, keeps):
        assert kept(rules.first_offer_is_needless_without_cash, consideration, preemption) is keeps


class TestOfferHasItsDates:
    @pytest.mark.parametrize(
        ("preemption", "offered", "closes", "answered", "keeps"),
        [
            (OFFERED, MAY_3, MAY_4, None, True),
            (OFFERED, MAY_3, MAY_4, MAY_4, True),
            (OFFERED, MAY_3, None, None, False),
            (OFFERED, None, MAY_4, None, False),
            (EXCLUDED, None, None, None, True),
            (EXCLUDED, MAY_3, None, None, False),
            (EXCLUDED, None, MAY_4, None, False),
            (EXCLUDED, None, None, MAY_4, False),
        ],
    )
    def test_if_there_was_one(self, preemption, offered, closes, answered, keeps):
        assert kept(rules.offer_has_its_dates, preemption, offered, closes, answered) is keeps


class TestOfferStaysOpenLongEnough:
    def test_for_14_days_that_begin_with_the_first(self):
        days = [MAY_3 + timedelta(13), MAY_3 + timedelta(14), MAY_3 + timedelta(15)]

        assert kept_on_each(rules.offer_stays_open_long_enough, MAY_3, days=days) == [False, True, True]

    def test_over_29_february(self):
        assert kept(rules.offer_stays_open_long_enough, date(2028, 2, 16), date(2028, 3, 1))
        assert not kept(rules.offer_stays_open_long_enough, date(2027, 2, 16), date(2027, 3, 1))


class TestOfferLapsedOrWasAnswered:
    def test_from_the_day_it_closes(self):
        assert kept_on_each(rules.offer_lapsed_or_was_answered, MAY_3, None) == [False, True, True]

    def test_or_from_the_day_on_which_all_had_answered(self):
        closes = date(2026, 5, 17)

        assert kept_on_each(rules.offer_lapsed_or_was_answered, closes, MAY_3) == [False, True, True]


class TestOfferWasAnsweredWhileOpen:
    def test_from_the_day_on_which_it_was_made(self):
        assert kept_on_each(rules.offer_was_answered_while_open, MAY_3) == [False, True, True]
        assert kept(rules.offer_was_answered_while_open, MAY_3, None)


class TestIncorporationIsOnRecord:
    def test_before_anybody_subscribes(self):
        assert kept(rules.incorporation_is_on_record, MAY_3)
        assert not kept(rules.incorporation_is_on_record, None)


class TestSubscribersComeFirst:
    @pytest.mark.parametrize(("others", "keeps"), [(0, True), (1, False)])
    def test_before_all_other_shares(self, others, keeps):
        assert kept(rules.subscribers_come_first, others) is keeps


class TestFormulaComesToSomething:
    @pytest.mark.parametrize(("pence", "keeps"), [(0, False), (1, True)])
    def test_of_a_penny_or_more(self, pence, keeps):
        assert kept(rules.formula_comes_to_something, pence) is keeps


class TestFormulaHasBeenAgreed:
    def test_by_today(self):
        assert kept_on_each(rules.formula_has_been_agreed, MAY_3) == [False, True, True]


class TestFormulaFollowsTheOneBefore:
    def test_from_a_later_day(self):
        days = [kept(rules.formula_follows_the_one_before, since, MAY_3) for since in ON_EITHER_SIDE]

        assert days == [False, False, True]
        assert kept(rules.formula_follows_the_one_before, MAY_3, None)


class TestFormulaComesBeforeTheNext:
    def test_from_an_earlier_day(self):
        days = [kept(rules.formula_comes_before_the_next, since, MAY_3) for since in ON_EITHER_SIDE]

        assert days == [True, False, False]
        assert kept(rules.formula_comes_before_the_next, MAY_3, None)


class TestEntitlement:
    @pytest.mark.parametrize(
        ("patients", "down", "nearest", "up"),
        [
            (0, 0, 0, 0),
            (1, 0, 0, 1),
            (499, 0, 0, 1),
            (500, 0, 1, 1),
            (999, 0, 1, 1),
            (1_000, 1, 1, 1),
            (10_499, 10, 10, 11),
            (10_500, 10, 11, 11),
        ],
    )
    def test_is_a_pound_for_each_thousand_patients_in_whole_shares(self, patients, down, nearest, up):
        shares = [
            entitlement(patients, per_thousand=100, nominal=100, rounding=rounding)
            for rounding in ("down", "nearest", "up")
        ]

        assert shares == [down, nearest, up]

    @pytest.mark.parametrize(("nominal", "shares"), [(1, 427), (10, 42), (50, 8), (100, 4), (500, 0)])
    def test_depends_on_the_nominal_value_of_a_share(self, nominal, shares):
        assert entitlement(4_275, per_thousand=100, nominal=nominal, rounding="down") == shares

    def test_depends_on_the_pence_for_each_thousand(self):
        assert entitlement(4_275, per_thousand=250, nominal=100, rounding="nearest") == 11
