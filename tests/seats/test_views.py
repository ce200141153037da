import re
from datetime import date
from html import unescape

import pytest
from flask import g
from sqlalchemy import event

from registry import clock
from registry.db import db
from registry.doors import hung
from registry.seats import commands
from tests.conftest import browser_of
from tests.factories import ADA, ABody, AnAppointment, APerson, ASeat
from tests.papers import text_of

APRIL_FIRST = date(2022, 4, 1)


def ask(app, source, *asked):
    """What home would be told, for the secretary."""
    with app.test_request_context():
        g.account = ADA
        return source(*asked)


def boxes(name, day):
    return {f"{name}-year": day.year, f"{name}-month": day.month, f"{name}-day": day.day}


class TestRegister:
    def test_may_be_of_one_body_alone(self, client):
        board = ABody(name="The Board")
        ASeat(body=board, title="Chair")
        ASeat(title="Elsewhere")

        told = client.get(f"/seats/register.json?body={board.ref}").json
        assert [line["seat"] for line in told["items"]] == ["Chair"]
        assert "1 seat of The Board as at" in client.get(f"/seats/register?body={board.ref}").text
        assert client.get("/seats/register?body=nonsense").status_code == 404

    def test_is_the_board_as_at_a_day_with_its_vacancies(self, client):
        board, pcn = ABody(name="The Board"), ABody(kind="PCN", name="Rutland Health")
        chair = ASeat(body=board, title="Chair", kind="chair")
        ASeat(body=board, title="ACD for Rutland", kind="ACD", constituency=pcn)
        AnAppointment(seat=chair, person=APerson(title="Dr"), since=APRIL_FIRST, until=date(2022, 7, 1))

        def holders(on):
            return [line["holder"] for line in client.get(f"/seats/register.json?on={on}").json["items"]]

        assert holders("2022-03-31") == [
            "Vacant, never filled; Dr Asha Patel from 1 April 2022",
            "Vacant, never filled",
        ]
        assert holders("2022-04-01") == ["Dr Asha Patel", "Vacant, never filled"]
        assert holders("2022-07-01") == ["Vacant since 1 July 2022", "Vacant, never filled"]

    def test_says_how_many_are_vacant(self, client):
        AnAppointment()
        ASeat()

        page = client.get("/seats/register").text

        assert "2 seats" in page
        assert "1 of them vacant" in page
        assert "Establish a seat" in page

    def test_names_the_vacancies_first_on_paper(self, client):
        board = ABody(name="The Board")
        AnAppointment(seat=ASeat(body=board, title="Chair"), since=APRIL_FIRST)
        ASeat(body=board, title="Lay director")

        assert "2 seats. Vacant: Lay director, The Board." in text_of(client.get("/seats/register.pdf").data)
        assert "None is vacant." in text_of(client.get("/seats/register.pdf?q=Chair").data)

    def test_comes_as_csv_and_paper(self, client):
        AnAppointment(seat=ASeat(title="=Chair"))

        assert "'=Chair" in client.get("/seats/register.csv").text
        assert client.get("/seats/register.pdf").data.startswith(b"%PDF")

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/seats/register").status_code == 401
        assert browser_of(app, "member").get("/seats/register").status_code == 200

    def test_answers_as_it_was_known(self, client):
        seat = ASeat()
        before = clock.now()
        AnAppointment(seat=seat)

        known = client.get(f"/seats/register.json?known={before:%Y-%m-%dT%H:%M:%S.%fZ}").json["items"]

        assert [line["vacant"] for line in known] == [True]

    def test_asks_the_books_a_few_times_however_many_seats(self, client):
        for _ in range(12):
            AnAppointment()

        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *statement: asked.append(statement[2]))
        client.get("/seats/register")

        assert len(asked) <= 12


