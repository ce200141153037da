from datetime import date, timedelta
from io import BytesIO

import pytest

from registry import clock, ledger
from registry.db import db
from registry.members.models import Member
from registry.openings.models import Opening
from tests.conftest import browser_of
from tests.factories import ABody, AMember, APerson, APractice, AShareClass
from tests.openings.company import there_is_the_company
from tests.openings.sitting import AS_AT, CONFIRMS, HIDDEN, bring_in, open_book, sent
from tests.papers import a_pdf

ACCOUNT = "folio,holder,entered,ceased,practice\n"
SHARES = "on,event,out of,into,class,shares,first\n"


def refused(client, what, text, **more):
    """The page that says what is wrong with a file, of which nothing has been recorded."""
    size = ledger.head().size
    page = client.post("/openings/load", data=sent(what, text, **more))
    assert page.status_code == 422
    assert ledger.head().size == size
    return page.text


def in_2008():
    """What each account held, in the order of their folios."""
    return [member.held(date(2008, 1, 1)) for member in db.session.query(Member).order_by(Member.folio)]


class TestLoad:
    def test_shows_what_it_would_bring_in_and_records_nothing(self, client):
        size = ledger.head().size
        answer = client.post("/openings/load", data=sent("people", "surname,forenames\nMarsh,J. K.\n"))

        page = client.get(answer.headers["Location"])

        assert "J. K. Marsh" in page.text
        assert "The forenames are not on file in full." in page.text
        assert ledger.head().size == size

    def test_tells_every_line_that_is_wrong_beside_the_file(self, client):
        page = refused(client, "people", "surname,born\n,1961-02-03\nMarsh,May 1961\nQuill,1961-02-30\n")

        assert "Line 2: Surname: an answer is needed." in page
        assert "Line 3: Born: Write the day itself" in page
        assert "Line 4: Born: Write the day itself" in page

    @pytest.mark.parametrize(
        ("what", "text", "sentence"),
        [
            ("people", "name\nMarsh\n", "Line 1: The heading “name” is not one of: Key, Title,"),
            ("people", "surname\n", "There are no lines below the headings."),
            ("people", "surname,title\nMarsh\n", "Line 2: This line has more or fewer cells than the headings."),
            ("decisions", "body,on,text\nBoard,soon,To meet\n", "Line 2: On: Write a day, such as 2009-05-12"),
            ("decisions", "body,on,text\nBoard,0209-05-12,To meet\n", "Line 2: On: Write a day between 1800 and 2200"),
            ("decisions", "body,on,text\nSenate,2009,To meet\n", "Line 2: Body: There is no body called “Senate”."),
            ("accounts", f"{ACCOUNT}1,Nobody,2009-05-12,,\n", "Holder: There is no person called “Nobody”."),
            ("shares", f"{SHARES}2009,allotment,,99,Ordinary,10,\n", "Into: There is no account of folio “99”."),
            ("shares", f"{SHARES}2009,gift,,1,Ordinary,10,\n", "Line 2: Event: Write one of: subscription,"),
            ("seats", "body,title,kind,since\nBoard,Chair,boss,2009\n", "Line 2: Kind: Write one of: director,"),
        ],
    )
    def test_says_what_is_wrong_with_a_line(self, client, what, text, sentence):
        there_is_the_company()

        assert sentence in refused(client, what, text)

    def test_of_many_mistakes_tells_twenty(self, client):
        page = refused(client, "people", "surname,born\n" + "Marsh,soon\n" * 25)

        assert page.count("Write the day itself") == 20 * 2  # in the summary, and beside the file
        assert "There are 5 more like these." in page

    def test_not_what_is_no_utf_8(self, client):
        file = BytesIO("surname\nLlŷn\n".encode("utf-16")), "people.csv"

        page = client.post("/openings/load", data={"what": "people", "source": "A book", "file": file})

        assert page.status_code == 422
        assert "not in UTF-8" in page.text

    def test_asks_for_the_source(self, client):
        assert "an answer is needed" in refused(client, "people", "surname\nMarsh\n", source="")

    def test_keeps_the_scan_beside_what_was_brought_in(self, client):
        scan = BytesIO(a_pdf()), "volume-1.pdf"

        page = bring_in(client, "people", "surname,forenames\nHolloway,Agnes\n", paper=scan)

        assert "volume-1.pdf" in client.get(page).text
        paper = client.get(f"{page}/paper")
        assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
        assert paper.data.startswith(b"%PDF-")

    def test_not_a_scan_that_is_none(self, client):
        page = refused(client, "people", "surname\nMarsh\n", paper=(BytesIO(b"scan"), "scan.pdf"))

        assert "“scan.pdf” is not a PDF." in page

    def test_from_a_program(self, api):
        preview = api.post("/openings/load", data=sent("people", "surname,forenames\nHolloway,Agnes\n"))
        chosen = {"what": "people", "source": "A book", "name": "people.csv"}
        sha256 = preview.headers["Location"].split("/")[-1].split("?")[0]

        answer = api.post(f"/openings/loads/{sha256}/confirm", json=chosen)

        assert (answer.status_code, len(answer.json["entries"])) == (201, 2)

    def test_is_the_secretarys_alone(self, app, visitor):
        assert browser_of(app, "auditor").get("/openings/load").status_code == 403
        assert browser_of(app, "director").get("/openings/register").status_code == 403
        assert browser_of(app, "auditor").get("/openings/register").status_code == 200
        assert visitor.get("/openings/register").status_code in (302, 303, 401)


