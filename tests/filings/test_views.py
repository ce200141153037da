from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from registry import clock
from registry.db import db
from registry.filings.models import Filing
from tests.conftest import browser_of
from tests.factories import ACompany
from tests.papers import a_pdf

LATE = datetime(2016, 3, 18, 12, tzinfo=UTC)


def on(day, month, year, name="sent"):
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}


@pytest.fixture
def secretary(app):
    """Her browser, on the third day on which the first confirmation statement is late."""
    with clock.telling(LATE):
        ACompany(incorporated=date(2015, 3, 2))
        yield browser_of(app, "secretary")


class TestDuties:
    def test_say_how_the_day_was_found_by_how_much_it_is_late_and_where_to_say_that_it_is_done(self, secretary):
        (line,) = secretary.get("/home/duties.json").json["items"]
        page = secretary.get("/home/duties").text

        assert line["due"] == "2016-03-15"
        assert line["standing"] == "3 days late"
        assert line["reckoned"].startswith("14 days from 1 March 2016")
        assert line["authority"] == "Companies Act 2006, s.853A"
        assert "Record the filing" in page
        assert "/filings/record?form=CS01&amp;about=" in page

    def test_are_done_by_the_filing_that_they_lead_to(self, secretary):
        leads_to = secretary.get("/home/duties.json").json["items"][0]["done_at"]
        about = leads_to.split("about=")[1].replace("%3A", ":")
        sent = {"form": "CS01", "about": about, "sent_by": "Ada"} | on(18, 3, 2016) | on(1, 3, 2016, "made_up_to")

        assert f'value="{about}"' in secretary.get(leads_to).text
        assert secretary.post("/filings/record", data=sent).status_code == 303
        assert secretary.get("/home/duties.json").json["items"] == []


class TestRegister:
    def test_tells_what_was_sent_and_whether_in_time(self, secretary):
        secretary.post("/filings/record", data={"form": "AA", "sent_by": "Ada"} | on(17, 3, 2016))

        (line,) = secretary.get("/filings/register.json").json["items"]

        assert (line["form"], line["sent"], line["standing"]) == ("AA", "2016-03-17", "no time limit")
        assert secretary.get("/filings/register.pdf").data.startswith(b"%PDF")

    def test_is_for_the_board_and_the_office(self, app, visitor):
        assert visitor.get("/filings/register").status_code == 401
        assert browser_of(app, "member").get("/filings/register").status_code == 403
        assert browser_of(app, "director").get("/filings/register").status_code == 200


class TestOutstanding:
    def test_is_told_in_every_form(self, secretary):
        assert secretary.get("/filings/outstanding.json").json["items"][0]["late"] == 3
        assert "14 days from 1 March 2016" in secretary.get("/filings/outstanding").text
        assert "CS01" in secretary.get("/filings/outstanding.csv").text
        assert secretary.get("/filings/outstanding.pdf").data.startswith(b"%PDF")


class TestRecord:
    @pytest.mark.parametrize(
        ("wrong", "status", "says"),
        [
            ({"form": ""}, 422, "Form: an answer is needed."),
            (on(30, 2, 2016), 422, "Write a real date"),
            (on(19, 3, 2016), 409, "still to come"),
            ({"about": "NOTHING"}, 409, "know of nothing"),
            ({"evidence": b"MZ"}, 422, "is not a PDF"),
        ],
    )
    def test_of_what_cannot_be_is_refused_beside_the_question(self, secretary, wrong, status, says):
        sent = {"form": "AA", "sent_by": "Ada"} | on(17, 3, 2016) | wrong
        if "evidence" in wrong:
            sent["evidence"] = (BytesIO(wrong["evidence"]), "virus.pdf")

        answer = secretary.post("/filings/record", data=sent)

        assert answer.status_code == status
        assert says in answer.text
        assert db.session.query(Filing).count() == 0

    def test_keeps_the_evidence(self, secretary):
        sent = {"form": "AA", "sent_by": "Ada", "evidence": (BytesIO(a_pdf()), "accounts.pdf")} | on(17, 3, 2016)
        secretary.post("/filings/record", data=sent)
        filing = db.session.query(Filing).one()

        handed = secretary.get(f"/filings/{filing.ref}/evidence")

        assert handed.data.startswith(b"%PDF")
        assert "accounts.pdf" in handed.headers["Content-Disposition"]
        assert "accounts.pdf" in secretary.get(f"/filings/{filing.ref}").text


class TestFiling:
    @pytest.fixture
    def filing(self, secretary):
        secretary.post("/filings/record", data={"form": "AA", "sent_by": "Ada"} | on(17, 3, 2016))
        return db.session.query(Filing).one()

    def test_without_evidence_has_none_to_hand_out(self, secretary, filing):
        assert secretary.get(f"/filings/{filing.ref}/evidence").status_code == 404

    def test_is_acknowledged_by_whoever_saw_it_as_it_is(self, secretary, filing):
        at = f"/filings/{filing.ref}/acknowledge"

        assert secretary.post(at, data={"reference": "X1", "rev": "9"}).status_code == 412
        assert secretary.post(at, data={"reference": "", "rev": "1"}).status_code == 422
        assert secretary.post(at, data={"reference": "X1", "rev": "1"}).status_code == 303
        assert "X1" in secretary.get(f"/filings/{filing.ref}").text

    def test_is_put_right_with_a_reason(self, secretary, filing):
        at = f"/filings/{filing.ref}/correct"

        assert secretary.post(at, data={"sent_by": "Ben", "rev": "1"} | on(16, 3, 2016)).status_code == 422
        right = {"sent_by": "Ben", "reason": "The receipt says so.", "rev": "1"} | on(16, 3, 2016)
        assert secretary.post(at, data=right).status_code == 303
        assert "16 March 2016" in secretary.get(f"/filings/{filing.ref}").text
