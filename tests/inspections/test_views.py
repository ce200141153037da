from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.db import db
from registry.inspections.models import Request
from registry.members.models import Member
from tests.conftest import browser_of
from tests.factories import AHolding
from tests.papers import text_of

SENT = {
    "received-day": "20",
    "received-month": "4",
    "received-year": "2026",
    "wants": "copy",
    "name": "Jo Public",
    "address": "1 High Street",
    "purpose": "To write to the members",
    "discloses": "False",
}
ON = {"on-day": "27", "on-month": "4", "on-year": "2026"}


@pytest.fixture
def secretary(app):
    with clock.telling(datetime(2026, 4, 28, 12, tzinfo=UTC)):
        AHolding(5, on=date(2018, 7, 1))
        yield browser_of(app, "secretary")


def logged(secretary, **changed):
    secretary.post("/inspections/log", data=SENT | changed)
    return db.session.query(Request).one()


class TestRegister:
    def test_is_the_log(self, secretary):
        logged(secretary)

        (line,) = secretary.get("/inspections/register.json").json["items"]

        assert (line["number"], line["due"], line["standing"]) == ("IN1", "2026-04-27", "open, 1 day late")
        assert "Jo Public" in text_of(secretary.get("/inspections/register.pdf").data)

    def test_holds_addresses_and_so_is_for_the_office_alone(self, app, visitor):
        assert visitor.get("/inspections/register").status_code == 401
        for role, status in (("member", 403), ("director", 403), ("auditor", 200)):
            assert browser_of(app, role).get("/inspections/register").status_code == status


class TestLog:
    def test_takes_a_request_as_it_came(self, secretary):
        request = logged(secretary, purpose="", discloses="")

        page = secretary.get(f"/inspections/{request.number}").text

        assert "s.116(4)(c)" in page
        assert "s.116(4)(d)" in page
        assert "not valid" in page
        assert "Requester was told what lacks" in page
        assert "Complied" not in page

    def test_with_those_to_whom_it_will_be_disclosed(self, secretary):
        to = {"recipients-0-name": "A Journal", "recipients-0-address": "3 Fleet St", "recipients-0-purpose": "News"}

        request = logged(secretary, discloses="True", **to)

        assert "3 Fleet St" in secretary.get(f"/inspections/{request.ref}").text
        assert secretary.get(f"/inspections/{request.ref}.json").json["lacks"] == []

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            ({"name": ""}, 422),
            ({"wants": "steal"}, 422),
            ({"received-day": "31"}, 422),
            ({"received-day": "29"}, 409),
            ({"discloses": "perhaps"}, 422),
        ],
    )
    def test_of_what_cannot_be_is_refused(self, secretary, wrong, status):
        assert secretary.post("/inspections/log", data=SENT | wrong).status_code == status
        assert db.session.query(Request).count() == 0


class TestReply:
    def test_names_each_particular_that_lacks(self, secretary):
        request = logged(secretary, purpose="")

        words = text_of(secretary.get(f"/inspections/{request.ref}/reply.pdf").data)

        assert "It lacks:" in words
        assert "the purpose for which the information is to be used (s.116(4)(c))" in words

    def test_says_by_when_it_will_be_answered(self, secretary):
        words = text_of(secretary.get(f"/inspections/{logged(secretary).ref}/reply.pdf").data)

        assert "by 27 April 2026 (5 working days from 20 April 2026)" in words

    def test_says_to_which_day_the_register_was_altered(self, secretary):
        request = logged(secretary)
        answer = secretary.post(
            f"/inspections/{request.ref}/comply", data=ON | {"how": "Copy sent", "fee": "3.50", "rev": "1"}
        )

        words = text_of(secretary.get(f"/inspections/{request.ref}/reply.pdf").data)

        assert answer.status_code == 303
        assert "most recently altered on 1 July 2018" in words
        assert "there were no further alterations to be made" in words
        assert "£3.50" in words

    def test_tells_of_the_court(self, secretary):
        request = logged(secretary)
        secretary.post(f"/inspections/{request.ref}/apply-to-court", data=ON | {"how": "High Court", "rev": "1"})

        assert "applied to the court on 27 April 2026" in text_of(
            secretary.get(f"/inspections/{request.ref}/reply.pdf").data
        )


class TestComply:
    def test_by_whoever_saw_it_as_it_is(self, secretary):
        at = f"/inspections/{logged(secretary).ref}/comply"

        assert secretary.post(at, data=ON | {"how": "Copy sent", "rev": "4"}).status_code == 412
        assert secretary.post(at, data=ON | {"how": "", "rev": "1"}).status_code == 422
        assert secretary.post(at, data=ON | {"how": "Copy sent", "fee": "much", "rev": "1"}).status_code == 422

    def test_with_what_lacks_something_is_against_the_law(self, secretary):
        at = f"/inspections/{logged(secretary, purpose='').ref}/comply"

        answer = secretary.post(at, data=ON | {"how": "Copy sent", "rev": "1"})

        assert answer.status_code == 409
        assert "It lacks: the purpose" in answer.text


class TestComplete:
    def test_makes_it_valid(self, secretary):
        request = logged(secretary, purpose="")

        answer = secretary.post(f"/inspections/{request.ref}/complete", data=ON | {"purpose": "Research", "rev": "1"})

        assert answer.status_code == 303
        assert secretary.get(f"/inspections/{request.ref}.json").json["due"] == "2026-05-05"


class TestSayWhatLacks:
    def test_takes_the_duty_off(self, secretary):
        request = logged(secretary, purpose="")

        def asked():
            return [line["sentence"] for line in secretary.get("/home/duties.json").json["items"]]

        assert "Tell Jo Public what request IN1 lacks" in asked()
        secretary.post(f"/inspections/{request.ref}/say-what-lacks", data=ON | {"rev": "1"})
        assert "Tell Jo Public what request IN1 lacks" not in asked()


class TestDuties:
    def test_tell_the_day_and_how_it_was_found(self, secretary):
        logged(secretary)

        duty = next(
            line for line in secretary.get("/home/duties.json").json["items"] if "Comply with" in line["sentence"]
        )

        assert (duty["due"], duty["standing"]) == ("2026-04-27", "1 day late")
        assert duty["reckoned"] == "5 working days from 20 April 2026"
        assert duty["authority"] == "Companies Act 2006, s.117(1)"


class TestResting:
    def test_tells_to_whom_the_register_was_shown_since(self, secretary):
        request = logged(secretary)
        secretary.post(f"/inspections/{request.ref}/comply", data=ON | {"how": "Copy sent", "rev": "1"})
        member = db.session.query(Member).first()

        def shown(day):
            lines = secretary.get(f"/members/{member.ref}/resting.json?on={day}").json["items"]
            return [line["text"] for line in lines if line["kind"] == "Register shown or copied"]

        assert shown("2026-04-27") == ["IN1, Jo Public, on 27 April 2026: Copy sent"]
        assert shown("2026-04-28") == []
