from datetime import date

import pytest

from registry.law import Breach
from registry.seats import rules
from registry.seats.models import ACD, LAY, Appointment, Seat, Voter
from registry.structure.models import HUB, PCN, Body

APRIL_FIRST = date(2022, 4, 1)
MARCH_31 = date(2022, 3, 31)
APRIL_2 = date(2022, 4, 2)
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


class TestSeatHasAPlaceFree:
    def test_while_fewer_sit_than_it_is_for(self):
        sitting = [Appointment(since=MARCH_31, until=None)]
        rules.seat_has_a_place_free(sitting, 2, since=MARCH_31)
        assert "shared by 2" in refuses(rules.seat_has_a_place_free, sitting * 2, 2, since=MARCH_31).sentence

    def test_on_every_day_of_the_time(self):
        later = [Appointment(since=APRIL_2, until=None), Appointment(since=APRIL_2, until=None)]
        rules.seat_has_a_place_free(later, 2, since=MARCH_31, until=APRIL_2)
        refuses(rules.seat_has_a_place_free, later, 2, since=MARCH_31)


class TestSitsThereOnce:
    def test_at_a_time(self):
        sitting = [Appointment(person_ref="A", since=MARCH_31, until=APRIL_2)]
        rules.sits_there_once("B", sitting, since=MARCH_31)
        rules.sits_there_once("A", sitting, since=APRIL_2)
        assert refuses(rules.sits_there_once, "A", sitting, since=MARCH_31).field == "person"


class TestIsNotExOfficio:
    def test_names_the_seat_that_fills_it(self):
        rules.is_not_ex_officio(None)
        assert "“Chair”" in refuses(rules.is_not_ex_officio, "Chair").sentence


class TestOtherSeatExists:
    def test_from_its_first_day_to_its_last(self):
        rules.other_seat_exists(Seat(since=MARCH_31, until=APRIL_2), since=MARCH_31)
        refuses(rules.other_seat_exists, Seat(since=MARCH_31, until=APRIL_2), since=APRIL_2)


class TestLimitIsOfTerms:
    def test_that_have_a_length(self):
        rules.limit_is_of_terms(36, 2, carries_over=True)
        rules.limit_is_of_terms(None, None, carries_over=False)
        refuses(rules.limit_is_of_terms, None, 2, carries_over=False)
        refuses(rules.limit_is_of_terms, None, None, carries_over=True)


class TestDirectorshipIsNotShared:
    def test_but_a_seat_of_no_director_may_be(self):
        rules.directorship_is_not_shared(True, 1)
        rules.directorship_is_not_shared(False, 2)
        refuses(rules.directorship_is_not_shared, True, 1, ex_officio=True)
        assert refuses(rules.directorship_is_not_shared, True, 2).field == "holders"


class TestTermIsNoLongerThanTheSeats:
    def test_by_a_day(self):
        rules.term_is_no_longer_than_the_seats(APRIL_2, APRIL_2)
        rules.term_is_no_longer_than_the_seats(None, APRIL_2)
        rules.term_is_no_longer_than_the_seats(APRIL_2, None)
        assert refuses(rules.term_is_no_longer_than_the_seats, APRIL_2, MARCH_31).field == "until"


class TestTermsAreWithinTheLimit:
    def test_up_to_the_last_of_them(self):
        rules.terms_are_within_the_limit(1, 2)
        rules.terms_are_within_the_limit(9, None)
        assert "at most 2 terms" in refuses(rules.terms_are_within_the_limit, 2, 2).sentence


class TestIsToldWhoLeaves:
    def test_a_seat_that_is_shared(self):
        rules.is_told_who_leaves(1)
        assert refuses(rules.is_told_who_leaves, 2).field == "person"


class TestVotesForTheSeatItSitsIn:
    def test_and_for_no_other(self):
        rules.votes_for_the_seat_it_sits_in(True)
        refuses(rules.votes_for_the_seat_it_sits_in, False)


class TestIsChosenInTurn:
    def test_after_the_one_before(self):
        rules.is_chosen_in_turn([Voter(since=MARCH_31)], since=APRIL_2)
        refuses(rules.is_chosen_in_turn, [Voter(since=APRIL_2)], since=APRIL_2)


class TestIsAlive:
    def test_on_the_day(self):
        rules.is_alive(None, MARCH_31)
        rules.is_alive(MARCH_31, MARCH_31)
        assert refuses(rules.is_alive, MARCH_31, APRIL_2).field == "person"


class TestLeavesBeforeItEnds:
    def test_and_once(self):
        rules.leaves_before_it_ends("", None, until=APRIL_2)
        rules.leaves_before_it_ends("", APRIL_2, until=MARCH_31)
        refuses(rules.leaves_before_it_ends, "", MARCH_31, until=APRIL_2)
        assert refuses(rules.leaves_before_it_ends, "resigned", APRIL_2, until=MARCH_31).field == "until"


class TestIsAbolishedOnce:
    def test_and_says_from_when(self):
        rules.is_abolished_once(None)
        assert "from 31 March 2022" in refuses(rules.is_abolished_once, MARCH_31).sentence


class TestAppointmentIsThere:
    def test_to_be_put_right(self):
        rules.appointment_is_there(True)
        refuses(rules.appointment_is_there, False)
