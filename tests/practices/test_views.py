from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from registry import ledger
from registry.clock import telling
from registry.db import db
from registry.demo.facts.practices import AS_AT_2019, AS_AT_2023, IN_2023
from registry.practices.models import ListSize, Practice
from registry.practices.queries import practices_named
from tests.conftest import browser_of
from tests.factories import APractice
from tests.practices.files import WRITTEN, either, load_both, load_list_sizes, load_practices
from tests.published import a_row, epraccur, quoted
from tests.statements import statements

DAY_2019 = {"as_at-day": "1", "as_at-month": "12", "as_at-year": "2019"}


def send(client, file, *, what="practices", name="epraccur_2019-12.csv", **more):
    return client.post("/practices/load", data={"what": what, "file": (BytesIO(file), name), **more})


class TestRegister:
    def test_tells_each_practice_as_it_was_that_day(self, visitor):
        load_both(WRITTEN)

        def line(code, on):
            lines = visitor.get(f"/practices/register.json?on={on}").json["items"]
            return next(line for line in lines if line["code"] == code)

        assert line("C82036", "2020-06-30")["state"] == "dormant"
        assert line("C82036", "2020-06-30")["last_day"] is None
        assert line("C82036", "2020-07-01")["state"] == "closed"
        assert line("C82036", "2020-07-01")["last_day"] == "2020-06-30"
        assert line("C82112", "2023-01-31")["name"] == "SEVERN SURGERY"
        assert line("C82112", "2023-02-01")["name"] == "SPECTRUM HEALTH"

    def test_leaves_out_a_practice_until_its_first_day(self, visitor):
        APractice(code="C82649", opened=date(1990, 8, 1))

        assert visitor.get("/practices/register.json?on=1990-07-31").json["count"] == 0
        assert visitor.get("/practices/register.json?on=1990-08-01").json["count"] == 1

    @pytest.mark.parametrize("kind", ["", ".csv", ".pdf"])
    def test_comes_as_a_page_as_csv_and_on_paper(self, visitor, kind):
        APractice(name="THE UPPINGHAM SURGERY")

        page = visitor.get(f"/practices/register{kind}")

        assert page.status_code == 200
        assert b"THE UPPINGHAM SURGERY" in page.data or page.data.startswith(b"%PDF-")

    def test_asks_a_few_questions_of_the_database_however_long_it_is(self, client):
        load_both(WRITTEN)

        with statements() as asked:
            client.get("/practices/register.json")

        assert len(asked) <= 12


class TestPractice:
    @either()
    def test_shows_each_as_it_was_known_before_the_second_file(self, app, files):
        with telling(datetime(2019, 12, 9, 9, tzinfo=UTC)) as told:
            load_practices(files.in_2019, AS_AT_2019)
            told.at = datetime(2023, 3, 1, 9, tzinfo=UTC)
            load_practices(files.in_2023, AS_AT_2023)
            client = browser_of(app, "secretary")

            now = {code: client.get(f"/practices/{code}.json").json for code in ("C82036", "C82112", "C83653")}
            then = {code: client.get(f"/practices/{code}.json?known=2023-02-28").json for code in now}

        assert [(p["state"], p["last_day"]) for p in (then["C82036"], now["C82036"])] == [
            ("dormant", None),
            ("closed", "2020-06-30"),
        ]
        assert [p["title"] for p in (then["C82112"], now["C82112"])] == ["SEVERN SURGERY", "SPECTRUM HEALTH"]
        assert [p["commissioner"] for p in (then["C83653"], now["C83653"])] == ["04Q", "03W"]

    def test_says_in_words_how_well_each_date_is_known(self, client):
        load_both(WRITTEN)

        page = client.get("/practices/C82112").text

        assert "1 April 1974 or later, known by 1 December 2019" in page
        assert "31 January 2023 or earlier" in page
        assert "Known by 1 February 2023" in page

    def test_lists_the_sizes_counted_by_that_day(self, client):
        APractice(code="C82001", list_sizes=[ListSize(on=date(2021, 1, 1), patients=26_437)])

        assert client.get("/practices/C82001.json?on=2020-12-31").json["patients"] is None
        assert client.get("/practices/C82001.json?on=2021-01-01").json["patients"] == 26_437
        assert "26,437" in client.get("/practices/C82001?on=2021-01-01").text

    def test_is_printed(self, client):
        APractice(code="C82001")

        assert client.get("/practices/C82001.pdf").data.startswith(b"%PDF-")

    def test_an_unknown_code_is_not_found(self, client):
        assert client.get("/practices/C99999").status_code == 404


