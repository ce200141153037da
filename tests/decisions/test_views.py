from datetime import date
from io import BytesIO

import pikepdf
import pytest

from registry import clock, ledger
from registry.allotments.models import EXCLUDED
from registry.doors.once import HEADER
from registry.meetings import commands as meetings
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AMeeting,
    AMember,
    AnAppointment,
    APerson,
    ASeat,
    AShareClass,
    SomeTerms,
)
from tests.finding import found_by

MAY = date(2026, 5, 14)
DAYS = {"on-day": "14", "on-month": "5", "on-year": "2026", "since-day": "1", "since-month": "6", "since-year": "2026"}
USUAL = DAYS | {"kind": "approve", "route": "unanimous", "outcome": "carried", "text": "RESOLVED that it be so."}


def logged(client):
    return client.get("/decisions/register.json").json["items"]


class TestRegister:
    def test_lists_what_was_decided_by_a_day_the_latest_first(self, client):
        ADecision(on=date(2026, 5, 13), text="First")
        ADecision(on=MAY, text="Second")

        def texts(on):
            return [line["text"] for line in client.get(f"/decisions/register.json?on={on}").json["items"]]

        assert texts("2026-05-13") == ["First"]
        assert texts("2026-05-14") == ["Second", "First"]

    def test_of_one_body(self, client):
        board = ABody(name="Board", code="BRD")
        ADecision(body=board, text="The board's")
        ADecision(text="Another's")

        page = client.get("/decisions/register?body=BRD")

        assert "The board&#39;s" in page.text
        assert "Another&#39;s" not in page.text
        assert client.get("/decisions/register?body=nobody").status_code == 404

    def test_as_known_before_a_decision_was_logged(self, client):
        ADecision(text="Known")
        then = clock.now().isoformat().replace("+00:00", "Z")
        ADecision(text="Logged since")

        page = client.get(f"/decisions/register?known={then}")

        assert "Known" in page.text
        assert "Logged since" not in page.text

    def test_comes_as_csv_with_all_that_a_log_holds(self, client):
        ADecision(body=ABody(name="Board"), votes_for=7, votes_against=0, mover=APerson())

        heads, line = client.get("/decisions/register.csv").text.splitlines()

        assert heads == (
            "Number,Body,Kind,Route,Decided on,Date in the source’s words,Takes effect on,Decision,Outcome,For,Against,"
            "Abstained,Moved by,What it did,What it is still to do,Conditions,Earlier decisions,What became of it,Why,"
            "Options considered,To be looked at again by,Binding on members,Status"
        )
        assert line == (
            "B/26/1,Board,approve,unanimous,2026-05-14,,2026-05-14,RESOLVED that it be so.,carried,7,0,,"
            "Asha Patel,,,,,,,,,False,in force"
        )

    def test_prints(self, client):
        ADecision(kind="appoint", seat=ASeat(), person=APerson())

        paper = client.get("/decisions/register.pdf")

        assert len(pikepdf.open(BytesIO(paper.data)).pages) == 1

    def test_is_for_all_who_sign_in(self, app, visitor):
        assert browser_of(app, "member").get("/decisions/register").status_code == 200
        assert visitor.get("/decisions/register").status_code == 401


