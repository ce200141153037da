"""Terms, their limits and what comes after them; seats that are shared, held ex officio, or filled meanwhile."""

from datetime import date, timedelta

import pytest

from registry import clock, ledger
from registry.law import Breach
from registry.people import commands as people
from registry.seats import commands, queries
from registry.seats.lagging import lagging_on
from registry.seats.succession import held_by, succession
from tests.factories import ADA, ABody, AnAppointment, APerson, ASeat

MARCH_31, APRIL_1 = date(2022, 3, 31), date(2022, 4, 1)


def appoint(seat, person=None, since=APRIL_1, **more):
    return commands.appoint(seat, person=person or APerson(), since=since, by=ADA, **more)


def line(seat, day):
    return queries.seat_on(seat, day)


class TestTerm:
    @pytest.mark.parametrize(
        ("since", "months", "last_day"),
        [
            (date(2022, 4, 1), 36, date(2025, 3, 31)),
            (date(2020, 3, 1), 48, date(2024, 2, 29)),
            (date(2020, 2, 29), 12, date(2021, 2, 28)),
            (date(2020, 2, 29), 48, date(2024, 2, 28)),
        ],
    )
    def test_ends_on_the_last_day_of_its_months(self, since, months, last_day):
        appointment = appoint(ASeat(term_months=months), since=since)

        assert (appointment.last_day, appointment.term_until) == (last_day, last_day + timedelta(days=1))

    def test_longer_than_the_seats_is_refused_by_a_day(self):
        seat = ASeat(term_months=12)

        with pytest.raises(Breach, match="ends with the day before 1 April 2023"):
            appoint(seat, until=date(2023, 4, 2))
        assert appoint(seat, until=date(2023, 4, 1)).last_day == date(2023, 3, 31)

    def test_beyond_the_limit_is_refused(self):
        seat, ann = ASeat(term_months=12, most_terms=2), APerson()
        for year in (2020, 2021):
            appoint(seat, ann, since=date(year, 4, 1))

        with pytest.raises(Breach, match="at most 2 terms in this seat, and this one has had 2"):
            appoint(seat, ann)
        appoint(seat, APerson())

    def test_that_is_over_carries_on_until_another_comes(self):
        seat = ASeat(term_months=12, carries_over=True)
        first = appoint(seat, APerson(surname="Osei"), since=date(2020, 4, 1))

        assert first.until is None
        assert line(seat, date(2021, 3, 31))["remarks"] == ""
        assert line(seat, date(2021, 4, 1))["remarks"] == "term over since 1 April 2021, stays on"
        appoint(seat, APerson(surname="Bell"))
        assert (first.until, first.ended) == (APRIL_1, "term ended")
        assert line(seat, MARCH_31)["holder"] == "Asha Osei"
        assert line(seat, APRIL_1)["holder"] == "Asha Bell"

    def test_that_is_over_may_be_followed_by_another_of_the_same_person(self):
        seat, ann = ASeat(term_months=12, most_terms=2, carries_over=True), APerson()
        first = appoint(seat, ann, since=date(2020, 4, 1))

        appoint(seat, ann)

        assert first.until == APRIL_1
        assert line(seat, APRIL_1)["term_is_over"] is False

    def test_that_is_not_over_makes_no_room(self):
        seat = ASeat(term_months=36, carries_over=True)
        appoint(seat, since=date(2020, 4, 1))

        with pytest.raises(Breach, match="this seat is filled"):
            appoint(seat)


class TestInterim:
    def test_is_told_and_counts_as_no_term(self):
        seat, ann = ASeat(term_months=12, most_terms=1), APerson()
        meanwhile = appoint(seat, ann, since=date(2021, 4, 1), until=APRIL_1, capacity="interim")

        appoint(seat, ann)

        assert line(seat, MARCH_31)["remarks"] == "interim"
        assert line(seat, APRIL_1)["remarks"] == ""
        assert meanwhile.last_day == MARCH_31