class TestLoad:
    def test_offers_a_preview_and_no_more(self, client):
        page = client.get("/practices/load")

        assert "Show what it would change" in page.text

    def test_previews_and_records_nothing_until_confirmed(self, client):
        before = ledger.head()

        sent = send(client, WRITTEN.in_2019)
        page = client.get(sent.location)

        assert sent.status_code == 303
        assert "34 practices: 34 new, 0 changed, 0 unchanged" in page.text
        assert "1 December 2019" in page.text
        assert ledger.head() == before
        assert db.session.query(Practice).count() == 0

    def test_the_preview_is_what_is_then_done(self, client):
        load_practices(WRITTEN.in_2019, AS_AT_2019)
        seen = send(client, WRITTEN.in_2023, name="epraccur_2023-02.csv").location
        told = client.get(seen.replace("?", ".json?")).json
        page = client.get(seen).text

        done = client.post(told["confirm"], data=told["chosen"])

        assert done.status_code == 303
        assert told["counts"] in client.get(done.location).text
        assert "Severn Surgery".upper() in page
        assert [(c["code"], c["what"]) for c in told["changed"]] == [
            ("C82036", "Last day"),
            ("C82036", "Status"),
            ("C82078", "Address"),
            ("C82112", "Name"),
            ("C83653", "Commissioner"),
        ]
        assert "There is nothing to load" in client.get(seen).text

    def test_list_sizes_take_their_day_from_their_lines(self, client):
        load_practices(WRITTEN.in_2019, AS_AT_2019)

        sent = send(client, WRITTEN.sizes, what="list sizes", name="patients.csv")
        told = client.get(sent.location.replace("?", ".json?")).json
        client.post(told["confirm"], data=told["chosen"])

        assert told["as_at"] == "2021-01-01"
        assert told["counts"] == "32 list sizes: 32 new, 0 changed, 0 unchanged"
        assert client.get("/practices/C82001.json").json["patients"] == 26_437

    def test_from_a_program(self, api):
        sent = send(api, WRITTEN.in_2019)
        told = api.get(sent.location.replace("?", ".json?")).json

        done = api.post(told["confirm"], json=told["chosen"])

        assert done.status_code == 201
        assert len(done.json["entries"]) == 35

    def test_names_what_the_register_has_and_the_file_has_not(self, client):
        load_practices(WRITTEN.in_2019, AS_AT_2019)

        sent = send(client, epraccur(told for told in IN_2023 if told.code != "C82021"), name="epraccur_2023-02.csv")
        told = client.get(sent.location.replace("?", ".json?")).json

        assert told["missing"] == [{"code": "C82021", "name": "THE CENTRAL SURGERY"}]

    def test_names_what_the_file_has_and_is_not_taken(self, client):
        APractice(code="C82001")

        sent = send(client, WRITTEN.sizes, what="list sizes")
        told = client.get(sent.location.replace("?", ".json?")).json

        assert len(told["left_out"]) == 20
        assert told["left_out_beside"] == 11

    @pytest.mark.parametrize(
        ("file", "sentence"),
        [
            (quoted([a_row({10: "20193101"})]), "Line 1: open date 20193101 is not a date; write YYYYMMDD"),
            (quoted([a_row()[:26]]), "Line 1 has 26 columns; an epraccur file has 27"),
            (quoted([a_row(), a_row()]), "Line 2: C82001 is on line 1 already"),
            (b"%PDF-1.7 \x00", "it is not a CSV file"),
            (b"", "The file is empty"),
            (WRITTEN.sizes, "Line 1 has 10 columns; an epraccur file has 27."),
        ],
        ids=["a date", "columns", "twice", "a PDF", "empty", "of the other kind"],
    )
    def test_says_beside_the_file_what_is_wrong_with_it(self, client, file, sentence):
        before = ledger.head()

        page = send(client, file, commissioners="03W", **DAY_2019)

        assert page.status_code == 422
        assert sentence in page.text
        assert 'value="03W"' in page.text
        assert 'value="2019"' in page.text
        assert ledger.head() == before

    def test_tells_ten_of_many_mistakes(self, client):
        lines = [a_row({0: f"C8{number:04}", 10: "soon"}) for number in range(14)]

        page = send(client, quoted(lines))

        assert "Line 10: open date soon" in page.text
        assert "Line 11: open date soon" not in page.text
        assert "There are 4 more like these" in page.text

    @pytest.mark.parametrize(
        ("answers", "sentence"),
        [
            ({"what": "practices"}, "Choose a file."),
            ({"what": "nonsense"}, "Choose one of these."),
            ({"what": "practices", "commissioners": "03W; East"}, "is not the code of a commissioner"),
            ({"what": "practices", "as_at-day": "31", "as_at-month": "2", "as_at-year": "2019"}, "real date"),
        ],
    )
    def test_says_what_else_is_wrong(self, client, answers, sentence):
        page = client.post("/practices/load", data=answers)

        assert page.status_code == 422
        assert sentence in page.text

    def test_asks_for_the_day_where_the_name_does_not_say(self, client):
        page = send(client, WRITTEN.in_2019, name="epraccur.csv")

        assert page.status_code == 422
        assert "does not say which day it tells of" in page.text

    def test_an_older_file_is_refused_beside_the_day(self, client):
        load_practices(WRITTEN.in_2023, AS_AT_2023)

        page = send(client, WRITTEN.in_2019)

        assert page.status_code == 409
        assert "This file tells of 1 December 2019, but one that tells of 1 February 2023" in page.text
        assert 'id="as_at-error"' in page.text

    def test_is_the_secretarys_alone(self, app, visitor):
        assert send(visitor, WRITTEN.in_2019).status_code == 401
        assert send(browser_of(app, "director"), WRITTEN.in_2019).status_code == 403


