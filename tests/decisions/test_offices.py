"""Directors removed, and seats created, by decision."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from registry.db import db
from registry.decisions import commands, queries
from registry.directors import commands as directors
from registry.filings.queries import outstanding_on
from registry.law import Breach
from registry.people.models import Person
from registry.seats import commands as seats
from registry.seats.models import Seat
from registry.seats.queries import whole_seat_on
from registry.terms.models import Provision, Section
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat, SomeTerms

APRIL_15, APRIL_16, MAY_13, MAY_14 = date(2026, 4, 15), date(2026, 4, 16), date(2026, 5, 13), date(2026, 5, 14)


@pytest.fixture
def director(app):
    since = date(2020, 4, 1)
    return directors.appoint(
        person=APerson(born=date(1970, 1, 1)), since=since, consented=since, declared=since, by=ADA
    )


def remove(director, *, body=None, special_notice=APRIL_15, **more):
    body = body or ABody(kind="general meeting")
    route = {"route": "meeting", "meeting": AMeeting(body=body, on=MAY_14)} | more
    return ADecision(
        body=body, kind="remove a director", directorship=director, special_notice=special_notice, on=MAY_14, **route
    )


class TestRemoval:
    def test_at_a_general_meeting_ends_the_directorship(self, director):
        decision = remove(director)

        assert (director.last_day, director.ended) == (MAY_13, "removed")
        told = queries.decision_on(decision, MAY_14)["effects"][0]["text"]
        assert told == "Removed Asha Patel as a director; the last day is 13 May 2026"
        assert ("TM01", date(2026, 5, 28)) in [(line["form"], line["due"]) for line in outstanding_on(MAY_14)]

    def test_that_was_wrong_and_put_right_is_still_told(self, client, director):
        decision = remove(director)
        since = director.since
        directors.correct(director, since=since, consented=since, declared=since, reason="Not removed", by=ADA)

        assert (director.until, director.ended) == (None, "")
        assert "which was since put right" in client.get(f"/decisions/{decision.ref}").text

    def test_by_written_resolution_is_refused(self, director):
        with pytest.raises(Breach, match="never in writing"):
            remove(director, route="written resolution", meeting=None)
        assert director.until is None

    def test_by_the_board_is_refused(self, director):
        with pytest.raises(Breach, match="at a general meeting"):
            remove(director, body=ABody(kind="board"))

    def test_without_special_notice_is_refused_by_a_day(self, director):
        with pytest.raises(Breach, match="28 clear days"):
            remove(director, special_notice=APRIL_16)
        remove(director, special_notice=APRIL_15)


def told(body):
    return {"body": body, "title": "Lay member", "kind": "lay", "since": MAY_14}


class TestEstablishSeat:
    def test_shows_by_which_decision_the_seat_was_created(self):
        board = ABody(kind="board", name="Board")
        decision = ADecision(body=board, on=MAY_14)

        seat = commands.establish_seat(decision, **told(board), by=ADA)

        assert whole_seat_on(seat, MAY_14)["created_by"] == decision.number
        done = queries.decision_on(decision, MAY_14)["effects"][0]
        assert (done["text"], done["page"]) == ("Created the seat “Lay member”, Board, from 14 May 2026", "seats.seat")

    def test_before_the_decision_takes_effect_is_refused(self):
        board = ABody(kind="board")

        with pytest.raises(Breach, match="never before"):
            commands.establish_seat(ADecision(body=board, on=MAY_14), **told(board) | {"since": MAY_13}, by=ADA)

    def test_by_a_decision_that_was_lost_is_refused(self):
        board = ABody(kind="board")

        with pytest.raises(Breach, match="Only a decision that was carried"):
            commands.establish_seat(ADecision(body=board, outcome="lost"), **told(board), by=ADA)

    def test_from_the_page_of_the_decision(self, client, app):
        board = ABody(kind="board")
        decision = ADecision(body=board, on=MAY_14)
        address = f"/decisions/{decision.ref}/establish_seat"

        assert f"/decisions/{decision.ref}/establish_seat" in client.get(f"/decisions/{decision.ref}").text
        sent = {"body": board.ref, "title": "Lay member", "kind": "lay", "holders": "2", "term_months": "36"}
        sent |= {"since-day": 14, "since-month": 5, "since-year": 2026}
        answer = client.post(address, data=sent)
        assert answer.status_code == 303
        page = client.get(answer.location).text
        assert decision.number in page
        assert "36 months" in page
        assert browser_of(app, "director").get(address).status_code == 403


class TestAbolishSeat:
    def test_shows_by_which_decision_it_was_abolished(self, client):
        seat = ASeat(title="Lay member")
        decision = ADecision(body=seat.body, on=MAY_14)
        sent = {"seat": seat.ref, "until-day": 1, "until-month": 6, "until-year": 2026}

        assert client.post(f"/decisions/{decision.ref}/abolish_seat", data=sent).status_code == 303

        assert whole_seat_on(seat, date(2026, 6, 1))["abolished_by"] == decision.number
        done = queries.decision_on(decision, MAY_14)["effects"][0]["text"]
        assert done.startswith("Abolished the seat “Lay member”")

    def test_that_somebody_sits_in_is_refused(self):
        seat = AnAppointment().seat

        with pytest.raises(Breach, match="once nobody sits"):
            commands.abolish_seat(ADecision(body=seat.body, on=MAY_14), seat=seat, until=MAY_14, by=ADA)


class TestChain:
    def test_goes_from_an_appointment_to_an_article_and_each_link_opens(self, client):
        company, board = ABody(kind="company"), ABody(kind="board", name="Board")
        majority = {"what": "majority of more than", "number": 1, "of": 2, "who": "those voting", "over": "board"}
        section = Section(place=1, heading="Directors", text="They decide by a majority of those voting.")
        articles = SomeTerms(
            body=company, kind="articles", version="1.0", since=date(2015, 4, 1), sections=[section],
            provisions=[Provision(place=1, clause="1.1", **majority)],
        )  # fmt: skip
        ADecision(body=board, kind="adopt terms", terms=SomeTerms(body=board, version="2.0"), on=APRIL_15)
        seat = ASeat(body=board, title="Lay member")
        meeting = AMeeting(body=board, on=MAY_14)
        decision = ADecision(
            body=board, kind="appoint", seat=seat, person=APerson(), on=MAY_14, route="meeting", meeting=meeting
        )

        assert f"/decisions/{decision.ref}" in client.get(f"/seats/{seat.ref}").text
        steps = client.get(f"/decisions/{decision.ref}.json").json["authority"]
        assert [step["text"].split(" ")[0] for step in steps] == ["Meeting", "Terms", "Adopted", "Articles"]
        assert steps[-1]["text"].startswith("Articles v1.0, clause 1.1: ")
        assert steps[-1]["href"] == f"/terms/{articles.ref}#clause-1.1"
        for step in steps:
            page = client.get(step["href"])
            assert page.status_code == 200
        assert 'id="clause-1.1"' in page.text


class TestTwoActs:
    def test_filling_one_seat_at_once_fill_it_once(self, shared):
        board, people = ABody(kind="board"), [APerson().ref, APerson().ref]
        seat = ASeat(body=board).ref
        start = Barrier(2)

        def fill(person):
            with shared.app_context():
                start.wait()
                try:
                    seats.appoint(
                        db.session.get(Seat, seat), person=db.session.get(Person, person), since=MAY_14, by=ADA
                    )
                except (Breach, StaleDataError, OperationalError) as refused:
                    return refused
                finally:
                    db.session.remove()

        with ThreadPoolExecutor(2) as secretaries:
            told = list(secretaries.map(fill, people))

        assert sum(each is None for each in told) == 1
        assert len(db.session.get(Seat, seat).appointments) == 1
