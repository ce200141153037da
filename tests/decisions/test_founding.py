"""A body founded by decision."""

from datetime import date

from sqlalchemy import select

from registry.db import db
from registry.decisions import queries, waiting
from registry.structure import commands as structure
from registry.structure.models import Body
from tests.breaches import refused
from tests.factories import ADA, ABody, ADecision

MAY_13, MAY_14, JUNE = date(2026, 5, 13), date(2026, 5, 14), date(2026, 6, 1)


def found(**facts):
    usual = {"kind": "found a body", "body_name": "Quality Committee", "body_kind": "committee"}
    return ADecision(**usual | facts)


class TestFounding:
    def test_makes_the_body_from_the_day_it_takes_effect(self, client):
        board = ABody(name="Board")

        decision = found(body=board, parent=board, body_code="QC", since=JUNE)

        body = db.session.scalars(select(Body).where(Body.code == "QC")).one()
        assert (body.name, body.since, body.parent) == ("Quality Committee", JUNE, board)
        told = queries.decision_on(decision, MAY_14)["effects"][0]
        assert (told["text"], told["ref"]) == ("Founded Quality Committee, a committee, from 1 June 2026", body.ref)
        assert "Founded Quality Committee" in client.get(f"/decisions/{decision.ref}").text
        assert decision.number in client.get(f"/structure/{body.ref}").text

    def test_of_a_code_that_another_has_is_refused_and_leaves_no_decision(self):
        ABody(code="QC")

        with refused("code"):
            found(body_code="QC")
        assert db.session.scalars(select(Body).where(Body.name == "Quality Committee")).all() == []

    def test_that_waits_is_foretold(self):
        decision = found(waits=True, since=JUNE)

        assert waiting.foretold(decision) == "Found Quality Committee, a committee, from 1 June 2026"

    def test_of_what_was_since_struck_out_says_so(self):
        decision = found()
        body = db.session.scalars(select(Body).where(Body.name == "Quality Committee")).one()
        structure.strike_body(body, reason="It never was", by=ADA)

        assert queries.decision_on(decision, MAY_14)["effects"][0]["text"].endswith("which was since struck out")

    def test_asks_what_it_is_called_and_of_what_kind(self, api):
        sent = {"body": ABody().ref, "kind": "found a body", "route": "unanimous", "outcome": "carried", "text": "R.",
                "on": "2026-05-14", "since": "2026-05-14"}  # fmt: skip

        errors = api.post("/decisions/log", json=sent).json["errors"]

        assert errors["body_name"] == ["Say what the body is called."]
        assert errors["body_kind"] == ["Say of what kind the body is."]


class TestADecisionBeforeItsBody:
    def test_is_refused_by_a_day(self):
        board = ABody(since=MAY_14)

        with refused("on", "only while it exists"):
            ADecision(body=board, on=MAY_13)
        assert ADecision(body=board, on=MAY_14).number
