from datetime import date

import pytest

from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.seats import commands, queries
from registry.seats.models import ACD, LAY
from tests.factories import ADA, ABody, AnAppointment, APerson, ASeat

APRIL_FIRST = date(2022, 4, 1)
MARCH_31 = date(2022, 3, 31)


def establish(**facts):
    asked = {"body": ABody(), "title": "Lay member", "kind": LAY, "votes": 1, "director": False}
    asked |= {"constituency": None, "since": APRIL_FIRST}
    return commands.establish(**asked | facts, by=ADA)


def acts_on(document):
    return list(db.session.scalars(db.select(Entry.act).where(Entry.ref == document.ref).order_by(Entry.rev)))


def line(day):
    return queries.seats_on(day)[0]


class TestEstablish:
    def test_makes_a_vacant_seat_from_that_day(self):
        seat = establish(title="ACD for Rutland", kind=ACD, constituency=ABody(kind="PCN", name="Rutland Health"))

        assert queries.seats_on(MARCH_31) == []
        assert line(APRIL_FIRST)["holder"] == "Vacant, never filled"
        assert line(APRIL_FIRST)["constituency"] == "Rutland Health"
        assert acts_on(seat) == ["seats.establish"]

    def test_an_acds_seat_needs_a_network(self):
        with pytest.raises(Breach, match="speaks for a PCN"):
            establish(kind=ACD, constituency=ABody(kind="hub"))

        assert queries.seats_on(APRIL_FIRST) == []

    def test_a_body_not_yet_founded_has_no_seats(self):
        with pytest.raises(Breach, match="its body exists"):
            establish(body=ABody(since=date(2022, 4, 2)))


class TestAppoint:
    def test_puts_the_person_in_the_seat_from_that_day(self):
        seat = ASeat()

        commands.appoint(seat, person=APerson(title="Dr"), since=APRIL_FIRST, by=ADA)

        assert line(MARCH_31)["vacant"]
        assert line(APRIL_FIRST)["holder"] == "Dr Asha Patel"
        assert acts_on(seat)[-1] == "seats.appoint"

    def test_a_filled_seat_refuses_another(self):
        seat = AnAppointment(since=MARCH_31).seat

        with pytest.raises(Breach) as breach:
            commands.appoint(seat, person=APerson(), since=APRIL_FIRST, by=ADA)

        assert breach.value.authority == "Model Articles, art. 17"
        assert len(seat.appointments) == 1

    def test_the_next_may_come_the_day_the_last_has_left(self):
        seat = AnAppointment(until=APRIL_FIRST).seat

        commands.appoint(seat, person=APerson(surname="Osei"), since=APRIL_FIRST, by=ADA)

        assert line(MARCH_31)["holder"] == "Asha Patel"
        assert line(APRIL_FIRST)["holder"] == "Asha Osei"

    def test_a_director_is_sixteen_on_the_day(self):
        person = APerson(born=date(2006, 4, 1))

        with pytest.raises(Breach, match="at least 16"):
            commands.appoint(ASeat(director=True), person=person, since=MARCH_31, by=ADA)
        commands.appoint(ASeat(director=True), person=person, since=APRIL_FIRST, by=ADA)

    def test_a_director_whose_birth_is_not_on_record_is_refused(self):
        with pytest.raises(Breach, match="date of birth"):
            commands.appoint(ASeat(director=True), person=APerson(), since=APRIL_FIRST, by=ADA)

    def test_whoever_is_no_director_is_asked_no_age(self):
        commands.appoint(ASeat(director=False), person=APerson(), since=APRIL_FIRST, by=ADA)

        assert not line(APRIL_FIRST)["vacant"]

    def test_a_term_ends_after_it_begins(self):
        with pytest.raises(Breach, match="after the day it began"):
            commands.appoint(ASeat(), person=APerson(), since=APRIL_FIRST, until=APRIL_FIRST, by=ADA)

    def test_lies_within_the_life_of_the_seat(self):
        with pytest.raises(Breach, match="life of its seat"):
            commands.appoint(ASeat(since=APRIL_FIRST), person=APerson(), since=MARCH_31, by=ADA)


class TestRetire:
    def test_leaves_the_seat_vacant_from_that_day(self):
        seat = AnAppointment().seat

        commands.retire(seat, until=APRIL_FIRST, ended="resigned", by=ADA)

        assert not line(MARCH_31)["vacant"]
        assert line(APRIL_FIRST)["holder"] == "Vacant since 1 April 2022 (Asha Patel, resigned)"
        assert acts_on(seat)[-1] == "seats.retire"

    def test_cuts_a_fixed_term_short(self):
        appointment = AnAppointment(until=date(2025, 4, 1))

        commands.retire(appointment.seat, until=APRIL_FIRST, by=ADA)

        assert (appointment.until, appointment.ended) == (APRIL_FIRST, "")

    def test_comes_a_day_after_the_appointment_at_the_earliest(self):
        seat = AnAppointment(since=MARCH_31).seat

        with pytest.raises(Breach, match="nobody sat"):
            commands.retire(seat, until=MARCH_31, by=ADA)
        commands.retire(seat, until=APRIL_FIRST, by=ADA)

    def test_nobody_leaves_a_vacant_seat(self):
        with pytest.raises(Breach, match="nobody sat"):
            commands.retire(ASeat(), until=APRIL_FIRST, by=ADA)


class TestAbolish:
    def test_takes_the_seat_out_of_the_register_from_that_day(self):
        seat = AnAppointment(until=APRIL_FIRST).seat

        commands.abolish(seat, until=APRIL_FIRST, by=ADA)

        assert queries.seats_on(APRIL_FIRST) == []
        assert len(queries.seats_on(MARCH_31)) == 1

    def test_waits_until_the_seat_is_empty(self):
        with pytest.raises(Breach, match="once nobody sits"):
            commands.abolish(AnAppointment(until=date(2022, 4, 2)).seat, until=APRIL_FIRST, by=ADA)

    def test_comes_after_its_founding(self):
        with pytest.raises(Breach, match="after the day it began"):
            commands.abolish(ASeat(since=APRIL_FIRST), until=APRIL_FIRST, by=ADA)
