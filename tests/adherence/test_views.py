from io import BytesIO

import pytest

from registry.adherence.models import Deed
from registry.db import db
from tests.conftest import browser_of
from tests.factories import AMember
from tests.papers import a_pdf

SIGNED = {"signed-day": "4", "signed-month": "5", "signed-year": "2017"}


@pytest.fixture
def deed(client):
    paper = {"deed": (BytesIO(a_pdf()), "deed.pdf")}
    client.post(f"/adherence/{AMember().ref}/record", data=SIGNED | paper)
    return db.session.query(Deed).one()


class TestRegister:
    def test_tells_who_has_signed_and_who_has_not(self, client, deed):
        AMember()

        lines = client.get("/adherence/register.json").json["items"]

        assert [line["signed"] for line in lines] == ["2017-05-04", None]
        assert client.get("/adherence/register.pdf").data.startswith(b"%PDF")

    def test_is_for_the_board_and_the_office(self, app, visitor):
        assert visitor.get("/adherence/register").status_code == 401
        assert browser_of(app, "member").get("/adherence/register").status_code == 403


class TestDeed:
    def test_hands_out_the_signed_paper(self, client, deed):
        assert "deed.pdf" in client.get(f"/adherence/{deed.ref}").text
        assert client.get(f"/adherence/{deed.ref}/evidence").data.startswith(b"%PDF")
        assert "4 May 2017" in client.get(f"/members/{deed.member_ref}").text

    def test_without_one_has_none_to_hand_out(self, client):
        client.post(f"/adherence/{AMember().ref}/record", data=SIGNED)

        assert client.get(f"/adherence/{db.session.query(Deed).one().ref}/evidence").status_code == 404

    def test_is_put_right_with_a_reason(self, client, deed):
        at, right = f"/adherence/{deed.ref}/correct", SIGNED | {"signed-day": "3", "rev": "1"}

        assert client.post(at, data=right).status_code == 422
        assert client.post(at, data=right | {"reason": "Misread.", "rev": "7"}).status_code == 412
        assert client.post(at, data=right | {"reason": "Misread."}).status_code == 303
        assert client.get(f"/adherence/{deed.ref}.json").json["signed"] == "2017-05-03"


class TestRecord:
    @pytest.mark.parametrize(
        ("wrong", "status"), [({"signed-day": "32"}, 422), ({"signed-year": "2199"}, 409), ({"deed": b"MZ"}, 422)]
    )
    def test_of_what_cannot_be_is_refused(self, client, wrong, status):
        sent = SIGNED | wrong
        if "deed" in wrong:
            sent["deed"] = (BytesIO(wrong["deed"]), "deed.pdf")

        assert client.post(f"/adherence/{AMember().ref}/record", data=sent).status_code == status
        assert db.session.query(Deed).count() == 0


class TestDuties:
    def test_ask_for_each_deed_that_is_not_on_file(self, client):
        member = AMember()

        def asked():
            return [line["sentence"] for line in client.get("/home/duties.json").json["items"]]

        assert any("sign a deed of adherence" in sentence for sentence in asked())
        client.post(f"/adherence/{member.ref}/record", data=SIGNED)
        assert not any("sign a deed of adherence" in sentence for sentence in asked())
