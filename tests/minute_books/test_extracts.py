from datetime import date

import pytest

from registry.minute_books.sentences import (
    MINUTES_OF_DIRECTORS,
    MINUTES_OF_MEMBERS,
    RECORD_OF_DIRECTORS,
    RECORD_OF_MEMBERS,
    certifies,
    proves,
    stands,
)
from tests.conftest import browser_of
from tests.factories import ABody, ADecision, AMeeting
from tests.papers import text_of
from tests.press.conforming import faults


def extract(client, decision, asked=""):
    return client.get(f"/minute_books/extract/{decision.ref}.json{asked}")


@pytest.mark.pure
class TestProves:
    SIGNED, UNSIGNED = {"authenticated": "On 9 July 2026 by Dr Clara Clarason"}, {"authenticated": None}

    def test_nothing_until_the_chair_has_signed(self):
        assert proves("board", "meeting", self.UNSIGNED) == ""
        assert proves("board", "meeting", self.SIGNED) == MINUTES_OF_DIRECTORS
        assert proves("general meeting", "meeting", self.SIGNED) == MINUTES_OF_MEMBERS

    def test_of_what_was_decided_without_a_meeting_what_its_record_does(self):
        assert proves("general meeting", "written resolution", None) == RECORD_OF_MEMBERS
        assert proves("board", "unanimous", None) == RECORD_OF_DIRECTORS
        assert proves("board", "not on file", None) == ""


@pytest.mark.pure
class TestStands:
    DAY = date(2026, 5, 14)

    def told(self, **line):
        return stands({"outcome": "carried", "status": "in force", "later": []} | line, self.DAY)

    def test_as_the_decision_log_has_it_in_a_sentence(self):
        assert self.told() == "No later decision had superseded or rescinded it by 14 May 2026."
        assert self.told(status="rescinded") == "It has been rescinded, and was no longer in force on 14 May 2026."
        assert self.told(status="in force, in part rescinded", later=[1]).startswith("On 14 May 2026 it was in force,")
        assert self.told(status="carried, subject to a condition").endswith("It is carried, subject to a condition.")

    def test_of_what_was_not_carried_says_so(self):
        assert self.told(outcome="lost", status="lost") == "It was put, and was not carried."


@pytest.mark.pure
class TestCertifies:
    def test_names_the_source(self):
        line = {"on": "2026-05-14", "body": "Members", "route": "written resolution", "meeting_ref": None}

        assert certifies(line, "general meeting", None).endswith("that the members passed in writing on 14 May 2026.")
        assert certifies(line | {"route": "unanimous"}, "board", None).endswith("decisions of Members, of 14 May 2026.")


class TestExtract:
    def test_of_signed_minutes_says_so_and_what_that_proves(self, client, board):
        decision = board.decided()
        board.signed()

        told = extract(client, decision).json

        assert told["certifies"] == (
            "I certify that what follows is a true extract from the minutes of the meeting of The Board"
            " held on 14 May 2026, item 2."
        )
        assert told["proves"] == MINUTES_OF_DIRECTORS
        assert "Dr Clara Clarason" in told["minutes"]["authenticated"]
        assert extract(client, decision, "?on=2026-07-08").json["proves"] == ""

    def test_of_what_the_minutes_do_not_have_names_the_record_of_decisions(self, client, board):
        minuted = board.decided()
        board.circulated()
        decision = board.decided(item=1, text="RESOLVED that it be paid.")

        told = extract(client, decision).json

        assert extract(client, minuted).json["minutes"]["version"] == 1
        assert told["minutes"] is None
        assert (
            "from the record of what was decided at the meeting of The Board held on 14 May 2026" in told["certifies"]
        )

    def test_tells_from_its_day_on_that_it_was_rescinded(self, client, board):
        old = ADecision(body=board.body)
        bears_on = [{"how": "rescinds", "decision": old, "limbs": ""}]
        ADecision(body=board.body, on=date(2026, 6, 1), text="RESOLVED that it be not so.", bears_on=bears_on)

        assert "No later decision" in extract(client, old, "?on=2026-05-31").json["stands"]
        assert extract(client, old, "?on=2026-06-01").json["stands"].startswith("It has been rescinded")

    def test_prints_the_very_words_with_a_place_to_sign_and_can_be_kept_and_read_out(self, client, board):
        decision = board.decided()

        paper = client.get(f"/minute_books/extract/{decision.ref}.pdf").data

        for words in (
            "CERTIFIED EXTRACT",
            "RESOLVED that the contract be signed.",
            "with a vote counted",
            "Name in capitals",
        ):
            assert words in text_of(paper)
        assert client.get(f"/minute_books/extract/{decision.ref}.pdf").data == paper
        assert faults({"extract": paper}) == {}

    def test_is_led_to_from_the_decision_by_those_alone_who_may_certify(self, client, app):
        decision = ADecision()

        assert f"/minute_books/extract/{decision.ref}" in client.get(f"/decisions/{decision.ref}").text
        assert client.get(f"/minute_books/extract/{decision.ref}").status_code == 200
        assert "To be signed" not in browser_of(app, "director").get(f"/decisions/{decision.ref}").text
        assert browser_of(app, "director").get(f"/minute_books/extract/{decision.ref}").status_code == 403

    def test_certifies_nothing_on_a_day_before_it_was_decided(self, client):
        decision = ADecision()

        assert extract(client, decision, "?on=2026-05-13").status_code == 404
        assert extract(client, decision, "?on=2026-05-14").status_code == 200


class TestResolution:
    def test_says_as_what_the_members_passed_it_and_by_when_a_special_one_is_filed(self, client):
        members = ABody(name="Members", kind="general meeting")
        text = "RESOLVED as a special resolution that the name be changed."
        special = ADecision(body=members, text=text, meeting=AMeeting(body=members), route="meeting", votes_for=3)
        ordinary = ADecision(body=members, route="written resolution", votes_for=3, votes_against=0)

        told = client.get(f"/minute_books/resolution/{special.ref}.json").json
        assert told["title"] == f"Special resolution {special.number}"
        assert told["filed_by"] == "2026-05-29"
        assert told["passed"].startswith("At a general meeting of the company held on 14 May 2026")
        told = client.get(f"/minute_books/resolution/{ordinary.ref}.json").json
        assert (told["title"], told["filed_by"]) == (f"Ordinary resolution {ordinary.number}", None)
        assert "in writing, on 14 May 2026, as an ordinary resolution" in told["passed"]
        paper = client.get(f"/minute_books/resolution/{special.ref}.pdf").data
        assert "SPECIAL RESOLUTION" in text_of(paper)
        assert faults({"resolution": paper}) == {}

    def test_is_only_of_the_members_and_only_of_what_was_carried(self, client):
        members = ABody(name="Members", kind="general meeting")
        lost = ADecision(body=members, route="written resolution", outcome="lapsed")

        for decision in (lost, ADecision()):
            assert client.get(f"/minute_books/resolution/{decision.ref}").status_code == 404