class TestConfirm:
    def test_of_a_file_never_sent_is_not_found(self, client):
        answers = {"what": "people", "source": "A book", "name": "people.csv"}

        assert client.post(f"/openings/loads/{'0' * 64}/confirm", data=answers).status_code == 404
        assert client.get(f"/openings/loads/{'0' * 64}?what=people&source=A&name=a.csv").status_code == 404

    def test_a_second_time_is_refused(self, client):
        text = "surname,forenames\nHolloway,Agnes\n"
        bring_in(client, "people", text)

        page = client.post("/openings/load", data=sent("people", text))

        assert page.status_code == 409
        assert "a second time it would say everything twice" in page.text
        assert db.session.query(Opening).count() == 1

    def test_is_refused_in_words_where_the_registers_have_changed_since_it_was_looked_at(self, client):
        AShareClass()
        APerson(forenames="Agnes", surname="Holloway")
        answer = client.post("/openings/load", data=sent("accounts", f"{ACCOUNT}1,Agnes Holloway,2009-05-12,,\n"))
        AMember(folio=1)

        preview = client.get(answer.headers["Location"]).text
        page = client.post(CONFIRMS.search(preview)[1], data=dict(HIDDEN.findall(preview)))

        assert page.status_code == 422
        assert "there is an account of folio 1" in page.text
        assert db.session.query(Member).count() == 1


class TestNames:
    def test_two_practices_called_central_are_told_apart_by_their_codes(self, client):
        APerson(forenames="Agnes", surname="Holloway")
        for code in ("C82021", "C82071"):
            APractice(code=code, name="CENTRAL SURGERY")

        page = refused(client, "accounts", f"{ACCOUNT}1,Agnes Holloway,2009-05-12,,Central Surgery\n")
        bring_in(client, "accounts", f"{ACCOUNT}1,Agnes Holloway,2009-05-12,,C82071\n")

        assert "More than one practice is called “Central Surgery”: C82021 and C82071. Write the code." in page
        assert client.get("/nominees/register.json?on=2010-01-01").json["items"][0]["code"] == "C82071"

    def test_the_code_of_a_branch_is_not_a_practices(self, client):
        APerson(forenames="Agnes", surname="Holloway")
        APractice(code="C82021")

        page = refused(client, "accounts", f"{ACCOUNT}1,Agnes Holloway,2009-05-12,,C82021001\n")

        assert "There is no practice called “C82021001”." in page

    def test_two_of_one_name_are_told_apart_by_the_old_books_keys(self, client):
        bring_in(client, "people", "key,forenames,surname\nP1,Asha,Patel\nP2,Asha,Patel\n")

        page = refused(client, "accounts", f"{ACCOUNT}1,Asha Patel,2009-05-12,,\n")
        bring_in(client, "accounts", f"{ACCOUNT}1,P2,2009-05-12,,\n2,P1,2009-05-12,,\n")

        assert "More than one person is called “Asha Patel”" in page
        assert client.get("/members/register.json?on=2010-01-01").json["count"] == 2

    def test_two_bodies_of_one_name_by_their_kind(self, client):
        for kind in ("hub", "locality"):
            ABody(name="Harborough", kind=kind)
        heads = "body,title,kind,since\n"

        page = refused(client, "seats", f"{heads}Harborough,Lead,director,2018\n")
        bring_in(client, "seats", f"{heads}Harborough (hub),Lead,director,2018\n")

        assert "Write the code, or its name and kind." in page


