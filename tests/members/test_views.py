import subprocess
from datetime import UTC, date, datetime

import pytest
from flask import g
from sqlalchemy import event

from registry import clock
from registry.db import db
from registry.doors import hung
from registry.members import commands, queries, standing
from registry.members.models import Member
from tests.conftest import browser_of
from tests.factories import ADA, AHolding, AMember, APerson, APractice, AShareClass

ADDRESS = "1 HIGH STREET\nWIGSTON"
ENTERED = {"entered-day": "1", "entered-month": "4", "entered-year": "2017"}


def on(day, month, year, name="on"):
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}


def text_of(pdf):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def at(year, month, day):
    return clock.telling(datetime(year, month, day, 12, tzinfo=UTC))


@pytest.fixture
def books(app):
    """Asha's shares passed to Ben on 1 July 2018, which was entered here only on 2 July."""
    with at(2017, 4, 1):
        ordinary = AShareClass(name="Ordinary")
        asha = AMember(person=APerson(title="Dr", forenames="Asha", surname="Patel"), folio=1)
        AHolding(5, member=asha, share_class=ordinary)
    with at(2018, 7, 2):
        ben = AMember(person=APerson(forenames="Ben", surname="Okoro"), folio=2, entered=date(2018, 7, 1))
        moved = {"on": date(2018, 7, 1), "instrument_received": date(2018, 6, 20)}
        commands.transfer(asha, to=ben, share_class=ordinary, shares=5, **moved, by=ADA)
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
        assert told["shares"] == 5
        assert told["altered_to"] == line["movements"][-1]["on"]

    @FOUR_MOMENTS
    def test_in_csv(self, books, asked, holder, other):
        heads, line = books.get(f"/members/register.csv?{asked}").text.splitlines()

        assert heads == "Member,Folio,Address,Date entered,Shares,By class,Amount paid"
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
        assert "Transfer from Dr Asha Patel" in " ".join(words.split())
        assert "Altered to: 1 April 2017" in text_of(books.get(f"/members/register.pdf?{BEFORE}").data)

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
        commands.admit(holders=[APerson()], address=ADDRESS, entered=date(2017, 4, 1), practice=practice, by=ADA)

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
            asked = {"share_class": holding.share_class, "shares": 5, "on": date(2018, 7, 1)}
            commands.transfer(member, to=to, **asked, instrument_received=date(2018, 7, 1), by=ADA)

        movements = client.get(f"/members/{ben.ref}.json").json["movements"]

        assert [line["balance"] for line in movements] == [5, 0]

    def test_of_no_account_is_not_found(self, client):
        assert client.get("/members/NOBODY").status_code == 404


class TestNominees:
    def test_say_who_holds_for_which_practice_on_a_day(self, client):
        practice = APractice(code="C82001", name="KIBWORTH")
        commands.admit(holders=[APerson()], address=ADDRESS, entered=date(2017, 4, 1), practice=practice, by=ADA)

        def schedule(day):
            lines = client.get(f"/members/nominees.json?on={day}").json["items"]
            return [(line["practice"], line["code"], line["name"]) for line in lines]

        assert schedule("2017-03-31") == []
        assert schedule("2017-04-01") == [("KIBWORTH", "C82001", "Asha Patel")]
        assert "KIBWORTH" in client.get("/members/nominees").text
        assert "KIBWORTH" in text_of(client.get("/members/nominees.pdf").data)


class TestClasses:
    def test_say_what_is_issued_on_a_day(self, client):
        AHolding(12, share_class=AShareClass(name="Ordinary"), on=date(2018, 7, 1))

        def issued(day):
            (line,) = client.get(f"/members/classes.json?on={day}").json["items"]
            return line["issued"], line["capital"]

        assert issued("2018-06-30") == (0, "0.00")
        assert issued("2018-07-01") == (12, "12.00")
        assert "£12.00" in client.get("/members/classes").text


