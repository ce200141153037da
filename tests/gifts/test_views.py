import re

import pytest
from sqlalchemy import event, select

from registry import ledger
from registry.accounts.models import Access
from registry.db import db
from registry.gifts.models import Gift
from tests.conftest import browser_of
from tests.factories import AGift, AGiftPolicy, APerson, APractice
from tests.finding import found_by
from tests.papers import text_of

TYPED = {
    "kind": "gift",
    "organisation": "Vale Diagnostics",
    "supplier": "True",
    "description": "A pen",
    "value": "6.01",
    "offered_on-day": "2",
    "offered_on-month": "3",
    "offered_on-year": "2026",
    "outcome": "accepted",
    "public": "True",
}
JSON = {
    "kind": "gift",
    "organisation": "Vale Diagnostics",
    "supplier": True,
    "description": "A pen",
    "value": "6.00",
    "offered_on": "2026-03-02",
    "outcome": "accepted",
    "public": True,
}
POLICY = {
    "since": "2020-04-01",
    "from_supplier": "6",
    "from_others": "50",
    "declared_from": "25",
    "approved_above": "75",
    "resolution": "board decision 2020/4",
}
PRIVATE = {"public": False, "private_reason": "It would name a patient", "description": "A quiet hamper"}


@pytest.fixture
def harriet():
    return APerson(forenames="Harriet", surname="Ashworth")


@pytest.fixture
def own(app, harriet):
    """The browser of Harriet Ashworth, a member."""
    return browser_of(app, "member", harriet.ref)


def seal_of(page):
    return re.search(r'name="seen" value="(\w+)"', page)[1]


class TestRegister:
    def test_of_nothing_says_so_in_a_sentence_on_screen_and_on_paper(self, client):
        for answer in (client.get("/gifts/register").text, text_of(client.get("/gifts/register.pdf").data)):
            assert "No gift or hospitality is on the register." in answer

    def test_comes_as_a_page_json_csv_and_paper(self, client, harriet):
        AGift(harriet, value=50_01)

        assert "over the policy" in client.get("/gifts/register?on=2026-05-01").text
        [line] = client.get("/gifts/register.json?on=2026-05-01").json["items"]
        assert (line["person"], line["value"], line["marks"]) == ("Harriet Ashworth", "50.01", ["over the policy"])
        assert "50.01" in client.get("/gifts/register.csv?on=2026-05-01").text
        assert "£50.01" in text_of(client.get("/gifts/register.pdf?on=2026-05-01").data)

    def test_says_nothing_of_what_is_private(self, client):
        AGift(**PRIVATE)

        for kind in ("", ".json", ".csv"):
            assert "quiet" not in client.get(f"/gifts/register{kind}?on=2026-05-01").text

    def test_takes_few_queries_however_long(self, client):
        for _ in range(4):
            AGift()
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        client.get("/gifts/register.json?on=2026-05-01")

        assert len(asked) <= 12


class TestPrivate:
    def test_is_for_the_office_and_leaves_a_trace(self, app, client, own):
        AGift(**PRIVATE)

        [line] = client.get("/gifts/private.json?on=2026-05-01").json["items"]
        assert line["private_reason"] == "It would name a patient"
        assert own.get("/gifts/private").status_code == 403
        assert db.session.scalars(select(Access.what)).all() == ["read private gifts"]


class TestMine:
    def test_shows_ones_own_private_ones_and_nobody_elses(self, own, harriet):
        AGift(harriet, **PRIVATE)
        other = AGift(**PRIVATE | {"description": "Another’s"})

        page = own.get("/gifts/mine?on=2026-05-01").text
        assert "A quiet hamper" in page
        assert "return to today" in page
        assert own.get(f"/gifts/{other.ref}?on=2026-05-01").status_code == 404
        assert own.get(f"/gifts/person/{other.person_ref}.json?on=2026-05-01").json["items"] == []

    def test_of_nobody_is_told_so(self, client, own):
        assert "do not say which person you are" in client.get("/gifts/mine").text
        assert "You have declared no gift or hospitality." in own.get("/gifts/mine").text