class TestBalances:
    def test_that_do_not_add_up_are_refused(self, client):
        AShareClass(name="Ordinary")
        AMember(folio=1)

        page = client.post(
            "/openings/load", data=sent("balances", "folio,class,shares\n1,Ordinary,12\n", **AS_AT | {"issued": "13"})
        )

        assert page.status_code == 409
        assert "come to 12 shares, and the total that the old register states is 13" in page.text
        assert db.session.query(Opening).count() == 0

    @pytest.mark.parametrize(
        ("more", "sentence"),
        [({}, "say which"), ({k: v for k, v in AS_AT.items() if k != "issued"}, "write that figure")],
    )
    def test_need_their_day_and_their_total(self, client, more, sentence):
        AShareClass(name="Ordinary")
        AMember(folio=1)

        page = client.post("/openings/load", data=sent("balances", "folio,class,shares\n1,Ordinary,12\n", **more))

        assert (page.status_code, sentence in page.text) == (409, True)

    def test_of_one_folio_twice_are_refused(self, client):
        AShareClass(name="Ordinary")
        AMember(folio=1)
        lines = "folio,class,shares\n1,Ordinary,6\n1,Ordinary,6\n"

        page = client.post("/openings/load", data=sent("balances", lines, **AS_AT | {"issued": "12"}))

        assert (page.status_code, "Folio 1 has a balance" in page.text) == (409, True)


class TestShares:
    @pytest.fixture(autouse=True)
    def _two_accounts(self, app):
        there_is_the_company()
        open_book("people", "key,forenames,surname\nP1,Agnes,Holloway\nP2,Asha,Patel\n")
        open_book("accounts", f"{ACCOUNT}1,P1,2005-04-01,,\n2,P2,2006-05-01,2012-02-29,\n")

    @pytest.mark.parametrize(
        ("lines", "sentence"),
        [
            (
                "2005-04-01,subscription,,1,Ordinary,10,1\n2006-05-01,allotment,,2,Ordinary,10,8\n",
                "Line 3: A share’s number is never given to another, and of these the old register has given "
                "already: 8, 10.",
            ),
            (
                "2005-04-01,subscription,,1,Ordinary,10,1\n2007-05-01,transfer,1,2,Ordinary,11,\n",
                "Line 3: No more can go than is held that day and on every day since: 10.",
            ),
            (
                "2005-04-01,subscription,,1,Ordinary,10,1\n2007-05-01,transfer,1,2,Ordinary,2,11\n",
                "Line 3: Share number 11 is not among those",
            ),
            (
                "2005-03-31,subscription,,1,Ordinary,10,1\n",
                "Line 2: Membership runs from the day of entry, 1 April 2005",
            ),
            ("2012-03-01,allotment,,2,Ordinary,10,1\n", "Line 2: Folio 2 was closed on 29 February 2012"),
            ("2005-04-01,subscription,1,,Ordinary,10,1\n", "Line 2: A line of “subscription” names the accounts"),
            ("2126-04-01,subscription,,1,Ordinary,10,1\n", "Line 2: The register shows the shares that are held"),
        ],
    )
    def test_that_cannot_be_are_refused_line_by_line(self, client, lines, sentence):
        assert sentence in refused(client, "shares", SHARES + lines)

    def test_all_that_is_wrong_is_told_at_once(self, client):
        page = refused(
            client,
            "shares",
            f"{SHARES}2005-03-31,subscription,,1,Ordinary,10,1\n2012-03-01,allotment,,2,Ordinary,10,11\n",
        )

        assert "Line 2: " in page
        assert "Line 3: " in page

    def test_come_before_they_go_whatever_the_order_of_the_lines(self, client):
        lines = "2007-05-01,transfer,1,2,Ordinary,4,1\n2005-04-01,subscription,,1,Ordinary,10,1\n"

        bring_in(client, "shares", SHARES + lines)

        assert in_2008() == [6, 4]

    def test_a_death_and_a_transfer_on_one_day(self, client):
        lines = (
            "2005-04-01,subscription,,1,Ordinary,10,1\n2007-05-01,transfer,1,2,Ordinary,4,1\n"
            "2007-05-01,transmission,1,2,Ordinary,6,5\n"
        )

        bring_in(client, "shares", SHARES + lines)

        assert in_2008() == [
            0,
            10,
        ]
        assert "Folio 1: when it ceased, for it holds no shares" in client.get("/openings/reconciliation").text

    def test_what_is_left_on_a_closed_account_is_shown(self, client):
        bring_in(client, "shares", f"{SHARES}2006-05-01,allotment,,2,Ordinary,10,1\n")

        assert "Folio 2: what became of 10 shares" in client.get("/openings/reconciliation").text