class TestSeat:
    def test_tells_its_whole_succession(self, client):
        seat = ASeat(title="Chair", since=date(2019, 7, 1))
        AnAppointment(seat=seat, since=date(2020, 1, 1), until=APRIL_FIRST)
        AnAppointment(seat=seat, person=APerson(surname="Osei"), since=date(2022, 5, 1))

        told = client.get(f"/seats/{seat.ref}.json").json
        page = client.get(f"/seats/{seat.ref}").text

        assert [(turn["holder"], turn["since"], turn["last_day"]) for turn in told["succession"]] == [
            ("Vacant", "2019-07-01", "2019-12-31"),
            ("Asha Patel", "2020-01-01", "2022-03-31"),
            ("Vacant", "2022-04-01", "2022-04-30"),
            ("Asha Osei", "2022-05-01", None),
        ]
        assert "Who has held it" in page
        assert "Asha Osei" in page

    def test_offers_a_letter_to_each_who_shares_it_from_the_first_day_to_the_last(self, client):
        seat = ASeat(holders=2)
        AnAppointment(seat=seat, person=APerson(surname="Nwosu"), since=APRIL_FIRST, until=date(2023, 4, 1))
        AnAppointment(seat=seat, person=APerson(surname="Garrowby"), since=APRIL_FIRST)

        def letters(on):
            page = client.get(f"/seats/{seat.ref}?on={on}").text
            leads = [unescape(href) for href in re.findall(r'href="([^"]+)">Letter<', page)]
            return {client.get(href.replace("letter?", "letter.json?")).json["holder"] for href in leads}

        assert letters("2023-03-31") == {"Asha Nwosu", "Asha Garrowby"}
        assert letters("2023-04-01") == {"Asha Garrowby"}

    def test_offers_to_put_a_turn_right_on_screen_alone_and_to_the_office_alone(self, app, client):
        seat = AnAppointment().seat

        assert "Never was" in client.get(f"/seats/{seat.ref}").text
        assert "Never was" not in browser_of(app, "member").get(f"/seats/{seat.ref}").text
        words = text_of(client.get(f"/seats/{seat.ref}.pdf").data)
        assert "Who has held it" in words
        assert "Never was" not in words and "Put right" not in words

    @pytest.mark.parametrize(
        ("until", "offered"),
        [
            (date(2022, 4, 1), ["appoint", "abolish"]),
            (date(2999, 4, 1), ["appoint", "retire"]),
            (None, ["retire"]),
        ],
    )
    def test_offers_what_fits_to_those_who_may(self, app, client, until, offered):
        seat = AnAppointment(until=until).seat

        def offers(browser):
            page = browser.get(f"/seats/{seat.ref}").text
            return [act for act in ("appoint", "retire", "abolish") if f'"/seats/{seat.ref}/{act}"' in page]

        assert offers(client) == offered
        assert offers(browser_of(app, "member")) == []

    def test_offers_to_fill_a_vacant_seat_by_a_decision(self, client):
        seat = ASeat()

        assert f"/decisions/log?kind=appoint&amp;seat={seat.ref}" in client.get(f"/seats/{seat.ref}").text

    def test_is_not_there_before_it_is_known(self, client):
        assert client.get("/seats/01J00000000000000000000000").status_code == 404

    def test_prints(self, client):
        assert client.get(f"/seats/{AnAppointment().seat_ref}.pdf").data.startswith(b"%PDF")


class TestEstablish:
    def test_from_a_page(self, client):
        board, pcn = ABody(), ABody(kind="PCN")
        asked = {"body": board.ref, "title": "ACD", "kind": "ACD", "votes": "", "director": "true"}

        answer = client.post("/seats/establish", data=asked | {"constituency": pcn.ref} | boxes("since", APRIL_FIRST))

        told = client.get(f"{answer.location}.json").json
        assert answer.status_code == 303
        assert (told["votes"], told["director"], told["kind"]) == (1, True, "Accountable Clinical Director (ACD)")

    def test_says_beside_each_box_what_is_missing(self, client):
        answer = client.post("/seats/establish", data={"title": "Lay member", "votes": "101", "body": "NOBODY"})

        assert answer.status_code == 422
        assert 'value="Lay member"' in answer.text
        for sentence in (
            "There is no body “NOBODY”.",
            "Kind: an answer is needed.",
            "Established on: an answer is needed.",
            "Write a number of votes from 0 to 100.",
        ):
            assert sentence in answer.text
        assert client.get("/seats/register.json").json["count"] == 0

    def test_an_acds_seat_without_a_network_is_refused_beside_the_box(self, client):
        asked = {"body": ABody().ref, "title": "ACD", "kind": "ACD"} | boxes("since", APRIL_FIRST)

        answer = client.post("/seats/establish", data=asked)

        assert answer.status_code == 409
        assert "Network Contract DES" in answer.text
        assert 'href="#constituency"' in answer.text

    @pytest.mark.parametrize(("given", "field"), [({"votes": "two"}, "votes"), ({"title": "x" * 1001}, "title")])
    def test_refuses_what_is_no_answer(self, api, given, field):
        asked = {"body": ABody().ref, "title": "Lay", "kind": "lay", "since": "2022-04-01"} | given

        answer = api.post("/seats/establish", json=asked)

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [field]

    def test_is_for_the_secretary(self, app):
        assert browser_of(app, "director").get("/seats/establish").status_code == 403


