"""Carried by the majority for it, or not at all: on either side of each."""

from datetime import date

import pytest

from registry.decisions import queries
from registry.terms.models import Provision
from tests.breaches import refused
from tests.factories import ABody, ADecision, AMeeting, SomeTerms

FOUNDED, MET = date(2015, 4, 1), date(2026, 5, 14)
SPECIAL = "RESOLVED as a special resolution that the name be changed."


def decide(body, votes_for, votes_against, **facts):
    """What a body decided at its meeting, with so many votes."""
    usual = {"outcome": "carried", "route": "meeting"} | facts
    meeting = {"meeting": AMeeting(body=body, on=MET)} if usual["route"] in ("meeting", "poll") else {}
    return ADecision(body=body, on=MET, votes_for=votes_for, votes_against=votes_against, **usual | meeting)


def status(decision):
    return queries.decision_on(decision, MET)["status"]


def needing(body, **rule):
    SomeTerms(body=body, since=FOUNDED, provisions=[Provision(place=1, **rule)])


class TestTheMembers:
    @pytest.fixture
    def members(self, app):
        return ABody(kind="general meeting", name="General Meeting")

    def test_carry_an_ordinary_resolution_by_more_than_half(self, members):
        assert status(decide(members, 51, 50)) == "in force"

    def test_and_not_by_half_for_nobody_has_a_casting_vote(self, members):
        with refused("votes_for", "50 of 100 are too few"):
            decide(members, 50, 50)
        assert status(decide(members, 50, 50, outcome="lost")) == "lost"

    def test_carry_a_special_resolution_by_three_quarters(self, members):
        assert status(decide(members, 75, 25, text=SPECIAL)) == "in force"

    def test_and_not_by_a_vote_less(self, members):
        with refused("votes_for", "74 of 100 are too few"):
            decide(members, 74, 26, text=SPECIAL)
        with refused("votes_for", "this was not lost"):
            decide(members, 75, 25, text=SPECIAL, outcome="lost")

    def test_may_lose_a_special_resolution_with_most_of_the_votes(self, members):
        assert status(decide(members, 74, 26, text=SPECIAL, outcome="lost", route="poll")) == "lost"

    def test_who_withhold_their_votes_at_a_meeting_cast_none(self, members):
        assert status(decide(members, 2, 1, abstained=40)) == "in force"

    def test_who_are_silent_in_writing_do_not_agree(self, members):
        with refused("votes_for", "50 of 100 are too few"):
            decide(members, 50, 0, abstained=50, route="written resolution")
        assert status(decide(members, 51, 0, abstained=49, route="written resolution")) == "in force"


class TestABoard:
    @pytest.fixture
    def board(self, app):
        return ABody(kind="board", name="Board")

    def test_may_carry_by_half_with_the_casting_vote_of_the_chair(self, board):
        assert status(decide(board, 3, 3)) == "in force"

    def test_that_gives_no_casting_vote_may_not(self, board):
        needing(board, what="casting vote", who="nobody")

        with refused("votes_for", "3 of 6 are too few"):
            decide(board, 3, 3)

    def test_is_not_equal_without_a_meeting(self, board):
        with refused("votes_for", "3 of 6 are too few"):
            decide(board, 3, 3, route="written resolution")

    def test_that_counts_whoever_abstains_as_against_does(self, board):
        needing(board, what="abstention", who="counted against")

        with refused("votes_for", "3 of 6 are too few"):
            decide(board, 3, 1, abstained=2)
        assert status(decide(board, 3, 1, abstained=1)) == "in force"

    def test_loses_by_fewer_than_its_terms_ask_for_a_matter(self, board):
        needing(board, what="majority of at least", number=2, of=3, who="those voting", matter="a budget")

        assert status(decide(board, 5, 4, outcome="lost")) == "lost"
        with refused("votes_for", "this was not lost"):
            decide(board, 6, 3, outcome="lost")

    def test_unanimous_has_nobody_against(self, board):
        with refused("votes_against", "share a common view"):
            decide(board, 6, 1, route="unanimous")
