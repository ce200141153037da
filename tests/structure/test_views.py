from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from registry import clock, ledger
from registry.db import db
from registry.demo.facts.networks import NETWORKS, SPELLS
from registry.practices.models import ListSize
from registry.structure import queries
from registry.structure.views import telling
from tests.conftest import browser_of
from tests.factories import ABelonging, ABody, APractice
from tests.published import either, epcn
from tests.statements import statements

WORKBOOK = epcn(NETWORKS, SPELLS)
OCTOBER, APRIL_1 = date(2019, 10, 1), date(2022, 4, 1)
GLENFIELD = "C82056"


def on(name, day):
    """A day as the three boxes of a web form hold it."""
    return {f"{name}-year": day.year, f"{name}-month": day.month, f"{name}-day": day.day}


def of_size(patients, **more):
    return APractice(list_sizes=[ListSize(on=date(2021, 1, 1), patients=patients)], **more)


def our_practices():
    for code in sorted({spell.practice_code for spell in SPELLS}):
        APractice(code=code)


class TestRegister:
    def test_counts_practices_and_patients_as_at_the_day(self, client):
        hub = ABody(kind="hub", name="Rutland", since=OCTOBER)
        ABelonging(body=hub, practice=of_size(12_000), since=OCTOBER, until=APRIL_1)
        ABelonging(body=hub, practice=of_size(30_000), since=OCTOBER)

        def told(day):
            lines = client.get(f"/structure/register.json?on={day}").json["items"]
            return [(line["practices"], line["patients"]) for line in lines]

        assert told("2019-09-30") == []
        assert told("2020-12-31") == [(2, None)]
        assert told("2022-03-31") == [(2, 42_000)]
        assert told("2022-04-01") == [(1, 30_000)]

    def test_is_drawn_by_kind_with_the_company_first(self, client):
        ABody(kind="PCN", name="Rutland Health")
        board = ABody(kind="board", name="The board")
        ABody(kind="hub", name="Rutland", parent=board)

        page = client.get("/structure/register").text

        headings = ["The company and its bodies", "Hubs", "Primary care networks"]
        places = [page.index(f">{heading}</h2>") for heading in headings]
        assert places == sorted(places)
        assert "Areas" not in page

    @pytest.mark.parametrize(("kind", "begins"), [("csv", b"Name,Code,Kind,Answers to"), ("pdf", b"%PDF-")])
    def test_is_also_a_file(self, client, kind, begins):
        ABody()

        assert client.get(f"/structure/register.{kind}").data.startswith(begins)

    def test_is_open_to_all(self, visitor):
        assert visitor.get("/structure/register").status_code == 200

    def test_asks_a_few_questions_of_the_database_however_long_it_is(self, client):
        for _ in range(30):
            ABelonging(practice=of_size(1_000))

        with statements() as asked:
            client.get("/structure/register.json")

        assert len(asked) <= 12


class TestBody:
    def test_tells_its_practices_of_that_day_with_their_patients(self, client):
        network = ABody(kind="PCN", name="North Blaby", code="U12169", since=date(2019, 7, 1), ods_since=OCTOBER)
        ABelonging(body=network, practice=of_size(7_000, code=GLENFIELD, name="GLENFIELD SURGERY"), until=APRIL_1)

        before = client.get("/structure/U12169.json?on=2022-03-31").json
        after = client.get("/structure/U12169.json?on=2022-04-01").json

        assert [(m["code"], m["name"], m["patients"]) for m in before["members"]] == [
            (GLENFIELD, "GLENFIELD SURGERY", 7_000)
        ]
        assert before["dates"] == "from 1 July 2019; by ODS from 1 October 2019"
        assert after["members"] == []

    def test_remarks_on_its_size(self, client):
        network = ABody(kind="PCN")
        ABelonging(body=network, practice=of_size(29_999))

        told = client.get(f"/structure/{network.ref}.json").json

        assert told["remark"] == "29,999 patients: fewer than the 30,000 to 50,000 that a PCN is meant to have."

    def test_says_that_a_list_size_is_not_known(self, client):
        network = ABody(kind="PCN")
        ABelonging(body=network, practice=of_size(29_999))
        ABelonging(body=network)

        told = client.get(f"/structure/{network.ref}.json").json

        assert told["remark"] == "The list sizes of 1 of its 2 practices are not known, and so not in the total."

    def test_leads_to_its_parent_and_its_children_of_that_day(self, client):
        board = ABody(name="The board")
        hub = ABody(kind="hub", name="Rutland hub", parent=board, since=APRIL_1)

        parent = client.get(f"/structure/{board.ref}").text
        child = client.get(f"/structure/{hub.ref}").text

        assert "Bodies that answer to it" in parent and f"/structure/{hub.ref}" in parent
        assert f"/structure/{board.ref}" in child
        assert client.get(f"/structure/{board.ref}.json?on=2022-03-31").json["children"] == []

    def test_is_printed(self, client):
        belonging = ABelonging()

        assert client.get(f"/structure/{belonging.body.ref}.pdf").data.startswith(b"%PDF-")

    def test_asks_as_many_questions_of_the_database_however_many_belong(self, client):
        def asked_of_the_database(practices):
            hub = ABody(kind="hub")
            for _ in range(practices):
                ABelonging(body=hub, practice=of_size(1_000))
            address = f"/structure/{hub.ref}.json"
            db.session.expunge_all()
            with statements() as asked:
                client.get(address)
            return len(asked)

        assert asked_of_the_database(20) == asked_of_the_database(1)

    def test_none_goes_by_another_code(self, client):
        assert client.get("/structure/U99999").status_code == 404


