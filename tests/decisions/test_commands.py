from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from hypothesis import settings
from marshmallow import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from registry import clock, ledger
from registry.allotments import standing
from registry.allotments.models import EXCLUDED, NOT_CASH, OFFERED, Allotment
from registry.db import db
from registry.decisions import queries
from registry.decisions.effects import ASKED, DOINGS, kinds_asking
from registry.decisions.models import KINDS, Decision, Effect
from registry.law import Breach
from registry.ledger.models import Entry
from registry.members import commands as members
from registry.people.models import Person
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.queries import in_force
from tests.breaches import refused
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AHolding,
    AMeeting,
    AMember,
    AnAppointment,
    AnAuthority,
    APerson,
    ASeat,
    AShareClass,
    SomeTerms,
    given,
)
from tests.statements import statements

MAY, JUNE = date(2026, 5, 14), date(2026, 6, 1)


def last_act():
    """The entries of the last act: what was done, to what, and because of which entry."""
    first = db.session.scalar(select(Entry.first).order_by(Entry.seq.desc()).limit(1))
    return db.session.execute(
        select(Entry.seq, Entry.act, Entry.kind, Entry.because).where(Entry.first == first).order_by(Entry.seq)
    ).all()


def an_allotment(**facts):
    """A decision of 14 May 2026 to allot shares for a pound each."""
    return ADecision(**{"kind": "allot shares", "paid": 100, "preemption": EXCLUDED} | facts)


def note_effect(decision, movement):
    facts = {"document_kind": "member", "document_ref": movement.member_ref, "part_ref": movement.ref}
    decision.effects.append(Effect(act="members.allot", **facts))


def decisions():
    return db.session.scalars(select(Decision)).all()


