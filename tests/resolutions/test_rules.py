from datetime import UTC, date, datetime, timedelta

import pytest

from registry import clock
from registry.resolutions import rules
from registry.resolutions.counting import Agreement, needed, tipping
from registry.resolutions.models import ORDINARY, SPECIAL, UNANIMOUSLY, Resolution
from registry.resolutions.rules import share_asked, speaks_of_removing
from tests.breaches import refused

THEN = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
EARLIER, LATER = THEN - timedelta(microseconds=1), THEN + timedelta(microseconds=1)
MIDNIGHT = clock.at(date(2026, 6, 29), "00:00")
JUST_BEFORE = MIDNIGHT - timedelta(microseconds=1)


class TestDirectorIsNotRemovedInWriting:
    def test_by_the_kind_of_the_decision(self):
        rules.director_is_not_removed_in_writing("approve", "RESOLVED that it be so.")
        with refused("text", "call a general meeting"):
            rules.director_is_not_removed_in_writing("remove a director", "RESOLVED that it be so.")

    @pytest.mark.parametrize(
        ("text", "removes"),
        [
            ("RESOLVED that Dr Asha Patel be removed as a director.", True),
            ("RESOLVED that Dr Patel be removed from the office of director with effect from today.", True),
            ("RESOLVED: the removal of Dr Patel as director.", True),
            ("RESOLVED that the limit on directors’ expenses be removed.", False),
            ("RESOLVED that Dr Patel be appointed as a director.", False),
            ("RESOLVED that the fence be removed. RESOLVED that the report of the directors be received.", False),
        ],
    )
    def test_or_by_what_its_words_say(self, text, removes):
        assert speaks_of_removing(text, "director") is removes
        if removes:
            with refused("text"):
                rules.director_is_not_removed_in_writing("other", text)


class TestAuditorIsNotRemovedInWriting:
    def test_by_what_its_words_say(self):
        rules.auditor_is_not_removed_in_writing("RESOLVED that Orme & Co be appointed as auditors.")
        with refused("text", "An auditor is not removed"):
            rules.auditor_is_not_removed_in_writing("RESOLVED that Orme & Co be removed as auditors.")


class TestMembersResolveByMajority:
    def test_members_pass_resolutions_and_others_decide_by_all(self):
        for passes_as in (ORDINARY, SPECIAL):
            rules.members_resolve_by_majority(True, passes_as)
            with refused("passes_as"):
                rules.members_resolve_by_majority(False, passes_as)
        rules.members_resolve_by_majority(False, UNANIMOUSLY)
        with refused("passes_as"):
            rules.members_resolve_by_majority(True, UNANIMOUSLY)


class TestMayDecideWithoutAMeeting:
    def test_where_a_rule_in_force_lets_it(self):
        rules.may_decide_without_a_meeting(True)
        with refused("body"):
            rules.may_decide_without_a_meeting(False)


class TestSpecialResolutionSaysThatItIsOne:
    def test_and_no_other_does(self):
        rules.special_resolution_says_that_it_is_one(SPECIAL, "RESOLVED as a Special\nResolution that it be so.")
        rules.special_resolution_says_that_it_is_one(ORDINARY, "RESOLVED that it be so.")
        with refused("text"):
            rules.special_resolution_says_that_it_is_one(SPECIAL, "RESOLVED that it be so.")
        with refused("text"):
            rules.special_resolution_says_that_it_is_one(ORDINARY, "RESOLVED as a special resolution that it be so.")


class TestMembersWhoRequireItHoldEnough:
    def test_is_five_per_cent_of_all_votes_or_what_the_articles_say(self):
        rules.members_who_require_it_hold_enough(5, 100, 1, 20)
        with refused("proposers", "these have 4"):
            rules.members_who_require_it_hold_enough(4, 100, 1, 20)
        rules.members_who_require_it_hold_enough(3, 120, 1, 40)
        with refused("proposers"):
            rules.members_who_require_it_hold_enough(2, 120, 1, 40)

    @pytest.mark.parametrize(
        ("asked", "stands"),
        [((1, 20), (1, 20)), ((1, 40), (1, 40)), ((1, 10), (1, 20)), ((2, 39), (1, 20)), ((None, None), (1, 20))],
    )
    def test_articles_may_ask_less_and_never_more(self, asked, stands):
        assert share_asked(*asked) == stands


