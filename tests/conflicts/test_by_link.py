"""Whoever comes by the link in the letter that asks her: what she is shown, and what she may say."""

from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.conflicts import commands
from registry.conflicts.letters import ASKED
from registry.conflicts.models import Conflict
from registry.db import db
from registry.ledger.models import Entry
from registry.links import commands as links
from registry.links.models import Link
from registry.meetings import commands as meetings
from registry.outbox.models import Letter
from registry.people import commands as people
from registry.periods import ONE_DAY
from tests.conflicts.conftest import MET
from tests.factories import ADA, AnInterest

MAY_7 = datetime(2026, 5, 7, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def time(app):
    """It is a week before the meeting; the tests may move on."""
    with clock.telling(MAY_7) as time:
        yield time


@pytest.fixture
def meeting(board):
    people.give_address(board.people["Asha"], email="asha@example.com", by=ADA)
    return board.meets({"title": "Extended hours", "parties": [{"party": board.network}]}, {"title": "Rent"})


@pytest.fixture
def conflict(board, meeting):
    [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
    return conflict


@pytest.fixture
def link(board, meeting, conflict):
    """The address of the page to which her letter leads."""
    secret = links.issue(board.people["Asha"], purpose=ASKED, about_ref=meeting.ref, until=MET + ONE_DAY)
    return f"/conflicts/asked/{secret}"


def last_actor():
    return db.session.query(Entry).order_by(Entry.seq.desc()).first().actor


class TestLetters:
    def test_go_to_those_asked_who_have_an_address_each_with_a_link_of_her_own(self, board, meeting):
        commands.ask(meeting, people=[board.people["Asha"], board.people["Ben"]], by=ADA)

        [letter] = db.session.query(Letter)
        assert letter.address == "asha@example.com"
        assert letter.subject == "Before the meeting of The Board on 14 May 2026: your interests"
        assert "/conflicts/asked/" in letter.body
        assert db.session.query(Link).one().until == date(2026, 5, 15)

    def test_say_nothing_of_the_items_or_the_interests(self, conflict):
        body = db.session.query(Letter).one().body
        assert "Extended hours" not in body
        assert "Melton" not in body

    def test_do_not_go_to_whoever_has_answered(self, board, meeting, conflict):
        commands.answer(conflict, answer="that is right", by=ADA)
        commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        assert db.session.query(Letter).count() == 1

    def test_are_shown_before_they_are_written(self, client, board, meeting):
        page = client.post(f"/conflicts/meetings/{meeting.ref}/ask", data={"people": ""}).text
        assert "asha@example.com" in page
        assert "asked on the front page, on signing in" in page
        assert db.session.query(Letter).count() == 0


class TestAsked:
    def test_shows_her_items_with_why_and_nobody_elses(self, visitor, board, meeting, link):
        commands.ask(meeting, people=[board.people["Ben"]], by=ADA)
        page = visitor.get(link)

        assert page.status_code == 200
        assert "Speaks for Melton, Syston and Vale PCN" in page.text
        assert "LATHAM" not in page.text
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"

    def test_changes_nothing(self, visitor, link, conflict):
        visitor.get(link)
        assert db.session.get(Conflict, conflict.ref).answered is None

    def test_shows_nothing_that_is_kept_private(self, visitor, board, meeting, link):
        quiet = {"public": False, "private_reason": "Harm", "description": "A quiet holding"}
        AnInterest(person=board.people["Asha"], organisation=board.network.name, **quiet)
        assert "quiet" not in visitor.get(link).text


class TestReply:
    RIGHT = {"item": "1", "answer": "that is right", "explanation": ""}

    def test_is_hers_in_the_ledger(self, visitor, board, link, conflict):
        assert visitor.post(f"{link}/reply", data=self.RIGHT).status_code == 303
        assert db.session.get(Conflict, conflict.ref).answer == "that is right"
        assert last_actor() == board.people["Asha"].ref
        assert "Thank you." in visitor.get(link).text

    def test_may_be_given_anew_until_the_meeting(self, visitor, link, conflict):
        visitor.post(f"{link}/reply", data=self.RIGHT)
        again = self.RIGHT | {"answer": "let me explain", "explanation": "I left in April"}
        assert visitor.post(f"{link}/reply", data=again).status_code == 303
        assert "I left in April" in visitor.get(link).text

    def test_of_an_item_nobody_asked_her_about_is_none(self, visitor, link):
        assert visitor.post(f"{link}/reply", data=self.RIGHT | {"item": "2"}).status_code == 404

    def test_without_an_answer_is_asked_again(self, visitor, link):
        assert visitor.post(f"{link}/reply", data={"item": "1", "answer": ""}).status_code == 422


class TestAdd:
    def test_tells_of_another_item(self, visitor, board, meeting, link):
        answer = visitor.post(f"{link}/add", data={"item": "2", "nature": "My brother is the landlord"})
        assert answer.status_code == 303
        [told] = db.session.query(Conflict).filter_by(item_ref=meeting.items[1].ref)
        assert (told.state, told.person_ref) == ("confirmed", board.people["Asha"].ref)
        assert last_actor() == board.people["Asha"].ref

    def test_is_thanked_for_on_the_page_it_comes_back_to(self, visitor, link):
        facts = {"item": "2", "nature": "My brother is the landlord"}
        assert "My brother" not in visitor.get(link).text
        visitor.post(f"{link}/add", data=facts)
        assert "You told us of item 2, Rent: “My brother is the landlord”." in visitor.get(link).text

    def test_of_a_restricted_item_is_thanked_for_without_its_words(self, visitor, meeting, link):
        meetings.change_item(meeting, item=2, title="Rent", purpose="decide", restricted="commercial", by=ADA)
        assert "Rent" not in visitor.get(f"{link}/add").text
        visitor.post(f"{link}/add", data={"item": "2", "nature": "My brother is the landlord"})
        assert "You told us of item 2, Restricted item." in visitor.get(link).text

    def test_shows_what_the_numbers_stand_for(self, visitor, link):
        page = visitor.get(f"{link}/add").text
        assert "1. Extended hours" in page
        assert "2. Rent" in page

    def test_of_an_item_that_is_not_there_is_told_by_the_item(self, visitor, link):
        answer = visitor.post(f"{link}/add", data={"item": "9", "nature": "My brother’s"})
        assert answer.status_code == 422
        assert "The agenda of this meeting has no item 9." in answer.text


class TestALinkThatOpensNothing:
    def test_on_the_day_of_the_meeting_it_does_and_on_the_day_after_no_longer(self, visitor, time, link):
        time.at = datetime(2026, 5, 14, 10, tzinfo=UTC)
        assert visitor.get(link).status_code == 200
        time.at = datetime(2026, 5, 15, 10, tzinfo=UTC)
        assert visitor.get(link).status_code == 410

    def test_altered(self, visitor, link):
        assert visitor.get(link[:-1] + ("A" if link[-1] != "A" else "B")).status_code == 404

    def test_of_another_purpose(self, visitor, board, meeting):
        secret = links.issue(board.people["Asha"], purpose="rounds.answer", about_ref=meeting.ref, until=MET)
        assert visitor.get(f"/conflicts/asked/{secret}").status_code == 404
