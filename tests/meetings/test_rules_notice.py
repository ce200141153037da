from datetime import date

import pytest

from registry.meetings import rules
from registry.meetings.models import BY_EMAIL, BY_HAND, BY_POST, BY_WORD, OMITTED, ON_WEBSITE
from registry.meetings.rules import Consents, Reckoned
from tests.breaches import refused

pytestmark = pytest.mark.pure

ACT = "Companies Act 2006, s.307(1)"


class TestDeemedGiven:
    @pytest.mark.parametrize("how", [BY_POST, BY_EMAIL, ON_WEBSITE])
    @pytest.mark.parametrize(
        ("sent", "given"),
        [
            (date(2026, 11, 2), date(2026, 11, 4)),
            (date(2026, 11, 5), date(2026, 11, 9)),
            (date(2026, 11, 6), date(2026, 11, 10)),
            (date(2026, 11, 7), date(2026, 11, 11)),
            (date(2026, 11, 8), date(2026, 11, 11)),
            (date(2026, 12, 23), date(2026, 12, 29)),
            (date(2026, 12, 24), date(2026, 12, 30)),
            (date(2026, 12, 25), date(2026, 12, 31)),
            (date(2026, 10, 23), date(2026, 10, 27)),
            (date(2026, 10, 25), date(2026, 10, 28)),
            (date(2026, 3, 27), date(2026, 3, 31)),
            (date(2026, 3, 29), date(2026, 4, 1)),
        ],
        ids=str,
    )
    def test_48_hours_later_in_which_only_working_days_count(self, how, sent, given):
        assert rules.deemed_given(sent, how, True) == given

    @pytest.mark.parametrize("how", [BY_HAND, BY_WORD])
    def test_at_once_into_somebodys_hand_or_ear(self, how):
        assert rules.deemed_given(date(2026, 11, 6), how, True) == date(2026, 11, 6)

    def test_at_once_where_the_act_is_not_what_asks_for_it(self):
        assert rules.deemed_given(date(2026, 11, 6), BY_EMAIL, False) == date(2026, 11, 6)


class TestReckoned:
    @pytest.mark.parametrize(
        ("on", "short"), [(date(2026, 11, 16), 1), (date(2026, 11, 17), 0), (date(2026, 11, 18), 0)]
    )
    def test_fourteen_clear_days_from_2_november_end_on_the_16th(self, on, short):
        assert Reckoned(date(2026, 11, 2), on, 14, ACT).short == short
        assert rules.earliest_meeting(date(2026, 11, 2), 14) == date(2026, 11, 17)

    @pytest.mark.parametrize(
        ("given", "on", "days"),
        [(date(2026, 10, 20), date(2026, 11, 4), 14), (date(2026, 3, 23), date(2026, 4, 7), 14)],
        ids=["back in October", "forward in March"],
    )
    def test_counts_civil_days_though_the_clocks_change(self, given, on, days):
        assert Reckoned(given, on, 14, ACT).days == days

    def test_shows_how_it_counts(self):
        assert Reckoned(date(2026, 11, 2), date(2026, 11, 17), 14, ACT).arithmetic == (
            "3 November 2026 to 16 November 2026: 14 clear days. Neither 2 November 2026, when it was given, nor "
            "17 November 2026, the day of the meeting, is counted (Companies Act 2006, s.360(2))."
        )
        assert Reckoned(date(2026, 11, 15), date(2026, 11, 17), 14, ACT).arithmetic.startswith(
            "16 November 2026: 1 clear"
        )
        assert Reckoned(date(2026, 11, 16), date(2026, 11, 17), 14, ACT).arithmetic == ""
        assert Reckoned(None, date(2026, 11, 17), 14, ACT).arithmetic == ""

    def test_is_never_short_where_nothing_is_asked(self):
        assert Reckoned(date(2026, 11, 17), date(2026, 11, 17), None, ACT).short == 0
        assert Reckoned(None, date(2026, 11, 17), 14, ACT).short == 0


class TestNoticeWasSufficient:
    @pytest.mark.parametrize(
        ("days", "asked", "agreed"), [(14, 14, False), (13, 14, True), (None, 14, True), (0, None, False)]
    )
    def test_on_the_days_asked_for_or_by_agreement(self, days, asked, agreed):
        rules.notice_was_sufficient(days, asked, agreed)

    @pytest.mark.parametrize("days", [13, 0, None])
    def test_not_a_day_short(self, days):
        with refused("lines", "shorter notice to which the members have agreed"):
            rules.notice_was_sufficient(days, 14, False)


class TestConsents:
    @pytest.mark.parametrize(
        ("agreed", "nominal", "suffice"),
        [(5, 9_000, False), (6, 8_999, False), (6, 9_000, True), (10, 10_000, True), (0, 0, False)],
    )
    def test_need_most_members_and_ninety_in_the_hundred_to_the_share(self, agreed, nominal, suffice):
        assert Consents(agreed, 10, nominal, 10_000).suffice is suffice

    @pytest.mark.parametrize(("nominal", "suffice"), [(9_499, False), (9_500, True)])
    def test_need_as_much_more_as_the_articles_ask(self, nominal, suffice):
        assert Consents(10, 10, nominal, 10_000, percent=95).suffice is suffice

    def test_come_to_nothing_where_nobody_may_vote(self):
        assert not Consents(0, 0, 0, 0).suffice

    def test_tell_both_limbs(self):
        assert Consents(5, 10, 90_00, 100_00).sentence == (
            "5 of 10 members agreed: not a majority; they hold £90.00 of £100.00: the 90% that is needed"
        )

    def test_count_each_member_once_and_nobody_who_may_not_vote(self):
        assert rules.consents_of(["a", "a", "x"], {"a": 5, "b": 6}, 90) == Consents(1, 2, 5, 11, 90)

    @pytest.mark.parametrize(
        ("number", "of", "percent"),
        [(None, None, 90), (95, 100, 95), (9, 10, 90), (1, 2, 90), (99, 100, 95), (92, 100, 92)],
    )
    def test_need_no_less_than_the_act_asks_and_no_more_than_it_lets_articles(self, number, of, percent):
        assert rules.percent_asked(number, of) == percent


