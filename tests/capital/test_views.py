from datetime import date

import pytest

from tests.capital.test_commands import RESOLVED, buy_back
from tests.conftest import browser_of
from tests.factories import AHolding, AShareClass
from tests.papers import text_of

ON = {"on-day": "31", "on-month": "1", "on-year": "2026"}


class TestRegister:
    def test_is_the_statement_of_capital_as_at_a_day(self, client):
        buy_back(AHolding(5, share_class=AShareClass(name="Ordinary", rights="One vote a share.")), 2)

        def shares(day):
            return client.get(f"/capital/register.json?on={day}").json["shares"]

        assert (shares("2026-01-30"), shares("2026-01-31")) == (5, 3)
        assert "One vote a share." in client.get("/capital/register").text

    def test_comes_on_paper(self, client):
        AHolding(5, share_class=AShareClass(name="Ordinary", rights="One vote a share."))

        words = text_of(client.get("/capital/register.pdf").data)

        assert "Statement of capital" in words
        assert "Particulars of rights One vote a share." in words
        assert "Aggregate amount unpaid £0.00" in words

    def test_says_that_there_are_no_shares(self, client):
        assert "No shares are in issue." in client.get("/capital/register").text
        assert "No shares are in issue." in text_of(client.get("/capital/register.pdf").data)

    def test_is_for_those_signed_in(self, visitor):
        assert visitor.get("/capital/register").status_code == 401


class TestAlterations:
    def test_are_listed_and_each_says_whose_shares_they_were(self, client):
        alteration = buy_back(AHolding(5), 2)

        assert client.get("/capital/alterations.json").json["items"][0]["number"] == "C1"
        assert "Asha Patel" in client.get("/capital/C1").text
        assert client.get(f"/capital/{alteration.ref}.pdf").data.startswith(b"%PDF")

    def test_rest_on_the_account(self, client):
        holding = AHolding(5)
        buy_back(holding, 2)

        def resting(day):
            lines = client.get(f"/members/{holding.member.ref}/resting.json?on={day}").json["items"]
            return [line["text"] for line in lines if line["kind"] == "Buy-back"]

        assert (resting("2026-01-31"), resting("2026-02-01")) == (["C1"], [])


class TestBuyBack:
    def test_from_the_members_page(self, client):
        holding = AHolding(5)
        asked = {"share_class": holding.share_class.ref, "shares": "2", "consideration": "5", "resolution": RESOLVED}
        at = f"/capital/{holding.member.ref}/buy-back"

        assert "Buy back shares" in client.get(f"/members/{holding.member.ref}").text
        assert client.post(at, data=ON | asked | {"rev": "9"}).status_code == 412
        answer = client.post(at, data=ON | asked | {"rev": str(holding.member.rev)})
        assert answer.status_code == 303
        assert "£5.00" in client.get(answer.location).text

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [({"shares": "6"}, 409), ({"shares": "0"}, 422), ({"resolution": ""}, 422), ({"on-year": "2199"}, 409)],
    )
    def test_of_what_cannot_be_is_refused(self, client, wrong, status):
        holding = AHolding(5)
        asked = {"share_class": holding.share_class.ref, "shares": "2", "consideration": "5", "resolution": RESOLVED}

        sent = ON | asked | {"rev": str(holding.member.rev)} | wrong

        assert client.post(f"/capital/{holding.member.ref}/buy-back", data=sent).status_code == status


class TestForfeit:
    def test_without_an_article_is_against_the_law(self, client):
        holding = AHolding(5)
        asked = {"share_class": holding.share_class.ref, "shares": "2", "resolution": RESOLVED}

        answer = client.post(
            f"/capital/{holding.member.ref}/forfeit", data=ON | asked | {"rev": str(holding.member.rev)}
        )

        assert answer.status_code == 409
        assert "model articles have none" in answer.text


@pytest.mark.parametrize(("act", "nominal", "paid", "into"), [("subdivide", 100, 100, 10), ("consolidate", 10, 10, 50)])
class TestSubdivideAndConsolidate:
    def test_of_a_whole_class(self, client, act, nominal, paid, into):
        share_class = AHolding(5, share_class=AShareClass(nominal=nominal), paid=paid).share_class
        asked = {"share_class": share_class.ref, "into": AShareClass(nominal=into).ref, "resolution": RESOLVED}

        answer = client.post(f"/capital/{act}", data=ON | asked)

        assert answer.status_code == 303
        assert client.get("/capital/register.json").json["shares"] == 5 * nominal // into

    def test_into_its_own_class_is_against_the_law(self, client, act, nominal, paid, into):
        share_class = AHolding(5, share_class=AShareClass(nominal=nominal), paid=paid).share_class
        asked = {"share_class": share_class.ref, "into": share_class.ref, "resolution": RESOLVED}

        assert client.post(f"/capital/{act}", data=ON | asked).status_code == 409


class TestRedesignate:
    def test_is_the_secretarys(self, app):
        at = f"/capital/{AHolding(5, on=date(2026, 1, 1)).member.ref}/redesignate"

        assert browser_of(app, "director").get(at).status_code == 403

    def test_of_some_of_a_members_shares(self, client):
        holding, other = AHolding(5), AShareClass(name="B")
        asked = {"share_class": holding.share_class.ref, "into": other.ref, "shares": "2", "resolution": RESOLVED}

        sent = ON | asked | {"rev": str(holding.member.rev)}

        assert client.post(f"/capital/{holding.member.ref}/redesignate", data=sent).status_code == 303
        assert "2 B" in client.get(f"/members/{holding.member.ref}.json").json["classes"]