class TestShared:
    def test_has_two_at_a_time_of_whom_one_votes(self):
        seat, ann, ben = ASeat(holders=2), APerson(surname="Osei"), APerson(surname="Bell")
        appoint(seat, ann)
        appoint(seat, ben, since=date(2022, 5, 1))

        assert line(seat, date(2022, 4, 30))["places_free"] == 1
        told = line(seat, date(2022, 5, 1))
        assert (told["holder"], told["person"]) == ("Asha Osei and Asha Bell", ann.ref)
        assert told["remarks"] == "Asha Osei casts its vote"

    def test_interim_ends_on_its_day_where_others_would_stay_on(self):
        seat = ASeat(term_months=12, carries_over=True)
        appoint(seat, since=date(2021, 4, 1), until=APRIL_1, capacity="interim")

        assert line(seat, APRIL_1)["vacant"]

    def test_a_third_is_refused(self):
        seat = ASeat(holders=2)
        appoint(seat)
        appoint(seat)

        with pytest.raises(Breach, match="shared by 2 at a time"):
            appoint(seat)

    def test_the_same_person_twice_is_refused(self):
        seat, ann = ASeat(holders=2), APerson()
        appoint(seat, ann)

        with pytest.raises(Breach, match="sits in one seat twice"):
            appoint(seat, ann)

    def test_may_say_from_which_day_the_other_votes(self):
        seat, ann, ben = ASeat(holders=2), APerson(surname="Osei"), APerson(surname="Bell")
        appoint(seat, ann)
        appoint(seat, ben)

        commands.choose_voter(seat, person=ben, since=date(2022, 5, 1), by=ADA)

        assert line(seat, date(2022, 4, 30))["person"] == ann.ref
        assert line(seat, date(2022, 5, 1))["person"] == ben.ref
        with pytest.raises(Breach, match="sits in it that day"):
            commands.choose_voter(seat, person=APerson(), since=date(2022, 6, 1), by=ADA)

    def test_is_told_who_leaves_and_the_vote_goes_to_who_stays(self):
        seat, ann, ben = ASeat(holders=2), APerson(surname="Osei"), APerson(surname="Bell")
        appoint(seat, ann)
        appoint(seat, ben)
        commands.choose_voter(seat, person=ben, since=date(2022, 5, 1), by=ADA)

        with pytest.raises(Breach, match="say which of them leaves"):
            commands.retire(seat, until=date(2022, 6, 1), by=ADA)
        commands.retire(seat, person=ben, until=date(2022, 6, 1), ended="resigned", by=ADA)

        assert line(seat, date(2022, 5, 31))["person"] == ben.ref
        assert line(seat, date(2022, 6, 1))["person"] == ann.ref

    def test_is_never_a_directorship(self):
        with pytest.raises(Breach, match="one person’s"):
            commands.establish(
                body=ABody(), title="Chair", kind="chair", director=True, holders=2, since=APRIL_1, by=ADA
            )


class TestExOfficio:
    def test_is_held_by_whoever_holds_the_other_seat(self):
        chair = AnAppointment(seat=ASeat(title="Chair"), since=APRIL_1).seat
        seat = ASeat(title="Trustee", ex_officio=chair)

        assert line(seat, MARCH_31)["vacant"]
        assert line(seat, APRIL_1)["holder"] == "Asha Patel"
        assert line(seat, APRIL_1)["remarks"] == "by holding the seat “Chair”"
        with pytest.raises(Breach, match="“Chair” sits here too"):
            appoint(seat)


class TestAsAtAnEarlierDay:
    def test_no_later_end_is_shown(self):
        seat = AnAppointment(since=date(2021, 4, 1)).seat
        commands.retire(seat, until=APRIL_1, ended="resigned", by=ADA)

        assert line(seat, MARCH_31)["last_day"] is None
        turn = next(each for each in succession(seat, MARCH_31) if each["person"])
        assert (turn["last_day"], turn["ended"]) == (None, "")
        turn = next(each for each in succession(seat, APRIL_1) if each["person"])
        assert (turn["last_day"], turn["ended"]) == (MARCH_31, "resigned")

    def test_the_end_of_the_term_is(self):
        seat = ASeat(term_months=12)
        appoint(seat, since=date(2021, 6, 1))
        commands.retire(seat, until=APRIL_1, by=ADA)

        assert line(seat, MARCH_31)["last_day"] == date(2022, 5, 31)

    def test_nothing_of_it_was_known_before_it_was_entered(self):
        seat = AnAppointment(since=date(2021, 4, 1)).seat
        before = clock.now()
        commands.retire(seat, until=APRIL_1, ended="resigned", by=ADA)

        with ledger.known(before):
            assert not queries.seats_on(APRIL_1)[0]["vacant"]
        assert queries.seats_on(APRIL_1)[0]["vacant"]


class TestCorrect:
    def test_puts_the_days_right_with_a_reason(self):
        seat = ASeat()
        appointment = appoint(seat)

        commands.correct(seat, turn=appointment.ref, since=MARCH_31, reason="Misread", by=ADA)

        assert not line(seat, MARCH_31)["vacant"]

    def test_onto_another_is_refused(self):
        seat = AnAppointment(since=date(2020, 4, 1), until=APRIL_1).seat
        later = appoint(seat)

        with pytest.raises(Breach, match="this seat is filled"):
            commands.correct(seat, turn=later.ref, since=MARCH_31, reason="Misread", by=ADA)
        with pytest.raises(Breach, match="no such appointment"):
            commands.correct(seat, turn="NONE", since=MARCH_31, reason="Misread", by=ADA)

    def test_of_a_day_that_its_source_did_not_give_leaves_no_words_of_the_source_beside_it(self):
        seat = ASeat()
        turn = commands.bring_in_appointment(seat, person=APerson(), since=APRIL_1, dates="March 2022", by=ADA)

        commands.correct(seat, turn=turn.ref, since=APRIL_1, ended="resigned", reason="Misread", by=ADA)
        assert turn.dates == "March 2022"
        commands.correct(seat, turn=turn.ref, since=MARCH_31, reason="The minute was found", by=ADA)
        assert turn.dates == ""