class TestDecision:
    def test_tells_the_text_the_votes_the_effects_and_the_authority(self, client):
        board = ABody(name="Board")
        terms = SomeTerms(body=board, version="2.0")
        adoption = ADecision(body=board, kind="adopt terms", terms=terms, on=date(2026, 5, 1))
        meeting = AMeeting(body=board, titles=["Welcome", "Chair"])
        seat = ASeat(title="Chair", body=board)
        at_it = {"body": board, "route": "meeting", "meeting": meeting, "item": 2, "votes_for": 7}

        decision = ADecision(kind="appoint", seat=seat, person=APerson(title="Dr"), **at_it)

        page = client.get(f"/decisions/{decision.ref}").text
        for words in (
            "RESOLVED that it be so.",
            "At the meeting of 14 May 2026; 7 for",
            "Appointed Dr Asha Patel to the seat “Chair”, Board, from 14 May 2026",
            f"/seats/{seat.ref}",
            "Meeting of Board on 14 May 2026, item 2: Chair",
            "Terms of reference v2.0 of Board, in force from 1 May 2026",
            f"Adopted by decision {adoption.number} of 1 May 2026",
        ):
            assert words in page

    def test_goes_by_its_number(self, client):
        decision = ADecision(body=ABody(name="Board"))

        assert client.get("/decisions/B/26/1.json").json["ref"] == decision.ref
        assert client.get("/decisions/B/26/2").status_code == 404

    def test_prints_as_an_extract(self, client):
        decision = ADecision()

        paper = client.get(f"/decisions/{decision.ref}.pdf")

        assert paper.mimetype == "application/pdf"
        assert len(pikepdf.open(BytesIO(paper.data)).pages) == 1

    def test_hangs_on_the_pages_of_its_body_its_meeting_and_what_it_changed(self, client):
        meeting, seat = AMeeting(), ASeat()
        decision = ADecision(
            body=meeting.body, route="meeting", meeting=meeting, kind="appoint", seat=seat, person=APerson()
        )

        for page in (f"/structure/{meeting.body_ref}", f"/meetings/{meeting.ref}", f"/seats/{seat.ref}"):
            assert decision.number in client.get(page).text