class TestSomebodyMayVote:
    def test_with_one_vote_at_least(self):
        rules.somebody_may_vote(1)
        with refused("body"):
            rules.somebody_may_vote(0)


class TestAgreesWhoCouldVoteWhenItWasCirculated:
    def test_and_nobody_else(self):
        rules.agrees_who_could_vote_when_it_was_circulated(True, THEN)
        with refused("person", "on 1 June 2026 at 10:30"):
            rules.agrees_who_could_vote_when_it_was_circulated(False, THEN)


class TestFirstNamedAgrees:
    def test_and_no_other_of_the_holders(self):
        rules.first_named_agrees(False)
        with refused("person"):
            rules.first_named_agrees(True)


class TestCopyIsSentAfterTheFirst:
    def test_and_by_now(self):
        rules.copy_is_sent_after_the_first(THEN, THEN, THEN)
        for sent in (EARLIER, LATER):
            with refused("sent_on"):
                rules.copy_is_sent_after_the_first(THEN, sent, THEN)


class TestEverybodyEligibleHasACopy:
    def test_and_nobody_is_left_out(self):
        rules.everybody_eligible_has_a_copy([])
        with refused("otherwise", "Asha, Ben"):
            rules.everybody_eligible_has_a_copy(["Asha", "Ben"])


class TestCopySaysByWhenToAgree:
    def test_which_those_who_send_it_to_members_do_not_choose(self):
        rules.copy_says_by_when_to_agree(True, False)
        rules.copy_says_by_when_to_agree(False, True)
        with refused("answer_by"):
            rules.copy_says_by_when_to_agree(True, True)


class TestLeavesTimeToAnswer:
    def test_until_today_at_least(self):
        rules.leaves_time_to_answer(False)
        with refused("answer_by"):
            rules.leaves_time_to_answer(True)


class TestAnswerHasCome:
    def test_after_it_was_circulated_and_by_now(self):
        rules.answer_has_come(THEN, THEN, THEN)
        for came in (EARLIER, LATER):
            with refused("came_on"):
                rules.answer_has_come(THEN, came, THEN)


class TestAgreementIsNotWithdrawn:
    def test_once_it_was_given(self):
        rules.agreement_is_not_withdrawn(False)
        with refused("says"):
            rules.agreement_is_not_withdrawn(True)


class TestOrdinaryPassesByMoreThanHalf:
    def test_of_all_votes(self):
        for agreed, total in ((51, 100), (51, 101), (1, 1)):
            rules.ordinary_passes_by_more_than_half(agreed, total)
        for agreed, total in ((50, 100), (50, 101), (0, 1)):
            with refused(words=f"{agreed}/{total}"):
                rules.ordinary_passes_by_more_than_half(agreed, total)


class TestSpecialPassesByThreeQuarters:
    def test_of_all_votes_and_no_fewer(self):
        for agreed, total in ((75, 100), (76, 101), (3, 4)):
            rules.special_passes_by_three_quarters(agreed, total)
        for agreed, total in ((74, 100), (75, 101), (2, 4)):
            with refused(words=f"{agreed}/{total}"):
                rules.special_passes_by_three_quarters(agreed, total)


class TestUnanimousPassesByAll:
    def test_and_not_by_all_but_one(self):
        rules.unanimous_passes_by_all(7, 7)
        with refused(words="6 of 7"):
            rules.unanimous_passes_by_all(6, 7)


class TestThoseNotCountedSitThere:
    def test_since_others_have_no_vote_to_leave_out(self):
        rules.those_not_counted_sit_there([])
        with refused("not_counted", "Gus"):
            rules.those_not_counted_sit_there(["Gus"])


