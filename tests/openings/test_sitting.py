"""A made-up company’s twenty years of paper, opened in one sitting."""

from datetime import date, timedelta

import pytest

from registry import clock, ledger
from registry.certificates import commands as certificates
from registry.db import db
from registry.decisions.models import Decision
from registry.ledger.models import Entry
from registry.ledger.queries import moment
from registry.members import commands as members
from registry.members.models import Member, ShareClass
from registry.members.standing import issued
from registry.openings.models import BALANCES
from registry.people.models import Person
from registry.seats.models import Seat
from registry.structure.models import Body
from registry.terms.models import Terms
from tests.factories import ADA, ADecision
from tests.openings.company import (
    BALANCES_AS_AT,
    BALANCES_COME_TO,
    HELD_IN_THE_END,
    OLD_BOOKS,
    there_is_the_company,
)
from tests.openings.sitting import AS_AT, bring_in, open_book
from tests.papers import text_of


@pytest.fixture
def opened(app):
    """Every old book, in its turn."""
    there_is_the_company()
    for what, text in OLD_BOOKS.items():
        balances = {"as_at": BALANCES_AS_AT, "issued": BALANCES_COME_TO} if what == BALANCES else {}
        open_book(what, text, **balances)


def member(folio):
    return db.session.query(Member).filter_by(folio=folio).one()


def decision(number):
    return db.session.query(Decision).filter_by(number=number).one()


class TestSitting:
    def test_brings_in_every_book_through_the_pages(self, client):
        there_is_the_company()

        for what, text in OLD_BOOKS.items():
            page = bring_in(client, what, text, **(AS_AT if what == BALANCES else {}))
            assert client.get(page).status_code == 200

        lines = client.get("/openings/register.json").json["items"]
        assert [line["lines"] for line in lines] == [10, 7, 10, 12, 11, 3, 4, 4, 3, 7]
        assert client.get("/openings/reconciliation").status_code == 200


