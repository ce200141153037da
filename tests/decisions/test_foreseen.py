"""What logging a decision would come to, told before it is logged."""

from datetime import date

import pytest
from sqlalchemy import select

from registry import ledger
from registry.db import db
from registry.decisions.models import Decision
from registry.structure.models import BOARD, GENERAL_MEETING
from tests.conftest import browser_of
from tests.factories import ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat

MAY_14 = "2026-05-14"
SPECIAL = "RESOLVED as a special resolution that the name be changed."


@pytest.fixture
def board():
    return ABody(name="Board", kind=BOARD)


def answers(body, **facts):
    usual = {"kind": "approve", "route": "unanimous", "outcome": "carried", "text": "RESOLVED that it be so."}
    return usual | {"body": body.ref, "on": MAY_14, "since": MAY_14} | facts


def would(api, body, **facts):
    answer = api.post("/decisions/log?rehearse=1", json=answers(body, **facts))
    assert answer.status_code == 200
    assert not answer.json["recorded"]
    (told,) = answer.json["would"]
    return told["says"]


def said(says, term):
    return [each["text"] for each in says if each["term"] == term]


class TestForeseen:
    def test_tells_what_the_registers_would_say_and_records_nothing(self, api, board):
        seat, person = ASeat(title="Chair", body=board), APerson(title="Dr")
        size = ledger.head().size

        says = would(api, board, kind="appoint", seat=seat.ref, person=person.ref, since="2026-12-01")

        assert said(says, "Number")[0].startswith("B/26/1, if no other is logged before it")
        assert said(says, "In the registers") == [
            "Appointed Dr Asha Patel to the seat “Chair”, Board, from 1 December 2026"
        ]
        assert said(says, "It will be") == ["carried, in effect from 1 December 2026"]
        assert said(says, "The votes") == [
            "A decision needs the votes of more than 1/2 of those voting (Model Articles, art. 7): all agreed"
        ]
        assert ledger.head().size == size
        assert db.session.scalars(select(Decision)).all() == []

    def test_tells_the_quorum_of_the_meeting_and_the_votes(self, api, board):
        meeting = AMeeting(body=board, on=date(2026, 5, 14))
        at_it = {"route": "meeting", "meeting": meeting.ref, "votes_for": 3}

        says = would(api, board, **at_it, votes_against=2)

        assert said(says, "The votes")[0].endswith("3 of 5 voted for it, which is enough")
        assert said(says, "By what authority")[0].startswith("Meeting of Board on 14 May 2026")
        assert said(would(api, board, **at_it, votes_against=3), "The votes")[0].endswith("for the chair to decide")
        assert said(would(api, board, **at_it), "The votes")[0].endswith("no votes are counted")

    def test_of_a_special_resolution_tells_the_majority_of_one(self, api):
        members = ABody(name="Members", kind=GENERAL_MEETING)
        told = {"text": SPECIAL, "route": "written resolution"}

        enough = would(api, members, **told, votes_for=75, votes_against=25)
        lost = would(api, members, **told, votes_for=74, votes_against=26, outcome="lost")
        refused = api.post("/decisions/log?rehearse=1", json=answers(members, **told, votes_for=74, votes_against=26))

        assert said(enough, "The votes")[0].endswith("s.283): 75 of 100 voted for it, which is enough")
        assert said(lost, "The votes")[0].endswith("74 of 100 voted for it, which is too few")
        assert refused.json["detail"].endswith("74 of 100 are too few.")

    def test_in_writing_counts_the_silent(self, api):
        members = ABody(name="Members", kind=GENERAL_MEETING)

        says = would(api, members, route="written resolution", votes_for=51, votes_against=0, abstained=49)

        assert said(says, "The votes")[0].endswith("51 of 100 voted for it, which is enough")

    def test_tells_what_waits_and_on_what_and_what_it_bears_on(self, api, board):
        ADecision(body=board, on=date(2026, 4, 1))
        seat, person = ASeat(title="Chair", body=board), APerson(title="Dr")
        hangs = [{"words": "She is cleared", "due": "2030-06-30"}]
        bears = [{"how": "rescinds", "decision": "B/26/1"}]

        says = would(api, board, kind="appoint", seat=seat.ref, person=person.ref, subject_to=hangs, bears_on=bears)

        assert said(says, "Still to be carried out") == [
            "Appoint Dr Asha Patel to the seat “Chair”, Board, from 14 May 2026"
        ]
        assert said(says, "In the registers") == []
        assert said(says, "On condition") == ["She is cleared, to be satisfied by 30 June 2030"]
        assert said(says, "Earlier decisions") == ["Rescinds B/26/1 of 1 April 2026"]

    def test_says_that_no_other_register_changes(self, api, board):
        assert said(would(api, board, kind="note"), "In the registers") == ["No other register changes"]

    def test_tells_the_breach_it_would_meet_by_its_authority(self, api, board):
        filled = AnAppointment().seat

        answer = api.post(
            "/decisions/log?rehearse=1", json=answers(board, kind="appoint", seat=filled.ref, person=APerson().ref)
        )

        assert answer.status_code == 409
        assert answer.json["detail"].startswith("One person sits in a seat at a time")
        assert answer.json["authority"]

    def test_tells_what_is_still_to_be_answered(self, api, board):
        answer = api.post("/decisions/log?rehearse=1", json=answers(board, kind="appoint"))

        assert answer.status_code == 422
        assert answer.json["errors"]["seat"] == ["Say which seat is filled."]

    def test_is_for_whoever_may_log(self, app, board):
        answer = browser_of(app, "member").post("/decisions/log?rehearse=1", json=answers(board))

        assert answer.status_code == 403