def shared_with_the_vote_from(since):
    """A seat that Osei and Bell share from 1 April, of whom Bell votes for it from another day on."""
    seat, ann, ben = ASeat(holders=2), APerson(surname="Osei"), APerson(surname="Bell")
    appoint(seat, ann)
    bells = appoint(seat, ben)
    commands.choose_voter(seat, person=ben, since=since, by=ADA)
    return seat, ann, bells


class TestVote:
    def test_goes_with_a_turn_that_never_was(self):
        seat, ann, bells = shared_with_the_vote_from(date(2022, 5, 1))

        commands.strike(seat, turn=bells.ref, reason="Never was", by=ADA)

        assert seat.voters == []
        commands.choose_voter(seat, person=ann, since=date(2022, 5, 1), by=ADA)

    def test_begins_and_ends_no_earlier_and_no_later_than_the_turn_as_put_right(self):
        seat, _, bells = shared_with_the_vote_from(date(2022, 5, 1))

        commands.correct(
            seat, turn=bells.ref, since=date(2022, 5, 2), until=date(2022, 7, 1), ended="resigned", reason="So", by=ADA
        )

        [voter] = seat.voters
        assert (voter.since, voter.until) == (date(2022, 5, 2), date(2022, 7, 1))

    def test_ends_when_whoever_stayed_on_makes_room(self):
        seat = ASeat(holders=2, term_months=12, carries_over=True)
        ben = APerson(surname="Bell")
        appoint(seat, ben)
        appoint(seat, APerson(surname="Osei"), since=date(2022, 9, 1))
        commands.choose_voter(seat, person=ben, since=date(2022, 9, 1), by=ADA)

        appoint(seat, APerson(surname="Hale"), since=date(2023, 5, 1))

        [voter] = seat.voters
        assert voter.until == date(2023, 5, 1)

    def test_goes_on_from_one_turn_into_the_next(self):
        seat = ASeat(holders=2, term_months=12, carries_over=True)
        ben = APerson(surname="Bell")
        appoint(seat, ben)
        appoint(seat, APerson(surname="Osei"), since=date(2022, 9, 1))
        commands.choose_voter(seat, person=ben, since=date(2022, 9, 1), by=ADA)

        appoint(seat, ben, since=date(2023, 5, 1))
        assert [(each.since, each.until) for each in seat.voters] == [(date(2022, 9, 1), None)]

        commands.retire(seat, person=ben, until=date(2023, 9, 1), ended="resigned", by=ADA)
        assert [(each.since, each.until) for each in seat.voters] == [(date(2022, 9, 1), date(2023, 9, 1))]


class TestStrike:
    def test_calls_off_an_appointment_to_come(self):
        seat = ASeat()
        tomorrow = clock.today() + timedelta(days=1)
        coming = appoint(seat, since=tomorrow)
        before = clock.now()

        commands.strike(seat, turn=coming.ref, reason="Called off", by=ADA)

        assert line(seat, tomorrow)["vacant"]
        with ledger.known(before):
            assert not queries.seats_on(tomorrow)[0]["vacant"]


