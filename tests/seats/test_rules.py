from datetime import date

import pytest

from registry.law import Breach
from registry.seats import rules
from registry.seats.models import ACD, LAY, Appointment, Seat
from registry.structure.models import HUB, PCN, Body

APRIL_FIRST = date(2022, 4, 1)
MARCH_31 = date(2022, 3, 31)
JULY_FIRST = date(2022, 7, 1)


def refuses(rule, *facts, **more):
    with pytest.raises(Breach) as breach:
        rule(*facts, **more)
    return breach.value


class TestBodyExists:
    def test_from_the_day_it_is_founded_to_its_last_day(self):
        body = Body(since=APRIL_FIRST, until=JULY_FIRST)

        rules.body_exists(body, since=APRIL_FIRST)
        rules.body_exists(body, since=date(2022, 6, 30))
        refuses(rules.body_exists, body, since=MARCH_31)
        assert refuses(rules.body_exists, body, since=JULY_FIRST).field == "since"


class TestAcdSpeaksForANetwork:
    def test_when_the_constituency_is_a_pcn(self):
        rules.acd_speaks_for_a_network(ACD, constituency=PCN)

    @pytest.mark.parametrize("constituency", [None, HUB])
    def test_and_for_nothing_else(self, constituency):
        assert refuses(rules.acd_speaks_for_a_network, ACD, constituency=constituency).field == "constituency"

    def test_asks_nothing_of_other_seats(self):
        rules.acd_speaks_for_a_network(LAY, constituency=None)


class TestEndsAfterItBegins:
    def test_by_a_day_at_least(self):
        rules.ends_after_it_begins(MARCH_31, until=APRIL_FIRST)
        refuses(rules.ends_after_it_begins, APRIL_FIRST, until=APRIL_FIRST)
        refuses(rules.ends_after_it_begins, APRIL_FIRST, until=MARCH_31)

    def test_or_not_at_all(self):
        rules.ends_after_it_begins(APRIL_FIRST, until=None)


class TestSeatIsLeft:
    def test_from_the_day_the_last_holder_left(self):
        left = [Appointment(since=MARCH_31, until=APRIL_FIRST)]

        rules.seat_is_left(left, until=APRIL_FIRST)
        refuses(rules.seat_is_left, left, until=MARCH_31)

    def test_not_while_somebody_sits_or_is_to_sit(self):
        refuses(rules.seat_is_left, [Appointment(since=MARCH_31)], until=APRIL_FIRST)
        refuses(rules.seat_is_left, [Appointment(since=JULY_FIRST)], until=APRIL_FIRST)


class TestSeatExists:
    def test_from_the_day_it_is_established(self):
        seat = Seat(since=APRIL_FIRST)

        rules.seat_exists(seat, since=APRIL_FIRST)
        assert refuses(rules.seat_exists, seat, since=MARCH_31).field == "since"

    def test_until_the_day_it_is_abolished(self):
        seat = Seat(since=MARCH_31, until=JULY_FIRST)

        rules.seat_exists(seat, since=APRIL_FIRST, until=JULY_FIRST)
        refuses(rules.seat_exists, seat, since=APRIL_FIRST, until=date(2022, 7, 2))
        refuses(rules.seat_exists, seat, since=APRIL_FIRST)


class TestSeatIsVacant:
    def test_from_the_day_the_last_holder_left(self):
        held = [Appointment(since=date(2019, 7, 1), until=APRIL_FIRST)]

        rules.seat_is_vacant(held, since=APRIL_FIRST)
        assert "filled" in refuses(rules.seat_is_vacant, held, since=MARCH_31).sentence

    def test_up_to_the_day_the_next_one_comes(self):
        held = [Appointment(since=APRIL_FIRST)]

        rules.seat_is_vacant(held, since=MARCH_31, until=APRIL_FIRST)
        refuses(rules.seat_is_vacant, held, since=MARCH_31, until=date(2022, 4, 2))
        refuses(rules.seat_is_vacant, held, since=MARCH_31)


class TestBirthIsOnRecord:
    def test_or_a_director_is_not_appointed(self):
        rules.birth_is_on_record(40)
        breach = refuses(rules.birth_is_on_record, None)

        assert (breach.authority, breach.field) == ("Companies Act 2006, s.157(1)", "person")


class TestDirectorIsSixteen:
    def test_on_the_sixteenth_birthday_and_not_before(self):
        rules.director_is_sixteen(16)
        breach = refuses(rules.director_is_sixteen, 15)

        assert (breach.authority, breach.field) == ("Companies Act 2006, s.157(1)", "since")

    def test_is_not_taken_on_trust(self):
        refuses(rules.director_is_sixteen, None)


class TestSomebodySits:
    def test_where_an_appointment_is_to_end(self):
        rules.somebody_sits(True)
        assert refuses(rules.somebody_sits, False).field == "until"
