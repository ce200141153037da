"""The chain of authority, link by link, with its places in the ledger."""

from datetime import date

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.decisions import commands
from registry.ledger.models import Entry
from registry.structure.models import BOARD, GENERAL_MEETING
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, APerson, ASeat, SomeTerms

MAY_1, MAY_14 = date(2026, 5, 1), date(2026, 5, 14)


def an_appointment():
    board = ABody(name="Board", kind=BOARD)
    terms = SomeTerms(body=board, version="2.0")
    adoption = ADecision(body=board, kind="adopt terms", terms=terms, on=MAY_1)
    meeting = AMeeting(body=board, on=MAY_14)
    seat = ASeat(title="Chair", body=board)
    decision = ADecision(
        kind="appoint", seat=seat, person=APerson(title="Dr"), body=board, route="meeting", meeting=meeting, waits=True
    )
    commands.carry_out(decision, by=ADA)
    return decision, adoption, meeting, terms, seat


class TestAuthority:
    def test_goes_from_the_register_to_the_articles_by_the_ledgers_entries(self, client):
        decision, adoption, meeting, terms, seat = an_appointment()

        links = client.get(f"/decisions/{decision.ref}/authority.json").json["links"]

        assert [link["what"] for link in links] == [
            "In the register", "By", "Decided at", "Under", "Terms adopted by", "In the end by",
        ]  # fmt: skip
        acts = [
            db.session.execute(select(Entry.ref, Entry.act).where(Entry.seq == link["entry"])).one()
            for link in links[:-1]
        ]
        assert acts == [
            (seat.ref, "seats.appoint"),
            (decision.ref, "decisions.log"),
            (meeting.ref, "factories.given"),
            (terms.ref, "terms.adopt"),
            (adoption.ref, "decisions.log"),
        ]
        assert links[-1]["entry"] is None
        assert links[-1]["text"].startswith("Model Articles, art. 7")

    def test_is_a_page_and_a_paper_that_the_decision_leads_to(self, client, app):
        decision, *_ = an_appointment()

        assert f"/decisions/{decision.ref}/authority" in client.get(f"/decisions/{decision.ref}").text
        page = client.get(f"/decisions/{decision.number}/authority").text
        assert "Appointed Dr Asha Patel" in page
        assert "Ledger entry" in page
        assert client.get(f"/decisions/{decision.ref}/authority.pdf").data.startswith(b"%PDF")
        assert browser_of(app, "member").get(f"/decisions/{decision.ref}/authority").status_code == 200

    def test_is_told_as_it_was_known(self, client):
        decision, *_ = an_appointment()
        then = clock.now().isoformat().replace("+00:00", "Z")

        links = client.get(f"/decisions/{decision.ref}/authority.json?known={then}").json["links"]

        assert len(links) == 6
        assert client.get(f"/decisions/{decision.ref}/authority?known=2020-01-01T00:00Z").status_code == 404

    def test_is_not_for_visitors(self, visitor):
        decision, *_ = an_appointment()

        assert visitor.get(f"/decisions/{decision.ref}/authority").status_code == 401

    def test_of_a_special_resolution_ends_with_three_quarters_and_of_an_ordinary_one_with_half(self, client):
        members = ABody(name="Members", kind=GENERAL_MEETING)
        special = ADecision(body=members, text="RESOLVED as a special resolution that the name be changed.")
        ordinary = ADecision(body=members)

        def end_of(decision):
            return client.get(f"/decisions/{decision.ref}/authority.json").json["links"][-1]["text"]

        assert end_of(special).startswith("Companies Act 2006, s.283: ")
        assert end_of(ordinary).startswith("Companies Act 2006, s.282: ")
