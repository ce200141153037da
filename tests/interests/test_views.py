import re
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import g
from sqlalchemy import event, select

from registry import clock
from registry.accounts import commands as accounts
from registry.accounts.models import Access
from registry.db import db
from registry.doors import hung
from registry.interests import commands
from registry.interests.models import FINANCIAL, Confirmation, Interest
from registry.people import commands as people
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    AConfirmation,
    AHolding,
    AMember,
    AnAppointment,
    AnInterest,
    APerson,
    APractice,
    ASeat,
)
from tests.finding import found_by

DECLARED = {
    "kind": FINANCIAL,
    "organisation": "Latham House Medical Practice",
    "description": "Partner",
    "since-day": "2",
    "since-month": "3",
    "since-year": "2026",
    "public": "True",
}
PRIVATE = {"public": False, "private_reason": "Real danger of harm", "description": "A quiet holding"}
JSON = {
    "kind": FINANCIAL,
    "organisation": "Latham House Medical Practice",
    "description": "Partner",
    "since": "2026-03-02",
    "public": True,
}


@pytest.fixture
def harriet():
    return APerson(forenames="Harriet", surname="Ashworth")


@pytest.fixture
def own(app, harriet):
    """The browser of Harriet Ashworth, a member."""
    return browser_of(app, "member", harriet.ref)


def count(model):
    return len(db.session.scalars(select(model)).all())


def described(answer):
    return [line["description"] for line in answer.json["items"]]


class TestRegister:
    def test_tells_what_was_declared_when_it_arose_and_ended(self, client, harriet):
        AnInterest(person=harriet, since=date(2026, 3, 2), declared_on=date(2026, 4, 12), until=date(2026, 5, 1))

        line = client.get("/interests/register.json?on=2026-05-01").json["items"][0]

        assert (line["person"], line["kind"]) == ("Harriet Ashworth", "Financial")
        assert (line["since"], line["declared_on"], line["last_day"]) == ("2026-03-02", "2026-04-12", "2026-04-30")
        assert line["marks"] == ["declared late, 41 days after it arose", "ended", "holds no seat and no shares"]

    def test_keeps_what_has_ended_for_six_months(self, client):
        AnInterest(until=date(2026, 4, 1))

        def lines(address, on):
            return client.get(f"/interests/{address}.json?on={on}").json["count"]

        assert [lines("register", on) for on in ("2026-09-30", "2026-10-01")] == [1, 0]
        assert [lines("private", on) for on in ("2032-03-31", "2032-04-01")] == [1, 0]

    def test_says_nothing_of_private_interests(self, client):
        AnInterest(description="Partner")
        AnInterest(**PRIVATE)

        for kind in ("", ".json", ".csv"):
            answer = client.get(f"/interests/register{kind}")
            assert "Partner" in answer.text
            assert "quiet" not in answer.text
            assert "danger" not in answer.text

    def test_an_interest_made_private_is_gone_from_what_was_known_before(self, client):
        with clock.telling(datetime(2031, 4, 1, 9, tzinfo=UTC)) as time:
            interest = AnInterest(since=date(2031, 3, 2), description="Partner")
            time.at = datetime(2031, 5, 1, 9, tzinfo=UTC)
            told = {name: getattr(interest, name) for name in ("kind", "organisation", "description", "since")}
            commands.change(interest, **told, public=False, private_reason="Harm", by=ADA)

        asked = "on=2031-04-02&known=2031-04-02T09:00Z"
        assert described(client.get(f"/interests/register.json?{asked}")) == []
        assert described(client.get(f"/interests/private.json?{asked}")) == ["Partner"]

    def test_one_yet_to_arise_is_told_from_its_declaration(self, client):
        AnInterest(since=date(2026, 6, 1), declared_on=date(2026, 5, 1))

        assert client.get("/interests/register.json?on=2026-04-30").json["count"] == 0
        line = client.get("/interests/register.json?on=2026-05-31").json["items"][0]
        assert "arises on 1 June 2026" in line["marks"]

    def test_is_shown_and_printed(self, client, harriet):
        AConfirmation(person=harriet)
        AnInterest()

        page, paper = client.get("/interests/register"), client.get("/interests/register.pdf")

        assert "Harriet Ashworth, as confirmed on 3 May 2026, has nothing to declare." in page.text
        assert paper.data.startswith(b"%PDF")

    def test_takes_few_queries_however_long(self, client):
        for number in range(5):
            practice = APractice(code=f"C8200{number}")
            AnInterest(organisation_ref=practice.ref, person=AnAppointment().person)
            AMember(person=AConfirmation().person)
            AMember()
        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

        client.get("/interests/register.json")

        assert len(asked) <= 12

    def test_is_not_for_strangers(self, visitor):
        assert visitor.get("/interests/register").status_code == 401


