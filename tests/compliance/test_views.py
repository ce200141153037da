import pytest

from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from tests.compliance.conftest import LATE
from tests.conftest import browser_of
from tests.factories import ADA
from tests.papers import text_of


class TestRegister:
    def test_of_nothing_held_says_so_on_screen_and_on_paper(self, client):
        for answer in (client.get("/compliance/register").text, text_of(client.get("/compliance/register.pdf").data)):
            assert "0 meetings held, and 0 decisions taken without one" in answer
            assert "Nothing was found" in answer

    def test_comes_as_a_page_json_csv_and_paper(self, client, board):
        meeting = board.met("Asha", "Ben", notice_given=LATE)
        decision = board.carries(meeting)
        board.came(meeting, Ben="absent")

        page = client.get("/compliance/register").text
        assert "Something is wanting in 1." in page
        assert "Item 1: Not quorate" in page
        assert f"/decisions/{decision.ref}" in page
        assert f"/meetings/{meeting.ref}" in page
        assert "/terms/" in page
        told = client.get("/compliance/register.json").json
        assert (told["meetings"], told["alone"], told["wanting"], told["count"]) == (1, 0, 1, 2)
        assert {line["kind"] for line in told["items"]} == {"short notice", "no quorum"}
        assert "Item 1: Not quorate" in client.get("/compliance/register.csv").text
        paper = text_of(client.get("/compliance/register.pdf").data)
        assert "Meetings by the rules then in force" in paper
        assert "1 meeting held" in paper
        assert "Item 1: Not quorate" in paper

    def test_is_of_a_body_and_a_span(self, client, board):
        board.met(notice_given=LATE)

        def count(query):
            return client.get(f"/compliance/register.json?{query}").json["count"]

        assert count(f"body={board.body.ref}&from=2026-05-14&to=2026-05-14") == 1
        assert count("from=2026-05-15") == 0
        assert count("to=2026-05-13") == 0
        assert count("on=2026-05-13") == 0
        assert client.get("/compliance/register?body=nobody").status_code == 404

    @pytest.mark.parametrize("query", ["from=yesterday", "from=2026-05-02&to=2026-05-01"])
    def test_of_no_span_is_refused(self, client, query):
        assert client.get(f"/compliance/register.json?{query}").status_code == 422

    def test_of_restricted_business_is_for_those_who_read_it(self, app, client, board):
        meeting = board.met("Asha", "Ben")
        board.carries(meeting, item=2)
        board.came(meeting, item=2, Ben="left")
        meetings.change_item(meeting, item=2, title="Lease", purpose=DECIDE, restricted="commercial", by=ADA)
        director = browser_of(app, "director")

        for kind in ("", ".json", ".csv"):
            assert "Item 2" in client.get(f"/compliance/register{kind}").text
            assert "Item 2" not in director.get(f"/compliance/register{kind}").text
        assert "Item 2" not in text_of(director.get("/compliance/register.pdf").data)

    def test_is_not_for_members(self, app):
        assert browser_of(app, "member").get("/compliance/register").status_code == 403
