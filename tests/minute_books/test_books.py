from datetime import date
from io import BytesIO

import pikepdf
import pytest

from registry.cli.papers import print_
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE
from registry.minute_books.contents import standing_of
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AHolding, AMeeting, AnAppointment, ASeat, SomeTerms
from tests.papers import text_of
from tests.press.conforming import faults

JULY_20 = "2026-07-20"


def book(client, body, **asked):
    return client.get(f"/minute_books/{body.ref}.json", query_string=asked).json


def titles(told):
    return [(line["title"], line["about"]) for line in told["contents"]]


@pytest.mark.pure
class TestStanding:
    def told(self, *signed, is_over=True):
        held = [{"is_signed": each} for each in signed]
        return standing_of({"year": 2026, "last": date(2026, 7, 20), "meetings": held}, is_over)

    def test_counts_what_is_not_signed(self):
        assert self.told(True, True) == "The minutes of every meeting are signed."
        assert self.told(True, False) == "Of 2 meetings, the minutes of 1 are not signed."
        assert self.told() == "There was no meeting."

    def test_of_a_year_that_is_not_over_says_so(self):
        assert self.told(True, is_over=False).startswith("2026 is not over: this is what it holds up to 20 July 2026.")


class TestRegister:
    def test_has_a_book_for_each_body_and_year_in_which_it_met_or_decided(self, client, board):
        board.signed()
        ADecision(body=board.body, on=date(2025, 3, 3))

        lines = client.get("/minute_books/register.json").json["items"]

        told = [(line["title"], line["meetings"], line["signed"], line["decisions"], line["is_over"]) for line in lines]
        assert told == [("The Board, 2026", 2, 1, 0, False), ("The Board, 2025", 0, 0, 1, True)]
        assert "/minute_books/" in client.get(f"/structure/{board.body.ref}").text

    def test_shows_whoever_does_not_sit_there_the_members_book_alone(self, app, board):
        AMeeting(body=ABody(name="Members", kind="general meeting"), on=date(2026, 6, 1))
        member = browser_of(app, "member")

        assert [line["title"] for line in member.get("/minute_books/register.json").json["items"]] == ["Members, 2026"]
        assert member.get(f"/minute_books/{board.body.ref}").status_code == 403
        assert browser_of(app, "director").get(f"/minute_books/{board.body.ref}").status_code == 200


class TestMinuteBook:
    def test_has_the_minutes_in_turn_and_how_far_each_has_come(self, client, board):
        board.signed()

        assert titles(book(client, board.body))[:3] == [
            ("Meeting of 14 May 2026", titles(book(client, board.body))[0][1]),
            ("Meeting of 9 July 2026", "No minutes circulated"),
            ("Attendance", "2 meetings"),
        ]
        assert book(client, board.body)["contents"][0]["href"].startswith("/minutes/")
        assert titles(book(client, board.body))[0][1].startswith("Signed on 9 July 2026 by Dr Clara Clarason")
        assert titles(book(client, board.body, on="2026-07-08"))[0] == (
            "Meeting of 14 May 2026",
            "Not approved, not signed",
        )

    def test_is_of_the_year_asked_for_and_of_none_to_come(self, client, board):
        ADecision(body=board.body, on=date(2025, 3, 3))

        told = book(client, board.body, year=2025)

        assert (told["title"], told["standing"]) == ("Minute book 2025: The Board", "There was no meeting.")
        assert [line["title"] for line in told["contents"]] == [
            "Decisions that stand in no minutes",
            "Changes in the registers",
        ]
        for year in ("2027", "next", "٢٠٢٥", "25"):
            assert client.get(f"/minute_books/{board.body.ref}?year={year}").status_code == 404

    def test_indexes_each_decision_under_the_minutes_that_hold_it(self, client, board):
        minuted = board.decided()
        board.circulated()
        late, alone = board.decided(item=1, text="RESOLVED that it be paid."), ADecision(body=board.body)

        index = {line["number"]: line["section"] for line in book(client, board.body)["decisions"]}

        assert index == {minuted.number: "minutes-1", late.number: "others", alone.number: "others"}

    def test_tells_what_changed_in_its_registers_that_year(self, client, board):
        SomeTerms(body=board.body, since=date(2026, 3, 1), version="3.0", quorum=None)
        AnAppointment(seat=ASeat(body=board.body, title="Lay director"), since=date(2026, 4, 1))
        AHolding(5, on=date(2026, 2, 1))

        told = [(line["on"], line["what"]) for line in book(client, board.body)["changes"]]

        assert ("2026-03-01", "Terms of reference v3.0 in force") in told
        assert [what for on, what in told if on == "2026-04-01"] == ["Lay director: Asha Patel took the seat"]
        assert [what for on, what in told if on == "2026-02-01"] != []

    def test_leaves_out_what_its_reader_may_not_read(self, app, client, board):
        item = {"title": "Zebra", "purpose": DECIDE, "restricted": "commercial"}
        meetings.change_item(board.meeting, item=2, **item, by=ADA)
        board.decided(text="RESOLVED that Zebra be paid.")
        board.circulated(item_2="Zebra was heard.")
        address, director = f"/minute_books/{board.body.ref}", browser_of(app, "director")

        assert "Zebra was heard" in text_of(client.get(f"{address}.pdf").data)
        assert "Zebra" not in text_of(director.get(f"{address}.pdf").data)
        assert "Zebra" not in director.get(f"{address}.json").text

    def test_prints_with_one_numbering_an_index_and_marks_and_can_be_kept_and_read_out(self, client, board):
        board.decided()
        board.signed()
        ADecision(body=board.body)

        paper = client.get(f"/minute_books/{board.body.ref}.pdf").data

        words = text_of(paper)
        for said in ("Pages 1 to 6 of the minute book 2026", "Index of decisions", "No minutes", "Page 1 of 6"):
            assert said in words
        with pikepdf.open(BytesIO(paper)) as pdf, pdf.open_outline() as outline:
            assert [each.title for each in outline.root][:4] == [
                "Minute book",
                "Contents",
                "Index of decisions",
                "Meeting of 14 May 2026",
            ]
        assert client.get(f"/minute_books/{board.body.ref}.pdf").data == paper
        assert faults({"book": paper}) == {}

    def test_prints_from_the_command_line_of_any_year(self, app, board, tmp_path):
        ADecision(body=board.body, on=date(2025, 3, 3))
        out = tmp_path / "book.pdf"
        asked = ["minute_books.minute_book", board.body.ref, "-o", str(out)]

        told = app.test_cli_runner().invoke(print_, [*asked, "--ask", "year=2025"])

        assert told.exit_code == 0, told.output
        assert "Minute book 2025" in text_of(out.read_bytes())
        assert "Ask as name=value" in app.test_cli_runner().invoke(print_, [*asked, "--ask", "2025"]).output