class TestPrivate:
    def test_tells_all_to_the_office_with_the_reason(self, app, client):
        AnInterest(**PRIVATE)

        line = client.get("/interests/private.json").json["items"][0]

        assert (line["public"], line["private_reason"]) == (False, "Real danger of harm")
        assert browser_of(app, "auditor").get("/interests/private").status_code == 200
        assert db.session.scalars(select(Access.what)).all() == ["read private interests"] * 2

    def test_is_logged_for_each_whose_interests_are_private_and_nobody_else(self, client):
        AnInterest()
        theirs = [AnInterest(**PRIVATE).person_ref for _ in range(9)]

        client.get("/interests/private")

        assert sorted(db.session.scalars(select(Access.about))) == sorted(theirs)

    def test_is_for_nobody_else(self, app, own):
        assert own.get("/interests/private").status_code == 403
        assert browser_of(app, "director").get("/interests/private.csv").status_code == 403


class TestMine:
    def test_begins_with_the_last_confirmation(self, own, harriet):
        AnInterest(person=harriet)
        AConfirmation(person=harriet, nothing=False)

        page = own.get("/interests/mine?on=2027-05-03")
        assert "You last confirmed your declarations on 3 May 2026." in page.text
        assert "Due again by 3 May 2027." in page.text
        assert "A confirmation was due by 3 May 2027." in own.get("/interests/mine?on=2027-05-04").text

    def test_offers_what_may_be_done(self, own, harriet):
        interest = AnInterest(person=harriet)

        page = own.get("/interests/mine").text

        assert "Nothing has changed – confirm" in page
        assert f"/declarations/people/{harriet.ref}/begin" in page
        assert page.count(f"/interests/{interest.ref}/end") == 2
        assert f"/declarations/interests/{interest.ref}/revise" in page

    @pytest.mark.parametrize(("ends_in", "words"), [(1, "Nothing has changed"), (0, "I have nothing to declare")])
    def test_confirms_what_ends_tomorrow_and_not_what_ended_yesterday(self, own, harriet, ends_in, words):
        interest = AnInterest(person=harriet)
        commands.end(interest, until=clock.today() + timedelta(days=ends_in), by=ADA)

        page = own.get("/interests/mine").text

        assert f"{words} – confirm" in page
        nothing = re.search(r'name="nothing" value="([^"]+)"', page)[1]
        assert own.post(f"/interests/person/{harriet.ref}/confirm", data={"nothing": nothing}).status_code == 303

    def test_offers_nothing_in_the_past(self, own, harriet):
        AnInterest(person=harriet)

        page = own.get("/interests/mine?on=2026-01-01").text

        assert "return to today" in page
        assert "/begin" not in page
        assert "/revise" not in page

    def test_shows_own_private_interests_and_nobody_elses(self, own, harriet):
        AnInterest(person=harriet, **PRIVATE)
        other = AnInterest(**PRIVATE | {"description": "Another's secret"})

        assert "A quiet holding" in own.get("/interests/mine").text
        assert own.get(f"/interests/person/{harriet.ref}.json").json["interests"][0]["marks"] == ["private"]
        assert own.get(f"/interests/person/{other.person_ref}.json").json["interests"] == []

    def test_says_what_the_registers_know_already(self, own, harriet):
        AnAppointment(seat=ASeat(title="Elected director"), person=harriet, since=date(2020, 4, 1))
        AHolding(12, member=AMember(person=harriet, folio=7))

        places = own.get("/interests/mine.json").json["places"]

        assert places[0].startswith("Elected director, Body ")
        assert places[0].endswith(", since 1 April 2020")
        assert places[1] == "Holder of 12 shares, folio 7, since 1 April 2017"

    def test_finds_the_person_by_the_account(self, app, visitor, harriet):
        account = accounts.open(name="Harriet", email="harriet@example.org", by=ADA)
        accounts.grant(account, role="director", since=date(2020, 1, 1), by=ADA)
        people.give_account(harriet, account=account, by=ADA)
        secret = accounts.issue_token(account, purpose="tests", by=ADA)

        page = visitor.get("/interests/mine.json", headers={"Authorization": f"Bearer {secret}"}).json

        assert (page["ref"], page["declare_href"]) == (harriet.ref, None)
        assert page["word"] == "You have not confirmed your declarations yet."

    def test_is_printed(self, own, harriet):
        AnInterest(person=harriet)

        assert own.get("/interests/mine.pdf").data.startswith(b"%PDF")

    def test_an_account_that_is_nobodys_is_told_so(self, client):
        answer = client.get("/interests/mine")

        assert answer.status_code == 403
        assert "do not say which person you are" in answer.text

    def test_nobody_yet_known_is_not_found(self, own):
        assert own.get("/interests/mine?known=2001-01-01").status_code == 404