class TestAppoint:
    def test_from_a_page_that_a_link_has_filled_in(self, client):
        seat, person = ASeat(), APerson()

        page = client.get(f"/seats/{seat.ref}/appoint?person={person.ref}").text
        answer = client.post(
            f"/seats/{seat.ref}/appoint",
            data={"person": person.ref, "rev": seat.rev} | boxes("since", APRIL_FIRST),
        )

        assert f'value="{person.ref}" selected' in page
        assert answer.status_code == 303
        assert client.get(f"{answer.location}.json?on=2022-04-01").json["holder"] == "Asha Patel"

    def test_from_json(self, api):
        seat, person = ASeat(), APerson()
        asked = {"person": person.ref, "since": "2022-04-01", "until": "2025-04-01"}

        answer = api.post(f"/seats/{seat.ref}/appoint", json=asked, headers={"If-Match": str(seat.rev)})

        assert answer.status_code == 201
        assert api.get(f"/seats/{seat.ref}.json?on=2022-04-01").json["last_day"] == "2025-03-31"

    def test_a_filled_seat_refuses_with_the_authority_and_keeps_what_was_typed(self, client):
        seat, another = AnAppointment().seat, APerson(surname="Osei")
        asked = {"person": another.ref, "rev": seat.rev} | boxes("since", APRIL_FIRST)

        answer = client.post(f"/seats/{seat.ref}/appoint", data=asked)

        assert answer.status_code == 409
        assert "this seat is filled" in answer.text
        assert "Model Articles, art. 17" in answer.text
        assert f'value="{another.ref}" selected' in answer.text
        assert len(seat.appointments) == 1

    def test_a_page_out_of_date_is_refused(self, api):
        seat = ASeat()
        stale = {"If-Match": str(seat.rev)}
        commands.appoint(seat, person=APerson(), since=date(2019, 7, 1), until=APRIL_FIRST, by=ADA)
        asked = {"person": APerson().ref, "since": "2022-04-01"}

        assert api.post(f"/seats/{seat.ref}/appoint", json=asked, headers=stale).status_code == 412
        assert api.post(f"/seats/{seat.ref}/appoint", json=asked).status_code == 428
        assert len(seat.appointments) == 1

    @pytest.mark.parametrize(
        ("given", "field", "sentence"),
        [
            ({"person": "NOBODY"}, "person", "There is no person “NOBODY”."),
            ({"person": ""}, "person", "Person: an answer is needed."),
            ({"since": "2022-02-30"}, "since", "Write a real date, such as 31 3 2026."),
        ],
    )
    def test_says_what_is_wrong_with_an_answer(self, api, given, field, sentence):
        seat = ASeat()
        asked = {"person": APerson().ref, "since": "2022-04-01"} | given

        answer = api.post(f"/seats/{seat.ref}/appoint", json=asked, headers={"If-Match": str(seat.rev)})

        assert (answer.status_code, answer.json["errors"]) == (422, {field: [sentence]})

    def test_dates_the_wrong_way_round_are_refused_beside_the_box(self, client):
        seat = ASeat()
        asked = {"person": APerson().ref, "rev": seat.rev} | boxes("since", APRIL_FIRST)

        answer = client.post(f"/seats/{seat.ref}/appoint", data=asked | boxes("until", date(2022, 3, 31)))

        assert answer.status_code == 409
        assert 'href="#until-day"' in answer.text
        assert seat.appointments == []