class TestLog:
    def test_begins_with_today_and_the_words_of_a_resolution(self, client):
        page = client.get("/decisions/log").text

        assert "RESOLVED that" in page
        assert f'name="on-year" type="text" inputmode="numeric" value="{clock.today().year}"' in page

    def test_begins_from_a_meetings_item(self, client):
        meeting = AMeeting(titles=["Welcome"])

        page = client.get(f"/decisions/log?meeting={meeting.ref}&item=1").text

        assert f'<option value="{meeting.ref}" selected' in page
        assert f'<option value="{meeting.body_ref}" selected' in page
        assert 'id="item" name="item" type="text" value="1"' in page

    def test_begins_from_terms_to_adopt(self, client):
        terms = SomeTerms(title="Terms of reference", version="2.0")

        page = client.get(f"/decisions/log?terms={terms.ref}").text

        assert "RESOLVED that Terms of reference, version 2.0, be adopted." in page
        assert '<option value="adopt terms" selected' in page
        assert f'<option value="{terms.ref}" selected' in page

    def test_begins_from_a_seat_to_fill(self, client):
        seat = ASeat()

        page = client.get(f"/decisions/log?seat={seat.ref}").text

        assert '<option value="appoint" selected' in page
        assert f'<option value="{seat.ref}" selected' in page

    def test_records_the_decision_and_does_what_it_says(self, client):
        seat, person = ASeat(), APerson()

        answer = client.post(
            "/decisions/log",
            data=USUAL | {"body": seat.body.ref, "kind": "appoint", "seat": seat.ref, "person": person.ref},
        )

        assert answer.status_code == 303
        assert seat.appointment(date(2026, 6, 1)).person is person
        assert seat.appointment(date(2026, 5, 31)) is None
        assert "Appointed Asha Patel" in client.get(answer.location).text

    def test_from_json_once(self, api):
        facts = {"body": ABody().ref, "kind": "approve", "route": "unanimous", "outcome": "carried"}
        facts |= {"text": "RESOLVED that it be so.", "on": "2026-05-14", "since": "2026-05-14"}

        first = api.post("/decisions/log", json=facts, headers={HEADER: "the same"})
        again = api.post("/decisions/log", json=facts, headers={HEADER: "the same"})

        assert (first.status_code, again.json) == (201, first.json)
        assert len(logged(api)) == 1

    def test_from_csv_all_lines_or_none(self, api):
        board, member = ABody(name="Board"), AMember()
        heads = "body,kind,route,text,outcome,on,since,preemption,member,share_class,shares,paid\n"
        note = f"{board.ref},note,unanimous,Noted,carried,2026-05-14,2026-05-14,,,,,\n"
        lines = "".join(
            f"{board.ref},allot shares,unanimous,Allot,carried,2026-05-14,2026-05-14,{EXCLUDED},{member.ref},{shares}\n"
            for shares in (f"{AShareClass(name='Ordinary').name},10,1.00", "Ordinary,5,1")
        )

        refused = api.post("/decisions/log", data=heads + note + lines.replace(",5,1", ",,1"), content_type="text/csv")
        assert (refused.status_code, refused.json["errors"]) == (
            422,
            {"4": {"shares": ["Say how many shares are allotted."]}},
        )
        assert logged(api) == []

        done = api.post("/decisions/log", data=heads + note + lines, content_type="text/csv")
        assert done.status_code == 201
        assert [line["number"] for line in logged(api)] == ["B/26/3", "B/26/2", "B/26/1"]
        assert member.held(MAY) == 15

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"text": ""}, "What was decided: an answer is needed."),
            ({"text": "x" * 100_001}, "at most 100000 letters"),
            ({"on-month": "13"}, "Write a real date"),
            ({"body": "nobody"}, "There is no body “nobody”."),
            ({"kind": "banish"}, "Must be one of"),
            ({"votes_for": "-1"}, "Write a number of votes, from 0 to a million."),
            ({"votes_for": "many"}, "Write a whole number."),
            ({"kind": "appoint"}, "Say which seat is filled."),
            ({"kind": "appoint"}, "Say who is appointed."),
            ({"kind": "end an appointment"}, "Say which is the first day no longer in the seat."),
            ({"kind": "adopt terms"}, "Say which terms are adopted"),
            ({"kind": "allot shares"}, "Say how much is paid on each share."),
            ({"kind": "allot shares"}, "Say how the existing holders’ right of first offer was dealt with."),
            ({"preemption": "excluded by the articles"}, "has no use for this: choose “allot shares”"),
            ({"kind": "allot shares", "preemption": "forgotten"}, "Must be one of"),
            ({"kind": "allot shares", "shares": "0"}, "Write a number of shares, 1 or more."),
            ({"shares": "7"}, "has no use for this: choose “allot shares”"),
            ({"route": "meeting"}, "Say at which meeting it was decided."),
            ({"item": "3"}, "Say of which meeting this is the item."),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, wrong, sentence):
        page = client.post("/decisions/log", data=USUAL | {"body": ABody().ref} | wrong)

        assert page.status_code == 422
        assert sentence in page.text
        assert "RESOLVED that it be so." in page.text or "text" in wrong
        assert logged(client) == []

    def test_to_a_filled_seat_is_refused_whole(self, client):
        seat = AnAppointment().seat
        size = ledger.head().size
        facts = {"body": seat.body.ref, "kind": "appoint", "seat": seat.ref, "person": APerson().ref}

        page = client.post("/decisions/log", data=USUAL | facts)

        assert page.status_code == 409
        assert "this seat is filled" in page.text
        assert "Model Articles, art. 17" in page.text
        assert "RESOLVED that it be so." in page.text
        assert logged(client) == []
        assert ledger.head().size == size + 1

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"since-month": "4"}, "A decision takes effect on the day it is taken"),
            ({"on-year": "2199", "since-year": "2199"}, "is still to come"),
            ({"votes_for": "1", "votes_against": "2"}, "this was not carried"),
        ],
    )
    def test_against_a_rule_is_refused_with_its_authority(self, client, wrong, sentence):
        page = client.post("/decisions/log", data=USUAL | {"body": ABody().ref} | wrong)

        assert page.status_code == 409
        assert sentence in page.text
        assert "Model Articles, art." in page.text
        assert logged(client) == []

    def test_is_for_the_secretary_alone(self, app):
        assert browser_of(app, "director").get("/decisions/log").status_code == 403