class TestLog:
    def test_numbers_each_bodys_decisions_of_a_year_from_one_without_gaps(self):
        board, hub = ABody(name="Executive Board"), ABody(name="Rutland Hub", code="RH")

        numbers = [
            ADecision(body=board, on=date(2025, 12, 31)).number,
            ADecision(body=board, on=date(2026, 1, 1)).number,
            ADecision(body=board, outcome="lost").number,
            ADecision(body=hub).number,
            ADecision(body=board, on=date(2026, 2, 1)).number,
        ]

        assert numbers == ["EB/25/1", "EB/26/1", "EB/26/2", "RH/26/1", "EB/26/3"]

    def test_tells_apart_bodies_of_the_same_letters(self):
        first, second = ABody(name="Executive Board"), ABody(name="The Engagement Board")

        assert ADecision(body=first).number == "EB/26/1"
        assert ADecision(body=second).number == "EB2/26/1"
        assert ADecision(body=second, on=date(2025, 5, 14)).number == "EB2/25/1"
        assert ADecision(body=first).number == "EB/26/2"

    def test_draws_no_number_for_what_is_refused(self):
        board = ABody(name="Board")
        filled = AnAppointment().seat

        with pytest.raises(Breach):
            ADecision(body=board, kind="appoint", seat=filled, person=APerson())

        assert ADecision(body=board).number == "B/26/1"

    def test_is_at_a_meeting_on_an_item_of_its_agenda(self):
        meeting = AMeeting(titles=["Welcome", "Contract"])

        decision = ADecision(body=meeting.body, route="meeting", meeting=meeting, item=2, on=MAY)

        assert decision.item_ref == meeting.items[1].ref
        assert queries.decisions_at(meeting, MAY)[0]["how"] == "At the meeting of 14 May 2026"

    @pytest.mark.parametrize(
        ("facts", "field"),
        [
            ({"route": "meeting"}, "meeting"),
            ({"route": "poll"}, "meeting"),
            ({"item": 1}, "item"),
            ({"kind": "appoint"}, "seat"),
            ({"kind": "appoint"}, "person"),
            ({"kind": "end an appointment"}, "until"),
            ({"kind": "adopt terms"}, "terms"),
            ({"kind": "allot shares"}, "paid"),
            ({"kind": "allot shares"}, "preemption"),
            ({"kind": "approve", "offered": MAY}, "offered"),
            ({"kind": "approve", "shares": 3}, "shares"),
            ({"kind": "note", "until": JUNE}, "until"),
            ({"kind": "approve", "shares": 0}, "shares"),
        ],
    )
    def test_asks_for_what_goes_with_its_route_and_kind_and_no_more(self, facts, field):
        with pytest.raises(ValidationError) as mistake:
            ADecision(**facts)

        assert field in mistake.value.messages
        assert decisions() == []

    def test_not_by_a_route_without_a_meeting_at_one(self):
        meeting = AMeeting()

        with pytest.raises(ValidationError, match="taken without a meeting"):
            ADecision(body=meeting.body, route="written resolution", meeting=meeting)

    def test_not_on_an_item_that_the_agenda_does_not_have(self):
        meeting = AMeeting()

        with pytest.raises(ValidationError, match="no item 9"):
            ADecision(body=meeting.body, route="meeting", meeting=meeting, item=9)

    @pytest.mark.parametrize("on", [date(2026, 5, 13), date(2026, 5, 15)])
    def test_not_on_another_day_than_the_meetings(self, on):
        meeting = AMeeting(on=MAY)

        with pytest.raises(Breach):
            ADecision(body=meeting.body, route="meeting", meeting=meeting, on=on)

    def test_not_at_the_meeting_of_another_body(self):
        with refused("meeting", "another body's"):
            ADecision(body=ABody(name="Hub"), route="meeting", meeting=AMeeting(on=MAY), on=MAY)

    def test_not_before_its_body_was_founded(self):
        hub = ABody(since=MAY)

        with pytest.raises(Breach, match="only while it exists"):
            ADecision(body=hub, on=date(2026, 5, 13))
        assert ADecision(body=hub, on=MAY).place == 1

    def test_not_by_a_body_that_has_ended(self):
        with pytest.raises(Breach, match="only while it exists"):
            ADecision(body=ABody(until=MAY), on=MAY)

    def test_supersedes_an_earlier_one_whose_words_stay(self):
        board = ABody()
        old = ADecision(body=board, text="RESOLVED that it be blue.", on=date(2026, 4, 1))

        new = ADecision(body=board, bears_on=[{"how": "supersedes", "decision": old}], on=MAY)

        assert queries.decision_on(old, date(2026, 5, 13))["status"] == "in force"
        assert queries.decision_on(old, MAY)["status"] == "superseded"
        assert queries.decision_on(old, MAY)["later"][0]["number"] == new.number
        assert queries.decision_on(new, MAY)["earlier"][0]["number"] == old.number
        assert old.text == "RESOLVED that it be blue."

    def test_one_that_was_lost_supersedes_nothing(self):
        board = ABody()
        old = ADecision(body=board)

        ADecision(body=board, bears_on=[{"how": "supersedes", "decision": old}], outcome="lost")

        assert queries.decision_on(old, MAY)["status"] == "in force"