class TestAgreedByTheMeeting:
    def test_on_its_day_at_the_latest(self):
        rules.agreed_by_the_meeting(date(2026, 11, 17), date(2026, 11, 17))

        with refused("on"):
            rules.agreed_by_the_meeting(date(2026, 11, 18), date(2026, 11, 17))


class TestMembersAgreeOfAGeneralMeeting:
    def test_and_of_no_other(self):
        rules.members_agree_of_a_general_meeting(True)

        with refused("members"):
            rules.members_agree_of_a_general_meeting(False)


class TestHasTheRightToVote:
    def test_whoever_holds_a_voting_share(self):
        rules.has_the_right_to_vote(1)

        with refused("members"):
            rules.has_the_right_to_vote(0)


class TestWaiverIsInTime:
    @pytest.mark.parametrize("on", [date(2026, 11, 1), date(2026, 11, 17), date(2026, 11, 24)])
    def test_until_seven_days_after_the_meeting(self, on):
        rules.waiver_is_in_time(on, date(2026, 11, 17))

    def test_not_on_the_eighth(self):
        with refused("on", "seven days after"):
            rules.waiver_is_in_time(date(2026, 11, 25), date(2026, 11, 17))


class TestWaiverIsOfADirectorsMeeting:
    def test_and_not_of_the_members(self):
        rules.waiver_is_of_a_directors_meeting(False)

        with refused("person"):
            rules.waiver_is_of_a_directors_meeting(True)


class TestSpecialResolutionHasItsText:
    def test_in_full_and_open_to_all(self):
        rules.special_resolution_has_its_text("That the articles be altered.", "")

        for text, restricted in (("", ""), ("That the articles be altered.", "commercial")):
            with refused("notice_given", "full text"):
                rules.special_resolution_has_its_text(text, restricted)


class TestNoticeToMembersIsWritten:
    def test_and_a_word_is_enough_for_directors(self):
        rules.notice_to_members_is_written(BY_WORD, False)
        rules.notice_to_members_is_written(BY_EMAIL, True)

        with refused("how", "on paper, by e-mail or on a website"):
            rules.notice_to_members_is_written(BY_WORD, True)


class TestOmissionIsExplained:
    def test_and_no_other_way_need_be(self):
        rules.omission_is_explained(OMITTED, "The letter was found in the tray.")
        rules.omission_is_explained(BY_POST, "")

        with refused("otherwise", "left out by accident"):
            rules.omission_is_explained(OMITTED, "")


class TestOfAnAdjournedMeeting:
    @pytest.mark.parametrize(("on", "days"), [(date(2026, 12, 1), 0), (date(2026, 12, 2), 7)])
    def test_is_asked_for_what_goes_on_more_than_a_fortnight_later(self, on, days):
        assert rules.of_an_adjourned_meeting(date(2026, 11, 17), on) == days


class TestHasNotBeenHeld:
    def test_while_nobody_is_recorded_to_have_come(self):
        rules.has_not_been_held(False)

        with refused(words="adjourned"):
            rules.has_not_been_held(True)


class TestIsAnotherTime:
    def test_or_another_place(self):
        was = (date(2026, 11, 17), "18:30", "Wigston", "")
        rules.is_another_time(was, (date(2026, 11, 17), "18:30", "Oadby", ""))

        with refused():
            rules.is_another_time(was, was)


class TestGoesOnOnceItHasBegun:
    def test_from_the_day_of_the_meeting(self):
        rules.goes_on_once_it_has_begun(date(2026, 11, 17), date(2026, 11, 17))

        with refused("on"):
            rules.goes_on_once_it_has_begun(date(2026, 11, 17), date(2026, 11, 16))


class TestGoesOnLater:
    def test_on_the_same_day_at_the_earliest(self):
        rules.goes_on_later(date(2026, 11, 17), date(2026, 11, 17))

        with refused("on"):
            rules.goes_on_later(date(2026, 11, 17), date(2026, 11, 16))


class TestNoticeHasGoneOut:
    def test_today_at_the_latest(self):
        rules.notice_has_gone_out(date(2026, 11, 2), date(2026, 11, 2))

        with refused("notice_given", "today at the latest"):
            rules.notice_has_gone_out(date(2026, 11, 3), date(2026, 11, 2))


class TestWasSaidByNow:
    def test_today_at_the_latest(self):
        rules.was_said_by_now(date(2026, 11, 2), date(2026, 11, 2))

        with refused("on", "today at the latest"):
            rules.was_said_by_now(date(2026, 11, 3), date(2026, 11, 2))


class TestWaiverIsFromWhoeverMustHaveNotice:
    def test_and_from_nobody_else(self):
        rules.waiver_is_from_whoever_must_have_notice(True)

        with refused("person", "no seat there"):
            rules.waiver_is_from_whoever_must_have_notice(False)
