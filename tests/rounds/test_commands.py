from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.db import db
from registry.interests import commands as interests
from registry.law import Breach
from registry.ledger.models import Entry
from registry.links.models import Link
from registry.outbox.delivery import deliver
from registry.outbox.models import SENT, STOPPED, Letter
from registry.people import commands as people
from registry.rounds import commands, queries
from registry.seats import commands as seats
from tests.breaches import refused
from tests.factories import (
    ADA,
    ABody,
    AConfirmation,
    AHolding,
    AnAccount,
    AnAppointment,
    AnInterest,
    APerson,
    ARound,
    ASeat,
)

MAY_1, MAY_31 = date(2026, 5, 1), date(2026, 5, 31)
ROUND = {"title": "Annual declarations 2026", "kind": "annual", "opens": MAY_1, "due": MAY_31, "everyone": True}


def on(month, day, year=2026):
    return clock.telling(datetime(year, month, day, 10, tzinfo=UTC), seed=month * 100 + day)


@pytest.fixture
def asha(app):
    return APerson(title="Dr", email="asha@example.com")


@pytest.fixture
def ben(app):
    return APerson(forenames="Ben", surname="Quarles", email="ben@example.com")


def states(round, day):
    return {line["person"]: line["state"] for line in queries.people_on(round, day, office=True)}


def line_of(round, person, day):
    lines = queries.people_on(round, day, office=True)
    return next(line for line in lines if line["person_ref"] == person.ref)


def letters():
    return db.session.query(Letter).order_by(Letter.ref).all()


class TestOpen:
    def test_asks_everyone_in_a_seat_or_with_shares_on_the_day_with_why(self):
        chair = AnAppointment(since=date(2026, 4, 1)).person
        holder = AHolding(5).member.holders[0].person
        AnAppointment(since=date(2026, 5, 2))
        left = AnAppointment(since=date(2025, 4, 1))
        seats.retire(left.seat, until=MAY_1, ended="resigned", by=ADA)

        with on(5, 1):
            round = commands.open(**ROUND, by=ADA)

        assert {each.person_ref for each in round.asked} == {chair.ref, holder.ref}
        assert any("since 1 April 2026" in each.why for each in round.asked)

    def test_asks_only_the_members_of_bodies_chosen(self):
        hub = ABody(kind="hub", name="Rutland")
        member = AnAppointment(seat=ASeat(body=hub, title="Oakham")).person
        AnAppointment()

        with on(5, 1):
            round = commands.open(**ROUND | {"everyone": False, "bodies": [hub]}, by=ADA)

        assert [(each.person_ref, each.why) for each in round.asked] == [
            (member.ref, "Oakham, Rutland, since 1 January 2010")
        ]

    def test_asks_the_dead_nothing(self):
        died, lives = AnAppointment().person, AnAppointment().person
        people.note_death(died, died=date(2026, 4, 30), by=ADA)

        with on(5, 1):
            round = commands.open(**ROUND, by=ADA)

        assert [each.person_ref for each in round.asked] == [lives.ref]

    def test_of_nobody_is_refused(self):
        with on(5, 1), pytest.raises(Breach, match="A round asks somebody"):
            commands.open(**ROUND | {"everyone": False}, by=ADA)

    def test_opens_by_today_and_leaves_a_day_to_answer(self):
        AnAppointment()

        with on(4, 30), refused("opens"):
            commands.open(**ROUND, by=ADA)
        with on(5, 1), refused("due"):
            commands.open(**ROUND | {"due": MAY_1}, by=ADA)
        with on(5, 1):
            commands.open(**ROUND | {"due": date(2026, 5, 2)}, by=ADA)

    def test_while_another_is_open_is_refused(self, asha):
        ARound(asha, title="Spring")
        AnAppointment()

        with on(5, 1), pytest.raises(Breach, match="close “Spring” first"):
            commands.open(**ROUND, by=ADA)