class TestEffects:
    def test_appoints_in_the_same_act_by_the_decisions_authority(self):
        seat, person = ASeat(title="Chair", body=ABody(name="Board")), APerson(title="Dr")

        decision = ADecision(kind="appoint", seat=seat, person=person, since=JUNE)

        assert seat.appointment(JUNE).person is person
        entries = last_act()
        assert [(entry.act, entry.kind, entry.because) for entry in entries] == [
            ("decisions.log", "decision", None),
            ("seats.appoint", "seat", entries[0].seq),
        ]
        assert queries.decision_on(decision, JUNE)["effects"][0]["text"] == (
            "Appointed Dr Asha Patel to the seat “Chair”, Board, from 1 June 2026"
        )

    def test_ends_an_appointment(self):
        appointment = AnAppointment(seat=ASeat(title="Chair", body=ABody(name="Board")))

        decision = ADecision(kind="end an appointment", seat=appointment.seat, until=JUNE)

        assert appointment.until == JUNE
        assert queries.decision_on(decision, JUNE)["effects"][0]["text"] == (
            "Ended the appointment of Asha Patel to the seat “Chair”, Board; the last day is 31 May 2026"
        )

    def test_ends_no_appointment_before_it_takes_effect(self):
        appointment = AnAppointment()

        with refused("until", "takes effect, 14 May 2026, or later"):
            ADecision(kind="end an appointment", seat=appointment.seat, on=MAY, until=date(2026, 5, 13))
        assert appointment.until is None

    def test_adopts_terms_which_then_rest_on_the_decision(self):
        board = ABody(name="Board")
        draft = SomeTerms(body=board, version="2.0")

        adoption = ADecision(body=board, kind="adopt terms", terms=draft)
        later = ADecision(body=board, on=JUNE)

        assert in_force(board, MAY) is draft
        assert [step["text"] for step in queries.decision_on(later, JUNE)["authority"]] == [
            "Terms of reference v2.0 of Board, in force from 14 May 2026",
            f"Adopted by decision {adoption.number} of 14 May 2026",
            "Model Articles, art. 7: A decision needs the votes of more than 1/2 of those voting",
        ]

    def test_allots_shares(self):
        member, ordinary = AMember(), AShareClass(name="Ordinary")

        decision = an_allotment(member=member, share_class=ordinary, shares=12)

        assert member.held(MAY) == 12
        assert queries.decision_on(decision, MAY)["effects"][0]["text"] == (
            "Allotted 12 Ordinary shares to Asha Patel on 14 May 2026, allotment A1"
        )
        assert [(row.act, row.kind) for row in last_act()] == [
            ("decisions.log", "decision"),
            ("allotments.allot", "allotment"),
            ("members.issue", "member"),
        ]

    def test_allots_under_the_authority_in_force_that_day_and_not_beyond_it(self):
        authority = AnAuthority(maximum=10)
        facts = {"member": AMember(), "share_class": authority.share_class}

        an_allotment(**facts, shares=7)

        assert standing.used(authority.ref).shares == 7
        with pytest.raises(Breach, match="3 are left; the last allotment was A1"):
            an_allotment(**facts, shares=4)
        assert len(decisions()) == 1

    def test_allots_once_the_existing_holders_have_had_their_offer(self):
        facts = {"member": AMember(), "share_class": AShareClass(), "shares": 1, "preemption": OFFERED}

        with pytest.raises(Breach, match="closes on 15 May 2026"):
            an_allotment(**facts, offered=date(2026, 5, 1), closes=date(2026, 5, 15))
        an_allotment(**facts, offered=date(2026, 4, 30), closes=MAY)

        assert facts["member"].held(MAY) == 1

    def test_allots_what_is_not_for_cash_as_the_decision_says(self):
        decision = an_allotment(body=ABody(name="Board"), member=AMember(), share_class=AShareClass(), shares=1,
                                preemption=NOT_CASH)  # fmt: skip

        (allotment,) = db.session.scalars(select(Allotment))
        assert (decision.number, allotment.given) == ("B/26/1", "As resolved in B/26/1")

    def test_of_an_allotment_that_was_put_right_say_so(self):
        member = AMember()
        decision = an_allotment(member=member, share_class=AShareClass(), shares=1)
        (movement,) = member.movements
        right = {"on": movement.on, "shares": 0, "paid": 100, "authority": "court", "reason": "It never was."}

        members.correct_movement(member, movement=movement, **right, by=ADA)

        (effect,) = queries.decision_on(decision, MAY)["effects"]
        assert effect["text"].endswith("of which the register now shows none: the entry was put right")

    def test_of_an_allotment_without_a_number_are_told_still(self):
        """As books from before allotments had numbers have it."""
        holding = AHolding(12)
        decision = ADecision()

        given(note_effect, decision=decision, movement=holding, by=ADA)

        (effect,) = queries.decision_on(decision, MAY)["effects"]
        assert effect["text"] == f"Allotted 12 {holding.share_class.name} shares to Asha Patel on 1 April 2017"

    @pytest.mark.parametrize("outcome", ["lost", "lapsed", "deferred"])
    def test_are_those_of_a_carried_decision_alone(self, outcome):
        seat = ASeat()

        decision = ADecision(kind="appoint", seat=seat, person=APerson(), outcome=outcome)

        assert (seat.appointments, decision.effects) == ([], [])

    def test_that_the_law_forbids_leave_no_trace_of_the_decision(self):
        appointment = AnAppointment()
        size = ledger.head().size

        with pytest.raises(Breach, match="One person sits in a seat at a time"):
            ADecision(kind="appoint", seat=appointment.seat, person=APerson())

        assert decisions() == []
        assert ledger.head().size == size + 2

    def test_do_not_put_a_second_version_in_force_on_one_day(self):
        board = ABody()
        SomeTerms(body=board, since=MAY)
        draft = SomeTerms(body=board)

        with pytest.raises(Breach, match="One version"):
            ADecision(body=board, kind="adopt terms", terms=draft)

        assert decisions() == []
        assert draft.since is None

    def test_are_asked_for_by_kinds_that_there_are(self):
        assert set(DOINGS) <= set(KINDS)
        assert all(kinds_asking(answer) for answer in ASKED)


