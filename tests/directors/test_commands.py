from datetime import date, timedelta

import pytest
from flask import g

from registry import clock, ledger
from registry.directors import commands, queries
from registry.doors import hung
from registry.filings.commands import record
from registry.filings.queries import outstanding_on
from registry.law import Breach
from registry.people import commands as people
from registry.seats import commands as seats
from tests.factories import ADA, ABody, AnAppointment, APerson, ASeat

MARCH_31, APRIL_1, APRIL_15, APRIL_16 = (
    date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 15), date(2022, 4, 16),
)  # fmt: skip
BORN = date(1970, 1, 1)


def appoint(person=None, since=APRIL_1, **more):
    told = {"consented": since, "declared": since} | more
    return commands.appoint(person=person or APerson(born=BORN), since=since, **told, by=ADA)


def forms(day):
    return [(line["form"], line["due"], line["late"]) for line in outstanding_on(day)]


class TestAppoint:
    def test_makes_a_director_from_that_day(self):
        appoint()

        assert queries.directors_on(MARCH_31) == []
        assert [line["name"] for line in queries.directors_on(APRIL_1)] == ["Asha Patel"]

    @pytest.mark.parametrize(
        ("since", "sixteen"), [(date(2022, 3, 31), False), (date(2022, 4, 1), True), (date(2022, 4, 2), True)]
    )
    def test_under_sixteen_is_refused(self, since, sixteen):
        person = APerson(born=date(2006, 4, 1))

        if sixteen:
            assert appoint(person, since=since).since == since
        else:
            with pytest.raises(Breach, match="at least 16"):
                appoint(person, since=since)

    def test_without_identity_verified_is_refused_from_18_november_2025(self):
        appoint(since=date(2025, 11, 17))

        with pytest.raises(Breach, match="identity has not been verified"):
            appoint(since=date(2025, 11, 18))
        appoint(since=date(2025, 11, 18), verified=date(2025, 11, 10))

    def test_twice_at_a_time_is_refused(self):
        person = appoint().person

        with pytest.raises(Breach, match="a director for some or all of that time"):
            appoint(person)

    def test_again_after_having_left_is_another_directorship(self):
        first = appoint()
        commands.cease(first, until=APRIL_15, ended="resigned", by=ADA)

        appoint(first.person, since=APRIL_15)

        assert [line["since"] for line in queries.directorships_of(first.person, APRIL_16)] == [APRIL_15, APRIL_1]

    def test_is_told_the_registrar_within_fourteen_days(self):
        directorship = appoint()

        assert forms(MARCH_31) == []
        assert forms(APRIL_15) == [("AP01", APRIL_15, 0)]
        assert forms(APRIL_16) == [("AP01", APRIL_15, 1)]
        filed = record(form="AP01", about=directorship.ref, sent=APRIL_15, sent_by="The secretary", by=ADA)
        assert filed.due == APRIL_15
        assert forms(APRIL_16) == []


class TestCease:
    def test_ends_it_and_is_told_the_registrar_within_fourteen_days(self):
        directorship = appoint(since=date(2020, 4, 1))
        record(form="AP01", about=directorship.ref, sent=date(2020, 4, 2), sent_by="The secretary", by=ADA)

        commands.cease(directorship, until=APRIL_1, ended="resigned", by=ADA)

        assert len(queries.directors_on(MARCH_31)) == 1
        assert queries.directors_on(APRIL_1) == []
        assert forms(MARCH_31) == []
        assert forms(APRIL_15) == [("TM01", APRIL_15, 0)]
        assert forms(APRIL_16) == [("TM01", APRIL_15, 1)]

    def test_shows_no_later_end_on_an_earlier_day(self):
        directorship = appoint(since=date(2020, 4, 1))
        before = clock.now()
        commands.cease(directorship, until=APRIL_1, ended="resigned", by=ADA)

        line = queries.line_of(directorship, MARCH_31)
        assert (line["last_day"], line["ended"]) == (None, "")
        line = queries.line_of(directorship, APRIL_1)
        assert (line["last_day"], line["ended"]) == (MARCH_31, "resigned")
        with ledger.known(before):
            assert len(queries.directors_on(APRIL_1)) == 1

    def test_before_appointment_or_twice_is_refused(self):
        directorship = appoint()

        with pytest.raises(Breach, match="on a day after it began"):
            commands.cease(directorship, until=APRIL_1, ended="resigned", by=ADA)
        commands.cease(directorship, until=APRIL_15, ended="resigned", by=ADA)
        with pytest.raises(Breach, match="ends once"):
            commands.cease(directorship, until=APRIL_16, ended="resigned", by=ADA)

    def test_by_removal_is_the_members_to_resolve(self):
        with pytest.raises(Breach, match="log that decision"):
            commands.cease(appoint(), until=APRIL_15, ended="removed", by=ADA)


class TestChangeParticulars:
    def test_keeps_the_old_ones_and_is_told_the_registrar(self):
        directorship = appoint(service_address="1 High Street", occupation="General practitioner")
        record(form="AP01", about=directorship.ref, sent=APRIL_1, sent_by="The secretary", by=ADA)

        commands.change_particulars(directorship, since=date(2022, 6, 1), service_address="2 Low Street", by=ADA)

        assert queries.line_of(directorship, date(2022, 5, 31))["service_address"] == "1 High Street"
        assert queries.line_of(directorship, date(2022, 6, 1))["service_address"] == "2 Low Street"
        assert forms(date(2022, 6, 15)) == [("CH01", date(2022, 6, 15), 0)]

    def test_out_of_turn_is_refused(self):
        with pytest.raises(Breach, match="after the last change"):
            commands.change_particulars(appoint(), since=APRIL_1, by=ADA)

    def test_of_name_is_told_the_registrar_too(self):
        directorship = appoint()
        record(form="AP01", about=directorship.ref, sent=APRIL_1, sent_by="The secretary", by=ADA)

        people.rename(directorship.person, title="", forenames="Asha", surname="Bell", since=date(2022, 6, 1), by=ADA)

        assert forms(date(2022, 6, 15)) == [("CH01", date(2022, 6, 15), 0)]