class TestRetire:
    def test_from_a_page(self, client):
        seat = AnAppointment().seat

        asked = {"ended": "resigned", "rev": seat.rev} | boxes("until", APRIL_FIRST)
        answer = client.post(f"/seats/{seat.ref}/retire", data=asked)

        told = client.get(f"{answer.location}.json?on=2022-04-01").json
        assert answer.status_code == 303
        assert told["holder"] == "Vacant since 1 April 2022 (Asha Patel, resigned)"

    def test_before_the_appointment_began_is_refused_beside_the_box(self, client):
        seat = AnAppointment(since=APRIL_FIRST).seat

        answer = client.post(f"/seats/{seat.ref}/retire", data={"rev": seat.rev} | boxes("until", APRIL_FIRST))

        assert answer.status_code == 409
        assert "nobody sat in this seat" in answer.text
        assert 'href="#until-day"' in answer.text

    def test_an_ending_of_no_kind_is_refused(self, api):
        seat = AnAppointment().seat
        asked = {"until": "2022-04-01", "ended": "vanished"}

        answer = api.post(f"/seats/{seat.ref}/retire", json=asked, headers={"If-Match": str(seat.rev)})

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == ["ended"]


class TestAbolish:
    def test_from_a_page(self, client):
        seat = ASeat()

        answer = client.post(f"/seats/{seat.ref}/abolish", data={"rev": seat.rev} | boxes("until", APRIL_FIRST))

        assert answer.status_code == 303
        assert client.get("/seats/register.json?on=2022-04-01").json["count"] == 0
        assert client.get("/seats/register.json?on=2022-03-31").json["count"] == 1

    def test_of_a_seat_still_filled_is_refused(self, client):
        seat = AnAppointment().seat

        answer = client.post(f"/seats/{seat.ref}/abolish", data={"rev": seat.rev} | boxes("until", APRIL_FIRST))

        assert answer.status_code == 409
        assert "retire its holder" in answer.text


class TestPanels:
    def test_a_bodys_page_shows_its_seats_and_those_that_speak_for_it(self, client):
        board, pcn = ABody(), ABody(kind="PCN")
        AnAppointment(seat=ASeat(title="ACD for Rutland", body=board, constituency=pcn), person=APerson(surname="Osei"))

        assert "Asha Osei" in client.get(f"/structure/{board.ref}").text
        assert "ACD for Rutland" in client.get(f"/structure/{pcn.ref}").text

    def test_a_persons_page_shows_the_seats_she_has_held(self, client):
        appointment = AnAppointment(seat=ASeat(title="Chair"), until=APRIL_FIRST)

        page = client.get(f"/people/{appointment.person_ref}").text

        assert "Seats held" in page
        assert "Chair" in page
        assert "31 March 2022" in page


class TestVacancies:
    def test_is_a_duty_while_nobody_is_to_come(self, app):
        seat = ASeat(title="ACD for Rutland", kind="ACD")
        AnAppointment(seat=seat, since=date(2022, 7, 1), until=date(2023, 7, 1))

        def vacancies(day):
            return [duty for duty in ask(app, hung.duties, day) if duty.href.startswith("/seats/")]

        assert vacancies(date(2022, 6, 30)) == []
        assert vacancies(date(2023, 6, 30)) == []
        duty = vacancies(date(2023, 7, 1))[0]
        assert "Fill the seat “ACD for Rutland”" in duty.sentence
        assert "Vacant since 1 July 2023" in duty.sentence
        assert duty.authority == "Network Contract DES"


class TestSearch:
    def test_finds_a_seat_by_its_title_and_by_its_holder(self, app):
        AnAppointment(seat=ASeat(title="Treasurer"), person=APerson(surname="Osei"))

        for words in ("treas", "OSEI"):
            assert any(found.kind == "Seat" for found in ask(app, hung.search, words, date(2022, 7, 1)))
        assert not any(found.kind == "Seat" for found in ask(app, hung.search, "nobody", date(2022, 7, 1)))
