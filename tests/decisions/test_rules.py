from datetime import date

import pytest

from registry.decisions import rules
from registry.law import Breach
from tests.breaches import refused

TAKEN = date(2026, 5, 14)
DAY_BEFORE, DAY_AFTER = date(2026, 5, 13), date(2026, 5, 15)


class TestDecisionHasBeenTaken:
    @pytest.mark.parametrize("on", [DAY_BEFORE, TAKEN])
    def test_by_today(self, on):
        rules.decision_has_been_taken(on, TAKEN)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="15 May 2026 is still to come"):
            rules.decision_has_been_taken(DAY_AFTER, TAKEN)


class TestTakesEffectOnceTaken:
    @pytest.mark.parametrize("since", [TAKEN, DAY_AFTER])
    def test_that_day_or_later(self, since):
        rules.takes_effect_once_taken(TAKEN, since)

    def test_not_the_day_before(self):
        with pytest.raises(Breach) as breach:
            rules.takes_effect_once_taken(TAKEN, DAY_BEFORE)

        assert (breach.value.field, breach.value.authority) == ("since", "Model Articles, art. 7")


class TestEndsOnceInEffect:
    @pytest.mark.parametrize("until", [TAKEN, DAY_AFTER])
    def test_that_day_or_later(self, until):
        rules.ends_once_in_effect(TAKEN, until)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="never before"):
            rules.ends_once_in_effect(TAKEN, DAY_BEFORE)


class TestMeetingIsOfTheBody:
    def test_its_own(self):
        rules.meeting_is_of_the_body("board", "board")

    def test_not_anothers(self):
        with pytest.raises(Breach):
            rules.meeting_is_of_the_body("board", "hub")


class TestTakenOnTheDayOfTheMeeting:
    def test_that_day(self):
        rules.taken_on_the_day_of_the_meeting(TAKEN, TAKEN)

    @pytest.mark.parametrize("on", [DAY_BEFORE, DAY_AFTER])
    def test_not_the_day_before_or_after(self, on):
        with pytest.raises(Breach, match="14 May 2026"):
            rules.taken_on_the_day_of_the_meeting(on, TAKEN)


class TestOutcomeIsThatOfTheVote:
    def test_carried_or_lost(self):
        rules.outcome_is_that_of_the_vote("carried", "Vote 1", "carried")
        rules.outcome_is_that_of_the_vote("lost", "Vote 1", "lost")

    @pytest.mark.parametrize(("outcome", "came_to"), [("carried", "lost"), ("lost", "carried"), ("lapsed", "carried")])
    def test_and_no_other(self, outcome, came_to):
        with refused("outcome", f"by Vote 1, this was {came_to}"):
            rules.outcome_is_that_of_the_vote(outcome, "Vote 1", came_to)


class TestVotesAreThoseOfTheVote:
    def test_to_the_vote(self):
        rules.votes_are_those_of_the_vote(True, "Vote 1", 2, 1)
        with refused("votes_for", "in Vote 1, 2 for and 1 against"):
            rules.votes_are_those_of_the_vote(False, "Vote 1", 2, 1)


class TestNobodyVotesWhoMayNot:
    def test_as_many_as_may_and_no_more(self):
        rules.nobody_votes_who_may_not(3, 3)
        with refused("votes_for"):
            rules.nobody_votes_who_may_not(4, 3)


class TestOutcomeFollowsTheVotes:
    @pytest.mark.parametrize(
        ("outcome", "votes_for", "votes_against", "is_majority"),
        [
            ("carried", 5, 4, True),
            ("carried", 4, 4, False),
            ("carried", None, 4, False),
            ("carried", 0, None, False),
            ("lost", 4, 4, False),
            ("lost", 4, 5, False),
            ("lost", 74, 26, False),
            ("deferred", 0, 9, False),
            ("lapsed", 9, 0, True),
        ],
    )
    def test_a_majority_or_with_a_casting_vote_half(self, outcome, votes_for, votes_against, is_majority):
        rules.outcome_follows_the_votes(outcome, votes_for, votes_against, is_majority)

    @pytest.mark.parametrize(
        ("outcome", "votes_for", "votes_against", "is_majority"),
        [("carried", 4, 5, False), ("lost", 5, 4, True), ("lost", 75, 25, True)],
    )
    def test_not_against_it(self, outcome, votes_for, votes_against, is_majority):
        with pytest.raises(Breach, match=f"{votes_for} for and {votes_against} against, this was not {outcome}"):
            rules.outcome_follows_the_votes(outcome, votes_for, votes_against, is_majority)