class TestPerson:
    def test_tells_others_what_is_public(self, app, harriet):
        AnInterest(person=harriet, description="Partner")
        AnInterest(person=harriet, **PRIVATE)
        AConfirmation(person=harriet, nothing=False)

        page = browser_of(app, "member").get(f"/interests/person/{harriet.ref}").text

        assert "Harriet Ashworth last confirmed these declarations on 3 May 2026." in page
        assert "Partner" in page
        assert "quiet" not in page

    def test_somebody_with_private_interests_alone_looks_like_somebody_who_never_spoke(self, app, client, harriet):
        silent, reader = APerson(forenames="Harriet", surname="Ashworth"), browser_of(app, "member")
        AnInterest(person=harriet, **PRIVATE)
        AConfirmation(person=harriet, nothing=False)

        def told(person):
            page = reader.get(f"/interests/person/{person.ref}.json").json
            return {name: value for name, value in page.items() if name not in ("ref", "as_at")}

        assert told(harriet) == told(silent)
        assert client.get(f"/interests/person/{harriet.ref}.json").json["interests"] != []

    def test_is_printed_with_what_was_confirmed(self, client, harriet):
        AConfirmation(person=harriet)

        assert client.get(f"/interests/person/{harriet.ref}.pdf").data.startswith(b"%PDF")


class TestInterest:
    def test_tells_one_and_offers_what_may_be_done(self, client):
        interest = AnInterest()

        page = client.get(f"/interests/{interest.ref}").text

        assert "Interest: Latham House Medical Practice" in page
        assert f"/interests/{interest.ref}/change" in page

    def test_says_whose_it_is_before_what_they_are_and_does_not_lead_to_itself(self, client):
        interest = AnInterest(kind="indirect", whose="close", relation="brother", nature=FINANCIAL)

        page = client.get(f"/interests/{interest.ref}").text

        assert page.index("Someone close") < page.index("brother") < page.index("What it is for them")
        assert f'href="/interests/{interest.ref}"' not in page

    def test_a_private_one_is_not_there_for_others(self, app, own, harriet):
        theirs, hers = AnInterest(**PRIVATE), AnInterest(person=harriet, **PRIVATE)

        assert own.get(f"/interests/{theirs.ref}").status_code == 404
        assert own.get(f"/interests/{theirs.ref}.json").status_code == 404
        assert own.get(f"/interests/{hers.ref}").status_code == 200
        assert browser_of(app, "auditor").get(f"/interests/{theirs.ref}").status_code == 200