class TestGroupings:
    def test_tell_each_practice_and_its_bodies_of_the_day(self, client):
        practice = APractice(code=GLENFIELD)
        ABelonging(practice=practice, body=ABody(kind="hub", name="North Blaby"), until=OCTOBER)
        ABelonging(practice=practice, body=ABody(kind="PCN", name="G3"), since=OCTOBER)

        def told(day):
            (line,) = client.get(f"/structure/groupings.json?on={day}").json["items"]
            return [line[kind] for kind in ("area", "locality", "hub", "pcn")]

        assert told("2019-09-30") == [None, None, "North Blaby", None]
        assert told("2019-10-01") == [None, None, None, "G3"]

    def test_leave_out_a_practice_that_is_closed_and_in_nothing(self, client):
        APractice(code="C82036", closed=date(2020, 7, 1))

        def count(day):
            return client.get(f"/structure/groupings.json?on={day}").json["count"]

        assert (count("2020-06-30"), count("2020-07-01")) == (1, 0)

    @pytest.mark.parametrize(("kind", "begins"), [("csv", b"Code,Name,Patients,Area,Locality,Hub"), ("pdf", b"%PDF-")])
    def test_are_also_a_file(self, client, kind, begins):
        ABelonging()

        assert client.get(f"/structure/groupings.{kind}").data.startswith(begins)

    def test_ask_a_few_questions_of_the_database_however_long_they_are(self, client):
        for _ in range(30):
            ABelonging()

        with statements() as asked:
            page = client.get("/structure/groupings")

        assert page.status_code == 200
        assert len(asked) <= 18


class TestBelonging:
    def test_tells_both_kinds_of_date_in_words(self, client):
        belonging = ABelonging(since=date(2019, 7, 1), until=APRIL_1, ods_since=OCTOBER, ods_until=APRIL_1)

        page = client.get(f"/structure/belongings/{belonging.ref}").text

        assert "from 1 July 2019 to 31 March 2022; by ODS from 1 October 2019 to 31 March 2022" in page


class TestBelongedTo:
    def test_is_on_the_page_of_the_practice(self, client):
        belonging = ABelonging(body=ABody(kind="hub", name="North Blaby"), until=APRIL_1)

        page = client.get(f"/practices/{belonging.practice.ref}").text

        assert "Belonged to" in page
        assert "North Blaby" in page
        assert "31 March 2022" in page

    def test_says_so_where_there_is_nothing(self, client):
        assert "Has been in no area" in client.get(f"/practices/{APractice().ref}").text