class TestCheckFirst:
    def sent(self, board, **facts):
        days = {f"{name}-{part}": value for name in ("on", "since") for part, value in
                (("day", "14"), ("month", "5"), ("year", "2026"))}  # fmt: skip
        told = {name: each for name, each in answers(board).items() if name not in ("on", "since")}
        return days | told | {"seen": "first"} | facts

    def test_shows_the_same_beside_the_answers_and_records_nothing(self, client, board):
        answer = client.post("/decisions/log", data=self.sent(board, text="RESOLVED that it be blue."))

        assert answer.status_code == 200
        assert "Nothing is recorded yet." in answer.text
        assert "B/26/1, if no other is logged before it" in answer.text
        assert "RESOLVED that it be blue." in answer.text
        assert db.session.scalars(select(Decision)).all() == []

    def test_shows_what_forbids_it(self, client, board):
        answer = client.post("/decisions/log", data=self.sent(board, votes_for="1", votes_against="2"))

        assert answer.status_code == 409
        assert "The majority decides" in answer.text
        assert db.session.scalars(select(Decision)).all() == []

    def test_is_never_asked_of_whoever_logs_at_once(self, client, board):
        assert client.post("/decisions/log", data=self.sent(board, seen="")).status_code == 303
        assert len(db.session.scalars(select(Decision)).all()) == 1


class TestBeginning:
    def test_is_with_the_board_its_words_begun_and_carried_today(self, client, board):
        page = client.get("/decisions/log").text

        assert f'value="{board.ref}" selected' in page
        assert "RESOLVED that" in page

    def test_is_with_the_only_body_there_is(self, client):
        forum = ABody(name="Forum", kind="member forum")
        assert f'value="{forum.ref}" selected' in client.get("/decisions/log").text
        ABody(name="Hub", kind="hub")
        assert f'value="{forum.ref}" selected' not in client.get("/decisions/log").text

    def test_is_with_the_earlier_decision_that_one_comes_from(self, client, board):
        old = ADecision(body=ABody(name="Hub", kind="hub"), on=date(2026, 4, 1))
        address = f"/decisions/log?earlier={old.ref}"

        assert address in client.get(f"/decisions/{old.ref}").text
        page = client.get(address).text
        assert f'value="{old.ref}" selected' in page
        assert f'value="{old.body_ref}" selected' in page


class TestEveryPage:
    def test_offers_a_new_decision_to_whoever_may_log_one(self, client, app):
        button = 'data-keys="n" href="/decisions/log"'

        for address in ("/home/register", "/seats/register", "/decisions/log"):
            assert button in client.get(address).text
        assert button not in browser_of(app, "director").get("/seats/register").text