class TestSearch:
    @pytest.mark.parametrize("words", ["ultrasound", "b/26/1"])
    def test_finds_by_text_and_by_number(self, client, words):
        decision = ADecision(body=ABody(name="Board"), text="RESOLVED that an Ultrasound scanner be bought.")

        [hit] = found_by(client, words)

        assert (hit["kind"], hit["title"], hit["body"]) == ("Decision", "B/26/1", "Board")
        assert hit["said"] == "RESOLVED that an Ultrasound scanner be bought."
        assert hit["href"] == f"/decisions/{decision.ref}"


class TestLike:
    @pytest.fixture
    def board(self):
        board = ABody(name="Board")
        ADecision(body=board, on=MAY, text="RESOLVED that the lease of 12 High Street be renewed for five years.")
        ADecision(body=board, on=MAY, text="RESOLVED that an ultrasound scanner be bought.")
        return board

    def like(self, browser, text, **more):
        return browser.get("/decisions/like.json", query_string={"text": text} | more)

    def test_tells_the_decisions_most_alike_and_what_became_of_them(self, client, board):
        [told] = self.like(client, "RESOLVED that the lease of High Street").json["items"]

        assert (told["number"], told["on"], told["status"]) == ("B/26/1", "2026-05-14", "in force")

    def test_tells_those_of_the_body(self, client, board):
        other = ABody()

        assert len(self.like(client, "lease of High Street", body=board.ref).json["items"]) == 1
        assert self.like(client, "lease of High Street", body=other.ref).json["items"] == []
        assert self.like(client, "lease of High Street", body="nobody").status_code == 404

    def test_is_a_page_that_needs_no_script(self, client, board):
        assert "Look for the like" in client.get("/decisions/like").text
        page = client.get("/decisions/like?text=lease+of+the+High+Street").text
        assert "be renewed for five years" in page
        assert "scanner" not in page
        assert "Nothing like it has been decided" in client.get("/decisions/like?text=vaccines").text

    def test_leads_there_from_the_form(self, client):
        page = client.get("/decisions/log").text

        assert 'id="like"' in page
        assert 'data-at="/decisions/like.json"' in page

    def test_tells_as_of_a_day_and_as_known_then(self, client, board):
        assert self.like(client, "lease of High Street", on="2026-05-13").json["items"] == []
        assert self.like(client, "lease of High Street", on="2026-05-14").json["count"] == 1
        assert self.like(client, "lease of High Street", known="2020-01-01T00:00Z").json["items"] == []

    def test_tells_nothing_of_a_restricted_item_to_others(self, app, board):
        meeting = AMeeting(body=board, on=MAY, titles=["Lease"])
        change = {"title": "Lease", "purpose": "decide", "proposed": "", "parties": [], "restricted": "commercial"}
        meetings.change_item(meeting, item=1, **change, by=ADA)
        text = "RESOLVED that the settlement with Acme be signed."
        ADecision(body=board, on=MAY, route="meeting", meeting=meeting, item=1, votes_for=1, text=text)

        assert self.like(browser_of(app, "secretary"), "settlement with Acme").json["count"] == 1
        assert self.like(browser_of(app, "director"), "settlement with Acme").json["count"] == 0


class TestResting:
    def test_tells_what_the_members_resolved_since(self, client):
        ADecision(body=ABody(kind="general meeting"), on=date(2026, 5, 14), text="RESOLVED that it be so.")
        ADecision(body=ABody(kind="board"), on=date(2026, 5, 14))
        member = AMember()

        def resolved(day):
            lines = client.get(f"/members/{member.ref}/resting.json?on={day}").json["items"]
            return [line["text"] for line in lines if line["kind"] == "Vote of the members"]

        assert len(resolved("2026-05-14")) == 1
        assert resolved("2026-05-14")[0].endswith("RESOLVED that it be so.")
        assert resolved("2026-05-15") == []
