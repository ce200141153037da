from datetime import date

import pytest

from registry.people import commands as people
from tests.conftest import browser_of
from tests.factories import ADA, AHolding, AMember, ANomination, APerson, APractice
from tests.papers import text_of


@pytest.fixture
def nomination(app):
    practice = APractice(code="C82001", name="THE MASHARANI PRACTICE")
    return ANomination(member=AHolding(5).member, practice=practice)


class TestRegister:
    def test_tells_for_which_practice_each_account_is_held(self, client, nomination):
        (line,) = client.get("/nominees/register.json").json["items"]

        assert (line["code"], line["name"], line["shares"]) == ("C82001", "Asha Patel", 5)
        assert "no part of the register of members" in client.get("/nominees/register").text
        assert client.get("/nominees/register.json?on=2017-03-31").json["items"] == []

    def test_on_paper_says_that_it_is_no_part_of_the_register(self, client, nomination):
        words = " ".join(text_of(client.get("/nominees/register.pdf").data).split())

        assert "This is no part of the register of members" in words
        assert "THE MASHARANI PRACTICE" in words

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/nominees/register").status_code == 401
        assert browser_of(app, "member").get("/nominees/register").status_code == 200


class TestTheRegisterOfMembers:
    @pytest.mark.parametrize("kind", ["", ".json", ".csv", ".pdf"])
    def test_never_says_for_whom_shares_are_held(self, client, nomination, kind):
        told = client.get(f"/members/register{kind}").data
        words = text_of(told) if kind == ".pdf" else told.decode()

        assert "Asha Patel" in words
        assert "C82001" not in words
        assert "MASHARANI" not in words.upper()

    def test_nor_does_the_paper_of_one_account(self, client, nomination):
        assert "MASHARANI" not in text_of(client.get(f"/members/{nomination.member_ref}.pdf").data)


class TestPanels:
    def test_show_the_history_on_the_practices_page_and_on_the_members(self, client, nomination):
        assert "Asha Patel" in client.get("/practices/C82001").text
        page = client.get(f"/members/{nomination.member_ref}").text
        assert "not part of the register" in page
        assert "MASHARANI" in page


class TestNominate:
    ASKED = {"since-day": "1", "since-month": "4", "since-year": "2017"}

    def test_from_the_members_page(self, client):
        member, practice = AHolding(5).member, APractice(code="C82001")

        answer = client.post(f"/nominees/{member.ref}/nominate", data=self.ASKED | {"practice": practice.ref})

        assert answer.status_code == 303
        assert "C82001" in client.get(answer.location).text

    @pytest.mark.parametrize(
        ("wrong", "status"), [({"practice": "NONE"}, 422), ({"since-year": "2016"}, 409), ({"shares": "6"}, 409)]
    )
    def test_of_what_cannot_be_is_refused(self, client, wrong, status):
        member, practice = AHolding(5).member, APractice()

        asked = self.ASKED | {"practice": practice.ref} | wrong

        assert client.post(f"/nominees/{member.ref}/nominate", data=asked).status_code == status

    def test_is_the_secretarys(self, app):
        at = f"/nominees/{AMember().ref}/nominate"

        assert browser_of(app, "director").get(at).status_code == 403


class TestNomination:
    def test_is_ended_apportioned_and_put_right_by_whoever_saw_it_as_it_is(self, client, nomination):
        at = f"/nominees/{nomination.ref}"
        until = {"until-day": "1", "until-month": "7", "until-year": "2018"}

        assert client.post(f"{at}/apportion", data={"shares": "4", "rev": "9"}).status_code == 412
        assert client.post(f"{at}/apportion", data={"shares": "4", "rev": "1"}).status_code == 303
        assert (
            client.post(f"{at}/correct", data=TestNominate.ASKED | {"practice": "C82001", "rev": "2"}).status_code
            == 422
        )
        right = TestNominate.ASKED | {"practice": "C82001", "reason": "Misread.", "since-day": "2", "rev": "2"}
        assert client.post(f"{at}/correct", data=right).status_code == 303
        assert client.post(f"{at}/end", data=until | {"rev": "3"}).status_code == 303
        told = client.get(f"{at}.json").json
        assert (told["since"], told["shares"], told["ended"]) == ("2017-04-02", 4, "2018-07-01")


class TestDuties:
    def test_speak_of_the_dead_and_of_accounts_held_for_nobody(self, client):
        asha, cara = APerson(), APerson(forenames="Cara")
        AHolding(5, member=AMember(persons=[asha, APerson(forenames="Ben")]))
        ANomination(member=AHolding(5, member=AMember(person=cara)).member, practice=APractice(name="KIBWORTH"))
        for person in (asha, cara):
            people.note_death(person, died=date(2018, 5, 1), by=ADA)

        said = [line["sentence"] for line in client.get("/home/duties.json").json["items"]]

        assert any("Asha Patel" in each and "strike the name; the survivors take" in each for each in said)
        assert any("KIBWORTH is without a vote until the shares pass" in each for each in said)
        assert any(each.startswith("Say for which practice Asha Patel and Ben Patel") for each in said)


class TestSearch:
    def test_finds_a_nominee_by_the_practice(self, client, nomination):
        assert "folio" in client.get("/home/search?q=masharani").text