class TestCreateClass:
    ASKED = {"name": "Ordinary", "nominal": "1.00", "votes_per_share": "1"}

    def test_from_a_page(self, client):
        answer = client.post("/members/create-class", data=self.ASKED)

        assert (answer.status_code, answer.location) == (303, "/members/classes")
        assert standing.class_named("Ordinary").nominal == 100

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"name": ""}, "Name: an answer is needed."),
            ({"name": "x" * 1_001}, "at most 1000 letters"),
            ({"nominal": ""}, "Nominal value of a share: an answer is needed."),
            ({"nominal": "a pound"}, "Write an amount in pounds, such as 12 or 12.50."),
            ({"nominal": "9" * 5_000}, "Write an amount in pounds, such as 12 or 12.50."),
            ({"votes_per_share": "one"}, "Write a whole number."),
            ({"votes_per_share": "-1"}, "Write a number of votes, from 0 to 1000."),
            ({"colour": "red"}, "This form does not ask for that."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        answer = client.post("/members/create-class", data=self.ASKED | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert standing.only_class() is None

    def test_a_name_that_is_taken_is_refused_beside_it(self, client):
        AShareClass(name="Ordinary")

        answer = client.post("/members/create-class", data=self.ASKED)

        assert answer.status_code == 409
        assert answer.text.count("this one is taken") == 3
        assert "Companies Act 2006, s.113(3)" in answer.text


class TestAdmit:
    def test_from_a_page_with_joint_holders_in_order(self, client):
        zoe, asha = APerson(forenames="Zoe"), APerson(forenames="Asha")
        holders = {"holders-0-person": zoe.ref, "holders-1-person": asha.ref, "holders-2-person": ""}

        answer = client.post("/members/admit", data={"address": ADDRESS} | holders | ENTERED)

        assert answer.status_code == 303
        assert client.get(f"{answer.location}.json").json["holders"] == ["Zoe Patel", "Asha Patel"]

    def test_from_json_by_refs_with_the_practice_by_its_code(self, api):
        APractice(code="C82001")
        asked = {"holders": [APerson().ref], "address": ADDRESS, "entered": "2017-04-01", "practice": "C82001"}

        answer = api.post("/members/admit", json=asked)

        assert answer.status_code == 201
        assert len(answer.json["entries"]) == 2
        assert [line["code"] for line in queries.nominees_on(date(2017, 4, 1))] == ["C82001"]

    def test_from_csv_all_lines_in_one_act(self, api):
        asha, ben, zoe = APerson(), APerson(), APerson()
        lines = f"holders,address,entered\n{asha.ref},WIGSTON,2017-04-01\n{ben.ref}; {zoe.ref},OADBY,2017-04-02\n"

        answer = api.post("/members/admit", data=lines, content_type="text/csv")

        assert answer.status_code == 201
        assert [len(member.holders) for member in queries.accounts_by(date(2017, 4, 2))] in ([1, 2], [2, 1])

    def test_from_csv_one_bad_line_and_nobody_is_admitted(self, api):
        lines = f"holders,address,entered\n{APerson().ref},WIGSTON,2017-04-01\nNOBODY,OADBY,1 April\n"

        answer = api.post("/members/admit", data=lines, content_type="text/csv")

        assert answer.status_code == 422
        assert "There is no person “NOBODY”." in str(answer.json["errors"]["3"])
        assert queries.accounts_by(clock.today()) == []

    def test_begins_with_today(self, client):
        assert f'value="{clock.today().year}"' in client.get("/members/admit").text

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"holders-0-person": ""}, "Holders: an answer is needed."),
            ({"holders-0-person": "NOBODY"}, "There is no person “NOBODY”."),
            ({"address": " "}, "Service address: an answer is needed."),
            ({"entered-month": "13"}, "Write a real date, such as 31 3 2026."),
            ({"practice": "X99999"}, "There is no practice “X99999”."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        asked = {"holders-0-person": APerson().ref, "address": "WIGSTON WEST"} | ENTERED

        answer = client.post("/members/admit", data=asked | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert 'value="2017"' in answer.text
        assert queries.accounts_by(clock.today()) == []

    def test_five_holders_are_too_many(self, api):
        asked = {"holders": [APerson().ref for _ in range(5)], "address": ADDRESS, "entered": "2017-04-01"}

        answer = api.post("/members/admit", json=asked)

        assert answer.status_code == 422
        assert answer.json["errors"]["holders"] == ["Name one holder, or up to 4 who hold jointly."]

    @pytest.mark.parametrize("holders", [5, "", [], {}, [5], [None], [{"person": 5}], [{"name": "Asha"}]])
    def test_holders_that_are_none_are_refused(self, api, holders):
        answer = api.post("/members/admit", json={"holders": holders, "address": ADDRESS, "entered": "2017-04-01"})

        assert answer.status_code == 422
        assert "holders" in answer.json["errors"]

    def test_the_same_member_again_is_refused_beside_the_holders(self, client):
        asha = APerson()
        AMember(person=asha, folio=7)

        answer = client.post("/members/admit", data={"holders-0-person": asha.ref, "address": "WIGSTON WEST"} | ENTERED)

        assert answer.status_code == 409
        assert "folio 7" in answer.text
        assert "WIGSTON WEST" in answer.text

    def test_is_not_for_directors(self, app):
        assert browser_of(app, "director").get("/members/admit").status_code == 403


class TestAllot:
    def asked(self, **more):
        return {"share_class": self.ordinary.ref, "shares": "12", "paid": "1", "rev": "1"} | on(1, 7, 2018) | more

    @pytest.fixture(autouse=True)
    def _a_class(self, app):
        self.ordinary, self.member = AShareClass(name="Ordinary"), AMember()
        self.door = f"/members/{self.member.ref}/allot"

    def test_from_a_page(self, client):
        answer = client.post(self.door, data=self.asked())

        assert (answer.status_code, answer.location) == (303, f"/members/{self.member.ref}")
        assert self.member.held(date(2018, 7, 1)) == 12

    def test_from_json(self, api):
        asked = {"share_class": "Ordinary", "shares": 12, "paid": "1.00", "on": "2018-07-01"}

        answer = api.post(self.door, json=asked, headers={"If-Match": "1"})

        assert answer.status_code == 201
        assert len(answer.json["entries"]) == 1

    def test_begins_with_the_only_class_at_par(self, client):
        page = client.get(self.door).text

        assert 'value="1.00"' in page
        assert f'value="{self.ordinary.ref}" selected' in page or f'value="{self.ordinary.ref}" checked' in page

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"share_class": "Preference"}, "There is no share class “Preference”."),
            ({"shares": ""}, "Number of shares: an answer is needed."),
            ({"shares": "ten"}, "Write a whole number."),
            ({"shares": "1.5"}, "Write a whole number."),
            ({"shares": "0"}, "Write a number of shares, from 1 to 1000000000."),
            ({"shares": "1000000001"}, "Write a number of shares, from 1 to 1000000000."),
            ({"paid": "1.234"}, "Write an amount in pounds, such as 12 or 12.50."),
            (on(31, 6, 2018), "Write a real date, such as 31 3 2026."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        answer = client.post(self.door, data=self.asked() | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert self.member.movements == []

    def test_a_day_before_entry_is_refused_beside_it(self, client):
        answer = client.post(self.door, data=self.asked() | on(31, 3, 2017))

        assert answer.status_code == 409
        assert "Membership runs from the day of entry, 1 April 2017" in answer.text
        assert 'value="12"' in answer.text
        assert self.member.movements == []

    def test_of_an_account_changed_since_is_refused(self, client):
        assert client.post(self.door, data=self.asked(rev="0")).status_code == 412
        assert client.post(self.door, data=self.asked(rev="")).status_code == 428
        assert self.member.movements == []


class TestTransfer:
    @pytest.fixture(autouse=True)
    def _two_members(self, app):
        holding = AHolding(5, share_class=AShareClass(name="Ordinary"))
        self.asha, self.ben, self.ordinary = holding.member, AMember(), holding.share_class
        self.door = f"/members/{self.asha.ref}/transfer"

    def asked(self, **more):
        dates = on(1, 7, 2018) | on(20, 6, 2018, name="instrument_received")
        asked = {"to": self.ben.ref, "share_class": self.ordinary.ref, "shares": "5", "rev": str(self.asha.rev)}
        return asked | dates | more

    def test_from_a_page(self, client):
        answer = client.post(self.door, data=self.asked())

        assert answer.status_code == 303
        assert (self.asha.ceased, self.ben.held(date(2018, 7, 1))) == (date(2018, 7, 1), 5)

    def test_from_json_is_one_act_on_both_accounts(self, api):
        dates = {"on": "2018-07-01", "instrument_received": "2018-06-20"}
        asked = {"to": self.ben.ref, "share_class": "Ordinary", "shares": 2} | dates

        answer = api.post(self.door, json=asked, headers={"If-Match": str(self.asha.rev)})

        assert answer.status_code == 201
        assert set(answer.json["refs"]) == {self.asha.ref, self.ben.ref}
        assert self.asha.held(date(2018, 7, 1)) == 3

    def test_begins_with_the_whole_holding(self, client):
        assert 'value="5"' in client.get(self.door).text

    def test_of_two_classes_offers_neither(self, client):
        AHolding(3, member=self.asha)

        page = client.get(self.door).text

        assert 'value="5"' not in page
        assert 'name="shares" type="text" value=' not in page

    def test_of_more_than_is_held_is_refused_beside_it(self, client):
        answer = client.post(self.door, data=self.asked(shares="6"))

        assert answer.status_code == 409
        assert "No more can be transferred than is held that day and on every day since: 5." in answer.text
        assert 'value="6"' in answer.text
        assert self.asha.held(date(2018, 7, 1)) == 5

    def test_entered_before_the_instrument_came_is_refused(self, api):
        dates = {"on": "2018-07-01", "instrument_received": "2018-07-02"}
        asked = {"to": self.ben.ref, "share_class": "Ordinary", "shares": 5} | dates

        answer = api.post(self.door, json=asked, headers={"If-Match": str(self.asha.rev)})

        assert (answer.status_code, answer.json["authority"]) == (409, "Companies Act 2006, s.770(1)")

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"to": "NOBODY"}, "There is no member “NOBODY”."),
            ({"to": ""}, "To: an answer is needed."),
            ({"shares": "-5"}, "Write a number of shares, from 1 to 1000000000."),
            (on("", "", "", name="instrument_received"), "Instrument of transfer received: an answer is needed."),
        ],
    )
    def test_an_answer_that_makes_no_sense_is_sent_back(self, client, wrong, sentence):
        answer = client.post(self.door, data=self.asked() | wrong)

        assert answer.status_code == 422
        assert sentence in answer.text
        assert self.asha.ceased is None

    def test_of_an_account_changed_since_is_refused(self, client):
        assert client.post(self.door, data=self.asked(rev="1")).status_code == 412
        assert client.post(self.door, data=self.asked(rev="")).status_code == 428
        assert self.asha.ceased is None