class TestUnanimousHasNobodyAgainst:
    def test_and_another_route_may(self):
        rules.unanimous_has_nobody_against(True, 0)
        rules.unanimous_has_nobody_against(False, 1)

    def test_not_one(self):
        with refused("votes_against", "share a common view"):
            rules.unanimous_has_nobody_against(True, 1)


class TestBearsOnADecisionOfItsOwn:
    def test_its_own(self):
        rules.bears_on_a_decision_of_its_own("board", "board")

    def test_not_anothers(self):
        with pytest.raises(Breach):
            rules.bears_on_a_decision_of_its_own("board", "hub")


class TestBearsOnAnEarlierOne:
    @pytest.mark.parametrize("old_on", [DAY_BEFORE, TAKEN])
    def test_carried_by_that_day(self, old_on):
        rules.bears_on_an_earlier_one("carried", old_on, TAKEN)

    def test_not_a_later_one(self):
        with pytest.raises(Breach):
            rules.bears_on_an_earlier_one("carried", DAY_AFTER, TAKEN)

    @pytest.mark.parametrize("outcome", ["lost", "lapsed", "deferred"])
    def test_not_one_that_was_never_carried(self, outcome):
        with pytest.raises(Breach):
            rules.bears_on_an_earlier_one(outcome, DAY_BEFORE, TAKEN)


class TestNumberIsFree:
    def test_one_that_no_decision_has(self):
        rules.number_is_free("M/05/1", False)

    def test_not_one_that_another_has(self):
        with pytest.raises(Breach, match="decision M/05/1 already"):
            rules.number_is_free("M/05/1", True)


class TestConstitutionIsTheMembersToAmend:
    def test_and_no_other_bodys(self):
        rules.constitution_is_the_members_to_amend(True)
        with refused("body", "the general meeting decides"):
            rules.constitution_is_the_members_to_amend(False)


class TestCompanyKeepsItsArticles:
    def test_which_are_amended_and_not_ended(self):
        rules.company_keeps_its_articles(False)
        with refused("terms", "not ended"):
            rules.company_keeps_its_articles(True)


class TestVotesAreCounted:
    def test_where_a_majority_of_them_is_needed(self):
        rules.votes_are_counted(True)
        with refused("votes_for", "how many were for"):
            rules.votes_are_counted(False)


class TestDirectorIsRemovedAtAGeneralMeeting:
    def test_and_never_in_writing_or_by_the_board(self):
        rules.director_is_removed_at_a_general_meeting(True, True)
        for by_members, at_meeting in ((True, False), (False, True)):
            with refused("route", "never in writing"):
                rules.director_is_removed_at_a_general_meeting(by_members, at_meeting)


class TestSpecialNoticeWasGiven:
    def test_twenty_eight_clear_days_before(self):
        rules.special_notice_was_given(date(2026, 4, 15), date(2026, 5, 14))
        with refused("special_notice", "28 clear days"):
            rules.special_notice_was_given(date(2026, 4, 16), date(2026, 5, 14))


class TestDecisionWasCarried:
    def test_or_does_nothing(self):
        rules.decision_was_carried(True)
        with refused("outcome"):
            rules.decision_was_carried(False)


class TestSomethingWaits:
    def test_for_a_decision_to_be_carried_out(self):
        rules.something_waits(True)
        with refused("", "nothing left to do"):
            rules.something_waits(False)