class TestAnswers:
    def test_are_confirmations_and_declarations_since_it_opened(self, asha, ben):
        carol, dan = APerson(surname="Crewe"), APerson(surname="Dunn")
        round = ARound(asha, ben, carol, dan)
        AConfirmation(person=asha, on=date(2026, 5, 12))
        AConfirmation(person=ben, on=date(2026, 4, 30))
        AnInterest(person=carol, since=date(2026, 5, 2))
        AnInterest(person=dan)
        AConfirmation(person=dan, on=date(2026, 5, 20), nothing=False)

        assert states(round, MAY_31) == {
            "Dr Asha Patel": "Nothing to declare",
            "Ben Quarles": "Not yet",
            "Asha Crewe": "Interests declared",
            "Asha Dunn": "Interests confirmed",
        }
        assert set(states(round, MAY_1).values()) == {"Not yet"}

    def test_are_interests_that_changed_or_ended_too(self, asha, ben):
        round = ARound(asha, ben, opens=date(2031, 5, 1), due=date(2031, 5, 31))
        with on(3, 1, 2031):
            ended = AnInterest(person=asha)
            AnInterest(person=ben)
        with on(5, 12, 2031):
            interests.end(ended, until=date(2031, 5, 1), by=ADA)

        assert line_of(round, asha, date(2031, 5, 11))["state"] == "Not yet"
        line = line_of(round, asha, date(2031, 5, 12))
        assert (line["state"], line["answered"]) == ("Interests declared", date(2031, 5, 12))
        assert line_of(round, ben, date(2031, 5, 31))["state"] == "Not yet"

    def test_say_how_they_were_given(self, asha, ben):
        account = AnAccount("member", asha.ref)
        people.give_account(asha, account=account, by=ADA)
        round = ARound(asha, ben, carol := APerson(surname="Crewe"))
        with on(5, 12):
            interests.confirm(asha, nothing=True, by=account)
            interests.confirm(ben, nothing=True, by=ben)
            interests.confirm(carol, nothing=True, on=date(2026, 5, 8), by=ADA)

        told = [line_of(round, person, MAY_31)["how"] for person in (asha, ben, carol)]

        assert told == ["own account", "signed link", "entered by the office"]
        assert line_of(round, carol, MAY_31)["answered"] == date(2026, 5, 8)

    def test_say_how_late_they_are_and_were(self, asha, ben):
        round = ARound(asha, ben)
        AConfirmation(person=asha, on=date(2026, 6, 24))

        assert line_of(round, asha, date(2026, 6, 30))["late"] == "24 days late"
        assert line_of(round, ben, date(2026, 6, 30))["state"] == "Late by 30 days"

    def test_after_it_is_over_are_none_to_it(self, asha):
        round = ARound(asha, closed=date(2026, 7, 1))
        AConfirmation(person=asha, on=date(2026, 7, 1))

        assert states(round, date(2026, 6, 30)) == {"Dr Asha Patel": "Late by 30 days"}
        assert states(round, date(2026, 7, 1)) == {"Dr Asha Patel": "Not answered"}

    def test_are_told_as_they_were_known_then(self, client, asha):
        round = ARound(asha, opens=date(2031, 5, 1), due=date(2031, 5, 31))
        with on(3, 1, 2031):
            interest = AnInterest(person=asha)
        with on(5, 20, 2031):
            interests.end(interest, until=date(2031, 5, 1), by=ADA)
            AConfirmation(person=asha, on=date(2031, 5, 3))

        def told(known):
            page = client.get(f"/rounds/{round.ref}.json?on=2031-05-31&known={known}").json
            return [line["state"] for line in page["people"]]

        assert told("2031-05-19") == ["Not yet"]
        assert told("2031-05-20") == ["Nothing to declare"]

    def test_of_somebody_who_has_left_count_all_the_same(self, asha):
        appointment = AnAppointment(person=asha, since=date(2025, 4, 1))
        round = ARound(asha)
        seats.retire(appointment.seat, until=date(2026, 5, 5), ended="resigned", by=ADA)
        AConfirmation(person=asha, on=date(2026, 5, 12))

        assert states(round, MAY_31) == {"Dr Asha Patel": "Nothing to declare"}


class TestRemind:
    def test_writes_to_those_who_have_not_answered_each_with_a_link_of_her_own(self, asha, ben):
        round = ARound(asha, ben, APerson(surname="Crewe"))
        AConfirmation(person=asha, on=date(2026, 5, 3))

        with on(5, 12):
            commands.remind(round, words="Thank you.", by=ADA)

        [letter], [link] = letters(), db.session.query(Link).all()
        assert (letter.person_ref, link.person_ref, link.about_ref) == (ben.ref, ben.ref, round.ref)
        assert letter.subject == "Your declaration of interests, please, by 31 May 2026"
        assert "http://127.0.0.1:8000/rounds/answer/" in letter.body
        assert "Thank you." in letter.body
        assert "It can be used until 28 June 2026." in letter.body
        assert link.until == date(2026, 6, 29)
        assert line_of(round, ben, date(2026, 5, 12))["reminded"] == "12 May 2026: waiting"

    def test_says_the_next_time_that_it_is_a_reminder_and_lets_its_link_last_as_long(self, asha):
        round = ARound(asha)
        with on(5, 12):
            commands.remind(round, by=ADA)
        with on(6, 2):
            commands.remind(round, by=ADA)

        assert letters()[-1].subject == "Reminder: your declaration of interests, due by 31 May 2026"
        assert "until 30 June 2026" in letters()[-1].body
        assert [each.on for each in round.reminders] == [date(2026, 5, 12), date(2026, 6, 2)]

    def test_writes_to_nobody_twice_a_day_nor_without_an_address_nor_to_the_dead(self, asha, ben):
        round = ARound(asha, ben, APerson(surname="Crewe"))
        people.note_death(ben, died=date(2026, 5, 10), by=ADA)

        with on(5, 12):
            commands.remind(round, by=ADA)
            with pytest.raises(Breach, match="nobody to write to"):
                commands.remind(round, by=ADA)

        assert [letter.person_ref for letter in letters()] == [asha.ref]
        assert line_of(round, ben, MAY_31)["reminded"] is None

    def test_enters_whom_it_wrote_to_and_no_address(self, asha):
        round = ARound(asha)
        with on(5, 12):
            commands.remind(round, by=ADA)

        entry = db.session.query(Entry).order_by(Entry.seq.desc()).first()
        assert (entry.act, entry.ref) == ("rounds.remind", round.ref)
        assert asha.ref in entry.body
        assert "example.com" not in entry.body
        assert "answer/" not in entry.body

    def test_of_a_round_that_is_over_is_refused(self, asha):
        round = ARound(asha, closed=date(2026, 7, 1))

        with pytest.raises(Breach, match="closed on 1 July 2026"):
            commands.remind(round, by=ADA)


class TestClose:
    def test_refuses_one_that_is_closed_already(self, asha):
        round = ARound(asha)
        with on(6, 30):
            commands.close(round, closed=date(2026, 6, 30), by=ADA)

        with on(7, 1), refused("", "was closed on 30 June 2026"):
            commands.close(round, closed=date(2026, 7, 1), by=ADA)

    def test_stops_the_letters_that_still_wait(self, asha):
        round = ARound(asha)
        with on(5, 12):
            commands.remind(round, by=ADA)
        with on(6, 30):
            commands.close(round, closed=date(2026, 6, 30), by=ADA)

        assert letters()[0].state == STOPPED
        assert "rounds/answer" not in letters()[0].body
        assert deliver() == {}
        assert SENT not in [letter.state for letter in letters()]
