from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.company import commands
from registry.company.models import NAME
from registry.company.standing import the_company
from tests.conftest import browser_of
from tests.factories import ADA, ACompany
from tests.papers import text_of

ENTERED = {
    "number": "09430900",
    "incorporated": "2015-02-10",
    "name": "Federation Limited",
    "office": "1 HIGH STREET\nWIGSTON",
    "year_end": "31 March",
}


class TestRegister:
    def test_says_that_nothing_is_on_record_and_offers_to_enter_it(self, client):
        page = client.get("/company/register").text

        assert "Nothing is on record" in page
        assert "/company/enter" in page

    def test_tells_the_particulars_as_at_a_day_and_as_known_then(self, app):
        with clock.telling(datetime(2015, 3, 2, 12, tzinfo=UTC)):
            company = ACompany(name="Old Name Limited")
        with clock.telling(datetime(2020, 6, 1, 12, tzinfo=UTC)):
            commands.change(company, what=NAME, value="New Name Limited", since=date(2020, 5, 4), by=ADA)
        client = browser_of(app, "secretary")

        def name(asked):
            return client.get(f"/company/register.json?{asked}").json["particulars"][0]["value"]

        assert name("on=2020-05-03") == "Old Name Limited"
        assert name("on=2020-05-04") == "New Name Limited"
        assert name("on=2020-05-04&known=2020-05-31") == "Old Name Limited"
        assert "Old Name Limited" in client.get("/company/register").text

    def test_comes_on_paper(self, client):
        ACompany(name="Federation Limited", number="09430900")

        words = text_of(client.get("/company/register.pdf").data)

        assert "Company particulars" in words
        assert "09430900" in words

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/company/register").status_code == 401
        assert browser_of(app, "member").get("/company/register").status_code == 200


class TestLetterhead:
    def test_is_the_settings_until_the_company_is_entered(self, app, client):
        assert app.config["COMPANY"] in text_of(client.get("/members/register.pdf").data)

    def test_is_what_was_true_on_the_day_of_the_paper(self, client):
        company = ACompany(name="Old Name Limited", number="09430900")
        commands.change(company, what=NAME, value="New Name Limited", since=date(2020, 5, 4), by=ADA)

        before = text_of(client.get("/members/register.pdf?on=2020-05-03").data)
        after = text_of(client.get("/members/register.pdf?on=2020-05-04").data)

        assert "Old Name Limited" in before
        assert "New Name Limited" not in before
        assert "New Name Limited" in after
        assert "09430900" in after


class TestEnter:
    def test_by_json(self, api):
        assert api.post("/company/enter", json=ENTERED).status_code == 201

        assert the_company().number == "09430900"

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            ({"number": "1234"}, 409),
            ({"incorporated": "2999-01-01"}, 422),
            ({"incorporated": "2199-01-01"}, 409),
            ({"name": ""}, 422),
            ({"year_end": "31 June"}, 409),
        ],
    )
    def test_of_what_cannot_be_is_refused(self, api, wrong, status):
        assert api.post("/company/enter", json=ENTERED | wrong).status_code == status

        assert the_company() is None

    def test_is_the_secretarys(self, app):
        assert browser_of(app, "director").post("/company/enter", json=ENTERED).status_code == 403


class TestChange:
    CHANGE = {"what": "name", "value": "New Name Limited", "since": "2020-05-04"}

    def test_by_whoever_saw_it_as_it_is(self, api):
        company = ACompany()

        assert api.post(f"/company/{company.number}/change", json=self.CHANGE).status_code == 428
        stale = api.post(f"/company/{company.number}/change", json=self.CHANGE, headers={"If-Match": "7"})
        assert stale.status_code == 412
        done = api.post(f"/company/{company.number}/change", json=self.CHANGE, headers={"If-Match": "1"})
        assert done.status_code == 201

    def test_of_no_particular_of_a_company_is_refused(self, api):
        company = ACompany()

        answer = api.post(
            f"/company/{company.number}/change", json=self.CHANGE | {"what": "colour"}, headers={"If-Match": "1"}
        )

        assert answer.status_code == 422
        assert answer.json["errors"]["what"] == ["Choose one of the particulars."]


class TestCorrect:
    def test_from_a_page(self, client):
        company = ACompany(name="Federtion Limited")

        sent = {"what": "name", "value": "Federation Limited", "reason": "A slip.", "rev": "1"}
        assert client.post(f"/company/{company.ref}/correct", data=sent).status_code == 303

        assert "Federation Limited" in client.get("/company/register").text

    def test_without_a_reason_is_refused(self, client):
        company = ACompany()

        sent = {"what": "name", "value": "Federation Limited", "rev": "1"}

        assert client.post(f"/company/{company.ref}/correct", data=sent).status_code == 422