class TestBringIn:
    def test_of_one_that_was_over_before_them_is_not_told_at_all(self):
        commands.bring_in(person=APerson(), since=date(2009, 4, 1), until=date(2010, 1, 1), by=ADA)

        assert forms(APRIL_1) == []

    def test_of_one_that_ends_after_them_its_end_is_told(self):
        directorship = commands.bring_in(person=APerson(), since=date(2009, 4, 1), by=ADA)
        commands.cease(directorship, until=APRIL_1, ended="resigned", by=ADA)

        assert forms(APRIL_1) == [("TM01", APRIL_15, 0)]

    def test_of_before_the_books_is_not_told_the_registrar_again(self):
        commands.bring_in(person=APerson(), since=date(2015, 4, 1), by=ADA)

        assert forms(APRIL_1) == []
        assert len(queries.directors_on(APRIL_1)) == 1


class TestCorrect:
    def test_puts_the_days_right(self):
        directorship = appoint()

        commands.correct(directorship, since=MARCH_31, consented=MARCH_31, declared=MARCH_31, reason="Misread", by=ADA)

        assert queries.directors_on(MARCH_31)[0]["since"] == MARCH_31
        assert directorship.particulars[0].since == MARCH_31

    def test_of_a_day_that_its_source_did_not_give_leaves_no_words_of_the_source_beside_it(self):
        directorship = commands.bring_in(person=APerson(), since=APRIL_1, dates="about 2022", by=ADA)

        commands.correct(directorship, since=APRIL_1, reason="Nothing moved", by=ADA)
        assert directorship.dates == "about 2022"
        commands.correct(directorship, since=MARCH_31, reason="The minute was found", by=ADA)
        assert directorship.dates == ""

    def test_is_held_to_all_that_an_appointment_is(self):
        directorship = appoint()
        commands.change_particulars(directorship, since=date(2022, 6, 1), by=ADA)
        told = {"consented": APRIL_1, "declared": APRIL_1}

        for wrong, sentence in (
            ({"since": date(2022, 7, 1), **told}, "has consented|particulars on record"),
            ({"since": APRIL_1, "until": APRIL_15, **told}, "particulars on record"),
            ({"since": APRIL_1}, "has consented"),
            ({"since": date(1980, 1, 1), **told}, "at least 16"),
        ):
            with pytest.raises(Breach, match=sentence):
                commands.correct(directorship, **wrong, reason="Misread", by=ADA)
        assert forms(APRIL_15) == [("AP01", APRIL_15, 0)]


def duties(app, day):
    with app.test_request_context():
        g.account = ADA
        return [
            each.sentence
            for each in hung.duties(day)
            if each.authority.startswith(("Companies Act 2006, s.167(2)", "Economic"))
        ]


class TestDuties:
    def test_office_and_directorship_are_two_acts(self, app):
        person = APerson(born=BORN)
        seat = ASeat(body=ABody(kind="board"), title="Chair", director=True)
        seats.appoint(seat, person=person, since=APRIL_1, by=ADA)

        assert duties(app, APRIL_1) == ["Enter Asha Patel as a director: the seat “Chair” makes one."]
        directorship = appoint(person)
        assert duties(app, APRIL_1) == []
        seats.retire(seat, until=APRIL_15, ended="resigned", by=ADA)
        assert duties(app, APRIL_15) == ["Asha Patel has left the board’s seats and is still a director: end that too?"]
        commands.cease(directorship, until=APRIL_15, ended="resigned", by=ADA)
        assert duties(app, APRIL_15) == []

    def test_a_director_not_verified_is_a_duty_once_the_year_of_grace_is_over(self, app):
        directorship = appoint(since=date(2020, 4, 1))
        last = date(2026, 11, 18)

        assert duties(app, last - timedelta(days=1)) == []
        assert duties(app, last) == ["Have the identity of Asha Patel, a director, verified."]
        commands.verify(directorship, verified=date(2026, 11, 1), by=ADA)
        assert duties(app, last) == []

    def test_a_seat_of_no_director_makes_none(self, app):
        AnAppointment(seat=ASeat(director=False), since=APRIL_1)

        assert duties(app, APRIL_1) == []

    def test_a_director_who_has_died_is_one_until_the_directorship_is_ended(self, app):
        directorship = appoint()
        people.note_death(directorship.person, died=APRIL_15, by=ADA)

        assert duties(app, date(2022, 4, 14)) == []
        assert duties(app, APRIL_15) == ["Asha Patel has died: end the directorship."]
        commands.cease(directorship, until=APRIL_16, ended="died", by=ADA)
        assert duties(app, APRIL_16) == []

    def test_whoever_was_removed_and_still_sits_is_to_leave_the_seat(self, app):
        person = APerson(born=BORN)
        seat = ASeat(body=ABody(kind="board"), title="Chair", director=True)
        seats.appoint(seat, person=person, since=APRIL_1, by=ADA)
        directorship = appoint(person)

        commands.remove(directorship, until=APRIL_15, by=ADA)

        assert duties(app, APRIL_15) == ["Asha Patel is no longer a director and still sits in “Chair”: end that too?"]
