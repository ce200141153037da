from datetime import date
from io import BytesIO

import pikepdf
import pytest
from flask import g
from sqlalchemy import event

from registry.db import db
from registry.doors import hung
from registry.members import commands, queries
from registry.members.models import Member
from registry.nominees.models import Nomination
from tests.conftest import browser_of
from tests.factories import ADA, AHolding, AMember, APerson, APractice, AShareClass, given
from tests.members.acts import AUTUMN, SPRING, SUMMER, admit, at, correct, text_of, transfer


@pytest.fixture
def books(app):
    """Asha's shares passed to Ben on 1 July 2018, which was entered here only on 2 July."""
    with at(2017, 4, 1):
        ordinary = AShareClass(name="Ordinary")
        asha = AMember(person=APerson(title="Dr", forenames="Asha", surname="Patel"), folio=1)
        AHolding(5, member=asha, share_class=ordinary)
    with at(2018, 7, 2):
        ben = AMember(person=APerson(forenames="Ben", surname="Okoro"), folio=2, entered=date(2018, 7, 1))
        transfer(asha, ben, ordinary, 5, received=date(2018, 6, 20))
    return browser_of(app, "secretary")


BEFORE, AFTER = "on=2018-06-30", "on=2018-07-01"
UNKNOWN = "on=2018-07-01&known=2018-07-01"
KNOWN = "on=2018-07-01&known=2018-07-02"
FOUR_MOMENTS = pytest.mark.parametrize(
    ("asked", "holder", "other"),
    [
        (BEFORE, "Asha Patel", "Ben Okoro"),
        (AFTER, "Ben Okoro", "Asha Patel"),
        (UNKNOWN, "Asha Patel", "Ben Okoro"),
        (KNOWN, "Ben Okoro", "Asha Patel"),
    ],
)


