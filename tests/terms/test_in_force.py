"""The rules in force for a body on a day, with what says so: as true then, and as known then."""

from datetime import date

import pytest

from registry import clock, ledger
from registry.terms import commands
from registry.terms.in_force import rules_in_force
from registry.terms.models import Provision
from registry.terms.provisions import NOTICE, QUORUM
from tests.factories import ADA, ABody, SomeTerms

MARCH_31, APRIL_1, APRIL_2 = date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2)


def told(body, day, what, matter=""):
    """The sentence and the citation of a rule, or nothing."""
    rule = rules_in_force(body, day).of(what, matter)
    return rule and (rule.sentence, rule.authority)


def provision(what, number=None, **more):
    return Provision(place=1, what=what, number=number, **more)


class TestOfTheTerms:
    def test_change_on_the_day_that_a_version_begins(self):
        hub = ABody(kind="hub")
        SomeTerms(body=hub, version="1.0", since=date(2020, 4, 1), until=APRIL_1, quorum=5)
        SomeTerms(body=hub, version="2.0", since=APRIL_1, provisions=[provision(QUORUM, 4, clause="6")])

        five = "The quorum is 5 voting members", "Terms of reference v1.0"
        four = "The quorum is 4 voting members", "Terms of reference v2.0, clause 6"
        assert told(hub, date(2020, 3, 31), QUORUM) is None
        assert told(hub, MARCH_31, QUORUM) == five
        assert told(hub, APRIL_1, QUORUM) == four
        assert told(hub, APRIL_2, QUORUM) == four

    def test_are_told_as_they_were_known(self):
        hub = ABody(kind="hub")
        SomeTerms(body=hub, version="1.0", since=date(2020, 4, 1), quorum=5)
        new = SomeTerms(body=hub, version="2.0", quorum=4)
        before = clock.now()

        commands.adopt(new, since=APRIL_1, by=ADA)

        assert told(hub, APRIL_2, QUORUM)[1] == "Terms of reference v2.0"
        with ledger.known(before):
            assert told(hub, APRIL_2, QUORUM)[1] == "Terms of reference v1.0"
            assert told(hub, MARCH_31, QUORUM)[1] == "Terms of reference v1.0"

    def test_of_a_draft_are_none(self):
        hub = ABody(kind="hub")
        SomeTerms(body=hub, quorum=4)

        assert rules_in_force(hub, APRIL_1).rules == ()

    def test_of_another_body_are_none_of_its_own(self):
        SomeTerms(body=ABody(kind="hub"), since=APRIL_1, quorum=4)

        assert rules_in_force(ABody(kind="hub"), APRIL_1).rules == ()

    def test_of_a_matter_stand_beside_the_common_one(self):
        network = ABody(kind="PCN")
        SomeTerms(
            body=network,
            version="1.0",
            since=APRIL_1,
            provisions=[
                Provision(place=1, what="majority of more than", number=1, of=2, who="those voting"),
                Provision(
                    place=2, what="majority of at least", number=3, of=4, who="those voting", matter="the budget"
                ),
            ],
        )

        found = rules_in_force(network, APRIL_1)

        assert found.of("majority of at least", "the budget").sentence == (
            "The budget needs the votes of at least 3/4 of those voting"
        )
        assert found.of("majority of more than", "a lease").sentence == (
            "A decision needs the votes of more than 1/2 of those voting"
        )


class TestOfTheArticles:
    @pytest.fixture
    def articles(self, app):
        return SomeTerms(
            body=ABody(kind="company"),
            kind="articles",
            version="1.0",
            since=date(2012, 4, 1),
            provisions=[
                Provision(place=1, what=QUORUM, number=3, over="board", clause="2.1"),
                Provision(place=2, what=NOTICE, number=21, over="general meeting", clause="3"),
            ],
        )

    def test_govern_the_bodies_of_the_kind_they_name(self, articles):
        board, members = ABody(kind="board"), ABody(kind="general meeting")

        assert told(board, APRIL_1, QUORUM) == ("The quorum is 3 voting members", "Articles v1.0, clause 2.1")
        assert told(members, APRIL_1, NOTICE) == ("Notice of a meeting is 21 clear days", "Articles v1.0, clause 3")
        assert told(board, APRIL_1, NOTICE) is None

    def test_yield_to_the_bodys_own_terms(self, articles):
        board = ABody(kind="board")
        SomeTerms(body=board, version="2.0", since=APRIL_1, quorum=4)

        assert told(board, MARCH_31, QUORUM)[1] == "Articles v1.0, clause 2.1"
        assert told(board, APRIL_1, QUORUM)[1] == "Terms of reference v2.0"


class TestOfTheLaw:
    def test_hold_of_a_board_where_nothing_else_is_said(self):
        assert told(ABody(kind="board"), APRIL_1, QUORUM) == (
            "The quorum is 2 voting members",
            "Model Articles, art. 11(2)",
        )

    def test_of_a_majority_yield_to_one_of_another_measure(self):
        board = ABody(kind="board")
        majority = Provision(place=1, what="majority of at least", number=2, of=3, who="those entitled to vote")
        SomeTerms(body=board, version="1.0", since=APRIL_1, provisions=[majority])

        found = rules_in_force(board, APRIL_1)

        assert [rule.authority for rule in found.rules if rule.what.startswith("majority")] == [
            "Terms of reference v1.0"
        ]

    def test_ask_three_quarters_of_the_members_for_a_special_resolution(self):
        members = rules_in_force(ABody(kind="general meeting"), APRIL_1)

        rule = members.of("majority of at least", "a special resolution")

        assert (rule.number, rule.of, rule.authority) == (3, 4, "Companies Act 2006, s.283")

    @pytest.mark.parametrize("kind", ["hub", "PCN", "locality", "company"])
    def test_say_nothing_of_other_bodies(self, kind):
        assert rules_in_force(ABody(kind=kind), APRIL_1).rules == ()
