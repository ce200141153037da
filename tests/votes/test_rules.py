from datetime import date, datetime, timedelta

import pytest

from registry.votes import rules
from registry.votes.models import A_TENTH, HANDS, NAMED, POLL, THE_CHAIR, THE_DIRECTORS, TWO_VOTERS, VOICES
from tests.breaches import refused

MET = date(2026, 5, 14)
BEGINS = datetime.fromisoformat("2026-05-14T17:30+00:00")
MINUTE = timedelta(minutes=1)


class TestAttendanceIsKnown:
    def test_first(self):
        rules.attendance_is_known(True)
        with refused("item"):
            rules.attendance_is_known(False)


class TestThereIsAQuorum:
    @pytest.mark.parametrize(("quorate", "procedural"), [(True, False), (None, False), (False, True)])
    def test_or_it_only_calls_another_meeting(self, quorate, procedural):
        rules.there_is_a_quorum(quorate, procedural)

    def test_and_nothing_else_without_one(self):
        with refused("item"):
            rules.there_is_a_quorum(False, False)


class TestIsPassedAsItWasNamed:
    @pytest.mark.parametrize(
        ("resolution", "named"), [("special", "special"), ("ordinary", "ordinary"), ("ordinary", "")]
    )
    def test_in_the_notice(self, resolution, named):
        rules.is_passed_as_it_was_named(resolution, named)

    @pytest.mark.parametrize(
        ("resolution", "named"), [("special", ""), ("special", "ordinary"), ("ordinary", "special")]
    )
    def test_and_as_nothing_else(self, resolution, named):
        with refused("resolution"):
            rules.is_passed_as_it_was_named(resolution, named)


class TestMethodIsOfTheBody:
    @pytest.mark.parametrize(
        ("method", "general"), [(HANDS, True), (POLL, True), (VOICES, True), (NAMED, False), (HANDS, False)]
    )
    def test_by_name_of_seats_and_a_poll_of_members(self, method, general):
        rules.method_is_of_the_body(method, general)

    @pytest.mark.parametrize(("method", "general"), [(NAMED, True), (POLL, False)])
    def test_and_not_the_other_way_about(self, method, general):
        with refused("method"):
            rules.method_is_of_the_body(method, general)


class TestIsDeclaredOnce:
    def test_and_then_is_conclusive(self):
        rules.is_declared_once(False)
        with refused("outcome"):
            rules.is_declared_once(True)


class TestHandsAreCounted:
    def test_and_not_voices(self):
        rules.hands_are_counted(True)
        with refused("votes_for"):
            rules.hands_are_counted(False)


class TestNoMoreHandsThanAreThere:
    @pytest.mark.parametrize("raised", [0, 29, 30])
    def test_up_to_the_last(self, raised):
        rules.no_more_hands_than_are_there(raised, 30)

    @pytest.mark.parametrize("raised", [-1, 31])
    def test_and_not_one_more(self, raised):
        with refused("votes_for", "30 could be raised"):
            rules.no_more_hands_than_are_there(raised, 30)


class TestNoMoreHandsOneWay:
    def test_than_there_are_people(self):
        rules.no_more_hands_one_way(3, 3)
        with refused("votes_for", "3 one way at most, not 4"):
            rules.no_more_hands_one_way(4, 3)


class TestNoMoreVotesThanAreThere:
    def test_up_to_the_last(self):
        rules.no_more_votes_than_are_there(4, 4)
        with refused("votes_for", "have 4 votes: here are 5"):
            rules.no_more_votes_than_are_there(5, 4)


class TestPollIsOfTheMembers:
    def test_and_of_no_board(self):
        rules.poll_is_of_the_members(True)
        with refused("item"):
            rules.poll_is_of_the_members(False)


class TestPollIsDemandedInTime:
    def test_before_the_next_business(self):
        rules.poll_is_demanded_in_time(False)
        with refused("item"):
            rules.poll_is_demanded_in_time(True)


class TestPollIsDemandedByWhoMay:
    @pytest.mark.parametrize(
        ("right", "voters", "votes", "of"),
        [
            (THE_CHAIR, 0, 0, 1_000),
            (THE_DIRECTORS, 0, 0, 1_000),
            (TWO_VOTERS, 2, 2, 1_000),
            (A_TENTH, 1, 100, 1_000),
            (A_TENTH, 1, 1, 10),
        ],
    )
    def test_two_voters_or_a_tenth_to_the_vote(self, right, voters, votes, of):
        rules.poll_is_demanded_by_who_may(right, voters, votes, of)

    @pytest.mark.parametrize(
        ("right", "voters", "votes", "of"), [(TWO_VOTERS, 1, 999, 1_000), (A_TENTH, 5, 99, 1_000), (A_TENTH, 0, 0, 0)]
    )
    def test_and_not_one_voter_or_one_vote_less(self, right, voters, votes, of):
        with refused("demanded_in"):
            rules.poll_is_demanded_by_who_may(right, voters, votes, of)


class TestPollIsDemandedOnce:
    def test_while_the_demand_stands(self):
        rules.poll_is_demanded_once(False)
        with refused("item"):
            rules.poll_is_demanded_once(True)


class TestDemandIsWithdrawnBeforeThePoll:
    def test_with_the_chairs_consent(self):
        rules.demand_is_withdrawn_before_the_poll(True, True)

    @pytest.mark.parametrize(("waits", "agreed"), [(False, True), (True, False)])
    def test_and_not_without_it_nor_once_it_is_taken(self, waits, agreed):
        with refused("agreed"):
            rules.demand_is_withdrawn_before_the_poll(waits, agreed)


