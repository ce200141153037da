from datetime import date

import pytest

from registry import ledger
from registry.people import commands
from registry.people.queries import people_named
from tests.conftest import browser_of
from tests.factories import ADA, AnAccount, APerson
from tests.statements import statements

ASHA = {"title": "Dr", "forenames": "Asha", "surname": "Patel"}
PRIVATE = ("1975-05-01", "1 May 1975", "asha@example.org")


def asha(**more):
    return APerson(**ASHA, born=date(1975, 5, 1), email="asha@example.org", **more)


class TestRegister:
    def test_lists_people_by_surname_under_the_name_of_that_day(self, client):
        person = asha(since=date(2010, 1, 1))
        commands.rename(person, forenames="Asha", surname="Zaman", since=date(2021, 4, 1), by=ADA)
        APerson(forenames="Bronagh", surname="McAlinden")

        def names(on):
            return [line["name"] for line in client.get(f"/people/register.json?on={on}").json["items"]]

        assert names("2021-03-31") == ["Bronagh McAlinden", "Dr Asha Patel"]
        assert names("2021-04-01") == ["Bronagh McAlinden", "Asha Zaman"]

    @pytest.mark.parametrize("kind", ["", ".json", ".csv"])
    def test_tells_the_office_what_is_private(self, client, kind):
        asha()

        page = client.get(f"/people/register{kind}")

        assert "asha@example.org" in page.text

    @pytest.mark.parametrize("kind", ["", ".json", ".csv"])
    @pytest.mark.parametrize("role", ["director", "member"])
    def test_has_nothing_private_for_others(self, app, role, kind):
        asha()

        page = browser_of(app, role).get(f"/people/register{kind}?q=Patel")

        assert "Asha Patel" in page.text
        assert not any(secret in page.text for secret in (*PRIVATE, "born", "Date of birth"))

    def test_cannot_be_searched_by_what_is_private(self, app):
        asha()

        assert browser_of(app, "member").get("/people/register.json?q=1975-05").json["count"] == 0

    def test_is_not_public(self, visitor):
        assert visitor.get("/people/register").status_code == 401

    def test_asks_a_few_questions_of_the_database_however_long_it_is(self, client):
        for _ in range(30):
            asha()

        with statements() as asked:
            client.get("/people/register.json")

        assert len(asked) <= 12


class TestPerson:
    def test_tells_every_name_by_that_day(self, client):
        person = asha(since=date(2010, 1, 1))
        commands.rename(person, forenames="Asha", surname="Shah", since=date(2021, 4, 1), by=ADA)

        def told(on):
            return client.get(f"/people/{person.ref}.json?on={on}").json["names"]

        assert told("2021-03-31") == [{"name": "Dr Asha Patel", "since": "2010-01-01", "last_day": None}]
        assert told("2021-04-01") == [
            {"name": "Dr Asha Patel", "since": "2010-01-01", "last_day": "2021-03-31"},
            {"name": "Asha Shah", "since": "2021-04-01", "last_day": None},
        ]

    def test_is_drawn_under_the_persons_name(self, client):
        person = asha()

        page = client.get(f"/people/{person.ref}")

        assert "<h1" in page.text
        assert "Dr Asha Patel" in page.text
        assert "1 May 1975" in page.text

    def test_has_nothing_private_for_a_member(self, app):
        page = browser_of(app, "member").get(f"/people/{asha().ref}")

        assert page.status_code == 200
        assert not any(secret in page.text for secret in (*PRIVATE, "Date of birth"))

    def test_is_printed(self, client):
        assert client.get(f"/people/{asha().ref}.pdf").data.startswith(b"%PDF-")

    def test_nobody_goes_by_another_ref(self, client):
        assert client.get("/people/01ARZ3NDEKTSV4RRFFQ69G5FAV").status_code == 404