class TestTwentyYears:
    def test_come_to_what_was_worked_out_by_hand(self, client, opened):
        ordinary = db.session.query(ShareClass).one()
        today = date(2026, 11, 26)

        held = {m.folio: m.held(today) for m in db.session.query(Member) if m.is_member(today)}

        assert held == HELD_IN_THE_END
        assert issued(ordinary, today) == sum(HELD_IN_THE_END.values()) == 67
        assert [issued(ordinary, day) for day in (date(2005, 3, 31), date(2005, 4, 1), date(2006, 5, 31))] == [
            0,
            40,
            60,
        ]
        assert [issued(ordinary, day) for day in (date(2012, 2, 28), date(2012, 2, 29))] == [70, 62]

    def test_are_brought_in_each_book_by_one_act_as_an_import(self, client, opened):
        entries = db.session.query(Entry).filter(Entry.op == "import").all()

        assert {entry.act for entry in entries} == {
            "openings.open_book", "people.bring_in", "decisions.bring_in", "members.bring_in", "nominees.bring_in",
            "members.bring_in_movement", "certificates.bring_in", "seats.bring_in", "seats.bring_in_appointment",
            "directors.bring_in", "terms.bring_in", "decisions.note_effect",
        }  # fmt: skip
        assert len({entry.first for entry in entries}) == len(OLD_BOOKS)
        assert ledger.verify() == []

    def test_keep_the_numbers_that_the_old_books_gave(self, client, opened):
        numbers = {c["number"] for c in client.get("/certificates/register.json").json["items"]}

        assert {"1", "10", "10 (2)", "11"} <= numbers and "7" not in numbers
        assert decision("M/09/2").text.startswith("To hold meetings")
        assert decision("M/09/2 (2)").text == "To adopt terms of reference"
        account = client.get(f"/members/{member(9).ref}.json").json
        assert account["holdings"] == [{"share_class": "Ordinary", "shares": 10, "numbers": "1–10", "paid": "10.00"}]

    def test_say_approximate_dates_as_such_wherever_they_are_told(self, client, opened):
        undated = decision("M unnumbered")

        assert (undated.on, undated.dates) == (date(2018, 3, 31), "undated, by 31 March 2018")
        for address in ("/decisions/register", f"/decisions/{undated.ref}"):
            assert "(“undated, by 31 March 2018”)" in client.get(address).text
        assert "(“undated, by 31 March 2018”)" in text_of(client.get("/decisions/register.pdf").data)
        assert "“May 2006”" in client.get(f"/members/{member(5).ref}").text
        assert "(“May 2006”)" in text_of(client.get(f"/members/{member(5).ref}.pdf").data)
        assert ",May 2006," in client.get("/members/register.csv?on=2006-05-31").text

    def test_say_who_the_directors_were_on_any_day(self, client, opened):
        def directors(day):
            items = client.get(f"/directors/register.json?on={day}").json["items"]
            return [line["name"].split()[-1] for line in items]

        assert directors("2005-03-31") == []
        assert directors("2010-06-30") == ["Holloway", "Quill"]
        assert directors("2010-07-01") == directors("2010-09-29") == ["Quill"]
        assert directors("2010-09-30") == ["Nkemelu", "Quill"]
        assert directors("2016-04-01") == ["Nkemelu", "Sandiford"]
        page = client.get("/directors/register?on=2016-04-01").text
        assert "(“September 2010”)" in page and "(“about 2010”)" in page

    def test_tell_the_registrar_nothing_of_directors_again(self, client, opened):
        assert "AP01" not in client.get("/").text and "TM01" not in client.get("/").text

    def test_lead_from_a_director_to_the_old_book(self, client, opened):
        [line] = [
            each
            for each in client.get("/directors/register.json?on=2009-01-01").json["items"]
            if "Holloway" in each["name"]
        ]
        page = client.get(f"/directors/{line['ref']}").text

        assert "From the old books" in page and "M/05/1" in page

    def test_say_authority_that_is_not_on_file_and_lead_to_that_which_is(self, client, opened):
        page = client.get(f"/members/{member(6).ref}").text

        assert "From the old books" in page
        assert "not on file" in page
        assert "M/06/2" in page
        entry = db.session.query(Entry).filter_by(ref=member(1).ref, act="members.bring_in_movement").first()
        assert db.session.get(Entry, entry.because).ref == decision("M/05/1").ref

    def test_lead_from_the_terms_to_the_decision_that_adopted_them(self, client, opened):
        terms = db.session.query(Terms).filter_by(version="2.0").one()

        page = client.get(f"/terms/{terms.ref}.json").json
        chain = client.get(f"/decisions/{decision('M/19/1').ref}.json").json

        assert page["adopted_by"] == "M/19/1"
        assert [effect["href"] for effect in chain["effects"]] == [f"/terms/{terms.ref}"]
        assert terms.supersedes_ref is None  # nothing was in force for 578 days

    def test_have_who_sat_and_who_was_never_replaced(self, client, opened):
        chair = db.session.query(Seat).filter_by(title="Chair").one()

        turns = client.get(f"/seats/{chair.ref}.json").json["succession"]

        assert [(turn["holder"], turn["since"]) for turn in turns] == [
            ("Dr Agnes Mary Holloway", "2005-04-01"),
            ("Vacant", "2010-07-01"),
            ("Dr Fergus Nkemelu", "2010-09-07"),
        ]

    def test_do_not_take_one_dr_patel_for_the_other(self, client, opened):
        two, eleven = (member(folio).holders[0].person_ref for folio in (2, 11))

        assert two != eleven
        assert {db.session.get(Person, ref).called for ref in (two, eleven)} == {"Dr Asha Patel"}

    def test_were_not_known_before_they_were_brought_in(self, client, opened):
        first = db.session.query(Entry).filter_by(act="members.bring_in").first()
        before = (moment(first.recorded) - timedelta(microseconds=1)).isoformat().replace("+00:00", "Z")

        assert client.get(f"/members/register.json?on=2010-01-01&known={before}").json["count"] == 0
        assert client.get("/members/register.json?on=2010-01-01").json["count"] == 7


