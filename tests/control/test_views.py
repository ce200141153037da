from datetime import date

import pytest

from tests.conftest import browser_of
from tests.control.test_commands import GROUNDS, held, state
from tests.papers import text_of

STATED = {"made": "2026-04-01", "on": "2026-04-01"} | GROUNDS


class TestRegister:
    def test_tells_who_has_how_much_and_what_was_last_stated(self, client):
        held(("A", 26), ("B", 74))

        page = client.get("/control/register").text
        told = client.get("/control/register.json").json

        assert "Nothing has been stated yet" in page
        assert "over 25%" in page
        assert [(line["name"], line["shares"]) for line in told["items"]] == [("B", "74.00%"), ("A", "26.00%")]
        assert told["significant"] == 2

    def test_comes_on_paper(self, client):
        held(("A", 10))

        assert "100.00%" in text_of(client.get("/control/register.pdf").data)

    def test_is_for_the_board_and_the_office(self, app, visitor):
        assert visitor.get("/control/register").status_code == 401
        assert browser_of(app, "member").get("/control/register").status_code == 403


class TestStatement:
    def test_comes_on_paper_with_its_grounds_and_never_blank(self, client):
        held(("A", 10), ("B", 10), ("C", 10), ("D", 10))
        ref = state().ref

        words = text_of(client.get(f"/control/{ref}.pdf").data)

        assert "knows of no registrable person" in words
        assert "25.00%" in words
        assert "The agreement gives nobody such a right." in words
        assert "Signed for the company" in words
        assert "25.00%" in client.get(f"/control/{ref}").text
        assert "1 April 2026" in client.get("/control/statements").text

    def test_rests_on_the_accounts_of_its_day(self, client):
        held(("A", 10), ("B", 10), ("C", 10), ("D", 10))
        state(on=date(2026, 4, 1))
        ref = client.get("/members/register.json").json["items"][0]["ref"]

        def resting(day):
            return client.get(f"/members/{ref}/resting.json?on={day}").json["count"]

        assert resting("2026-04-01") == 1
        assert resting("2026-04-02") == 0


class TestState:
    def test_puts_what_was_found_on_record(self, api):
        answer = api.post("/control/state", json=STATED)

        assert answer.status_code == 201
        assert api.get("/control/statements.json").json["count"] == 1

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            ({"board_grounds": ""}, 422),
            ({"made": "2199-01-01"}, 409),
            ({"on": "2026-04-02"}, 409),
            ({"influence": True}, 409),
            ({"who": "The chair"}, 409),
            ({"made": "the first of May"}, 422),
        ],
    )
    def test_of_what_cannot_be_is_refused(self, api, wrong, status):
        assert api.post("/control/state", json=STATED | wrong).status_code == status
        assert api.get("/control/statements.json").json["count"] == 0

    def test_is_the_secretarys(self, app):
        assert browser_of(app, "director").get("/control/state").status_code == 403


class TestDuties:
    def test_ask_for_the_test_and_then_for_the_filing(self, client):
        held(("A", 10), ("B", 10), ("C", 10), ("D", 10))

        def asked():
            return " ".join(line["sentence"] for line in client.get("/home/duties.json").json["items"])

        assert "Test for people with significant control" in asked()
        state()
        assert "Test for people with significant control" not in asked()
        assert "Tell the registrar what was found on 1 April 2026" in asked()