def on_day(day, *names):
    """A day as the boxes of a form hold it."""
    boxes = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}-{box}": str(value) for name in names for box, value in boxes.items()}


class TestSign:
    def test_not_before_anything_was_brought_in(self, client):
        page = client.post("/openings/sign", data=on_day(clock.today(), "as_at", "on") | {"signed_by": "The chair"})

        assert (page.status_code, "nothing to reconcile" in page.text) == (409, True)

    def test_keeps_the_signed_sheet(self, client):
        bring_in(client, "people", "surname,forenames\nHolloway,Agnes\n")
        signed = {"signed_by": "The chair", "paper": (BytesIO(a_pdf()), "sheet.pdf")}

        client.post("/openings/sign", data=on_day(clock.today(), "as_at", "on") | signed)

        (sheet,) = client.get("/openings/reconciliation.json").json["signed"]
        assert (sheet["signed_by"], sheet["paper"]) == ("The chair", "sheet.pdf")
        assert client.get(sheet["href"]).data.startswith(b"%PDF-")

    def test_not_a_sheet_of_a_day_before_the_last_was_brought_in(self, client):
        bring_in(client, "people", "surname,forenames\nHolloway,Agnes\n")
        yesterday = clock.today() - timedelta(days=1)

        page = client.post("/openings/sign", data=on_day(yesterday, "as_at", "on") | {"signed_by": "The chair"})

        assert (page.status_code, "does not tell of it" in page.text) == (409, True)


class TestBooks:
    def test_tells_the_headings_of_each_in_the_order_in_which_they_are_brought_in(self, client):
        lines = client.get("/openings/books.json").json["items"]

        assert [line["book"] for line in lines][:3] == ["People", "Decisions", "Accounts of members, present and past"]
        assert lines[0]["heads"] == "Key,Title,Forenames,Surname,Born,Died"
        assert "Surname (needed)" in lines[0]["tells"]

    def test_a_file_under_those_very_headings_is_taken(self, client):
        heads = client.get("/openings/books.json").json["items"][0]["heads"]

        bring_in(client, "people", f"{heads}\nP1,Dr,Agnes,Holloway,,\n")


class TestSearch:
    def test_finds_an_old_book_by_where_it_was_copied_from(self, client):
        bring_in(client, "people", "surname,forenames\nHolloway,Agnes\n")

        assert "Old people, bound volume" in client.get("/home/search?q=bound+volume").text
