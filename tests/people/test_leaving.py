"""What would follow if somebody left."""

from datetime import date

import pytest

from registry.directors import commands as directors
from registry.interests import commands as interests
from registry.seats import commands as seats
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AMember, ANomination, APerson, ASeat, SomeTerms

MARCH_31, APRIL_1 = date(2022, 3, 31), date(2022, 4, 1)


@pytest.fixture
def ann(app):
    return APerson(surname="Osei", born=date(1970, 1, 1))


def told(client, person, day="2022-04-01"):
    items = client.get(f"/people/{person.ref}/leaving.json?on={day}").json["items"]
    return [(line["kind"], line["text"]) for line in items]


class TestLeaving:
    def test_of_whoever_holds_nothing_is_nothing(self, client, ann):
        assert told(client, ann) == []

    def test_leaves_seats_vacant_and_tells_what_quorum_is_left(self, client, ann):
        board = ABody(kind="board", name="Board")
        SomeTerms(body=board, version="2.0", since=date(2020, 4, 1), quorum=2)
        chair, lay = (ASeat(body=board, title=title) for title in ("Chair", "Lay"))
        seats.appoint(chair, person=ann, since=APRIL_1, by=ADA)
        seats.appoint(lay, person=APerson(), since=APRIL_1, by=ADA)

        assert told(client, ann, "2022-03-31") == []
        assert told(client, ann) == [
            ("Seat", "“Chair”, Board: would be vacant"),
            ("Quorum", "Board: 1 voter left: a quorum of 2 could not be made (Terms of reference v2.0)"),
        ]

    def test_of_a_shared_seat_says_who_would_hold_it_alone(self, client, ann):
        seat = ASeat(body=ABody(kind="PCN", name="Rutland"), title="Clinical director", holders=2, votes=0)
        for person in (ann, APerson(surname="Bell")):
            seats.appoint(seat, person=person, since=APRIL_1, by=ADA)

        assert told(client, ann) == [("Seat", "“Clinical director”, Rutland: Asha Bell would hold it alone")]

    def test_tells_of_the_directorship_the_shares_the_practice_and_the_interests(self, client, ann):
        directors.appoint(person=ann, since=APRIL_1, consented=APRIL_1, declared=APRIL_1, by=ADA)
        ANomination(member=AMember(person=ann))
        interests.declare(
            ann, kind="financial", organisation="Osei Ltd", description="Owner",
            since=APRIL_1, declared_on=APRIL_1, by=ADA,
        )  # fmt: skip

        assert [kind for kind, _ in told(client, ann, "2026-11-01")] == ["Shares", "Practice", "Director", "Interests"]

    def test_is_a_page_and_a_paper_for_those_signed_in(self, app, client, visitor, ann):
        assert "What would follow if" in client.get(f"/people/{ann.ref}/leaving").text
        assert client.get(f"/people/{ann.ref}/leaving.pdf").data.startswith(b"%PDF")
        assert f"/people/{ann.ref}/leaving" in browser_of(app, "member").get(f"/people/{ann.ref}").text
        assert visitor.get(f"/people/{ann.ref}/leaving").status_code == 401
