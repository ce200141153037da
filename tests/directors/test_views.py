from datetime import date
from io import BytesIO

import pytest

from registry.db import db
from registry.directors import commands
from registry.directors.models import Directorship
from tests.conftest import browser_of
from tests.factories import ADA, APerson
from tests.packs.papers import a_paper
from tests.papers import text_of

APRIL_1 = date(2022, 4, 1)


@pytest.fixture
def director(app):
    person = APerson(born=date(1970, 2, 3))
    private = {"home_address": "9 Hidden Lane", "service_address": "1 High Street"}
    return commands.appoint(person=person, since=APRIL_1, consented=APRIL_1, declared=APRIL_1, **private, by=ADA)


def boxes(name, day):
    return {f"{name}-year": day.year, f"{name}-month": day.month, f"{name}-day": day.day}


def asked(person, **more):
    days = boxes("since", APRIL_1) | boxes("consented", APRIL_1) | boxes("declared", APRIL_1)
    return days | {"person": person.ref, "service_address": "1 High Street"} | more


class TestRegister:
    def test_comes_as_a_page_json_csv_and_paper(self, client, director):
        assert "Asha Patel" in client.get("/directors/register").text
        assert client.get("/directors/register.json").json["items"][0]["service_address"] == "1 High Street"
        assert "Asha Patel" in client.get("/directors/register.csv").text
        assert "Asha Patel" in text_of(client.get("/directors/register.pdf").data)

    def test_is_as_at_the_day(self, client, director):
        assert client.get("/directors/register.json?on=2022-03-31").json["count"] == 0
        assert client.get("/directors/register.json?on=2022-04-01").json["count"] == 1


class TestPrivate:
    def test_home_and_birth_are_nowhere_but_where_the_office_reads_them(self, app, client, director):
        for page in (
            "/directors/register", "/directors/register.json", "/directors/register.csv",
            f"/directors/{director.ref}", f"/directors/{director.ref}.json", f"/people/{director.person_ref}",
        ):  # fmt: skip
            told = browser_of(app, "director").get(page).text
            assert "Hidden Lane" not in told
            assert "3 February 1970" not in told
            assert "1970-02-03" not in told
        assert "Hidden Lane" not in text_of(client.get("/directors/register.pdf").data)
        assert "Hidden Lane" in client.get(f"/directors/{director.ref}/protected").text
        for role in ("director", "member"):
            assert browser_of(app, role).get(f"/directors/{director.ref}/protected").status_code == 403

    def test_history_withholds_them_from_whoever_may_not_read_them(self, client, director):
        assert "Hidden Lane" in client.get(f"/audit/documents/{director.ref}.json").text


class TestAppoint:
    def test_from_a_page_with_the_signed_consent_which_the_office_alone_reads(self, app, client):
        sent = asked(APerson(born=date(1970, 2, 3)), consent=(BytesIO(a_paper("I consent")), "consent.pdf"))

        answer = client.post("/directors/appoint", data=sent)

        assert answer.status_code == 303
        assert "consent.pdf" not in client.get(answer.location).text
        assert "consent.pdf" in client.get(f"{answer.location}/protected").text
        assert browser_of(app, "director").get(f"{answer.location}/signed").status_code == 403
        assert "I consent" in text_of(client.get(f"{answer.location}/signed").data)

    @pytest.mark.parametrize(
        ("wrong", "status", "sentence"),
        [
            ({"consented-day": ""}, 422, "Write a real date"),
            (boxes("consented", date(2022, 4, 2)), 409, "has consented to act by the day of appointment, 1 April 2022"),
            ({"person": "NOBODY"}, 422, "There is no person “NOBODY”."),
            ({"personal_code": "12345678901"}, 422, "This form does not ask for that."),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, wrong, status, sentence):
        answer = client.post("/directors/appoint", data=asked(APerson(born=date(1970, 2, 3))) | wrong)

        assert answer.status_code == status
        assert sentence in answer.text
        assert "1 High Street" in answer.text
        assert db.session.query(Directorship).count() == 0

    def test_is_for_the_secretary(self, app):
        assert browser_of(app, "director").get("/directors/appoint").status_code == 403


class TestBringIn:
    def test_from_a_page_asks_no_consent(self, client):
        sent = boxes("since", APRIL_1) | {"person": APerson().ref}

        assert client.post("/directors/bring_in", data=sent).status_code == 303
        assert client.get("/directors/register.json?on=2022-04-01").json["count"] == 1

    def test_that_ends_before_it_began_is_refused_beside_its_day(self, client):
        sent = boxes("since", APRIL_1) | boxes("until", date(2022, 3, 1)) | {"person": APerson().ref}

        answer = client.post("/directors/bring_in", data=sent)

        assert (answer.status_code, "on a day after it began, 1 April 2022" in answer.text) == (409, True)
        assert client.get("/directors/register.json?on=2022-04-01").json["count"] == 0

    def test_takes_what_the_old_register_tells_of_the_director(self, client):
        sent = boxes("since", APRIL_1) | {"person": APerson().ref, "nationality": "British", "occupation": "Doctor"}

        client.post("/directors/bring_in", data=sent)

        [line] = client.get("/directors/register.json?on=2022-04-01").json["items"]
        assert (line["nationality"], line["occupation"], line["service_address"]) == ("British", "Doctor", "")


class TestCease:
    def test_from_a_page(self, client, director):
        sent = boxes("until", date(2022, 5, 1)) | {"ended": "resigned", "rev": director.rev}

        assert client.post(f"/directors/{director.ref}/cease", data=sent).status_code == 303
        assert client.get("/directors/register.json?on=2022-05-01").json["count"] == 0

    def test_wants_the_rev_that_was_seen(self, api, director):
        sent = {"until": "2022-05-01", "ended": "resigned"}

        assert api.post(f"/directors/{director.ref}/cease", json=sent).status_code == 428
        assert api.post(f"/directors/{director.ref}/cease", json=sent, headers={"If-Match": "9"}).status_code == 412


class TestConsent:
    def test_prints_what_is_to_be_signed_and_asks_no_code(self, client):
        words = text_of(client.get(f"/directors/consent/{APerson().ref}.pdf").data)

        assert "I, Asha Patel, consent to act" in words.replace("\n", " ")
        assert "not disqualified" in words
        assert "I do not write it here" in words.replace("\n", " ")


class TestPanel:
    def test_a_persons_page_shows_since_when_one_is_a_director(self, client, director):
        assert f'href="/directors/{director.ref}"' in client.get(f"/people/{director.person_ref}").text


class TestSearch:
    def test_finds_a_director_by_name(self, client, director):
        assert f'href="/directors/{director.ref}"' in client.get("/home/search?q=patel").text