class TestGoingOn:
    """Numbers without gaps begin after what was brought in."""

    def test_folios_and_share_numbers_and_certificates_go_on(self, client, opened):
        ordinary = db.session.query(ShareClass).one()
        new = members.admit(
            holders=[member(8).holders[0].person, member(9).holders[0].person],
            address="13 Sluice Road, Denver", entered=date(2026, 5, 1), by=ADA,
        )  # fmt: skip
        shares = members.issue(new, share_class=ordinary, shares=4, on=date(2026, 5, 1), paid=100, by=ADA)
        (certificate,) = certificates.issue(new, on=date(2026, 5, 2), by=ADA)

        assert new.folio == 13
        assert (shares.first, shares.last) == (81, 84)
        assert certificate.number == "12"

    def test_decisions_go_on_under_the_letters_that_they_had(self, client, opened):
        board = db.session.query(Body).one()

        assert ADecision(body=board, on=date(2019, 7, 2)).number == "M/19/2"
        assert ADecision(body=board, on=date(2026, 5, 14)).number == "M/26/1"


class TestSheet:
    @pytest.fixture
    def sheet(self, client, opened):
        return client.get("/openings/reconciliation.json").json

    def test_counts_what_was_brought_in(self, sheet):
        assert [(line["book"], line["lines"]) for line in sheet["openings"]] == [
            ("People", 10),
            ("Decisions", 7),
            ("Accounts of members, present and past", 10),
            ("Shares that came and went", 12),
            ("Share certificates", 11),
            ("Seats", 3),
            ("Who sat in them", 4),
            ("Directors, present and past", 4),
            ("Terms of reference, articles and agreements", 3),
            ("Balances that the old register closes with", 7),
        ]
        assert {line["register"]: line["count"] for line in sheet["totals"]} == {
            "Accounts of members": 7,
            "Accounts of former members": 3,
            "Ordinary shares in issue": 67,
            "Certificates that are live": 7,
            "Certificates that are void": 4,
            "Decisions": 7,
            "Seats that there are": 2,
            "Directors": 2,
            "Versions of terms": 3,
        }

    def test_shows_where_the_balances_differ_and_leaves_them_to(self, sheet):
        assert [(line["folio"], line["there"], line["here"], line["difference"]) for line in sheet["differences"]] == [
            (9, "9 shares", "10 shares", 1)
        ]

    def test_shows_every_gap(self, sheet):
        assert [line["what"] for line in sheet["missing"]] == [
            "Folio 7",
            "Folio 10",
            "Ordinary shares numbered 61 to 70",
            "Certificate 7",
            "Decision M/06/1",
            "Board: no version in force from 3 November 2017 to 3 June 2019, 578 days",
            "Chair, Board: nobody from 1 July 2010 to 6 September 2010, 68 days",
        ]
        assert len(sheet["uncited"]) == 9
        assert len(sheet["undated"]) == 14
        assert len(sheet["odd"]) == 20

    def test_is_printed_to_be_signed(self, client, opened):
        words = text_of(client.get("/openings/reconciliation.pdf").data)

        for told in ("Books brought in (10)", "Ordinary shares numbered 61 to 70", "Company secretary", "End of sheet"):
            assert told in words

    def test_is_owed_until_it_has_been_signed(self, client, opened):
        assert "print the sheet, and have it signed" in client.get("/home/duties").text

        today = clock.today()
        day = {box: str(getattr(today, box)) for box in ("day", "month", "year")}
        answers = {f"{name}-{box}": value for name in ("as_at", "on") for box, value in day.items()}
        refused = client.post("/openings/sign", data=answers | {"signed_by": "The chair"})
        done = client.post(
            "/openings/sign", data=answers | {"signed_by": "The chair", "differences": "A slip on the last page."}
        )

        assert (refused.status_code, done.status_code) == (409, 303)
        assert "say what was made of that" in refused.text
        assert "print the sheet" not in client.get("/home/duties").text
        assert "A slip on the last page." in client.get("/openings/reconciliation").text
