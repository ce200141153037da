"""The constitution: amended as it and the law have it, filed in time, and the end of every chain of authority."""

from datetime import date

import pytest

from registry.decisions import queries
from registry.filings.commands import record
from registry.filings.queries import outstanding_on
from registry.law import Breach
from registry.terms import queries as terms
from registry.terms.models import AGREEMENT, ARTICLES, Provision
from tests.factories import ADA, ABody, ADecision, AMeeting, AMember, SomeTerms

FOUNDED, MAY_13, MAY_14, MAY_15 = date(2015, 4, 1), date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)
IN_TIME = date(2026, 5, 29)


@pytest.fixture
def company(app):
    return ABody(kind="company", name="The Federation")


@pytest.fixture
def members(app):
    return ABody(kind="general meeting", name="General Meeting")


def adopt(body, terms, *, votes=None, **more):
    """The decision that adopts terms, its votes counted where they are told: for and against."""
    counted = {} if votes is None else {"votes_for": votes[0], "votes_against": votes[1]}
    meeting = {"route": "meeting", "meeting": AMeeting(body=body, on=MAY_14)} if votes else {"route": "unanimous"}
    return ADecision(body=body, kind="adopt terms", terms=terms, on=MAY_14, **meeting | counted | more)


class TestArticles:
    @pytest.fixture
    def amended(self, company):
        SomeTerms(body=company, kind=ARTICLES, version="1.0", since=FOUNDED)
        return SomeTerms(body=company, kind=ARTICLES, version="2.0")

    def test_are_amended_by_three_quarters_of_the_votes(self, members, company, amended):
        adopt(members, amended, votes=(3, 1))

        assert terms.in_force(company, MAY_13, ARTICLES).version == "1.0"
        assert terms.in_force(company, MAY_14, ARTICLES).version == "2.0"
        assert terms.in_force(company, MAY_15, ARTICLES).version == "2.0"

    def test_are_not_amended_by_fewer(self, members, company, amended):
        with pytest.raises(Breach, match="2 of 3 are too few") as breach:
            adopt(members, amended, votes=(2, 1))

        assert (breach.value.authority, breach.value.field) == ("Companies Act 2006, s.283", "votes_for")
        assert terms.in_force(company, MAY_14, ARTICLES).version == "1.0"

    def test_are_not_amended_by_the_board(self, amended):
        with pytest.raises(Breach, match="the general meeting decides"):
            adopt(ABody(kind="board"), amended)

    @pytest.mark.parametrize("votes", [(0, 0), (None, None), (3, None)])
    def test_are_not_amended_without_votes(self, members, amended, votes):
        with pytest.raises(Breach):
            adopt(members, amended, votes=votes)
        assert amended.since is None

    def test_are_not_ended(self, members, company, amended):
        articles = terms.in_force(company, MAY_14, ARTICLES)

        with pytest.raises(Breach, match="adopting another version, and not ended"):
            ADecision(body=members, kind="end terms", terms=articles, on=MAY_14)

    def test_say_of_a_special_resolution_no_less_than_the_act(self, members, company, amended):
        told = {"what": "majority of at least", "number": 1, "of": 2, "who": "those voting"}
        SomeTerms(body=members, since=FOUNDED, provisions=[Provision(place=1, matter="a special resolution", **told)])

        with pytest.raises(Breach, match="2 of 3 are too few") as breach:
            adopt(members, amended, votes=(2, 1))
        assert breach.value.authority == "Companies Act 2006, s.283"

    def test_may_ask_for_more_than_the_act(self, members, company, amended):
        told = {"what": "majority of more than", "number": 3, "of": 4, "who": "those voting"}
        SomeTerms(body=members, since=FOUNDED, provisions=[Provision(place=1, matter="A special resolution", **told)])

        with pytest.raises(Breach, match="3 of 4 are too few"):
            adopt(members, amended, votes=(3, 1))

    def test_of_the_old_books_were_filed_or_not_before_them(self, company):
        old = SomeTerms(body=company, kind=ARTICLES, version="1.0", since=FOUNDED, until=date(2016, 4, 1))
        SomeTerms(body=company, kind=ARTICLES, version="2.0", since=date(2016, 4, 1), supersedes_ref=old.ref)

        assert outstanding_on(MAY_14) == []

    def test_that_are_the_first_are_no_amendment(self, company):
        first = SomeTerms(body=company, kind=ARTICLES, version="1.0")

        adopt(ABody(kind="board"), first)

        assert terms.in_force(company, MAY_14, ARTICLES) is first
        assert outstanding_on(MAY_14) == []

    def test_are_to_be_filed_with_the_resolution_within_fifteen_days(self, members, amended):
        decision = adopt(members, amended, votes=(3, 1))

        assert outstanding_on(MAY_13) == []
        found = outstanding_on(MAY_14)
        assert [(line["form"], line["due"], line["authority"]) for line in found] == [
            ("Articles", IN_TIME, "Companies Act 2006, s.26(1)"),
            ("Resolution", IN_TIME, "Companies Act 2006, s.30(1)"),
        ]
        assert (found[0]["about"], found[1]["about"]) == (amended.ref, decision.ref)
        for form, about in (("Articles", amended.ref), ("Resolution", decision.ref)):
            filed = record(form=form, about=about, sent=IN_TIME, sent_by="The secretary", by=ADA)
            assert filed.due == IN_TIME
        assert outstanding_on(IN_TIME) == []

    def test_that_take_effect_later_are_filed_from_then(self, members, amended):
        adopt(members, amended, votes=(3, 1), since=date(2026, 6, 1))

        assert [line["form"] for line in outstanding_on(date(2026, 5, 31))] == ["Resolution"]
        assert [line["due"] for line in outstanding_on(date(2026, 6, 1))] == [IN_TIME, date(2026, 6, 16)]