class TestThoseEligibleWouldMakeAQuorum:
    def test_or_it_waits_for_a_meeting(self):
        rules.those_eligible_would_make_a_quorum(True)
        for is_quorate in (False, None):
            with refused("not_counted"):
                rules.those_eligible_would_make_a_quorum(is_quorate)


class TestHasNotPassed:
    def test_until_it_does(self):
        rules.has_not_passed(None)
        with refused(words="on 1 June 2026 at 10:30"):
            rules.has_not_passed(THEN)


class TestHasNotLapsed:
    def test_until_the_last_day_is_over(self):
        rules.has_not_lapsed(MIDNIGHT, JUST_BEFORE)
        rules.has_not_lapsed(None, MIDNIGHT)
        with refused(words="on 29 June 2026 at 00:00"):
            rules.has_not_lapsed(MIDNIGHT, MIDNIGHT)


class TestHasLapsed:
    def test_once_the_last_day_is_over(self):
        rules.has_lapsed(MIDNIGHT, MIDNIGHT)
        for lapses in (MIDNIGHT, None):
            with refused(words="until then it may pass"):
                rules.has_lapsed(lapses, JUST_BEFORE)


class TestOutcomeIsLoggedOnce:
    def test_and_not_again(self):
        rules.outcome_is_logged_once(False)
        with refused():
            rules.outcome_is_logged_once(True)


class TestWasNotWithdrawn:
    def test_or_nobody_can_agree(self):
        rules.was_not_withdrawn(None)
        with refused(words="withdrawn on 1 June 2026"):
            rules.was_not_withdrawn(THEN)


class TestSomebodyIsWrittenTo:
    def test_or_no_letter_is_written(self):
        rules.somebody_is_written_to(1)
        with refused():
            rules.somebody_is_written_to(0)


class TestNeeded:
    @pytest.mark.parametrize("total", range(1, 60))
    @pytest.mark.parametrize("passes_as", [ORDINARY, SPECIAL, UNANIMOUSLY])
    def test_is_the_fewest_votes_that_its_rule_is_content_with(self, passes_as, total):
        passes_by = {
            ORDINARY: rules.ordinary_passes_by_more_than_half,
            SPECIAL: rules.special_passes_by_three_quarters,
            UNANIMOUSLY: rules.unanimous_passes_by_all,
        }[passes_as]

        fewest = needed(passes_as, total)

        assert passes_by.keeps(fewest, total)
        assert not passes_by.keeps(fewest - 1, total)


class TestTipping:
    def test_is_at_the_agreement_with_which_it_had_the_votes_in_whatever_order_they_are_entered(self):
        agreed = [Agreement(LATER, 20), Agreement(EARLIER, 40), Agreement(THEN, 11)]

        assert tipping(agreed, ORDINARY, 100, None) == THEN
        assert tipping(agreed, SPECIAL, 100, None) is None

    def test_is_never_once_it_has_lapsed(self):
        assert tipping([Agreement(JUST_BEFORE, 51)], ORDINARY, 100, MIDNIGHT) == JUST_BEFORE
        assert tipping([Agreement(MIDNIGHT, 51)], ORDINARY, 100, MIDNIGHT) is None


class TestLapses:
    @pytest.mark.parametrize(
        ("last_day", "midnight"),
        [
            (date(2026, 6, 28), datetime(2026, 6, 28, 23, tzinfo=UTC)),
            (date(2026, 3, 29), datetime(2026, 3, 29, 23, tzinfo=UTC)),
            (date(2026, 10, 25), datetime(2026, 10, 26, tzinfo=UTC)),
            (date(2026, 12, 31), datetime(2027, 1, 1, tzinfo=UTC)),
        ],
    )
    def test_at_midnight_in_london_after_its_last_day(self, last_day, midnight):
        assert Resolution(last_day=last_day).lapses == midnight