class TestDeclare:
    def test_from_a_phone(self, own, harriet):
        answer = own.post(f"/interests/person/{harriet.ref}/declare", data=DECLARED)

        assert (answer.status_code, answer.location) == (303, "/interests/mine")
        line = own.get("/interests/mine.json").json["interests"][0]
        assert (line["organisation"], line["since"]) == ("Latham House Medical Practice", "2026-03-02")

    def test_from_json_by_the_office_at_an_earlier_day(self, api, harriet):
        answer = api.post(f"/interests/person/{harriet.ref}/declare", json=JSON | {"declared_on": "2026-03-20"})

        assert (answer.status_code, answer.json["at"]) == (201, f"/interests/person/{harriet.ref}")
        assert db.session.scalar(select(Interest.declared_on)) == date(2026, 3, 20)

    def test_from_csv(self, api, harriet):
        csv = f"kind,organisation,description,since,public\n{FINANCIAL},A,Partner,2026-03-02,yes\n"

        answer = api.post(f"/interests/person/{harriet.ref}/declare", data=csv, content_type="text/csv")

        assert answer.status_code == 201

    def test_names_a_practice_as_the_registers_do(self, api, harriet):
        practice = APractice(code="C82001", name="LATHAM HOUSE")

        asked = JSON | {"organisation_ref": "C82001", "organisation": ""}
        api.post(f"/interests/person/{harriet.ref}/declare", json=asked)

        told = select(Interest.organisation, Interest.organisation_ref)
        assert db.session.execute(told).one() == ("LATHAM HOUSE", practice.ref)

    @pytest.mark.parametrize(
        ("answers", "sentence"),
        [
            ({"kind": ""}, "Kind of interest: an answer is needed."),
            ({"kind": "friendly"}, "Choose one of"),
            ({"organisation": ""}, "With whom: an answer is needed."),
            ({"organisation_ref": "X99999"}, "There is no practice or body “X99999”."),
            ({"description": ""}, "What it is: an answer is needed."),
            ({"organisation": "x" * 1_001}, "Write at most 1000 letters here."),
            ({"since-month": "13"}, "Write a real date"),
            ({"public": ""}, "Publish it: an answer is needed."),
            ({"public": "perhaps"}, "Answer yes or no."),
        ],
    )
    def test_what_cannot_be_read_is_said_beside_the_box(self, own, harriet, answers, sentence):
        answer = own.post(f"/interests/person/{harriet.ref}/declare", data=DECLARED | answers)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert "Partner" in answer.text or "description" in answers
        assert count(Interest) == 0

    @pytest.mark.parametrize(
        ("answers", "sentence"),
        [
            ({"public": "False"}, "only for a reason"),
            ({"until-day": "2", "until-month": "3", "until-year": "2026"}, "ends after the day it arose"),
            ({"declared_on-day": "1", "declared_on-month": "3", "declared_on-year": "2026"}, "arises or later"),
            ({"declared_on-day": "1", "declared_on-month": "3", "declared_on-year": "2199"}, "in the future"),
        ],
    )
    def test_what_the_rules_forbid_is_said_beside_the_box(self, client, harriet, answers, sentence):
        answer = client.post(f"/interests/person/{harriet.ref}/declare", data=DECLARED | answers)

        assert answer.status_code == 409
        assert answer.text.count(sentence) >= 2
        assert "Partner" in answer.text
        assert count(Interest) == 0

    def test_a_member_does_not_date_a_declaration_back(self, own, harriet):
        yesterday = (clock.today() - timedelta(days=1)).isoformat()

        answer = own.post(f"/interests/person/{harriet.ref}/declare", json=JSON | {"declared_on": yesterday})

        assert answer.status_code == 409
        assert "only the company secretary" in answer.json["detail"]
        assert "Declared on" not in own.get(f"/interests/person/{harriet.ref}/declare").text
        assert count(Interest) == 0

    def test_not_for_another(self, own):
        other = APerson()

        assert own.get(f"/interests/person/{other.ref}/declare").status_code == 403
        assert own.post(f"/interests/person/{other.ref}/declare", data=DECLARED).status_code == 403
        assert count(Interest) == 0

    def test_not_for_nobody(self, client):
        assert client.post("/interests/person/NOBODY/declare", data=DECLARED).status_code == 404


