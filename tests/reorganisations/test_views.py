from datetime import date

import pytest

from registry import ledger
from registry.practices.models import ListSize
from registry.terms.models import TermsMember
from tests.conftest import browser_of
from tests.factories import ABelonging, ABody, AHolding, ANomination, APractice, SomeTerms
from tests.papers import text_of

DAY = {"on-day": "1", "on-month": "7", "on-year": "2020"}
ASKED = {"practices": [{"practice": "C82036"}], "on": "2020-07-01", "source": "A letter"}
TYPED = DAY | {"practices-0-practice": "C82036", "source": "A letter"}


@pytest.fixture
def hub(app):
    return ABody(kind="hub", name="Harborough")


@pytest.fixture(autouse=True)
def two(hub):
    shires = APractice(code="C82036", name="TWO SHIRES", list_sizes=[ListSize(on=date(2020, 4, 1), patients=4_000)])
    south = APractice(code="C82001", name="SOUTH LEICESTERSHIRE")
    for practice in (shires, south):
        ABelonging(practice=practice, body=hub)
    return shires, south


def merged(api):
    return api.post("/reorganisations/merge/C82001", json=ASKED, headers={"If-Match": "1"}).json["at"]


class TestMerge:
    def test_shows_first_what_it_comes_to(self, client):
        size = ledger.head().size

        page = client.post("/reorganisations/merge/C82001", data=TYPED | {"rev": "1"})

        assert page.status_code == 200
        for words in (
            "Nothing is recorded yet",
            "Merged into C82001 SOUTH LEICESTERSHIRE on 1 July 2020.",
            "Harborough",
        ):
            assert words in page.text
        assert ledger.head().size == size

    def test_is_done_once_it_has_been_seen(self, client):
        seen = seal_of(client.post("/reorganisations/merge/C82001", data=TYPED | {"rev": "1"}).text)

        done = client.post("/reorganisations/merge/C82001", data=TYPED | {"rev": "1", "seen": seen})

        assert done.status_code == 303
        page = client.get(done.location).text
        assert "C82036 TWO SHIRES merged into C82001 SOUTH LEICESTERSHIRE" in page
        assert "What it did in the registers" in page

    def test_is_shown_again_where_the_registers_have_changed_since(self, client, two):
        seen = seal_of(client.post("/reorganisations/merge/C82001", data=TYPED | {"rev": "1"}).text)
        ANomination(member=AHolding(4).member, practice=two[0])

        again = client.post("/reorganisations/merge/C82001", data=TYPED | {"rev": "1", "seen": seen})

        assert again.status_code == 200
        assert "The registers have changed since this was shown to you." in again.text

    def test_rehearsed_by_address_records_nothing(self, api):
        size = ledger.head().size

        answer = api.post("/reorganisations/merge/C82001?rehearse=1", json=ASKED, headers={"If-Match": "1"})

        assert answer.status_code == 200
        assert answer.json["recorded"] is False
        [would] = answer.json["would"]
        changes = would["comes_to"][0]
        assert changes["title"] == "What the registers would say"
        assert {line["of"] for line in changes["lines"]} >= {"C82036 TWO SHIRES", "Harborough (hub)"}
        assert ledger.head().size == size

    def test_rehearsed_says_too_what_may_not_be_done(self, api):
        asked = ASKED | {"practices": [{"practice": "C82001"}]}

        for address in ("/reorganisations/merge/C82001?rehearse=1", "/reorganisations/merge/C82001"):
            assert api.post(address, json=asked, headers={"If-Match": "1"}).status_code == 409

    def test_a_refusal_stands_beside_its_question_and_loses_nothing(self, client):
        asked = TYPED | {"practices-0-practice": "C82001", "rev": "1"}

        page = client.post("/reorganisations/merge/C82001", data=asked)

        assert page.status_code == 409
        assert "A practice cannot merge into itself." in page.text
        assert "A letter" in page.text

    def test_takes_no_branch_for_a_practice(self, api):
        asked = ASKED | {"practices": [{"practice": "C82036001"}]}

        answer = api.post("/reorganisations/merge/C82001", json=asked, headers={"If-Match": "1"})

        assert answer.status_code == 422
        assert "C82036001” is the code of a branch" in str(answer.json["errors"])

    def test_must_be_told_which_rev_was_seen(self, api):
        assert api.post("/reorganisations/merge/C82001", json=ASKED).status_code == 428
        assert api.post("/reorganisations/merge/C82001", json=ASKED, headers={"If-Match": "9"}).status_code == 412


class TestUndo:
    def test_shows_first_and_then_puts_back(self, api, client):
        at = merged(api)

        shown = client.post(f"{at}/undo", data={"reason": "It was refused.", "rev": "1"})
        assert "Would say" in shown.text
        seen = seal_of(shown.text)
        done = client.post(f"{at}/undo", data={"reason": "It was refused.", "rev": "1", "seen": seen})

        assert done.status_code == 303
        assert api.get(f"{at}.json").json["state"] == "undone"
        assert api.get("/practices/C82036.json?on=2020-07-01").json["state"] == "open"

    def test_is_refused_once_something_was_built_on_it(self, api):
        at = merged(api)
        APractice(code="C82009")
        later = {"practices": [{"practice": "C82001"}], "on": "2021-07-01", "source": "A letter"}
        api.post("/reorganisations/merge/C82009", json=later, headers={"If-Match": "1"})

        answer = api.post(f"{at}/undo", json={"reason": "No."}, headers={"If-Match": "1"})

        assert answer.status_code == 409
        assert "undo that first" in answer.text