class TestRegister:
    @FOUR_MOMENTS
    def test_on_a_page_as_at_a_day_and_as_known_then(self, books, asked, holder, other):
        page = books.get(f"/members/register?{asked}").text

        assert holder in page
        assert other not in page
        assert "1 member" in page
        assert "holding 5 shares with £5.00 paid" in page

    @FOUR_MOMENTS
    def test_in_json(self, books, asked, holder, other):
        told = books.get(f"/members/register.json?{asked}").json

        (line,) = told["items"]
        assert line["name"].endswith(holder)
        assert line["holdings"] == [{"share_class": "Ordinary", "shares": 5, "paid": "5.00"}]
        assert "movements" not in line
        assert told["shares"] == 5
        assert told["altered_to"] == ("2018-07-01" if holder == "Ben Okoro" else "2017-04-01")
        assert told["pending"] == 0

    @FOUR_MOMENTS
    def test_in_csv(self, books, asked, holder, other):
        heads, line = books.get(f"/members/register.csv?{asked}").text.splitlines()

        assert heads == "Member,Folio,Address,Date entered,Date in the source’s words,Shares,By class,Amount paid"
        assert holder in line
        assert line.endswith(",5,5 Ordinary,5.00")

    @FOUR_MOMENTS
    def test_on_paper(self, books, asked, holder, other):
        paper = books.get(f"/members/register.pdf?{asked}").data

        words = text_of(paper)
        assert holder in words
        assert "End of register" in words
        assert paper == books.get(f"/members/register.pdf?{asked}").data

    def test_on_paper_says_the_last_alteration_and_gives_each_account(self, books):
        words = text_of(books.get(f"/members/register.pdf?{AFTER}").data)

        assert "Altered to: 1 July 2018" in words
        assert "Further alterations waiting to be made: none" in words
        assert "Transfer from Dr" in words
        assert "Altered to: 1 April 2017" in text_of(books.get(f"/members/register.pdf?{BEFORE}").data)

    def test_on_paper_has_a_page_for_each_account_and_says_on_each_how_far_it_is_altered(self, books):
        paper = books.get(f"/members/register.pdf?{AFTER}").data

        with pikepdf.open(BytesIO(paper)) as pdf:
            assert len(pdf.pages) == 1 + 2
        assert text_of(paper).count("Altered to: 1 July 2018") == 1 + 3

    def test_on_paper_has_an_account_of_every_member_and_of_every_former_one(self, books):
        words = " ".join(text_of(books.get(f"/members/register.pdf?{AFTER}").data).split())

        members, former = words.split("Former members")
        assert "Ben Okoro, folio 2" in members
        assert "Transfer from Dr" in members
        assert "Dr Asha Patel, folio 1" in former
        assert "Date ceased 1 July 2018" in former
        assert "Former members" not in text_of(books.get(f"/members/register.pdf?{BEFORE}").data)

    def test_says_how_many_alterations_are_waiting(self, client, monkeypatch):
        monkeypatch.setattr("registry.members.pending.PENDING", [lambda on: 2 if on >= SUMMER else 0, lambda on: 1])
        AMember()

        assert "3 further alterations waiting to be made" in client.get("/members/register").text
        assert "1 further alteration waiting to be made" in client.get("/members/register?on=2018-06-30").text
        assert "waiting to be made: 3" in text_of(client.get("/members/register.pdf").data)

    def test_is_told_a_page_at_a_time(self, client):
        for surname in ("Young", "Adams", "Brown"):
            AMember(person=APerson(surname=surname))

        told = client.get("/members/register.json?page=2&size=2").json
        assert (told["count"], [line["name"] for line in told["items"]]) == (3, ["Asha Young"])
        assert len(client.get("/members/register.csv?page=2&size=2").text.splitlines()) == 4

    def test_is_sought_in_by_name_folio_and_address(self, client):
        AMember(person=APerson(surname="Young"), folio=31, address="2 LOW LANE")
        AMember(persons=[APerson(), APerson(forenames="Ben", surname="Okoro")], folio=7)

        for words, names in {
            "young": ["Asha Young"],
            "OKORO ben": ["Asha Patel and Ben Okoro"],
            "low": ["Asha Young"],
            "asha": ["Asha Patel and Ben Okoro", "Asha Young"],
            "nobody": [],
        }.items():
            assert [each["name"] for each in client.get(f"/members/register.json?q={words}").json["items"]] == names

    def test_tells_a_jointly_held_account_in_the_order_of_its_holders(self, client):
        AHolding(5, member=AMember(persons=[APerson(forenames="Zoe"), APerson()]), share_class=AShareClass(name="A"))

        (line,) = client.get("/members/register.json").json["items"]
        assert (line["holders"], line["classes"]) == (["Zoe Patel", "Asha Patel"], ["5 A"])

    def test_says_that_nothing_has_been_entered(self, client):
        assert "0 members" in client.get("/members/register").text
        assert "No members." in text_of(client.get("/members/register.pdf").data)

    def test_is_in_the_order_of_surnames(self, client):
        for surname in ("Young", "adams", "Brown"):
            AMember(person=APerson(surname=surname))

        names = [line["name"] for line in client.get("/members/register.json").json["items"]]

        assert names == ["Asha adams", "Asha Brown", "Asha Young"]

    @pytest.mark.parametrize("kind", ["", ".json", ".csv", ".pdf"])
    def test_never_says_for_whom_shares_are_held(self, client, kind):
        practice = APractice(code="C82001", name="THE MASHARANI PRACTICE")
        facts = {"member": AHolding(5).member, "practice": practice, "since": SPRING}
        given(lambda: db.session.add(Nomination(**facts)), by=ADA)

        told = client.get(f"/members/register{kind}").data
        words = text_of(told) if kind == ".pdf" else told.decode()

        assert "Asha Patel" in words
        assert "C82001" not in words
        assert "MASHARANI" not in words.upper()

    def test_is_for_those_signed_in(self, app, visitor):
        assert visitor.get("/members/register").status_code == 401
        assert browser_of(app, "member").get("/members/register").status_code == 200

    def test_asks_the_books_a_few_times_however_many_members(self, client):
        ordinary = AShareClass()
        for _ in range(6):
            AHolding(member=AMember(persons=[APerson(), APerson()]), share_class=ordinary)
        db.session.expunge_all()

        asked = []
        event.listen(db.engine, "before_cursor_execute", lambda *statement: asked.append(statement[2]))
        client.get("/members/register")

        assert len(asked) <= 12


class TestFormer:
    def test_lists_who_had_ceased_by_the_day(self, books):
        def ceased(day):
            return [
                (line["name"], line["ceased"]) for line in books.get(f"/members/former.json?on={day}").json["items"]
            ]

        assert ceased("2018-06-30") == []
        assert ceased("2018-07-01") == [("Dr Asha Patel", "2018-07-01")]
        assert "1 July 2018" in books.get("/members/former").text

    def test_no_longer_lists_who_has_been_removed(self, books):
        asha = db.session.query(Member).filter_by(folio=1).one()
        with at(2028, 7, 2):
            commands.remove(asha, reason="ten years", by=ADA)

        def listed(day):
            return [line["folio"] for line in books.get(f"/members/former.json?on={day}").json["items"]]

        assert listed("2028-07-01") == [1]
        assert listed("2028-07-02") == []