class TestChange:
    def test_begins_with_what_is_declared(self, own, harriet):
        interest = AnInterest(person=harriet, description="Partner")

        page = own.get(f"/interests/{interest.ref}/change").text
        assert "Partner" in page
        answer = own.post(f"/interests/{interest.ref}/change", data=DECLARED | CHANGED | {"rev": interest.rev})

        assert answer.status_code == 303
        assert interest.description == "Salaried"

    def test_a_stale_or_missing_rev_changes_nothing(self, own, harriet):
        interest = AnInterest(person=harriet, description="Partner")

        def status(**rev):
            return own.post(f"/interests/{interest.ref}/change", data=DECLARED | CHANGED | rev).status_code

        assert (status(rev=99), status()) == (412, 428)
        assert interest.description == "Partner"

    def test_a_breach_leaves_what_was_typed(self, own, harriet):
        interest = AnInterest(person=harriet, description="Partner")

        changed = DECLARED | CHANGED | {"public": "False", "rev": interest.rev}
        answer = own.post(f"/interests/{interest.ref}/change", data=changed)

        assert answer.status_code == 409
        assert "Salaried" in answer.text
        assert interest.public

    def test_not_for_another(self, own):
        interest = AnInterest()

        assert own.get(f"/interests/{interest.ref}/change").status_code == 403
        answer = own.post(f"/interests/{interest.ref}/change", data=DECLARED | {"rev": interest.rev})
        assert answer.status_code == 403
        assert interest.description != "Partner"


CHANGED = {"description": "Salaried", "since-day": "1", "since-month": "4", "since-year": "2024"}
ENDED = {"until-day": "1", "until-month": "4", "until-year": "2026"}


class TestEnd:
    def test_from_a_phone(self, own, harriet):
        interest = AnInterest(person=harriet)

        answer = own.post(f"/interests/{interest.ref}/end", data=ENDED | {"rev": interest.rev})

        assert (answer.status_code, answer.location) == (303, "/interests/mine")
        assert interest.until == date(2026, 4, 1)

    def test_a_missing_day_and_one_too_early_are_said_beside_the_box(self, own, harriet):
        interest = AnInterest(person=harriet)

        missing = own.post(f"/interests/{interest.ref}/end", data={"rev": interest.rev})
        early = own.post(f"/interests/{interest.ref}/end", data=ENDED | {"until-year": "2020", "rev": interest.rev})

        assert (missing.status_code, early.status_code) == (422, 409)
        assert "ends after the day it arose" in early.text
        assert interest.until is None

    def test_a_stale_or_missing_rev_changes_nothing(self, own, harriet):
        interest = AnInterest(person=harriet)

        stale = own.post(f"/interests/{interest.ref}/end", json={"until": "2026-04-01"}, headers={"If-Match": '"9"'})
        missing = own.post(f"/interests/{interest.ref}/end", json={"until": "2026-04-01"})

        assert (stale.status_code, missing.status_code) == (412, 428)
        assert interest.until is None

    def test_not_for_another(self, own):
        interest = AnInterest()

        answer = own.post(f"/interests/{interest.ref}/end", data=ENDED | {"rev": interest.rev})

        assert answer.status_code == 403
        assert interest.until is None