class TestOthers:
    def test_a_split(self, api):
        into = [{"code": "c82777", "name": "THE MARKET PLACE SURGERY", "patients": 1_000}]

        answer = api.post(
            "/reorganisations/split/C82036",
            json={"into": into, "on": "2020-07-01", "source": "A letter"},
            headers={"If-Match": "1"},
        )

        assert answer.status_code == 201
        assert api.get("/practices/C82777.json?on=2020-07-01").json["patients"] == 1_000

    def test_a_move_and_a_departure(self, api):
        rutland = ABody(kind="hub", name="Rutland")
        told = {"on": "2020-07-01", "source": "A letter"}

        moved = api.post("/reorganisations/move/C82036", json=told | {"to": rutland.ref})
        left = api.post("/reorganisations/depart/C82001", json=told)

        assert (moved.status_code, left.status_code) == (201, 201)
        assert "moved from Harborough to Rutland" in api.get(f"{moved.json['at']}.json").text
        assert len(api.get("/reorganisations/register.json").json["items"]) == 2

    def test_a_regrouping_from_lines(self, api):
        asked = {"name": "Networks", "kind": "PCN", "replaces": "hub", "on": "2020-07-01", "source": "A letter"}

        answer = api.post(
            "/reorganisations/regroup", json=asked | {"places": "C82036, Cross Counties, U12345\nc82001\tRutland\n\n"}
        )

        assert answer.status_code == 201
        items = api.get("/structure/groupings.json?on=2020-07-01").json["items"]
        assert {line["code"]: (line["hub"], line["pcn"]) for line in items} == {
            "C82001": (None, "Rutland"),
            "C82036": (None, "Cross Counties"),
        }

    def test_of_which_each_line_that_is_wrong_is_named(self, api):
        asked = {"name": "Networks", "kind": "PCN", "replaces": "hub", "on": "2020-07-01", "source": "A letter"}
        places = "C82036, Cross\nC82999, Rutland\nC82001\nC82001001, Rutland"

        answer = api.post("/reorganisations/regroup", json=asked | {"places": places})

        assert answer.status_code == 422
        assert answer.json["errors"]["places"] == [
            "Line 2: There is no practice “C82999”.",
            "Line 3: “C82001” names no body; write a practice’s code, a comma, and the body.",
            "Line 4: “C82001001” is the code of a branch; the practice it is of has the code C82001.",
        ]


class TestPages:
    def test_panels_stand_on_the_practice_and_on_the_body(self, api, client, hub):
        merged(api)

        for address in ("/practices/C82001", f"/structure/{hub.ref}"):
            assert "Reorganisations" in client.get(address).text
        assert "merged into" in client.get("/practices/C82036").text

    @pytest.mark.parametrize("kind", ["", ".json", ".csv", ".pdf"])
    def test_the_register_in_every_form(self, api, kind):
        merged(api)

        page = api.get(f"/reorganisations/register{kind}")

        words = text_of(page.data) if kind == ".pdf" else page.text
        assert "TWO SHIRES" in words

    def test_one_on_paper(self, api):
        words = " ".join(text_of(api.get(f"{merged(api)}.pdf").data).split())

        assert "What it did in the registers" in words
        assert "It left on 1 July 2020" in words

    def test_acts_are_the_secretarys(self, app, api):
        at = merged(api)

        for address in ("merge/C82001", "split/C82001", "move/C82001", "depart/C82001", "regroup"):
            assert browser_of(app, "director").get(f"/reorganisations/{address}").status_code == 403
            assert browser_of(app, "secretary").get(f"/reorganisations/{address}").status_code == 200
        assert browser_of(app, "director").get(f"{at}/undo").status_code == 403

    def test_are_found_by_their_words(self, api, client):
        merged(api)

        assert "merged into" in client.get("/home/search?q=shires+merged").text


class TestDuties:
    def test_a_table_out_of_step_and_shares_of_one_who_left(self, api, client, hub, two):
        shires, south = two
        SomeTerms(body=hub, since=date(2018, 4, 1), table=[TermsMember(place=n, practice=p) for n, p in enumerate(two)])
        ANomination(member=AHolding(5).member, practice=south)
        assert "membership table" not in client.get("/home/register").text

        told = {"on": "2020-07-01", "source": "A letter"}
        api.post("/reorganisations/depart/C82001", json=told)

        page = client.get("/home/register").text
        assert "names C82001 SOUTH LEICESTERSHIRE, not in it" in page
        assert "SOUTH LEICESTERSHIRE left the federation on 1 July 2020, and 5 shares" in page


def seal_of(page):
    start = page.index('name="seen" value="') + len('name="seen" value="')
    return page[start : page.index('"', start)]
