"""Conflicts of directors authorised by the others, and ended, by decision."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from registry.authorisations.models import Authorisation
from registry.authorisations.queries import authorisations_on
from registry.db import db
from registry.decisions import queries
from registry.directors import commands as directors
from registry.directors.models import Directorship
from registry.law import Breach
from registry.meetings import commands as meetings
from registry.people.models import Person
from registry.structure.models import Body
from registry.terms.models import Provision
from tests.factories import (
    ADA,
    ABody,
    ACompany,
    ADecision,
    AMeeting,
    AnAppointment,
    AnInterest,
    APerson,
    ASeat,
    SomeTerms,
)

MAY_13, MAY_14, MAY_15 = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)
SITUATION = {"situation": "Tutor at the training hub", "covers": "Hold the post and be paid for it"}


@dataclass
class Board:
    """A board of four, of whom two make a quorum by the Model Articles."""

    body: Body
    people: dict[str, Person]


@pytest.fixture
def board(app):
    board = Board(ABody(kind="board", name="Board"), {})
    for name in ("Asha", "Ben", "Cara", "Dov"):
        person = APerson(forenames=name, surname="Director", born=date(1970, 1, 1))
        AnAppointment(seat=ASeat(body=board.body, title=name), person=person)
        day = date(2020, 4, 1)
        directors.appoint(person=person, since=day, consented=day, declared=day, by=ADA)
        board.people[name] = person
    return board


def met(board, *present, left=()):
    """A meeting of 14 May with one item, for which some left."""
    meeting = AMeeting(body=board.body, on=MAY_14)
    lines = [{"person": board.people[name], "item": None, "mark": "present"} for name in present]
    lines += [{"person": board.people[name], "item": 1, "mark": "left"} for name in left]
    meetings.record_attendance(meeting, lines=lines, by=ADA)
    return {"route": "meeting", "meeting": meeting, "item": 1, "votes_for": len(present) - 1, "votes_against": 0}


def authorise(board, **more):
    """To authorise Asha's conflict: by the other three without a meeting, unless said otherwise."""
    said = {"person": board.people["Asha"]} | SITUATION
    return ADecision(**{"body": board.body, "kind": "authorise a conflict", "on": MAY_14} | said | more)


def everything():
    return db.session.scalars(select(Authorisation)).all()


def lines():
    return authorisations_on(MAY_15)


class TestAuthorise:
    def test_by_the_others_enters_it_with_the_decision_as_its_authority(self, board, client):
        interest = AnInterest(person=board.people["Asha"])
        told = {"interest": interest, "conditions": "Tells the board of each bid", "review_due": date(2027, 5, 14)}

        decision = authorise(board, **met(board, "Asha", "Ben", "Cara"), **told)

        [line] = lines()
        assert (line["since"], line["decision"], line["status"]) == (MAY_14, decision.number, "in force")
        done = queries.decision_on(decision, MAY_14)["effects"][0]
        assert done["text"] == "Authorised a conflict of interest of Asha Director, from 14 May 2026"
        assert authorisations_on(MAY_13) == []
        steps = client.get(f"/decisions/{decision.ref}.json").json["authority"]
        assert steps[0]["text"].startswith("Meeting of Board on 14 May 2026, item 1")
        assert "Quorate: 2 of 4 with a vote counted; 2 needed (Model Articles, art. 11(2))" in steps[0]["text"]

    def test_without_a_quorum_of_the_others_is_refused(self, board):
        with pytest.raises(Breach, match="too few are left, 1"):
            authorise(board, **met(board, "Asha", "Ben"))
        authorise(board, **met(board, "Asha", "Ben", "Cara"))

    def test_without_a_quorum_once_another_who_is_interested_is_left_out_too_is_refused(self, board):
        attended = met(board, "Asha", "Ben", "Cara")
        with pytest.raises(Breach, match="too few are left, 1"):
            authorise(board, **attended, also_interested=[board.people["Ben"]])
        authorise(
            board, **met(board, "Asha", "Ben", "Cara", "Dov") | {"votes_for": 2}, also_interested=[board.people["Ben"]]
        )

        assert lines()[0]["not_counted"] == ["Ben Director"]

    def test_without_a_quorum_at_the_item_is_refused_whoever_was_at_the_meeting(self, board):
        with pytest.raises(Breach, match="too few are left, 1"):
            authorise(board, **met(board, "Asha", "Ben", "Cara", left=["Cara"]))

    def test_only_with_the_votes_of_the_interested_is_refused(self, board):
        attended = met(board, "Asha", "Ben", "Cara")
        for votes in ({"votes_for": 3}, {"votes_for": 2, "votes_against": 1}, {"votes_for": 1, "votes_against": 1}):
            with pytest.raises(Breach, match="the others present have 2"):
                authorise(board, **attended | votes)
        authorise(board, **attended | {"votes_for": 1})

    def test_without_a_count_of_votes_or_a_record_of_who_was_there_is_refused(self, board):
        with pytest.raises(Breach, match="say how many of the others"):
            authorise(board, **met(board, "Asha", "Ben", "Cara") | {"votes_for": None})
        with pytest.raises(Breach, match="record first who was"):
            authorise(
                board, route="meeting", meeting=AMeeting(body=board.body, on=MAY_14), votes_for=2, votes_against=0
            )

    def test_without_a_meeting_needs_all_the_others_and_that_they_would_make_a_quorum(self, board):
        with pytest.raises(Breach, match="the others have 3 votes"):
            authorise(board, votes_for=2)
        others = [board.people[name] for name in ("Ben", "Cara")]
        with pytest.raises(Breach, match="would have made a quorum"):
            authorise(board, also_interested=others)
        authorise(board, also_interested=others[:1])
        authorise(board, votes_for=3)

    def test_by_another_body_or_by_written_resolution_is_refused(self, board):
        committee = ABody(kind="committee")
        with pytest.raises(Breach, match="Only the directors"):
            authorise(board, body=committee)
        with pytest.raises(Breach, match="The directors decide at a meeting"):
            authorise(board, route="written resolution")

    def test_of_somebody_who_is_no_director_that_day_is_refused(self, board):
        [directorship] = [
            each for each in db.session.scalars(select(Directorship)) if each.person is board.people["Asha"]
        ]
        directors.cease(directorship, until=MAY_14, ended="resigned", by=ADA)

        with pytest.raises(Breach, match="this person is not one"):
            authorise(board)
        authorise(board, on=MAY_13)

    def test_of_anothers_interest_is_refused(self, board):
        with pytest.raises(Breach, match="another person’s"):
            authorise(board, interest=AnInterest())

    def test_that_was_lost_authorises_nothing(self, board):
        authorise(board, outcome="lost", **met(board, "Asha", "Ben", "Cara") | {"votes_for": 0, "votes_against": 2})

        assert lines() == []