class TestDecisionsOn:
    def test_are_those_taken_by_a_day(self):
        board = ABody()
        ADecision(body=board, on=MAY)
        ADecision(body=board, on=JUNE)

        assert queries.decisions_on(date(2026, 5, 13)) == []
        assert len(queries.decisions_on(MAY)) == 1
        assert [line["on"] for line in queries.decisions_on(JUNE)] == [JUNE, MAY]

    def test_and_as_known_then(self):
        seat = ASeat()
        ADecision(kind="appoint", seat=seat, person=APerson())
        then = clock.now()
        ADecision(kind="end an appointment", seat=seat, until=JUNE)

        with ledger.known(then):
            assert [line["kind"] for line in queries.decisions_on(MAY)] == ["appoint"]
            assert queries.decisions_on(MAY)[0]["effects"][0]["text"].startswith("Appointed Asha Patel")

    def test_take_few_statements_however_many_they_are(self):
        for _ in range(5):
            ADecision(kind="appoint", seat=ASeat(), person=APerson(), mover=APerson())
        db.session.expire_all()

        with statements() as asked:
            queries.decisions_on(MAY)

        assert len(asked) <= 12


class TestEightSecretaries:
    WRITERS, EACH = 8, max(2, settings.default.max_examples // 30)

    def test_logging_at_once_leave_no_gap_and_no_double(self, shared):
        """In two bodies by turns, some of them meeting what the law forbids: no number goes to what is refused."""
        board, hub, filled = ABody(name="Board").ref, ABody(name="Hub").ref, AnAppointment().seat.ref
        person = APerson().ref
        start = Barrier(self.WRITERS)

        def log_some(writer):
            with shared.app_context():
                start.wait()
                for turn in range(self.EACH):
                    body = db.session.get(Body, (board, hub)[(writer + turn) % 2])
                    self.log(body)
                    facts = {"seat": db.session.get(Seat, filled), "person": db.session.get(Person, person)}
                    with pytest.raises(Breach):
                        self.log(body, kind="appoint", **facts)
                db.session.remove()

        with ThreadPoolExecutor(self.WRITERS) as secretaries:
            for each in [secretaries.submit(log_some, writer) for writer in range(self.WRITERS)]:
                each.result()

        for letters, ref in (("B", board), ("H", hub)):
            drawn = [each for each in decisions() if each.body_ref == ref]
            places = list(range(1, self.WRITERS * self.EACH // 2 + 1))
            assert sorted(each.place for each in drawn) == places
            assert sorted(each.number for each in drawn) == sorted(f"{letters}/26/{place}" for place in places)

    def log(self, body, **facts):
        """Try again, as somebody does whom the registry tells that somebody else was writing."""
        for _ in range(50):
            try:
                return ADecision(body=body, **facts)
            except OperationalError:
                db.session.rollback()
        raise AssertionError("nobody lets go of the books")
