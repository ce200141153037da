"""A decision on a restricted item, and everywhere that somebody might read of it."""

from datetime import date

import pytest
from sqlalchemy import select

from registry import clock
from registry.accounts.models import Account
from registry.db import db
from registry.decisions.reading import as_everybody_reads
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from registry.people import commands as people
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat
from tests.papers import text_of

MET = date(2026, 5, 14)
SECRET = "RESOLVED that Dr Grey be suspended."


@pytest.fixture
def board():
    return ABody(kind="board", name="The Board")


@pytest.fixture
def decision(board):
    meeting = AMeeting(body=board, on=MET, titles=["A person", "Rent"])
    meetings.change_item(meeting, item=1, title="A person", purpose=DECIDE, restricted="about a person", by=ADA)
    more = {"rationale": "What Dr Grey did", "votes_for": 3, "votes_against": 1}
    return ADecision(body=board, meeting=meeting, route="meeting", item=1, on=MET, text=SECRET, **more)


def everywhere(decision):
    """Each page on which the decision stands, in each of its forms."""
    register = "/decisions/register"
    pages = [register, f"/decisions/{decision.ref}", f"/decisions/{decision.ref}/authority"]
    pages += [f"/meetings/{decision.meeting_ref}", f"/structure/{decision.body_ref}", f"/packs/{decision.meeting_ref}"]
    return [*pages, *(f"{page}.json" for page in pages), f"{register}.csv"]


def telling(browser, decision):
    """The addresses at which a browser may read what was decided."""
    return [address for address in everywhere(decision) if "Grey" in browser.get(address).text]


class TestADecisionOnARestrictedItem:
    @pytest.mark.parametrize("role", ["director", "member"])
    def test_is_told_nowhere_to_whoever_may_not_read_the_item(self, app, decision, role):
        assert telling(browser_of(app, role), decision) == []

    def test_is_there_for_everybody_by_its_number_its_day_and_what_came_of_it(self, app, decision):
        [line] = browser_of(app, "member").get("/decisions/register.json").json["items"]

        assert (line["number"], line["text"], line["outcome"]) == (decision.number, "Restricted item", "carried")
        assert (line["votes_for"], line["rationale"], line["done"]) == (None, "", [])

    def test_is_told_to_the_office(self, client, decision):
        told = telling(client, decision)

        assert {"/decisions/register", f"/decisions/{decision.ref}", "/decisions/register.csv"} <= set(told)

    def test_is_told_to_whoever_sits_on_the_body(self, app, board, decision):
        person = APerson()
        AnAppointment(seat=ASeat(body=board), person=person)
        browser = browser_of(app, "director")
        account = db.session.scalar(select(Account).order_by(Account.ref.desc()))
        people.give_account(person, account=account, by=ADA)

        assert f"/decisions/{decision.ref}" in telling(browser, decision)

    def test_is_kept_from_paper_too(self, app, decision):
        director = browser_of(app, "director")

        for page in ("/decisions/register.pdf", f"/decisions/{decision.ref}.pdf"):
            assert "Grey" not in text_of(director.get(page).data)

    def test_is_told_once_the_item_is_restricted_no_more(self, app, decision):
        item = {"title": "A person", "purpose": DECIDE, "restricted": ""}
        meetings.change_item(decision.meeting, item=1, **item, by=ADA)

        assert f"/decisions/{decision.ref}" in telling(browser_of(app, "member"), decision)

    def test_is_not_told_as_it_was_known_before_the_item_was_restricted(self, app, board):
        meeting = AMeeting(body=board, on=MET, titles=["A person"])
        decision = ADecision(body=board, meeting=meeting, route="meeting", item=1, on=MET, text=SECRET)
        before = clock.now().isoformat().replace("+00:00", "Z")
        meetings.change_item(meeting, item=1, title="A person", purpose=DECIDE, restricted="about a person", by=ADA)

        page = browser_of(app, "member").get(f"/decisions/{decision.ref}", query_string={"known": before})
        assert page.status_code == 200
        assert "Grey" not in page.text


class TestAsEverybodyReads:
    def test_leaves_other_lines_as_they_are(self, board, decision):
        lines = [{"ref": decision.ref, "text": SECRET}, {"ref": ADecision(body=board).ref, "text": "RESOLVED."}]

        assert [line["text"] for line in as_everybody_reads()(lines)] == ["Restricted item", "RESOLVED."]