class TestPollIsOpenedOnce:
    def test_while_it_waits(self):
        rules.poll_is_opened_once(True)
        with refused("at"):
            rules.poll_is_opened_once(False)


class TestIsOpen:
    def test_from_its_opening_to_its_close(self):
        rules.is_open(BEGINS, False)

    @pytest.mark.parametrize(("opened", "closed"), [(None, False), (BEGINS, True)])
    def test_not_before_nor_after(self, opened, closed):
        with refused("lines"):
            rules.is_open(opened, closed)


class TestIsEntitledAtTheRecordTime:
    def test_and_not_since(self):
        rules.is_entitled_at_the_record_time(True)
        with refused("lines"):
            rules.is_entitled_at_the_record_time(False)


class TestIsInTheRoom:
    def test_for_the_item(self):
        rules.is_in_the_room(True, "Dr A")
        with refused("lines", "Dr A is not marked"):
            rules.is_in_the_room(False, "Dr A")


class TestHasNoConflict:
    def test_on_record(self):
        rules.has_no_conflict(False, "Dr A")
        with refused("lines", "Dr A has one on record"):
            rules.has_no_conflict(True, "Dr A")


class TestCastsForIt:
    def test_and_nobody_else(self):
        rules.casts_for_it(True, "Dr A", "Dr B")
        with refused("lines", "not by Dr A"):
            rules.casts_for_it(False, "Dr A", "Dr B")


class TestIsCastOnce:
    def test_on_one_question(self):
        rules.is_cast_once(False, "Dr A")
        with refused("lines", "The votes of Dr A have been cast"):
            rules.is_cast_once(True, "Dr A")


class TestNoMoreVotesThanAreHeld:
    @pytest.mark.parametrize("cast", [1, 10])
    def test_up_to_the_last(self, cast):
        rules.no_more_votes_than_are_held(cast, 10, "Dr A")

    @pytest.mark.parametrize("cast", [-1, 0, 11])
    def test_and_not_one_more(self, cast):
        with refused("lines", "Dr A has 10 to cast"):
            rules.no_more_votes_than_are_held(cast, 10, "Dr A")


class TestChairHasACastingVote:
    def test_where_the_rules_give_one(self):
        rules.chair_has_a_casting_vote(True)
        with refused("way"):
            rules.chair_has_a_casting_vote(False)


class TestVotesAreEqual:
    def test_to_the_vote(self):
        rules.votes_are_equal(True, 4, 4, "")

    @pytest.mark.parametrize(
        ("counted", "votes_for", "against", "given"),
        [(True, 5, 4, ""), (True, 4, 5, ""), (False, 0, 0, ""), (True, 4, 4, "for")],
    )
    def test_and_it_is_given_once(self, counted, votes_for, against, given):
        with refused("way"):
            rules.votes_are_equal(counted, votes_for, against, given)


class TestChairIsOnRecord:
    def test_first(self):
        rules.chair_is_on_record(True)
        with refused("way"):
            rules.chair_is_on_record(False)


class TestObjectionIsMadeAtTheMeeting:
    def test_on_its_day(self):
        rules.objection_is_made_at_the_meeting(True, MET, MET)

    @pytest.mark.parametrize(("general", "made"), [(True, date(2026, 5, 15)), (True, date(2026, 5, 13)), (False, MET)])
    def test_not_the_day_after_nor_at_a_board(self, general, made):
        with refused("made_on"):
            rules.objection_is_made_at_the_meeting(general, made, MET)


class TestRulingIsFinal:
    def test_of_one_voter(self):
        rules.ruling_is_final(False)
        with refused("person"):
            rules.ruling_is_final(True)


class TestOrdinaryAmendmentWasNoticed:
    def test_48_hours_before(self):
        rules.ordinary_amendment_was_noticed(BEGINS - timedelta(hours=48), BEGINS, False)

    def test_or_later_as_the_chair_allows(self):
        rules.ordinary_amendment_was_noticed(BEGINS - MINUTE, BEGINS, True)

    @pytest.mark.parametrize(
        ("noticed", "allowed"), [(BEGINS - timedelta(hours=48) + MINUTE, False), (None, True), (None, False)]
    )
    def test_not_a_minute_later_nor_without_writing(self, noticed, allowed):
        with refused("noticed_on"):
            rules.ordinary_amendment_was_noticed(noticed, BEGINS, allowed)


class TestOrdinaryAmendmentKeepsTheScope:
    def test_as_the_chair_sees_it(self):
        rules.ordinary_amendment_keeps_the_scope(False)
        with refused("alters_scope"):
            rules.ordinary_amendment_keeps_the_scope(True)


class TestSpecialResolutionIsAmendedByTheChair:
    def test_for_a_slip(self):
        rules.special_resolution_is_amended_by_the_chair(True, True)

    @pytest.mark.parametrize(("by_the_chair", "slip"), [(False, True), (True, False)])
    def test_by_nobody_else_and_for_nothing_else(self, by_the_chair, slip):
        with refused("slip"):
            rules.special_resolution_is_amended_by_the_chair(by_the_chair, slip)


class TestIsNotVotedOnYet:
    def test_and_not_after(self):
        rules.is_not_voted_on_yet(False)
        with refused("words"):
            rules.is_not_voted_on_yet(True)