class TestConfirm:
    def test_nothing_has_changed(self, own, harriet):
        AnInterest(person=harriet)

        answer = own.post(f"/interests/person/{harriet.ref}/confirm", data={"nothing": "false"})

        assert (answer.status_code, answer.location) == (303, "/interests/mine")
        assert "You last confirmed your declarations on" in own.get("/interests/mine").text

    def test_nothing_to_declare(self, own, harriet):
        assert "I have nothing to declare – confirm" in own.get("/interests/mine").text

        own.post(f"/interests/person/{harriet.ref}/confirm", data={"nothing": "true"})

        assert "that you have nothing to declare" in own.get("/interests/mine").text

    def test_nothing_is_refused_where_there_is_something(self, own, harriet):
        AnInterest(person=harriet)

        answer = own.post(f"/interests/person/{harriet.ref}/confirm", data={"nothing": "true"})

        assert answer.status_code == 409
        assert "Nobody with interests on the register" in answer.text
        assert count(Confirmation) == 0

    def test_an_answer_is_needed(self, own, harriet):
        answer = own.post(f"/interests/person/{harriet.ref}/confirm", data={"nothing": ""})

        assert answer.status_code == 422
        assert "an answer is needed" in answer.text

    def test_by_the_office_of_an_earlier_day(self, api, harriet):
        answer = api.post(f"/interests/person/{harriet.ref}/confirm", json={"nothing": True, "on": "2026-05-03"})

        assert answer.status_code == 201
        assert db.session.scalar(select(Confirmation.on)) == date(2026, 5, 3)

    def test_a_member_confirms_today_alone(self, own, harriet):
        answer = own.post(f"/interests/person/{harriet.ref}/confirm", json={"nothing": True, "on": "2026-05-03"})

        assert answer.status_code == 409
        assert count(Confirmation) == 0

    def test_not_for_another(self, own):
        answer = own.post(f"/interests/person/{APerson().ref}/confirm", data={"nothing": "true"})

        assert answer.status_code == 403
        assert count(Confirmation) == 0


class TestInterestsDeclared:
    def test_is_on_the_page_of_a_person_for_whoever_may_read_it(self, app, client, own, harriet):
        AnInterest(person=harriet, description="Partner")
        AnInterest(person=harriet, **PRIVATE)

        def page(browser):
            return browser.get(f"/people/{harriet.ref}").text

        assert "Interests declared" in page(client)
        assert "A quiet holding" in page(client)
        assert "A quiet holding" in page(own)
        theirs = page(browser_of(app, "member"))
        assert "Partner" in theirs
        assert "quiet" not in theirs


class TestDue:
    def test_those_who_never_confirmed_or_not_for_a_year(self, client, harriet):
        never = AnAppointment(since=date(2020, 4, 1)).person
        AMember(person=harriet)
        AConfirmation(person=harriet, on=date(2025, 5, 3))
        AConfirmation(person=AnAppointment().person, on=date(2026, 5, 3))
        AnAppointment(until=date(2026, 1, 1))

        def due(on):
            return [line["ref"] for line in client.get(f"/interests/due.json?on={on}").json["items"]]

        assert due("2026-05-03") == [never.ref]
        assert due("2026-05-04") == [never.ref, harriet.ref]

    def test_is_told_at_home_to_the_secretary_together(self, app, client, harriet):
        for _ in range(5):
            AnAppointment()
        AMember(person=harriet)
        AConfirmation(person=harriet, on=date(2025, 5, 3))

        with app.test_request_context():
            g.account = ADA
            told = [duty.sentence for duty in hung.duties(date(2026, 5, 4)) if duty.href == "/interests/due"]

        assert sorted(told) == [
            "Interests never confirmed: Asha Patel, Asha Patel, Asha Patel and 2 others.",
            "Interests not confirmed for a year: Harriet Ashworth.",
        ]

    def test_is_for_the_office(self, own):
        assert own.get("/interests/due").status_code == 403


class TestSearch:
    def test_finds_public_interests_by_organisation_or_person(self, app, harriet):
        interest = AnInterest(person=harriet, organisation="Melton Pharmacy")
        AnInterest(organisation="Melton Surgery", **PRIVATE)

        [found] = found_by(browser_of(app, "director"), "melton")

        assert found["title"] == "Harriet Ashworth: Melton Pharmacy"
        assert found["href"] == f"/interests/{interest.ref}"
        assert len(found_by(browser_of(app, "director"), "ashworth")) == 1
