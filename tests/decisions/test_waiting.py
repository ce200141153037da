"""What a decision puts off: until its day, or for as long as whoever logs it says."""

import json
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.allotments.models import EXCLUDED
from registry.cli.decisions import STILL_WAITS
from registry.cli.decisions import decisions as cli
from registry.db import db
from registry.decisions import commands, due, queries, waiting
from registry.decisions.effects import ASKED, DOINGS
from registry.law import Breach
from registry.ledger.models import Entry
from registry.members.models import Member
from registry.seats import commands as seats
from registry.structure.models import BOARD
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AHolding,
    AMember,
    APerson,
    ASeat,
    AShareClass,
    ATransfer,
    SomeTerms,
)

AUGUST, SEPTEMBER, EVE = date(2026, 8, 10), date(2026, 9, 1), date(2026, 8, 31)


@contextmanager
def on(day):
    with clock.telling(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
        yield


@pytest.fixture(autouse=True)
def august():
    """It is 10 August 2026."""
    with on(AUGUST):
        yield


@pytest.fixture
def appointment():
    """A decision of 10 August 2026 that appoints Dr Asha Patel from 1 September, and says that it waits."""
    board = ABody(name="Board", kind=BOARD)
    facts = {"seat": ASeat(title="Chair", body=board), "person": APerson(title="Dr")}
    return ADecision(body=board, kind="appoint", on=AUGUST, since=SEPTEMBER, waits=True, **facts)


def seat_of(decision):
    return waiting.what_waits(decision)["seat"]


def an_allotment(**facts):
    usual = {"kind": "allot shares", "shares": 12, "paid": 100, "preemption": EXCLUDED, "on": AUGUST}
    share_class = facts.get("share_class") or AShareClass(name="Ordinary")
    return ADecision(**usual | {"member": AMember()} | facts | {"share_class": share_class})


class TestPuttingOff:
    def test_leaves_the_register_as_it_is_and_says_what_is_still_to_be_done(self, appointment):
        assert seat_of(appointment).appointments == []
        told = queries.decision_on(appointment, AUGUST)
        assert told["effects"] == []
        assert told["waits"] == "Appoint Dr Asha Patel to the seat “Chair”, Board, from 1 September 2026"
        assert told["status"] == "carried, in effect from 1 September 2026"
        assert queries.decision_on(appointment, SEPTEMBER)["status"] == "carried, still to be carried out"

    def test_is_part_of_what_the_ledger_seals(self, appointment):
        (body,) = db.session.scalars(select(Entry.body).where(Entry.ref == appointment.ref))

        assert json.loads(json.loads(body)["document"]["waiting"]) == {
            "person": waiting.what_waits(appointment)["person"].ref,
            "seat": seat_of(appointment).ref,
        }

    def test_happens_by_itself_where_a_register_takes_no_day_to_come(self):
        decision = an_allotment(since=date(2026, 8, 11))

        assert decision.waiting
        assert waiting.foretold(decision) == "Allot 12 Ordinary shares to Asha Patel on 11 August 2026"

    def test_does_not_on_the_day_itself(self):
        decision = an_allotment(since=AUGUST)

        assert (decision.waiting, len(decision.effects)) == ("", 1)

    def test_does_not_where_a_register_takes_a_day_to_come(self):
        seat = ASeat()

        ADecision(kind="appoint", seat=seat, person=APerson(), on=AUGUST, since=SEPTEMBER)

        assert [each.since for each in seat.appointments] == [SEPTEMBER]

    @pytest.mark.parametrize("outcome", ["lost", "lapsed", "deferred"])
    def test_is_of_what_was_carried_alone(self, outcome):
        decision = ADecision(kind="appoint", seat=ASeat(), person=APerson(), outcome=outcome, on=AUGUST, waits=True)

        assert (decision.waiting, waiting.foretold(decision)) == ("", "")

    def test_is_of_what_does_something_alone(self):
        assert ADecision(kind="note", on=AUGUST, waits=True).waiting == ""

    def test_does_not_put_off_what_the_law_wants_of_the_decision_itself(self):
        articles = SomeTerms(body=ABody(kind="company"), kind="articles", since=date(2020, 4, 1))
        amended = SomeTerms(body=articles.body, kind="articles", version="2.0")

        with pytest.raises(Breach, match="the general meeting decides"):
            ADecision(body=ABody(kind=BOARD), kind="adopt terms", terms=amended, on=AUGUST, waits=True)


class TestWrittenDown:
    def test_answers_are_read_back_as_they_were(self):
        answers = {
            "person": APerson(),
            "situation": "A post at the hospital",
            "covers": "Hold it",
            "review_due": date(2027, 8, 10),
            "also_interested": [APerson(forenames="Ben"), APerson(forenames="Cora")],
        }

        told = waiting.written_down("authorise a conflict", answers)

        assert json.loads(json.dumps(told)) == told
        assert told["review_due"] == "2027-08-10"
        unanswered = dict.fromkeys(DOINGS["authorise a conflict"].asks)
        assert waiting.read_back("authorise a conflict", told) == unanswered | answers

    def test_leave_out_what_the_kind_has_no_use_for(self):
        assert waiting.written_down("appoint", {"shares": 4, "until": SEPTEMBER}) == {"until": "2026-09-01"}
        assert waiting.written_down("note", {"shares": 4}) == {}
        assert waiting.read_back("note", {}) == {}

    def test_name_a_document_or_a_day_or_are_plain(self):
        plain = set(ASKED) - set(waiting.DOCUMENTS) - set(waiting.DAYS)

        assert plain == {
            "body_name",
            "body_kind",
            "body_code",
            "shares",
            "paid",
            "preemption",
            "reasons",
            "situation",
            "covers",
            "conditions",
        }


class TestCarryOut:
    def test_is_done_on_the_day_by_the_authority_of_the_decision(self, appointment):
        seat = seat_of(appointment)
        with on(SEPTEMBER):
            commands.carry_out(appointment, by=ADA)

        assert [(each.since, each.person.name_on(SEPTEMBER)) for each in seat.appointments] == [
            (SEPTEMBER, "Dr Asha Patel")
        ]
        first = db.session.scalar(select(Entry.first).order_by(Entry.seq.desc()).limit(1))
        entries = db.session.execute(
            select(Entry.seq, Entry.act, Entry.because).where(Entry.first == first).order_by(Entry.seq)
        ).all()
        assert [(entry.act, entry.because) for entry in entries] == [
            ("decisions.carry_out", None),
            ("seats.appoint", entries[0].seq),
        ]
        told = queries.decision_on(appointment, SEPTEMBER)
        assert (told["waits"], told["status"]) == ("", "in force")
        assert told["effects"][0]["text"] == (
            "Appointed Dr Asha Patel to the seat “Chair”, Board, from 1 September 2026"
        )

    def test_is_refused_on_the_day_before(self, appointment):
        with on(EVE), pytest.raises(Breach, match="on the day it takes effect, 1 September 2026, or later"):
            commands.carry_out(appointment, by=ADA)

        assert appointment.waiting

    def test_happens_once(self, appointment):
        with on(SEPTEMBER):
            commands.carry_out(appointment, by=ADA)
            with pytest.raises(Breach, match="nothing left to do"):
                commands.carry_out(appointment, by=ADA)

    def test_enters_shares_on_the_day_it_takes_effect(self):
        decision = an_allotment(since=SEPTEMBER)
        with on(date(2026, 9, 3)):
            commands.carry_out(decision, by=ADA)

        (movement,) = db.session.scalars(select(Member)).one().movements
        assert (movement.on, movement.shares) == (SEPTEMBER, 12)

    def test_of_a_seat_filled_meanwhile_tells_why_and_goes_on_waiting(self, appointment):
        seat = seat_of(appointment)
        with on(SEPTEMBER):
            seats.appoint(seat, person=APerson(), since=AUGUST, by=ADA)
            size = ledger.head().size
            with pytest.raises(Breach, match="One person sits in a seat at a time"):
                commands.carry_out(appointment, by=ADA)

            assert appointment.waiting
            assert appointment.effects == []
            assert ledger.head().size == size

    def test_of_each_kind_is_foretold(self):
        board, asha = ABody(name="Board", kind=BOARD), AMember()
        AHolding(10, member=asha, share_class=AShareClass(name="Ordinary"))
        lodged = ATransfer(asha, to=AMember(person=APerson(forenames="Ben", surname="Okoro")), shares=4)
        seat, person = ASeat(title="Chair", body=board), APerson(title="Dr")
        seats.appoint(seat, person=person, since=date(2020, 4, 1), by=ADA)
        terms = SomeTerms(body=board, title="Terms", version="2.0", since=date(2021, 4, 1))
        usual = {"body": board, "on": AUGUST, "since": SEPTEMBER, "waits": True}

        def foretold(kind, **facts):
            return waiting.foretold(ADecision(kind=kind, **usual | facts))

        assert foretold("end an appointment", seat=seat, until=SEPTEMBER) == (
            "End the appointment to the seat “Chair”, Board; the first day without is 1 September 2026"
        )
        assert foretold("end an appointment", seat=seat, until=SEPTEMBER, person=person) == (
            "End the appointment of Dr Asha Patel to the seat “Chair”, Board; the first day without is 1 September 2026"
        )
        assert foretold("end terms", terms=terms) == "End Terms, version 2.0; the first day without is 1 September 2026"
        assert foretold("adopt terms", terms=SomeTerms(body=board, title="Terms", version="3.0")) == (
            "Adopt Terms, version 3.0, in force from 1 September 2026"
        )
        assert foretold("transfer", lodged=lodged) == (
            "Register transfer T1 on 1 September 2026: 4 Ordinary shares from Asha Patel to Ben Okoro"
        )
        assert foretold("refuse transfer", lodged=lodged, reasons="He is no partner.") == (
            "Refuse transfer T1 on 1 September 2026: 4 Ordinary shares from Asha Patel to Ben Okoro"
        )


class TestDuty:
    def duties(self, client, day):
        return [
            (each["sentence"], each["due"])
            for each in client.get(f"/home/duties.json?on={day}").json["items"]
            if "B/26/1" in each["sentence"]
        ]

    def test_stands_on_home_from_the_day_it_takes_effect(self, app, appointment):
        with on(SEPTEMBER):
            client = browser_of(app, "secretary")
            assert self.duties(client, EVE) == []
            ((sentence, due_by),) = self.duties(client, SEPTEMBER)
            assert sentence == f"Carry out decision B/26/1: {waiting.foretold(appointment)}."
            assert due_by == "2026-09-01"
            commands.carry_out(appointment, by=ADA)
            assert self.duties(client, SEPTEMBER) == []

    def test_says_what_the_law_forbids_and_records_nothing(self, app, appointment):
        with on(SEPTEMBER):
            seats.appoint(seat_of(appointment), person=APerson(), since=AUGUST, by=ADA)
            client = browser_of(app, "secretary")
            size = ledger.head().size

            ((sentence, _),) = self.duties(client, SEPTEMBER)
            assert sentence.startswith("Decision B/26/1 waits, and cannot be carried out: One person sits in a seat")
            assert ledger.head().size == size

    def test_of_the_past_says_no_more_than_that_it_waited(self, app, appointment):
        with on(SEPTEMBER):
            then = clock.now().isoformat().replace("+00:00", "Z")
        with on(date(2026, 9, 2)):
            seats.appoint(seat_of(appointment), person=APerson(), since=AUGUST, by=ADA)
            items = browser_of(app, "secretary").get(f"/home/duties.json?on=2026-09-02&known={then}").json["items"]

        assert any(each["sentence"].startswith("Carry out decision B/26/1") for each in items)


class TestCarryOutDoor:
    def test_is_offered_while_it_waits_and_to_the_office_alone(self, app, appointment):
        page, door = f"/decisions/{appointment.ref}", f"/decisions/{appointment.ref}/carry_out"

        with on(SEPTEMBER):
            client = browser_of(app, "secretary")
            assert door in client.get(page).text
            assert door not in browser_of(app, "director").get(page).text
            assert browser_of(app, "director").post(door).status_code == 403
            assert client.post(door, data={"rev": appointment.rev}).status_code == 303
            told = client.get(page).text
            assert door not in told
            assert "Appointed Dr Asha Patel" in told

    def test_tells_what_is_refused_by_its_authority(self, client, appointment):
        answer = client.post(f"/decisions/{appointment.ref}/carry_out", data={"rev": appointment.rev})

        assert answer.status_code == 409
        assert "Model Articles, art. 7" in answer.text
        assert "or later; never before" in answer.text

    def test_is_told_on_the_log_the_page_and_their_papers(self, client, appointment):
        words = "Still to be carried out: Appoint Dr Asha Patel"

        assert words in client.get(f"/decisions/{appointment.ref}").text
        assert words in client.get("/decisions/register").text
        assert client.get(f"/decisions/{appointment.ref}.json").json["waits"].startswith("Appoint Dr Asha Patel")
        assert client.get(f"/decisions/{appointment.ref}.pdf").status_code == 200


class TestByTheClock:
    def run(self, app):
        return app.test_cli_runner().invoke(cli, ["carry-out"])

    def test_each_that_is_due_is_carried_out_and_what_is_forbidden_is_named(self, app, appointment):
        allotment = an_allotment(body=appointment.body, since=SEPTEMBER)
        share_class = waiting.what_waits(allotment)["share_class"]
        later = an_allotment(body=appointment.body, since=date(2026, 9, 2), share_class=share_class)
        with on(SEPTEMBER):
            seats.appoint(seat_of(appointment), person=APerson(), since=AUGUST, by=ADA)
            told = self.run(app)

        assert told.exit_code == STILL_WAITS
        assert told.stdout == "B/26/2: Allotted 12 Ordinary shares to Asha Patel on 1 September 2026, allotment A1.\n"
        assert told.stderr.startswith("B/26/1 waits still: One person sits in a seat at a time")
        assert [bool(each.waiting) for each in (appointment, allotment, later)] == [True, False, True]

    def test_with_nothing_due_says_nothing(self, app, appointment):
        with on(EVE):
            told = self.run(app)

        assert (told.exit_code, told.output) == (0, "")


class TestDueOn:
    def test_are_those_whose_day_has_come_the_longest_due_first(self, appointment):
        earlier = ADecision(kind="appoint", seat=ASeat(), person=APerson(), on=AUGUST, waits=True)

        assert due.due_on(EVE) == [earlier]
        assert due.due_on(SEPTEMBER) == [earlier, appointment]