class TestAgreement:
    def amended(self, company, *rules):
        SomeTerms(body=company, kind=AGREEMENT, version="1.0", since=FOUNDED, provisions=list(rules))
        return SomeTerms(body=company, kind=AGREEMENT, version="2.0")

    def rule(self):
        told = {"what": "majority of at least", "number": 9, "of": 10, "who": "those voting", "clause": "3"}
        return Provision(place=1, matter="amendment of this agreement", **told)

    def test_is_amended_as_it_says_itself(self, company, members):
        adopt(members, self.amended(company, self.rule()), votes=(9, 1))

        assert terms.in_force(company, MAY_14, AGREEMENT).version == "2.0"

    def test_by_fewer_than_it_says_is_refused_with_its_clause(self, company, members):
        with pytest.raises(Breach, match="8 of 10 are too few") as breach:
            adopt(members, self.amended(company, self.rule()), votes=(8, 2))

        assert breach.value.authority == "Shareholders' agreement v1.0, clause 3"

    def test_that_does_not_say_is_amended_by_all_who_are_party_to_it(self, company, members):
        amended = self.amended(company)

        with pytest.raises(Breach, match="all who are party to it agree"):
            adopt(members, amended, votes=(9, 1))
        adopt(members, amended)

        assert terms.in_force(company, MAY_14, AGREEMENT) is amended

    def test_is_no_other_bodys_to_amend(self, company):
        with pytest.raises(Breach, match="the general meeting decides"):
            adopt(ABody(kind="hub"), self.amended(company))

    def test_by_a_majority_of_those_entitled_counts_them_in_the_register(self, company, members):
        rule = self.rule()
        rule.number, rule.of, rule.who = 3, 4, "those entitled to vote"
        rule.matter = "Amendment of this Agreement"
        for _ in range(4):
            AMember()
        amended = self.amended(company, rule)

        with pytest.raises(Breach, match="2 of 4 are too few"):
            adopt(members, amended, votes=(2, 0))
        adopt(members, amended, votes=(3, 0))


class TestEndTerms:
    def test_leaves_none_in_their_place(self):
        hub = ABody(kind="hub")
        ended = SomeTerms(body=hub, version="1.0", since=FOUNDED)

        decision = ADecision(body=hub, kind="end terms", terms=ended, on=MAY_14)

        assert (terms.in_force(hub, MAY_13), terms.in_force(hub, MAY_14)) == (ended, None)
        told = queries.decision_on(decision, MAY_14)["effects"][0]["text"]
        assert told == f"Ended {ended.title}, version 1.0; the last day in force is 13 May 2026"


class TestAuthority:
    def told(self, decision):
        return [step["text"] for step in queries.decision_on(decision, MAY_15)["authority"]]

    def test_ends_in_a_clause_of_the_articles(self, company):
        rule = {"what": "majority of at least", "number": 2, "of": 3, "who": "those voting", "over": "board"}
        SomeTerms(
            body=company, kind=ARTICLES, version="3", since=FOUNDED, provisions=[Provision(place=1, clause="7", **rule)]
        )
        board = ABody(kind="board", name="Board")
        first = adopt(board, SomeTerms(body=board, version="1.0"))

        assert self.told(ADecision(body=board, on=MAY_15)) == [
            "Terms of reference v1.0 of Board, in force from 14 May 2026",
            f"Adopted by decision {first.number} of 14 May 2026",
            "Articles v3, clause 7: A decision needs the votes of at least 2/3 of those voting",
        ]

    def test_of_a_hub_goes_back_through_the_board_that_adopted_its_terms(self):
        hub, board = ABody(kind="hub", name="Rutland"), ABody(kind="board", name="Board")
        SomeTerms(body=board, version="2.0", since=FOUNDED)
        adopted = adopt(board, SomeTerms(body=hub, version="1.0"))

        assert self.told(ADecision(body=hub, on=MAY_15)) == [
            "Terms of reference v1.0 of Rutland, in force from 14 May 2026",
            f"Adopted by decision {adopted.number} of 14 May 2026",
            "Terms of reference v2.0 of Board, in force from 1 April 2015",
            "Model Articles, art. 7: A decision needs the votes of more than 1/2 of those voting",
        ]

    def test_of_a_body_without_terms_is_its_delegation(self):
        told = self.told(ADecision(body=ABody(kind="hub", name="Rutland"), on=MAY_15))

        assert told[0] == "No terms of reference of Rutland were in force on that day"
        assert told[1].startswith("Model Articles, art. 5: The directors may delegate")
