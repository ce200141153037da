from datetime import UTC, date, datetime

import pytest

from registry import ledger
from registry.clock import telling
from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.people import commands, queries
from registry.people.models import Person
from tests.factories import ADA, AnAccount, APerson


def acts() -> list[str]:
    return [entry.act for entry in db.session.query(Entry).order_by(Entry.seq)]


class TestEnter:
    def test_puts_the_name_on_record_from_today(self):
        with telling(datetime(2020, 4, 1, 9, tzinfo=UTC)):
            person = commands.enter(title="Dr", forenames="Asha", surname="Patel", by=ADA)

        assert person.name_on(date(2020, 4, 1)) == "Dr Asha Patel"
        assert person.names[0].since == date(2020, 4, 1)
        assert acts() == ["people.enter"]

    def test_two_of_one_name_are_two_people(self):
        first = commands.enter(forenames="Asha", surname="Patel", by=ADA)
        second = commands.enter(forenames="Asha", surname="Patel", by=ADA)

        assert first.ref != second.ref

    def test_is_refused_with_an_initial_and_leaves_nothing(self):
        with pytest.raises(Breach):
            commands.enter(forenames="A.", surname="Patel", by=ADA)

        assert db.session.query(Person).count() == 0
        assert ledger.head().size == 0


class TestRename:
    def test_ends_the_old_name_on_the_day_before(self):
        person = APerson(forenames="Asha", surname="Patel", since=date(2010, 1, 1))

        commands.rename(person, forenames="Asha", surname="Shah", since=date(2021, 4, 1), by=ADA)

        assert person.name_on(date(2021, 3, 31)) == "Asha Patel"
        assert person.name_on(date(2021, 4, 1)) == "Asha Shah"
        assert person.names[0].last_day == date(2021, 3, 31)
        assert acts()[-1] == "people.rename"

    def test_to_the_same_name_records_nothing(self):
        person = APerson(forenames="Asha", surname="Patel")
        entries = ledger.head().size

        commands.rename(person, forenames="Asha", surname="Patel", since=date(2021, 4, 1), by=ADA)

        assert ledger.head().size == entries

    def test_is_refused_on_the_day_the_present_name_began(self):
        person = APerson(since=date(2021, 4, 1))

        with pytest.raises(Breach):
            commands.rename(person, forenames="Asha", surname="Shah", since=date(2021, 4, 1), by=ADA)

        assert len(person.names) == 1


class TestCorrect:
    def test_puts_right_what_was_never_so(self):
        person = APerson(forenames="Asha", surname="Patell", since=date(2021, 4, 1))

        commands.correct(person, forenames="Asha", surname="Patel", reason="misread", by=ADA)

        assert [name.in_full for name in person.names] == ["Asha Patel"]
        assert person.name_on(date(2021, 4, 1)) == "Asha Patel"

    def test_is_entered_as_a_correction_with_its_reason(self):
        person = APerson(surname="Patell")

        commands.correct(person, forenames="Asha", surname="Patel", reason="misread", by=ADA)

        entry = db.session.query(Entry).order_by(Entry.seq.desc()).first()
        assert (entry.op, '"reason":"misread"' in entry.body) == ("correct", True)

    def test_is_refused_with_initials(self):
        person = APerson(surname="Patell")

        with pytest.raises(Breach):
            commands.correct(person, forenames="A.", surname="Patel", reason="misread", by=ADA)

        assert person.names[0].surname == "Patell"


class TestGiveAccount:
    def test_says_which_account_the_person_signs_in_with(self):
        person, account = APerson(), AnAccount("member")

        commands.give_account(person, account=account, by=ADA)

        assert person.account_ref == account.ref

    def test_again_records_nothing(self):
        person, account = APerson(), AnAccount("member")
        commands.give_account(person, account=account, by=ADA)
        entries = ledger.head().size

        commands.give_account(person, account=account, by=ADA)

        assert ledger.head().size == entries

    def test_is_refused_where_another_has_it(self):
        account = AnAccount("member")
        commands.give_account(APerson(), account=account, by=ADA)
        other = APerson()

        with pytest.raises(Breach):
            commands.give_account(other, account=account, by=ADA)

        assert other.account_ref is None


class TestNoteDeath:
    def test_is_on_record_from_its_day(self):
        person = APerson()

        commands.note_death(person, died=date(2020, 2, 29), by=ADA)

        assert queries.person_on(person, date(2020, 2, 28))["died"] is None
        assert queries.person_on(person, date(2020, 2, 29))["died"] == date(2020, 2, 29)

    def test_still_to_come_is_refused(self):
        with pytest.raises(Breach, check=lambda breach: breach.field == "died"):
            commands.note_death(APerson(), died=date(2199, 1, 1), by=ADA)


class TestGiveAddress:
    def test_says_where_letters_reach_a_person_or_that_they_no_longer_do(self, app):
        person = APerson(email="old@example.com")

        commands.give_address(person, email="asha@example.com", by=ADA)
        assert person.email == "asha@example.com"
        commands.give_address(person, email=None, by=ADA)
        assert (person.email, person.rev) == (None, 3)

    def test_from_the_page_of_the_person(self, client):
        person = APerson()
        address = f"/people/{person.ref}/give-address"

        assert address in client.get(f"/people/{person.ref}").text
        assert client.post(address, data={"email": "asha@", "rev": 1}).status_code == 422
        assert client.post(address, data={"email": "asha@example.com", "rev": 1}).status_code == 303
        assert "asha@example.com" in client.get(f"/people/{person.ref}").text