class TestFound:
    FORM = {"name": "Rutland", "kind": "hub", "code": "RUTLAND"} | on("since", APRIL_1)

    def test_from_the_page(self, client):
        answer = client.post("/structure/found", data=self.FORM)

        assert answer.status_code == 303
        assert "Rutland" in client.get(answer.location).text

    def test_from_a_program_under_a_parent(self, api):
        board = ABody()

        answer = api.post(
            "/structure/found", json={"name": "A", "kind": "PCN", "since": "2022-04-01", "parent": board.ref}
        )

        assert answer.status_code == 201
        assert api.get(f"{answer.json['at']}.json").json["parent"] == board.name

    @pytest.mark.parametrize(
        ("typed", "status", "sentence"),
        [
            ({"name": ""}, 422, "Name: an answer is needed."),
            ({"name": "A" * 1001}, 422, "Write at most 1000 letters here."),
            ({"kind": "club"}, 422, "Must be one of"),
            ({"code": "no spaces"}, 422, "letters, digits and hyphens"),
            ({"since-month": "13"}, 422, "Write a real date"),
            ({"parent": "nobody"}, 422, "There is no body “nobody”."),
            (on("until", APRIL_1), 409, "later than its first day"),
            ({"kind": "PCN"}, 409, "like U09521"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_what_was_typed(self, client, typed, status, sentence):
        entries = ledger.head().size

        page = client.post("/structure/found", data={**self.FORM, "note": "As minuted.", **typed})

        assert page.status_code == status
        assert sentence in page.text
        assert "As minuted." in page.text
        assert ledger.head().size == entries

    def test_is_the_secretarys_alone(self, app):
        assert browser_of(app, "director").post("/structure/found", data=self.FORM).status_code == 403


class TestDissolve:
    def test_from_the_page(self, client):
        hub = ABody(kind="hub", name="Rutland")

        answer = client.post(f"/structure/{hub.ref}/dissolve", data=on("until", APRIL_1) | {"rev": hub.rev})

        assert answer.status_code == 303
        assert "31 March 2022" in client.get(answer.location).text

    @pytest.mark.parametrize(
        ("sent", "headers", "status"),
        [
            ({"until": "2022-04-01"}, {}, 428),
            ({"until": "2022-04-01"}, {"If-Match": "7"}, 412),
            ({"until": "2010-01-01"}, {"If-Match": "1"}, 409),
            ({"until": "some day"}, {"If-Match": "1"}, 422),
            ({}, {"If-Match": "1"}, 422),
        ],
    )
    def test_is_refused(self, api, sent, headers, status):
        hub = ABody(kind="hub")

        answer = api.post(f"/structure/{hub.ref}/dissolve", json=sent, headers=headers)

        assert answer.status_code == status
        assert hub.until is None


class TestJoin:
    def test_from_the_page(self, client):
        hub, practice = ABody(kind="hub"), APractice()

        answer = client.post(f"/structure/{hub.ref}/join", data={"practice": practice.code} | on("since", APRIL_1))

        assert answer.status_code == 303
        assert practice.code in client.get(answer.location).text

    def test_of_a_practice_in_another_hub_is_refused_beside_the_question(self, client):
        hub, belonging = ABody(kind="hub"), ABelonging(body=ABody(kind="hub"))
        sent = {"practice": belonging.practice.code, "note": "Agreed."} | on("since", APRIL_1)

        page = client.post(f"/structure/{hub.ref}/join", data=sent)

        assert page.status_code == 409
        assert "one network at a time" in page.text and 'id="practice-error"' in page.text
        assert "Agreed." in page.text
        assert queries.body_on(hub, APRIL_1)["members"] == []

    @pytest.mark.parametrize(
        "sent", [{"since": "2022-04-01"}, {"practice": "C99999", "since": "2022-04-01"}, {"practice": "C82001"}]
    )
    def test_without_a_practice_or_a_day_is_refused(self, api, sent):
        APractice(code="C82001")

        assert api.post(f"/structure/{ABody(kind='hub').ref}/join", json=sent).status_code == 422

    def test_from_csv_all_or_none(self, api):
        hub, first, second = ABody(kind="hub"), APractice(), APractice()
        lines = f"practice,since\n{first.code},2022-04-01\n{second.code},2009-01-01\n"

        answer = api.post(f"/structure/{hub.ref}/join", data=lines, content_type="text/csv")

        assert answer.status_code == 409
        assert queries.body_on(hub, APRIL_1)["members"] == []


class TestLeave:
    def test_from_the_page(self, client):
        belonging = ABelonging()
        sent = on("until", APRIL_1) | {"rev": belonging.rev, "reason": "It moves."}

        answer = client.post(f"/structure/belongings/{belonging.ref}/leave", data=sent)

        assert answer.status_code == 303
        assert "to 31 March 2022" in client.get(answer.location).text

    @pytest.mark.parametrize(
        ("until", "headers", "status"),
        [
            ("2022-04-01", {}, 428),
            ("2022-04-01", {"If-Match": "7"}, 412),
            ("2010-01-01", {"If-Match": "1"}, 409),
            ("", {"If-Match": "1"}, 422),
        ],
    )
    def test_is_refused(self, api, until, headers, status):
        belonging = ABelonging()

        answer = api.post(f"/structure/belongings/{belonging.ref}/leave", json={"until": until}, headers=headers)

        assert answer.status_code == status
        assert belonging.until is None


class TestLoad:
    def send(self, client, file=WORKBOOK, name="ePCN_2023-02-24.xlsx", **more):
        return client.post("/structure/load", data={"file": (BytesIO(file), name)} | more)

    @either("ePCN.xlsx", WORKBOOK)
    def test_shows_what_would_change_then_does_it_once_confirmed(self, client, file):
        our_practices()
        entries = ledger.head().size

        sent = self.send(client, file)
        preview = client.get(sent.location).text
        untouched = ledger.head().size == entries
        done = client.post(sent.location.replace("?", "/confirm?"), data={"as_at": "2023-02-24", "name": "ePCN.xlsx"})

        assert sent.status_code == done.status_code == 303
        assert untouched
        assert "8 networks: 8 new, 0 changed, 0 unchanged" in preview
        assert "35 spells: 35 new, 0 changed, 0 unchanged" in preview
        assert "from 1 October 2019 to 31 March 2022, as ODS records" in preview
        assert "35 spells: 35 new" in client.get(done.location).text
        assert len(queries.bodies_on(APRIL_1)) == 8

    def test_a_second_time_there_is_nothing_to_load(self, client):
        our_practices()
        sent = self.send(client)
        client.post(sent.location.replace("?", "/confirm?"), data={"as_at": "2023-02-24", "name": "ePCN.xlsx"})

        again = client.get(self.send(client).location).text

        assert "There is nothing to load" in again

    def test_names_the_partners_that_are_not_taken(self, client):
        APractice(code=GLENFIELD)

        preview = client.get(self.send(client).location).text

        assert "Partners that are not taken" in preview
        assert "C82628" in preview
        assert "C82010" not in preview

    @pytest.mark.parametrize(
        ("file", "name", "status", "sentence"),
        [
            (b"code,name", "ePCN_2023-02-24.xlsx", 422, "workbook"),
            (WORKBOOK, "ePCN.xlsx", 422, "does not say which day it tells of"),
            (WORKBOOK, "ePCN_2099-01-01.xlsx", 409, "A file cannot tell of 1 January 2099"),
            (b"", "", 422, "Choose a file."),
        ],
    )
    def test_says_what_is_wrong_beside_the_question(self, client, file, name, status, sentence):
        our_practices()
        entries = ledger.head().size

        page = self.send(client, file, name)

        assert page.status_code == status
        assert sentence in page.text
        assert ledger.head().size == entries

    def test_of_a_file_with_no_practice_of_ours_is_refused(self, client):
        page = self.send(client)

        assert page.status_code == 409
        assert "Load the practices first" in page.text

    def test_of_a_file_against_what_was_agreed_names_the_practice(self, client):
        ABelonging(body=ABody(kind="PCN", name="Elsewhere"), practice=APractice(code=GLENFIELD))

        page = self.send(client)

        assert page.status_code == 422
        assert "C82056 would be in NORTH BLABY PCN" in page.text

    def test_of_a_file_that_was_never_sent_is_not_there(self, client):
        unknown = "/structure/loads/" + "0" * 64

        assert client.get(f"{unknown}?as_at=2023-02-24&name=x").status_code == 404
        assert client.post(f"{unknown}/confirm", data={"as_at": "2023-02-24", "name": "x"}).status_code == 404

    def test_is_the_secretarys_alone(self, app):
        assert self.send(browser_of(app, "director")).status_code == 403


class TestPracticesThatClosed:
    def test_are_to_be_taken_out_from_the_day_after_their_last(self, app):
        practice = APractice(name="TWO SHIRES", closed=date(2020, 7, 1))
        belonging = ABelonging(practice=practice, body=ABody(kind="hub", name="Harborough"))

        with app.test_request_context():
            before = list(telling.practices_that_closed(date(2020, 6, 30)))
            (duty,) = telling.practices_that_closed(date(2020, 7, 1))

        assert before == []
        assert duty.sentence == "TWO SHIRES has closed and is still in Harborough: take it out."
        assert duty.href == f"/structure/belongings/{belonging.ref}"


class TestSearch:
    def test_finds_a_body_by_words_of_its_name_or_by_its_code(self, app):
        ABody(kind="PCN", name="South Blaby & Lutterworth", code="U71931")

        def found(words):
            with app.test_request_context():
                return [(each.kind, each.text) for each in telling.search(words, APRIL_1)]

        assert found("lutterworth blaby") == [("Primary care network", "South Blaby & Lutterworth")]
        assert found("u71931") == found("lutterworth blaby")
        assert found("rutland") == []


class TestKnown:
    def test_tells_the_groupings_as_they_were_known_before_an_import(self, visitor):
        with clock.telling(datetime(2023, 3, 1, 9, 0, tzinfo=UTC)) as told:
            belonging = ABelonging(body=ABody(kind="PCN", name="Agreed", since=OCTOBER), since=OCTOBER)
            told.at = datetime(2023, 3, 2, 9, 0, tzinfo=UTC)
            ABelonging(practice=belonging.practice, body=ABody(kind="hub", name="Late"), since=OCTOBER)

        def told_of(known):
            (line,) = visitor.get(f"/structure/groupings.json?on=2022-04-01&known={known}").json["items"]
            return line["pcn"], line["hub"]

        assert told_of("2023-03-01T10:00Z") == ("Agreed", None)
        assert told_of("2023-03-02T10:00Z") == ("Agreed", "Late")