class TestSuccession:
    def test_of_an_earlier_day_gives_no_later_end_away(self):
        seat = ASeat(since=date(2020, 1, 1))
        appoint(seat, APerson(surname="Osei"), since=date(2020, 1, 1))
        commands.retire(seat, until=date(2022, 6, 1), ended="resigned", by=ADA)
        appoint(seat, APerson(surname="Bell"), since=date(2023, 1, 1))

        told = [(each["holder"], each["last_day"], each["ended"]) for each in succession(seat, date(2021, 1, 1))]
        assert told == [("Asha Osei", None, ""), ("Asha Bell", None, "to come")]
        assert [each["holder"] for each in succession(seat, date(2022, 7, 1))] == ["Asha Osei", "Vacant", "Asha Bell"]

    def test_of_who_stayed_on_says_so_on_every_day_of_it(self):
        seat = ASeat(term_months=12, carries_over=True)
        appoint(seat, APerson(surname="Osei"), since=date(2020, 4, 1))
        commands.retire(seat, until=date(2024, 4, 1), ended="resigned", by=ADA)

        turn = next(each for each in succession(seat, date(2023, 1, 1)) if each["person"])
        assert (turn["last_day"], turn["ended"]) == (None, "stays on after the term")

    def test_of_a_seat_ex_officio_lies_within_its_own_life(self):
        chair = AnAppointment(seat=ASeat(title="Chair"), since=date(2012, 4, 1)).seat
        seat = ASeat(title="Trustee", ex_officio=chair, since=APRIL_1)
        commands.abolish(seat, until=date(2023, 4, 1), by=ADA)

        assert line(seat, APRIL_1)["since"] == APRIL_1
        [turn] = succession(seat, date(2024, 1, 1))
        assert (turn["since"], turn["last_day"]) == (APRIL_1, date(2023, 3, 31))
        assert [each["seat"] for each in held_by(chair.appointments[0].person, APRIL_1)] == ["Trustee", "Chair"]

    def test_vacancy_is_since_the_last_one_left(self):
        seat = ASeat(holders=2, votes=0)
        ann, ben = APerson(surname="Osei"), APerson(surname="Bell")
        appoint(seat, ann, since=date(2020, 1, 1))
        appoint(seat, ben, since=date(2021, 1, 1))
        commands.retire(seat, person=ben, until=date(2022, 1, 1), by=ADA)
        assert line(seat, date(2022, 1, 1))["remarks"] == "1 place free"
        commands.retire(seat, until=date(2024, 1, 1), by=ADA)

        assert line(seat, date(2024, 1, 1))["holder"].startswith("Vacant since 1 January 2024")


class TestFuture:
    def test_an_appointment_to_come_is_told_as_such_until_its_day(self):
        seat = ASeat()
        tomorrow = clock.today() + timedelta(days=1)
        appoint(seat, APerson(surname="Osei"), since=tomorrow)

        assert line(seat, clock.today())["vacant"]
        assert f"Asha Osei from {tomorrow:%-d %B %Y}" in line(seat, clock.today())["holder"]
        assert succession(seat, clock.today())[-1]["ended"] == "to come"
        assert line(seat, tomorrow)["holder"] == "Asha Osei"
        assert succession(seat, tomorrow)[-1]["ended"] == ""


class TestLagging:
    def test_is_a_seat_whose_networks_director_has_changed(self):
        pcn = ABody(kind="PCN", name="Rutland Health")
        own = ASeat(body=pcn, kind="ACD", title="Clinical director", constituency=pcn)
        board = ASeat(body=ABody(kind="board"), kind="ACD", title="ACD for Rutland", constituency=pcn)
        ann, ben = APerson(surname="Osei"), APerson(surname="Bell")
        for seat in (own, board):
            appoint(seat, ann, since=date(2020, 4, 1))

        commands.retire(own, until=APRIL_1, by=ADA)
        appoint(own, ben)

        assert lagging_on(MARCH_31) == []
        assert lagging_on(APRIL_1) == [(board, "Asha Bell", "Asha Osei")]
        commands.retire(board, until=date(2022, 5, 1), by=ADA)
        appoint(board, ben, since=date(2022, 5, 1))
        assert lagging_on(date(2022, 4, 30)) != []
        assert lagging_on(date(2022, 5, 1)) == []

    def test_is_not_a_seat_shared_with_whoever_directs_the_network(self):
        pcn = ABody(kind="PCN")
        own = ASeat(body=pcn, kind="ACD", constituency=pcn, holders=2)
        board = ASeat(body=ABody(kind="board"), kind="ACD", constituency=pcn)
        ann = APerson()
        appoint(own, ann)
        appoint(own)
        appoint(board, ann)

        assert lagging_on(APRIL_1) == []


class TestRetireOnce:
    def test_a_second_resignation_is_refused(self):
        seat = AnAppointment(since=date(2020, 4, 1)).seat
        commands.retire(seat, until=APRIL_1, ended="resigned", by=ADA)

        with pytest.raises(Breach, match="has an end already, of 1 April 2022"):
            commands.retire(seat, until=date(2021, 4, 1), ended="resigned", by=ADA)


class TestDeath:
    def test_of_whoever_would_be_appointed_is_told(self):
        person = APerson()
        people.note_death(person, died=MARCH_31, by=ADA)

        with pytest.raises(Breach, match="died on 31 March 2022"):
            appoint(ASeat(), person)

    def test_of_whoever_sits_is_a_duty_until_the_appointment_is_ended(self):
        seat = ASeat()
        person = appoint(seat, since=date(2020, 4, 1)).person
        people.note_death(person, died=APRIL_1, by=ADA)

        assert queries.held_by_the_dead(MARCH_31) == []
        assert [each.seat for each in queries.held_by_the_dead(APRIL_1)] == [seat]
        commands.retire(seat, until=date(2022, 4, 2), ended="died", by=ADA)
        assert queries.held_by_the_dead(date(2022, 4, 2)) == []