class TestMember:
    def test_shows_every_movement_and_the_balance_after_it(self, books):
        ref = db.session.query(Member).filter_by(folio=1).one().ref

        account = books.get(f"/members/{ref}.json").json
        page = books.get(f"/members/{ref}").text

        assert [(m["acquired"], m["disposed"], m["balance"]) for m in account["movements"]] == [
            (5, None, 5),
            (None, 5, 0),
        ]
        assert account["ceased"] == "2018-07-01"
        assert "Transfer to Ben Okoro, folio 2" in page
        assert "20 June 2018" in page

    def test_says_nothing_that_came_later(self, books):
        ref = db.session.query(Member).filter_by(folio=1).one().ref

        account = books.get(f"/members/{ref}.json?{BEFORE}").json

        assert (account["ceased"], account["shares"], len(account["movements"])) == (None, 5, 1)

    def test_comes_on_paper(self, books):
        ref = db.session.query(Member).filter_by(folio=1).one().ref

        words = text_of(books.get(f"/members/{ref}.pdf").data)

        assert "Register of members, folio 1" in words
        assert "1 July 2018" in words

    def test_counts_what_came_on_a_day_before_what_went(self, client):
        holding, ben = AHolding(5), AMember()
        for member, to in ((holding.member, ben), (ben, AMember())):
            transfer(member, to, holding.share_class, 5)

        movements = client.get(f"/members/{ben.ref}.json").json["movements"]

        assert [line["balance"] for line in movements] == [5, 0]

    def test_of_no_account_is_not_found(self, client):
        assert client.get("/members/NOBODY").status_code == 404

    def test_that_was_removed_is_no_longer_told(self, books):
        asha, ben = db.session.query(Member).order_by(Member.folio)
        with at(2028, 7, 2):
            commands.remove(asha, reason="ten years", by=ADA)

        gone = books.get(f"/members/{asha.ref}?on=2028-07-02")
        assert gone.status_code == 404
        assert "removed from the register on 2 July 2028 (Companies Act 2006, s.121)" in gone.text
        assert books.get(f"/members/{asha.ref}?on=2028-07-01").status_code == 200
        told = {day: books.get(f"/members/{ben.ref}.json?on=2028-07-0{day}").json["movements"] for day in (1, 2)}
        assert [line[0]["href"] for line in told.values()] == [f"/members/{asha.ref}", None]

    def test_tells_numbers_and_what_they_split_into(self, client):
        holding, ben = AHolding(10, share_class=AShareClass(numbered=True)), AMember()
        transfer(holding.member, ben, holding.share_class, 3, first=4, reference="T1")

        account = client.get(f"/members/{holding.member.ref}.json").json
        assert [line["numbers"] for line in account["movements"]] == ["1–10", "4–6"]
        assert [line["reference"] for line in account["movements"]] == ["", "T1"]
        assert [line["numbers"] for line in account["holdings"]] == ["1–3, 7–10"]
        assert "1–3, 7–10" in text_of(client.get(f"/members/{holding.member.ref}.pdf").data)

    def test_tells_what_the_register_said_before_with_both_dates(self, client):
        member = AMember()
        with at(2018, 7, 9):
            commands.readdress(member, address="2 LOW LANE", changed=SUMMER, by=ADA)

        (note,) = client.get(f"/members/{member.ref}.json").json["notes"]
        assert (note["note"], note["changed"], note["entered"]) == (
            "Address changed; it was 1 HIGH STREET, WIGSTON, LE18 2EW",
            "2018-07-01",
            "2018-07-09",
        )
        for told in (client.get(f"/members/{member.ref}").text, text_of(client.get(f"/members/{member.ref}.pdf").data)):
            assert "What the register said before" in told
        assert client.get(f"/members/{member.ref}.json?on=2018-06-30").json["address"].startswith("1 HIGH STREET")

    def test_tells_what_was_put_right_and_by_what_authority(self, client):
        holding = AHolding(5, share_class=AShareClass(name="A"), on=SUMMER)
        correct(holding.member, holding, on=SPRING)

        (note,) = client.get(f"/members/{holding.member.ref}.json").json["notes"]
        assert note["authority"] == "consent"
        assert note["note"].endswith("had said: Allotment of 5 A shares on 1 July 2018, £1.00 paid on each")

    def test_offers_what_changed_apart_from_what_was_wrong(self, client):
        holding = AHolding(5, member=AMember(persons=[APerson(), APerson(forenames="Ben")]))

        page = client.get(f"/members/{holding.member.ref}").text

        changed, wrong = page.index("It changed"), page.index("It was wrong")
        assert changed < page.index("Address changed") < page.index("Joint holder died") < wrong
        assert wrong < page.index("Address was wrong") < page.index("Date of entry was wrong")
        assert "Remove the entry" not in page
        assert f"correct-movement?movement={holding.ref}" in page

    def test_offers_each_act_only_while_it_can_be_done(self, app, books):
        asha, ben = db.session.query(Member).order_by(Member.folio)

        sole, former = books.get(f"/members/{ben.ref}").text, books.get(f"/members/{asha.ref}").text
        assert "Address changed" in sole
        assert "Joint holder died" not in sole
        assert "Address changed" not in former
        assert "Remove the entry" not in former
        with at(2028, 7, 2):
            assert "Remove the entry" in browser_of(app, "secretary").get(f"/members/{asha.ref}").text

    def test_offers_nothing_to_those_who_may_only_read(self, app):
        holding = AHolding(5)

        page = browser_of(app, "director").get(f"/members/{holding.member.ref}").text

        assert "It was wrong" not in page
        assert "One of these entries was wrong" not in page

    def test_who_returned_has_two_accounts(self, client):
        asha = APerson()
        holding = AHolding(5, member=admit(asha))
        transfer(holding.member, AMember(person=APerson(surname="Young")), holding.share_class, 5)
        admit(asha, entered=AUTUMN)

        register = client.get("/members/register.json?on=2019-10-01").json["items"]
        former = client.get("/members/former.json?on=2019-10-01").json["items"]
        assert [line["name"] for line in register] == ["Asha Patel", "Asha Young"]
        assert [(line["name"], line["ceased"]) for line in former] == [("Asha Patel", "2018-07-01")]