class TestItsDayHasCome:
    @pytest.mark.parametrize("today", [TAKEN, DAY_AFTER])
    def test_on_the_day_it_takes_effect_or_later(self, today):
        rules.its_day_has_come(TAKEN, today)

    def test_not_the_day_before(self):
        with refused("", "on the day it takes effect, 14 May 2026, or later"):
            rules.its_day_has_come(TAKEN, DAY_BEFORE)


class TestLimbsAreOfItsText:
    def test_where_the_earlier_decision_has_them(self):
        rules.limbs_are_of_its_text([], [], "none")
        rules.limbs_are_of_its_text(["b"], ["a", "b"], "(a), (b)")
        with refused("bears_on", "it has \\(a\\), \\(b\\)"):
            rules.limbs_are_of_its_text(["b", "c"], ["a", "b"], "(a), (b)")


class TestGaveNobodyShares:
    def test_for_a_decision_to_be_rescinded(self):
        rules.gave_nobody_shares(True)
        with refused("bears_on", "What others hold is not undone"):
            rules.gave_nobody_shares(False)


class TestNothingWasFiledOfIt:
    def test_for_a_decision_to_be_rescinded(self):
        rules.nothing_was_filed_of_it(False)
        with refused("bears_on", "The registrar was told"):
            rules.nothing_was_filed_of_it(True)


class TestFallsDueOnceTaken:
    @pytest.mark.parametrize("due", [None, TAKEN, DAY_AFTER])
    def test_that_day_or_later_or_on_none(self, due):
        rules.falls_due_once_taken(TAKEN, due)

    def test_not_the_day_before(self):
        with refused("subject_to", "14 May 2026, or later"):
            rules.falls_due_once_taken(TAKEN, DAY_BEFORE)


class TestIsSatisfiedOnceLaidDown:
    @pytest.mark.parametrize("satisfied", [TAKEN, DAY_AFTER])
    def test_from_the_day_of_the_decision_to_today(self, satisfied):
        rules.is_satisfied_once_laid_down(TAKEN, satisfied, DAY_AFTER)

    @pytest.mark.parametrize("satisfied", [DAY_BEFORE, date(2026, 5, 16)])
    def test_not_before_nor_on_a_day_to_come(self, satisfied):
        with refused("satisfied", "not on a day to come"):
            rules.is_satisfied_once_laid_down(TAKEN, satisfied, DAY_AFTER)


class TestIsSatisfiedBeforeItLapses:
    @pytest.mark.parametrize("due", [None, TAKEN, DAY_AFTER])
    def test_by_the_day_it_is_due(self, due):
        rules.is_satisfied_before_it_lapses(due, TAKEN)

    def test_not_the_day_after(self):
        with refused("satisfied", "lapses at the end of the day it is due, 13 May 2026"):
            rules.is_satisfied_before_it_lapses(DAY_BEFORE, TAKEN)


class TestIsAConditionOfIt:
    def test_and_not_anothers(self):
        rules.is_a_condition_of_it(True)
        with refused("condition", "another's, or was satisfied already"):
            rules.is_a_condition_of_it(False)


class TestConditionsAreSatisfied:
    def test_before_a_decision_is_carried_out(self):
        rules.conditions_are_satisfied("")
        with refused("", "“The lease is signed” is to be satisfied"):
            rules.conditions_are_satisfied("“The lease is signed” is to be satisfied")


class TestStandsStill:
    def test_what_is_to_be_carried_out(self):
        rules.stands_still("")
        with refused("", "this one is rescinded"):
            rules.stands_still("rescinded")


class TestIsLookedAtAgainLater:
    @pytest.mark.parametrize("review_by", [None, DAY_AFTER])
    def test_than_it_takes_effect(self, review_by):
        rules.is_looked_at_again_later(TAKEN, review_by)

    def test_not_on_that_day(self):
        with refused("review_by", "after the day it takes effect, 14 May 2026"):
            rules.is_looked_at_again_later(TAKEN, TAKEN)
