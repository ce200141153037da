from datetime import date
from io import BytesIO

import pikepdf
import pytest

from registry.certificates import commands
from tests.conftest import browser_of
from tests.factories import ADA, ACompany, AHolding, AMember, APerson, AShareClass
from tests.papers import text_of

ON = {"on-day": "1", "on-month": "7", "on-year": "2018"}


@pytest.fixture
def certificate(app):
    ACompany(name="Federation Limited", number="09430900")
    ordinary = AShareClass(name="Ordinary", numbered=True)
    (made,) = commands.issue(AHolding(105, share_class=ordinary).member, on=date(2017, 5, 1), by=ADA)
    return made


class TestRegister:
    def test_tells_of_every_certificate(self, client, certificate):
        (line,) = client.get("/certificates/register.json").json["items"]

        assert (line["number"], line["shares"], line["numbers"], line["standing"]) == ("1", 105, "1–105", "live")
        assert "Asha Patel" in text_of(client.get("/certificates/register.pdf").data)

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/certificates/register").status_code == 401
        assert browser_of(app, "member").get("/certificates/register").status_code == 200


class TestCertificate:
    def test_on_paper_has_all_that_the_articles_ask_for(self, client, certificate):
        """Model Articles, art. 24(2): number and class, nominal value, that they are fully paid, their numbers."""
        paper = client.get("/certificates/1.pdf").data

        words = text_of(paper)
        for said in (
            "Federation Limited",
            "number 09430900",
            "Asha Patel",
            "One hundred and five (105) Ordinary shares of £1.00 each, fully paid, numbered 1–105",
            "1 May 2017",
            "Director",
            "witness",
        ):
            assert said.replace(" ", "") in words.replace(" ", "")
        assert paper == client.get("/certificates/1.pdf").data

    def test_is_one_sheet_even_of_four_joint_holders(self, client):
        names = ["Maximilian Bartholomew", "Wilhelmina Alexandra", "Christopher Montgomery", "Anastasia Henrietta"]
        persons = [
            APerson(title="Professor", forenames=each, surname="Featherstonehaugh-Cholmondeley") for each in names
        ]
        ACompany(name="East Leicestershire and Rutland General Practice Federation Limited")
        commands.issue(AHolding(5, member=AMember(persons=persons)).member, on=date(2017, 5, 1), by=ADA)

        with pikepdf.open(BytesIO(client.get("/certificates/1.pdf").data)) as paper:
            assert len(paper.pages) == 1

    def test_says_across_the_sheet_that_it_is_void(self, client, certificate):
        commands.replace(certificate, why="lost", on=date(2018, 7, 1), grounds="Indemnity", by=ADA)

        assert "Void since 1 July 2018: lost" in text_of(client.get("/certificates/1.pdf").data)
        assert "Void" not in text_of(client.get("/certificates/1.pdf?on=2018-06-30").data)
        assert "in place of certificate 1, which is void" in text_of(client.get("/certificates/2.pdf").data)

    def test_is_shown_on_the_members_page_and_rests_on_the_account(self, client, certificate):
        assert 'href="/certificates/' in client.get(f"/members/{certificate.member_ref}").text
        resting = client.get(f"/members/{certificate.member_ref}/resting.json?on=2017-04-01").json["items"]
        assert any(line["kind"] == "Certificate" for line in resting)


class TestTheRegisterOfMembers:
    def test_names_the_certificates_of_each_account_on_paper(self, client, certificate):
        def words(asked=""):
            return text_of(client.get(f"/members/register.pdf{asked}").data)

        assert "Certificate Number 1" in words()
        assert "Certificate Number" not in words("?on=2017-04-30")
        assert "Certificate Number 1" in text_of(client.get(f"/members/{certificate.member_ref}.pdf").data)


class TestIssue:
    def test_from_the_members_page(self, client):
        member = AHolding(5).member

        answer = client.post(f"/certificates/{member.ref}/issue", data=ON)

        assert answer.status_code == 303
        assert "live" in client.get(answer.location).text

    @pytest.mark.parametrize(
        ("wrong", "status"), [({"on-day": "31", "on-month": "6"}, 422), ({"on-year": "2199"}, 409)]
    )
    def test_of_what_cannot_be_is_refused(self, client, wrong, status):
        assert client.post(f"/certificates/{AHolding(5).member.ref}/issue", data=ON | wrong).status_code == status

    def test_is_the_secretarys(self, app):
        assert browser_of(app, "director").get(f"/certificates/{AMember().ref}/issue").status_code == 403


class TestIssueAll:
    def test_answers_every_duty_at_once(self, client):
        AHolding(5), AHolding(7)

        assert client.get("/certificates/wanting.json?on=2018-07-01").json["count"] == 2
        assert client.post("/certificates/issue-all", data=ON).status_code == 303
        assert client.get("/certificates/wanting.json?on=2018-07-01").json["count"] == 0
        assert client.post("/certificates/issue-all", data=ON).status_code == 409


class TestReplace:
    def test_by_whoever_saw_it_as_it_is(self, client, certificate):
        sent = ON | {"why": "lost", "grounds": "Indemnity"}
        at = f"/certificates/{certificate.ref}/replace"

        assert client.post(at, data=sent | {"rev": "7"}).status_code == 412
        assert client.post(at, data=sent | {"why": "eaten", "rev": "1"}).status_code == 422
        assert client.post(at, data=sent | {"grounds": "", "rev": "1"}).status_code == 409
        assert client.post(at, data=sent | {"rev": "1"}).status_code == 303
        page = client.get(f"/certificates/{certificate.ref}").text
        assert "It was found again" in page
        assert client.post(f"/certificates/{certificate.ref}/note-found", data=ON | {"rev": "2"}).status_code == 303


class TestSplit:
    def test_from_the_page(self, client, certificate):
        back = {"returned-day": "1", "returned-month": "7", "returned-year": "2018", "rev": "1"}
        at = f"/certificates/{certificate.ref}/split"

        assert client.post(at, data=ON | back | {"shares": "105"}).status_code == 409
        assert client.post(at, data=ON | back | {"shares": "5"}).status_code == 303
        assert client.get("/certificates/register.json").json["count"] == 3


class TestNoteReturned:
    def test_of_one_that_is_void(self, client, certificate):
        commands.replace(certificate, why="damaged", on=date(2018, 7, 1), returned=date(2018, 7, 1), by=ADA)

        at = f"/certificates/{certificate.ref}/note-returned"

        assert client.post(at, data=ON | {"on-year": "2016", "rev": "2"}).status_code == 409
        assert client.post(at, data=ON | {"rev": "2"}).status_code == 303


class TestSearch:
    def test_finds_a_certificate_by_its_holder(self, client, certificate):
        assert "Certificate" in client.get("/home/search?q=asha").text