class TestPreview:
    def test_of_a_file_never_sent_is_not_found(self, client):
        assert client.get("/practices/loads/abc?what=practices&as_at=2019-12-01&name=x").status_code == 404

    def test_needs_to_know_what_was_chosen(self, client):
        sent = send(client, WRITTEN.in_2019).location.partition("?")[0]

        assert client.get(sent).status_code == 422
        assert client.get(f"{sent}?what=practices&name=x&as_at=soon").status_code == 422

    def test_is_not_for_a_visitor(self, client, visitor):
        assert visitor.get(send(client, WRITTEN.in_2019).location).status_code == 401


class TestConfirm:
    def test_is_refused_when_a_later_file_was_loaded_meanwhile(self, client):
        told = client.get(send(client, WRITTEN.in_2019).location.replace("?", ".json?")).json
        load_practices(WRITTEN.in_2023, AS_AT_2023)
        before = ledger.head()

        page = client.post(told["confirm"], data=told["chosen"])

        assert page.status_code == 409
        assert "one that tells of 1 February 2023 is loaded already" in page.text
        assert ledger.head() == before

    def test_of_a_file_never_sent_is_not_found(self, client):
        chosen = {"what": "practices", "as_at": "2019-12-01", "name": "x"}

        assert client.post("/practices/loads/abc/confirm", data=chosen).status_code == 404


class TestLoads:
    def test_lists_the_files_loaded_the_latest_first(self, client):
        load_both(WRITTEN)
        load_list_sizes(WRITTEN.sizes)

        lines = client.get("/practices/loads.json").json["items"]

        assert [(line["what"], line["as_at"], line["lines"]) for line in lines] == [
            ("Practices", "2023-02-01", 34),
            ("List sizes", "2021-01-01", 32),
            ("Practices", "2019-12-01", 34),
        ]


class TestSearch:
    def test_finds_a_practice_by_its_code_or_any_name_it_had(self):
        load_both(WRITTEN)

        assert practices_named("c82112", AS_AT_2023) == [("C82112", "SPECTRUM HEALTH")]
        assert practices_named("severn", AS_AT_2023) == [("C82112", "SPECTRUM HEALTH")]
        assert practices_named("health spectrum", AS_AT_2019) == [("C82112", "SEVERN SURGERY")]
        assert practices_named("%", AS_AT_2023) == []