class TestEnter:
    def test_from_the_page(self, client):
        answer = client.post("/people/enter", data=ASHA)

        assert answer.status_code == 303
        assert "Dr Asha Patel" in client.get(answer.location).text

    def test_from_a_program(self, api):
        answer = api.post("/people/enter", json=ASHA | {"born": "1975-05-01"})

        assert answer.status_code == 201
        assert api.get(f"{answer.json['at']}.json").json["born"] == "1975-05-01"

    def test_from_csv_all_or_none(self, api):
        entries = ledger.head().size
        lines = "Title,Forenames,Surname\nDr,Asha,Patel\nDr,B.,Shah\n"

        answer = api.post("/people/enter", data=lines, content_type="text/csv")

        assert answer.status_code == 409
        assert ledger.head().size == entries

    @pytest.mark.parametrize(
        ("typed", "status", "sentence"),
        [
            ({"forenames": ""}, 422, "Forenames: an answer is needed."),
            ({"forenames": "A."}, 409, "write each name out, not its initial"),
            ({"forenames": "A" * 1001}, 422, "Write at most 1000 letters here."),
            ({"surname": ""}, 422, "Surname: an answer is needed."),
            ({"email": "asha"}, 422, "Write an e-mail address"),
            ({"born-day": "30", "born-month": "2", "born-year": "1975"}, 422, "Write a real date"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, typed, status, sentence):
        entries = ledger.head().size

        page = client.post("/people/enter", data={**ASHA, "title": "Professor", **typed})

        assert page.status_code == status
        assert sentence in page.text
        assert 'value="Professor"' in page.text
        assert ledger.head().size == entries

    def test_is_the_secretarys_alone(self, app):
        assert browser_of(app, "director").post("/people/enter", data=ASHA).status_code == 403


class TestRename:
    def test_begins_with_the_present_name_and_enters_the_new_one(self, client):
        person = asha()
        asked = client.get(f"/people/{person.ref}/rename").text
        typed = ASHA | {"surname": "Shah", "since-day": "1", "since-month": "4", "since-year": "2021"}

        answer = client.post(f"/people/{person.ref}/rename", data=typed | {"rev": person.rev})

        assert 'value="Patel"' in asked
        assert answer.status_code == 303
        assert person.name_on(date(2021, 4, 1)) == "Dr Asha Shah"

    @pytest.mark.parametrize(
        ("since", "rev", "status"),
        [
            ("2021-04-01", "", 428),
            ("2021-04-01", "7", 412),
            ("2010-01-01", "1", 409),
            ("some day", "1", 422),
            ("", "1", 422),
        ],
    )
    def test_is_refused(self, api, since, rev, status):
        person = asha(since=date(2010, 1, 1))
        sent = ASHA | {"surname": "Shah", "since": since}

        answer = api.post(f"/people/{person.ref}/rename", json=sent, headers={"If-Match": rev})

        assert answer.status_code == status
        assert len(person.names) == 1


class TestCorrect:
    def test_puts_the_name_right_and_asks_why(self, client):
        person = asha()
        typed = ASHA | {"surname": "Patil", "rev": person.rev}

        unexplained = client.post(f"/people/{person.ref}/correct", data=typed)
        answer = client.post(f"/people/{person.ref}/correct", data=typed | {"reason": "Misread"})

        assert unexplained.status_code == 422
        assert 'value="Patil"' in unexplained.text
        assert answer.status_code == 303
        assert [name.surname for name in person.names] == ["Patil"]


class TestGiveAccount:
    def test_lets_the_person_sign_in(self, client):
        person, account = asha(), AnAccount("member")

        answer = client.post(f"/people/{person.ref}/give-account", data={"account": account.ref, "rev": person.rev})

        assert answer.status_code == 303
        assert account.name in client.get(answer.location).text

    def test_of_an_account_that_is_not_there_is_refused(self, client):
        person = asha()

        page = client.post(f"/people/{person.ref}/give-account", data={"account": "nobody", "rev": person.rev})

        assert page.status_code == 422
        assert "There is no account “nobody”." in page.text


class TestSearch:
    def test_finds_a_person_by_any_name_ever_borne(self, client):
        person = asha(since=date(2010, 1, 1))
        commands.rename(person, forenames="Asha", surname="Shah", since=date(2021, 4, 1), by=ADA)

        assert found("patel ASHA", date(2022, 1, 1)) == ["Asha Shah"]
        assert found("shah", date(2020, 1, 1)) == ["Dr Asha Patel"]
        assert found("patel shah", date(2022, 1, 1)) == []
        assert found("%", date(2022, 1, 1)) == []


def found(words, on):
    return [name for _, name in people_named(words, on)]


class TestNoteDeath:
    def test_is_shown_on_the_persons_page(self, client):
        person = asha()
        day = {"died-day": "29", "died-month": "2", "died-year": "2020", "rev": person.rev}

        assert client.post(f"/people/{person.ref}/note-death", data=day | {"died-day": "30"}).status_code == 422
        assert client.post(f"/people/{person.ref}/note-death", data=day).status_code == 303
        assert "29 February 2020" in client.get(f"/people/{person.ref}").text