class TestSharesHeld:
    def test_stand_on_the_persons_page(self, client):
        asha = APerson()
        AHolding(5, member=AMember(person=asha, folio=31), share_class=AShareClass(name="Ordinary"))

        assert "5 Ordinary" in client.get(f"/people/{asha.ref}").text
        assert "Is not a member of the company." in client.get(f"/people/{asha.ref}?on=2017-03-31").text


class TestSharesHeldForIt:
    def test_stand_on_the_practices_page(self, client):
        practice, asha = APractice(code="C82001"), APerson()
        admitted = {"address": ADDRESS, "entered": date(2017, 4, 1), "practice": practice}
        AHolding(5, member=commands.admit(holders=[asha], **admitted, by=ADA), share_class=AShareClass(name="Ordinary"))

        assert "5 Ordinary" in client.get("/practices/C82001").text
        assert "Nobody holds shares for it." in client.get("/practices/C82001?on=2017-03-31").text


class TestSearch:
    def test_finds_members_by_any_holders_name(self, app):
        AMember(persons=[APerson(surname="Patel"), APerson(forenames="Ben", surname="Okoro")], folio=31)

        with app.test_request_context():
            g.account = ADA
            found = [each.text for each in hung.search("okoro ben", date(2020, 1, 1)) if each.kind == "Member"]

        assert found == ["Asha Patel and Ben Okoro, folio 31"]
