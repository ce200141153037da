"""What changed in the registers between two meetings, and what comes after the second."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from registry.meetings import commands as meetings
from registry.packs import queries
from registry.packs.changes import changes_since
from registry.seats import commands as seats
from registry.structure import commands as structure
from tests.factories import (
    ADA,
    ABelonging,
    ABody,
    ADecision,
    AHolding,
    AMeeting,
    AnAppointment,
    APerson,
    ASeat,
    SomeTerms,
)

LAST, DAY = date(2026, 3, 5), date(2026, 5, 14)


def entered_on(*day):
    return time_machine.travel(datetime(*day, 12, tzinfo=UTC), tick=True)


@pytest.fixture
def board():
    with entered_on(2026, 1, 1):
        return ABody(kind="board", name="Board of directors")


@pytest.fixture
def meeting(board):
    """Everything before it is entered long before, unless a test says otherwise."""
    with entered_on(2026, 1, 2):
        AMeeting(body=board, on=LAST, notice_given=None)
        return AMeeting(body=board, on=DAY, notice_given=None)


def told(client, meeting, section):
    return client.get(f"/packs/{meeting.ref}.json").json[section]


def changes(meeting):
    return [
        (each["text"], each["on"], each["entered"]) for each in changes_since(meeting, queries.meeting_before(meeting))
    ]


class TestChangesSince:
    def test_are_those_from_the_last_meeting_up_to_the_day_before(self, board, meeting):
        days = (date(2026, 3, 4), LAST, date(2026, 5, 13), DAY)
        with entered_on(2026, 1, 3):
            for place, day in enumerate(days, start=1):
                ABelonging(body=ABody(kind="hub", name=f"Hub {place}"), since=day)

        found = [(text.split(":")[0], on) for text, on, _ in changes(meeting)]

        assert found == [("Hub 2", LAST), ("Hub 3", date(2026, 5, 13))]

    def test_are_also_those_of_an_earlier_day_that_were_entered_only_since(self, board, meeting):
        with entered_on(2026, 3, 4):
            early = ASeat(body=board, title="Chair", since=date(2020, 1, 1))
        with entered_on(2026, 4, 2):
            AnAppointment(seat=early, person=APerson(surname="Late", forenames="Ada"), since=date(2026, 2, 1))
            seats.retire(early, until=DAY, by=ADA)

        assert changes(meeting) == [("Chair, Board of directors: Ada Late came", date(2026, 2, 1), date(2026, 4, 2))]

    def test_tell_of_members_and_shares_seats_practices_and_terms(self, board, meeting):
        with entered_on(2026, 4, 1):
            member = AHolding(10, on=date(2026, 4, 1)).member
            person = APerson(forenames="Asha", surname="Patel", born=date(1975, 5, 1))
            appointed = AnAppointment(seat=ASeat(body=board), person=person)
            seats.retire(appointed.seat, person=person, until=date(2026, 4, 3), by=ADA)
            joined = ABelonging(since=date(2020, 1, 1))
            structure.leave(joined, until=date(2026, 4, 2), by=ADA)
            SomeTerms(body=board, version="2.0", since=date(2026, 4, 4))

        lines = changes_since(meeting, queries.meeting_before(meeting))

        within = [line for line in lines if line["on"] >= LAST]
        assert [line["register"] for line in within] == [
            "Members and shares",
            "Seats",
            "Practices",
            "Terms",
        ]
        assert f"folio {member.folio}: allotment, +10 " in "".join(line["text"] for line in within)

    def test_of_another_body_are_its_own_alone(self):
        with entered_on(2026, 1, 2):
            hub = ABody(kind="hub", name="Rutland hub")
            AMeeting(body=hub, on=LAST, notice_given=None)
            meeting = AMeeting(body=hub, on=DAY, notice_given=None)
            AHolding(10, on=date(2026, 4, 1))
            ABelonging(since=date(2026, 4, 1))
            ABelonging(body=hub, since=date(2026, 4, 2))

        assert [on for _, on, _ in changes(meeting)] == [date(2026, 4, 2)]

    def test_are_none_before_the_first_meeting(self, board):
        AHolding(10)

        assert changes(AMeeting(body=board)) == []


class TestAheadOf:
    def test_tells_of_meetings_reviews_and_ends_of_terms_in_the_order_of_days(self, client, board, meeting):
        AMeeting(body=board, on=date(2026, 7, 9), notice_given=None)
        meetings.call_off(AMeeting(body=board, on=date(2026, 6, 1), notice_given=None), reason="No rooms", by=ADA)
        SomeTerms(body=board, version="1.0", since=date(2025, 4, 1), review_due=date(2026, 5, 13))
        decision = ADecision(body=board, on=date(2026, 4, 1), review_by=date(2027, 5, 14))
        ADecision(body=board, on=date(2026, 4, 1), review_by=date(2027, 5, 15))
        person = APerson(title="Dr", forenames="Asha", surname="Patel", born=date(1975, 5, 1))
        AnAppointment(seat=ASeat(body=board, title="Chair", term_months=36), person=person, since=date(2024, 1, 1))

        lines = [(line["on"], line["text"], line["overdue"]) for line in told(client, meeting, "ahead")]

        (review, *rest) = lines
        assert (review[0], review[2]) == ("2026-05-13", True)
        assert rest == [
            ("2026-07-09", "Meeting at 18:30, The Springs, Wigston", False),
            ("2026-12-31", "Last day of the term of Dr Asha Patel, Chair", False),
            ("2027-05-14", f"Decision {decision.number} is to be looked at again by this day", False),
        ]


class TestUnderReview:
    def test_are_the_terms_of_a_body_whose_terms_an_item_is_about(self, client, board, meeting):
        hub = ABody(kind="hub", name="Rutland hub")
        SomeTerms(body=hub, version="3.0", since=date(2025, 4, 1))
        other = ABody(kind="hub", name="Blaby hub")
        SomeTerms(body=other, version="1.0", since=date(2025, 4, 1))
        item = {"purpose": "decide", "by": ADA}
        meetings.add_item(meeting, title="Terms of reference of the hub", parties=[{"party": hub}], **item)
        meetings.add_item(meeting, title="Rents of the hub", parties=[{"party": other}], **item)

        pack = client.get(f"/packs/{meeting.ref}.json").json

        titles = [line["title"] for line in pack["contents"] if line["name"].startswith("terms")]
        assert titles == ["Terms of reference", "Terms of reference of Rutland hub"]
        words = client.get(f"/packs/{meeting.ref}.pdf")
        assert words.status_code == 200
