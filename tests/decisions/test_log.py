"""The decision log on paper: of each, its papers, who was kept out of it, and what of it goes to the registrar."""

from datetime import date

import tests.minutes.conftest as minuted
from registry.filings.commands import record
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from registry.terms.models import ARTICLES
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, SomeTerms
from tests.meetings.test_commands import with_paper
from tests.papers import text_of

board, on_july_20 = minuted.board, minuted.on_july_20
MAY_14, MAY_28 = date(2026, 5, 14), date(2026, 5, 28)


def paper(client):
    return text_of(client.get("/decisions/register.pdf").data)


class TestRegister:
    def test_on_paper_names_who_had_a_conflict_and_so_no_vote(self, client, board):
        board.conflicted("Asha", 2)
        board.decided()

        assert "Excluded from the vote: Dr Asha Ashason (conflict: leaves for the item)." in paper(client)

    def test_on_paper_cites_the_papers_of_its_item_by_their_letters(self, client, board):
        with_paper(board.meeting, 2, "Tender")
        with_paper(board.meeting, 2, "Lease")
        with_paper(board.meeting, 1, "Minutes")
        board.decided()

        assert "Papers A1, A2." in paper(client)

    def test_on_paper_tells_none_of_it_of_what_its_reader_may_not_read(self, app, client, board):
        board.conflicted("Asha", 2)
        with_paper(board.meeting, 2)
        board.decided()
        item = {"title": "A contract", "purpose": DECIDE, "restricted": "commercial"}
        meetings.change_item(board.meeting, item=2, **item, by=ADA)

        assert "Paper A. Excluded" in paper(client)
        assert not {"Paper", "Excluded"} & set(paper(browser_of(app, "director")).split())

    def test_on_paper_says_what_is_to_be_filed_by_when_and_when_it_was(self, client):
        SomeTerms(body=(company := ABody(kind="company")), kind=ARTICLES, version="1.0", since=date(2015, 4, 1))
        articles = SomeTerms(body=company, kind=ARTICLES, version="2.0")
        members = ABody(kind="general meeting", name="Members")
        told = {"kind": "adopt terms", "terms": articles, "route": "meeting", "votes_for": 3, "votes_against": 0}
        decision = ADecision(body=members, on=MAY_14, meeting=AMeeting(body=members, on=MAY_14), **told)
        record(form="Resolution", about=decision.ref, sent=MAY_28, sent_by="The secretary", by=ADA)

        words = paper(client)

        assert "Resolution to the registrar by 29 May 2026; sent on 28 May 2026." in words
        assert "Articles to the registrar by 29 May 2026; not sent yet." in words