class TestClasses:
    def test_say_what_is_issued_on_a_day(self, client):
        AHolding(12, share_class=AShareClass(name="Ordinary"), on=date(2018, 7, 1))

        def issued(day):
            (line,) = client.get(f"/members/classes.json?on={day}").json["items"]
            return line["issued"], line["capital"]

        assert issued("2018-06-30") == (0, "0.00")
        assert issued("2018-07-01") == (12, "12.00")
        assert "£12.00" in client.get("/members/classes").text


class TestSharesHeld:
    def test_stand_on_the_persons_page(self, client):
        asha = APerson()
        AHolding(5, member=AMember(person=asha, folio=31), share_class=AShareClass(name="Ordinary"))

        assert "5 Ordinary" in client.get(f"/people/{asha.ref}").text
        assert "Is not a member of the company." in client.get(f"/people/{asha.ref}?on=2017-03-31").text


class TestSearch:
    def test_finds_members_by_any_holders_name(self, app):
        AMember(persons=[APerson(surname="Patel"), APerson(forenames="Ben", surname="Okoro")], folio=31)

        with app.test_request_context():
            g.account = ADA
            found = [each.text for each in hung.search("okoro ben", date(2020, 1, 1)) if each.kind == "Member"]

        assert found == ["Asha Patel and Ben Okoro, folio 31"]


class TestVolumes:
    """A register of very many accounts is printed in volumes, each a page of the list."""

    def test_say_which_accounts_they_hold_of_how_many(self, client, monkeypatch):
        monkeypatch.setattr(queries, "MOST_IN_ONE_VOLUME", 2)
        for surname in ("Adams", "Brown", "Young"):
            AMember(person=APerson(surname=surname))

        first, second = (text_of(client.get(f"/members/register.pdf?size=2&page={page}").data) for page in (1, 2))

        assert "Volume 1 of 2: accounts 1 to 2 of 3." in first
        assert "Volume 2 of 2: accounts 3 to 3 of 3." in second
        assert "Brown" in first
        assert "Brown" not in second
        assert "End of register" not in second


class TestHoldings:
    def test_are_told_of_each_day_since_on_which_shares_came_or_went(self, client):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))

        def told(day):
            lines = client.get(f"/members/{holding.member.ref}/resting.json?on={day}").json["items"]
            return [line["text"] for line in lines if line["kind"] == "Holding"]

        assert told("2017-04-01") == ["5 Ordinary from 1 April 2017: Allotment"]
        assert told("2017-04-02") == []