class TestMembersResolution:
    def test_comes_first_where_the_company_was_formed_before_1_october_2008(self, board):
        ACompany(incorporated=date(2008, 9, 30))
        members = ABody(kind="general meeting")
        later = ADecision(body=members, on=MAY_15, route="written resolution")
        lost = ADecision(body=members, on=MAY_13, route="written resolution", outcome="lost")

        for resolution in (None, ADecision(on=MAY_13), later, lost):
            with pytest.raises(Breach, match="by which earlier decision its members"):
                authorise(board, resolution=resolution)
        authorise(board, resolution=ADecision(body=members, on=MAY_14, route="written resolution"))

    def test_is_not_asked_of_a_company_formed_on_that_day(self, board):
        ACompany(incorporated=date(2008, 10, 1))

        authorise(board)


class TestConstitution:
    def articles(self, **rule):
        rule = {"place": 1, "clause": "9.1", "over": "board", "matter": "Authorisation of conflicts"} | rule
        company = ABody(kind="company")
        SomeTerms(body=company, kind="articles", version="1.0", since=MAY_14, provisions=[Provision(**rule)])

    def test_may_reserve_it_to_the_members(self, board):
        self.articles(what="reserved", who="the members")

        with pytest.raises(Breach, match="it is for the members .Articles v1.0, clause 9.1"):
            authorise(board)
        authorise(board, on=MAY_13)

    def test_may_ask_for_a_majority_of_its_own(self, board):
        self.articles(what="majority of at least", number=3, of=4, who="those voting")
        attended = met(board, "Asha", "Ben", "Cara", "Dov")

        with pytest.raises(Breach, match="2 of 3 are too few"):
            authorise(board, **attended | {"votes_for": 2, "votes_against": 1})
        authorise(board, **attended)


class TestVary:
    def test_puts_another_in_its_place_from_the_day_it_takes_effect(self, board):
        authorise(board, on=MAY_13)
        [first] = everything()
        decision = authorise(board, on=MAY_14, since=MAY_15, authorisation=first, conditions="None any longer")

        assert [line["status"] for line in authorisations_on(MAY_14)] == ["in force"]
        assert [line["status"] for line in authorisations_on(MAY_15)] == ["in force", "varied"]
        texts = [done["text"] for done in queries.decision_on(decision, MAY_15)["effects"]]
        assert (
            "Ended the authorisation of a conflict of interest of Asha Director; the last day is 14 May 2026" in texts
        )
        assert len(texts) == 2

    def test_of_anothers_or_of_one_that_began_that_day_is_refused(self, board):
        authorise(board, on=MAY_13, person=board.people["Ben"])
        authorise(board, on=MAY_14)
        asha, ben = sorted(everything(), key=lambda each: each.person.called)

        with pytest.raises(Breach, match="of the same director"):
            authorise(board, authorisation=ben)
        with pytest.raises(Breach, match="after the day it began"):
            authorise(board, authorisation=asha)


class TestEnd:
    def end(self, board, on, **more):
        [authorisation] = everything()
        return ADecision(
            **{"body": board.body, "kind": "end an authorisation", "authorisation": authorisation, "on": on} | more
        )

    def test_withdraws_it_from_the_day_it_takes_effect(self, board):
        authorise(board, on=MAY_13)
        decision = self.end(board, MAY_14)

        assert [line["status"] for line in authorisations_on(MAY_13)] == ["in force"]
        [line] = authorisations_on(MAY_14)
        assert (line["status"], line["last_day"]) == ("withdrawn", MAY_13)
        done = queries.decision_on(decision, MAY_14)["effects"][0]["text"]
        assert done.startswith("Ended the authorisation of a conflict of interest of Asha Director")

    def test_by_another_body_or_once_it_has_lapsed_is_refused(self, board):
        authorise(board, on=MAY_13, lapses=MAY_14)

        with pytest.raises(Breach, match="Only the directors"):
            self.end(board, MAY_14, body=ABody(kind="committee"))
        with pytest.raises(Breach, match="while it is in force"):
            self.end(board, MAY_14)
