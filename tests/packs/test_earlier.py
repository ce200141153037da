"""What was decided before on the subject of an item stands on its sheet, with why it does."""

from datetime import date

import pytest

from registry.meetings import commands as meetings
from registry.packs.earlier import words_of_weight
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, APractice
from tests.packs.papers import a_paper, put

DAY, BEFORE = date(2026, 5, 14), date(2026, 3, 5)


@pytest.fixture
def board():
    return ABody(kind="board", name="Board of directors")


def asking(board, title="Lease of the Wigston surgery", **facts):
    """A meeting with a paper on one item."""
    meeting = AMeeting(body=board, on=DAY, titles=[])
    meetings.add_item(meeting, title=title, purpose="decide", **facts, by=ADA)
    put(meeting, 1, "Report", a_paper("One"))
    return meeting


def held(board, title, **facts):
    meeting = AMeeting(body=board, on=BEFORE, notice_given=date(2026, 2, 20), titles=[])
    meetings.add_item(meeting, title=title, purpose="decide", **facts, by=ADA)
    return meeting


def taken_at(meeting, text="RESOLVED that it be so.", **facts):
    return ADecision(body=meeting.body, on=BEFORE, route="meeting", meeting=meeting, item=1, text=text, **facts)


def earlier(client, meeting):
    return [(line["number"], line["why"]) for line in client.get(f"/packs/{meeting.ref}.json").json["earlier"]]


class TestEarlierOn:
    def test_is_what_the_decision_proposed_names(self, client, board):
        old = ADecision(body=board, on=BEFORE)

        meeting = asking(board, proposed=f"That decision {old.number}, which was wrong, be rescinded.")

        assert earlier(client, meeting) == [(old.number, "it is named in the decision proposed")]

    def test_is_what_was_taken_at_an_item_of_the_same_name(self, client, board):
        old = taken_at(held(board, "LEASE of the Wigston surgery"))
        taken_at(held(board, "Another thing"))

        why = "it was taken at the item of the same name on 5 March 2026"
        assert earlier(client, asking(board)) == [(old.number, why)]

    def test_is_what_was_taken_about_the_same_party(self, client, board):
        practice = APractice(name="Bushloe Surgery")
        old = taken_at(held(board, "Rents", parties=[{"party": practice}]))

        meeting = asking(board, parties=[{"party": practice}])

        assert earlier(client, meeting) == [(old.number, "it was also about Bushloe Surgery")]

    def test_is_what_says_much_of_the_same(self, client, board):
        old = ADecision(body=board, on=BEFORE, text="RESOLVED that leases of surgeries in Wigston not be renewed.")
        ADecision(body=board, on=BEFORE, text="RESOLVED that the Wigston accounts be approved.")
        ADecision(on=BEFORE, text="RESOLVED by others that leases of surgeries in Wigston be renewed.")
        ADecision(body=board, on=DAY, text="RESOLVED that leases of surgeries in Wigston be renewed.")

        meeting = asking(board, proposed="That the lease be renewed.")

        assert earlier(client, meeting) == [(old.number, "it too says “lease”, “renewed”, “wigston”")]

    def test_tells_the_few_surest_and_of_those_the_latest(self, client, board):
        for day in range(1, 6):
            ADecision(body=board, on=date(2026, 3, day), text="RESOLVED that the lease in Wigston be renewed.")
        named = ADecision(body=board, on=date(2026, 1, 8))

        meeting = asking(board, proposed=f"That the lease be renewed, as {named.number} has it.")
        told = client.get(f"/packs/{meeting.ref}.json").json["earlier"]

        days = ["2026-01-08", "2026-03-05", "2026-03-04", "2026-03-03"]
        assert [line["on"] for line in told] == days

    def test_names_nothing_that_the_reader_may_not_read(self, app, client, board):
        secret = taken_at(held(board, "Lease of the Wigston surgery", restricted="commercial"))
        meeting = asking(board)

        assert [number for number, _ in earlier(client, meeting)] == [secret.number]
        assert earlier(browser_of(app, "director"), meeting) == []


@pytest.mark.pure
class TestWordsOfWeight:
    def test_are_those_that_tell_a_text_from_others(self):
        text = "RESOLVED that the Board’s leases, at Ŵyn House, be approved in 2026."

        assert words_of_weight(text) == {"lease", "house"}