class TestDeclare:
    def test_tells_the_sum_before_anything_is_entered(self, own, harriet):
        address = f"/gifts/person/{harriet.ref}/declare"
        size = ledger.head().size

        shown = own.post(address, data=TYPED)

        assert "this one is of £6.01, which is £0.01 over." in shown.text
        assert "over the policy" in shown.text
        assert ledger.head().size == size
        done = own.post(address, data=TYPED | {"seen": seal_of(shown.text)})
        assert (done.status_code, done.location) == (303, "/gifts/mine")
        assert db.session.scalars(select(Gift)).one().value == 6_01

    def test_asks_who_offered_it_as_what_has_to_be_said(self, own, harriet):
        address = f"/gifts/person/{harriet.ref}/declare"

        assert "Who offered it" in own.get(address).text
        assert "Who offered it (optional)" not in own.get(address).text
        assert own.post(address, data=TYPED | {"organisation": ""}).status_code == 422

    def test_counts_what_came_before_also_where_it_is_private(self, own, harriet):
        AGift(harriet, value=30_00, **PRIVATE | {"organisation": "Vale Diagnostics"})
        typed = TYPED | {"supplier": "False", "value": "20.01", "offered_on-month": "4"}

        shown = own.post(f"/gifts/person/{harriet.ref}/declare", data=typed)

        assert "£30.00 before and £20.01 now make £50.01, which is £0.01 over." in shown.text

    def test_rehearsed_by_address_tells_the_same(self, api, harriet):
        answer = api.post(f"/gifts/person/{harriet.ref}/declare?rehearse=1", json=JSON).json

        [line] = answer["would"][0]["comes_to"][0]["lines"]
        assert line["says"] == "A supplier may give a small item of up to £6.00: this one is of £6.00."

    def test_names_the_giver_as_the_registers_do(self, api, harriet):
        practice = APractice(name="LATHAM HOUSE")
        api.post(
            f"/gifts/person/{harriet.ref}/declare",
            json=JSON | {"organisation": "", "organisation_ref": practice.code, "declared_on": "2026-03-03"},
        )

        gift = db.session.scalars(select(Gift)).one()
        assert (gift.organisation, gift.organisation_ref) == ("LATHAM HOUSE", practice.ref)

    def test_of_a_negative_value_or_by_nobody_is_refused_beside_the_box(self, client, harriet):
        wrong = TYPED | {"value": "-1", "organisation": ""}
        answer = client.post(f"/gifts/person/{harriet.ref}/declare", data=wrong)

        assert answer.status_code == 422
        assert "Write an amount in pounds" in answer.text
        assert "Who offered it" in answer.text

    def test_of_a_future_day_is_refused(self, api, harriet):
        answer = api.post(f"/gifts/person/{harriet.ref}/declare", json=JSON | {"offered_on": "2199-01-01"})

        assert (answer.status_code, answer.json["authority"][:11]) == (409, "NHS England")

    def test_is_only_for_oneself_and_dated_today_unless_by_the_office(self, own, harriet):
        assert own.post(f"/gifts/person/{APerson().ref}/declare", data=TYPED).status_code == 403
        dated = {"declared_on-day": "3", "declared_on-month": "3", "declared_on-year": "2026"}
        answer = own.post(f"/gifts/person/{harriet.ref}/declare", data=TYPED | dated)
        assert answer.status_code == 409
        assert "declared_on-day" not in own.get(f"/gifts/person/{harriet.ref}/declare").text


class TestChange:
    def test_begins_with_what_was_declared_and_keeps_its_day(self, client, own, harriet):
        gift = AGift(harriet, value=12_50)
        address = f"/gifts/{gift.ref}/change"

        assert 'value="12.50"' in client.get(address).text
        typed = TYPED | {"rev": "1", "outcome": "given to charity"}
        assert own.post(address, data=typed).status_code == 303
        assert (gift.outcome, str(gift.declared_on)) == ("given to charity", "2026-04-01")


class TestApprove:
    def test_is_for_the_office(self, client, own, harriet):
        gift = AGift(harriet, kind="hospitality", value=80_00)
        chair = APerson(surname="Thackeray")
        on = {"approved_on-day": "2", "approved_on-month": "4", "approved_on-year": "2026", "rev": "1"}

        assert own.post(f"/gifts/{gift.ref}/approve", data=on | {"approver": chair.ref}).status_code == 403
        refused = client.post(f"/gifts/{gift.ref}/approve", data=on | {"approver": harriet.ref})
        assert (refused.status_code, 'href="#approver"' in refused.text) == (409, True)
        done = client.post(f"/gifts/{gift.ref}/approve", data=on | {"approver": chair.ref})
        assert "and Asha Thackeray approved it" in client.get(f"{done.location}?on=2026-05-01").text


class TestAdoptPolicy:
    def test_begins_with_the_guidance_and_is_listed(self, client, api):
        assert 'value="50.00"' in client.get("/gifts/adopt-policy").text
        at = api.post("/gifts/adopt-policy", json=POLICY).json["at"]

        assert "board decision 2020/4" in client.get(at).text
        assert "in force" in client.get("/gifts/policies").text


class TestCorrectPolicy:
    def test_asks_what_was_wrong(self, client):
        policy = AGiftPolicy()
        address = f"/gifts/policies/{policy.ref}/correct-policy"
        typed = {name: said for name, said in POLICY.items() if name != "since"}
        typed |= {"since-day": "1", "since-month": "5", "since-year": "2020", "rev": "1"}

        assert 'value="75.00"' in client.get(address).text
        assert client.post(address, data=typed).status_code == 422
        assert client.post(address, data=typed | {"reason": "Misread"}).status_code == 303
        assert str(policy.since) == "2020-05-01"


class TestGiftsOf:
    def test_stand_on_the_page_of_the_person(self, client, harriet):
        assert "No gift or hospitality is on the register." in client.get(f"/people/{harriet.ref}").text
        AGift(harriet, description="A hamper of cheese")
        page = client.get(f"/people/{harriet.ref}?on=2026-05-01").text
        assert "A hamper of cheese" in page


class TestSearch:
    def test_finds_what_is_public(self, app, client, harriet):
        AGift(harriet, description="A hamper of cheese")
        AGift(harriet, **PRIVATE)

        assert [hit["said"] for hit in found_by(client, "cheese", on="2026-05-01")] == ["A hamper of cheese"]
        assert len(found_by(browser_of(app, "director"), "hamper", on="2026-05-01")) == 1
