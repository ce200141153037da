"""What the old books say, and how it is read: the mess that real files are in, and what is made of it."""

from datetime import date
from io import BytesIO

import pytest

from registry import create_app, files
from registry.cli.loading import importing
from registry.db import db
from registry.decisions.models import Decision
from registry.ledger.models import Entry
from registry.members.models import Member
from registry.openings import commands
from registry.openings.commands import Unopened
from registry.openings.differences import differences_on
from registry.openings.models import Opening
from registry.openings.sent import lines_in
from registry.people.models import Person
from registry.seats.models import Seat
from registry.terms.models import Terms
from tests.books import SETTINGS
from tests.breaches import refused
from tests.factories import ABody, ADecision, AMember, APerson, AShareClass
from tests.openings.sitting import bring_in, open_book

TODAY = date.today  # noqa: DTZ011


def remarks(opening):
    return [entry.remarks.splitlines() for entry in sorted(opening.entries, key=lambda entry: entry.place)]


def refused_lines(what, text, **more):
    with pytest.raises(Unopened) as unopened:
        open_book(what, text, **more)
    db.session.rollback()
    return [(place, breach.sentence) for place, breach in unopened.value.problems]


class TestFiles:
    def test_a_browser_that_sends_no_scan_sends_an_empty_one(self, client):
        page = bring_in(client, "people", "surname,forenames\nHolloway,Agnes\n", paper=(BytesIO(b""), ""))

        assert client.get(f"{page}.json").json["paper"] is None

    def test_are_given_back_as_they_came(self, client):
        text = "surname,forenames\nHolloway,Agnes\n"

        file = client.get(bring_in(client, "people", text) + "/file")

        assert (file.data.decode(), file.mimetype) == (text, "text/csv")
        assert "attachment" in file.headers["Content-Disposition"]

    @pytest.mark.parametrize(
        "text",
        [
            "\ufeffKEY,Surname\nP1,Holloway\n",
            "Key;Surname\r\nP1;Holloway\r\n",
            " key , surname \nP1, Holloway \n\n,\n,,\n",
            "key,surname,,\nP1,Holloway,,\n",
        ],
    )
    def test_are_read_as_spreadsheets_write_them(self, app, text):
        opening = open_book("people", text)

        assert [(entry.original, entry.words) for entry in opening.entries] == [("P1", "Holloway")]

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("surname,forenames,surname\nA,B,C\n", "Two columns have the heading “surname”"),
            ('surname,forenames\n"Lost,A\nThese,B\nThree,C\n', "a quotation mark may be missing"),
            ("surname,,forenames\nA,x,B\n", "more or fewer cells"),
        ],
    )
    def test_that_would_lose_something_are_refused(self, client, text, sentence):
        answer = client.post(
            "/openings/load",
            data={"what": "people", "source": "A book", "file": (BytesIO(text.encode()), "people.csv")},
        )

        assert (answer.status_code, sentence in answer.text) == (422, True)

    def test_of_more_lines_than_can_be_looked_at_are_refused(self, app):
        lines = lines_in("people", ("surname\n" + "Marsh\n" * (commands.MOST_LINES + 1)).encode())

        with refused("file", "2001 lines"):
            commands.open_book(
                lines, what="people", source="A", name="a.csv", sha256="0", by=AMember.create().holders[0]
            )

    def test_are_shown_on_the_preview_whatever_moment_is_asked_for(self, client):
        data = {"what": "people", "source": "A book", "file": (BytesIO(b"surname\nMarsh\n"), "people.csv")}
        preview = client.post("/openings/load", data=data).headers["Location"]

        assert client.get(f"{preview}&known=2020-01-01T00:00Z").status_code == 200
        assert client.get(preview.replace("found=", "lost=")).status_code == 404

    def test_that_say_what_another_said_are_remarked_on(self, app):
        open_book("people", "forenames,surname\nAgnes,Holloway\n")

        again = open_book("people", "surname,forenames\nHolloway,Agnes\nQuill,Brendan\n")

        assert remarks(again) == [["Another book says the very same: Old people, bound volume, line 2."], []]


class TestPeople:
    def test_each_key_is_one_persons(self, app):
        assert refused_lines("people", "key,surname\nP1,A\nP1,B\n") == [
            (3, "A key names one person in all the old books, and P1 names another already.")
        ]
        open_book("people", "key,surname\nP1,A\n")
        assert [place for place, _ in refused_lines("people", "key,surname\nP2,B\nP1,C\n")] == [3]

    @pytest.mark.parametrize(
        "words", ["Dr Ravi Van der Berg", "dr. ravi  van der berg", "Ravi Van der Berg", "Dr\u00a0Ravi Van der Berg"]
    )
    def test_are_found_however_their_names_are_written(self, app, words):
        APerson(title="Dr", forenames="Ravi", surname="Van der Berg")

        opening = open_book("accounts", f"folio,holder,entered\n1,{words},2009-05-12\n")

        assert opening.entries[0].words == "Folio 1, Dr Ravi Van der Berg, entered 12 May 2009"

    def test_with_accents_are_found(self, app):
        APerson(forenames="Siôn", surname="ÓBriain")

        assert len(open_book("accounts", "folio,holder,entered\n1,Siôn ÓBriain,2009\n").entries) == 1


class TestAuthority:
    @pytest.fixture
    def board(self, app):
        return ABody(name="Board", kind="board", since=date(2001, 1, 1))

    @pytest.fixture
    def two_numbered_one(self, board):
        ABody(name="General meeting", kind="general meeting", since=date(2001, 1, 1))
        open_book(
            "decisions", "number,body,on,text\n1,Board,2009-05-12,To meet\n1,General meeting,2009-06-12,To appoint\n"
        )

    SEAT = "body,title,kind,since,authority\nBoard,Chair,chair,2010-01-01,{authority}\n"

    def test_that_two_bodies_number_alike_is_asked_for_again(self, two_numbered_one):
        ((place, sentence),) = refused_lines("seats", self.SEAT.format(authority="1"))

        assert place == 2
        assert "1, of Board; 1 (2), of General meeting" in sentence

    @pytest.mark.parametrize(
        ("words", "text"),
        [
            ("1 (Board)", "To meet"),
            ("1 (1)", "To meet"),
            ("1 (general meeting)", "To appoint"),
            ("1 (2)", "To appoint"),
        ],
    )
    def test_is_found_by_body_or_by_turn(self, two_numbered_one, words, text):
        (entry,) = open_book("seats", self.SEAT.format(authority=words)).entries

        assert entry.decision.text == text
        seat = db.session.query(Entry).filter_by(kind="seat").one()
        assert db.session.get(Entry, seat.because).ref == entry.decision_ref

    def test_in_words_stays_in_words_and_is_shown_as_that(self, client, board):
        (entry,) = open_book("seats", self.SEAT.format(authority="Minute of 1 May 2009")).entries

        assert (entry.authority, entry.decision_ref) == ("Minute of 1 May 2009", None)
        assert [line["authority"] for line in client.get("/openings/reconciliation.json").json["in_words"]] == [
            "Minute of 1 May 2009"
        ]

    def test_later_than_what_it_is_for_is_remarked_on(self, board):
        open_book("decisions", "number,body,on,text\nM1,Board,2010-01-02,To appoint\n")

        opening = open_book("seats", self.SEAT.format(authority="M1"))

        assert remarks(opening) == [["The decision that it cites was taken later, on 2 January 2010."]]

    def test_leads_from_the_decision_to_what_was_done_by_it(self, client, board):
        open_book("decisions", "number,body,on,text\nM1,Board,2009-01-02,To appoint\n")
        open_book("seats", self.SEAT.format(authority="M1"))

        page = client.get(f"/decisions/{db.session.query(Decision).one().ref}").text

        assert "Done by its authority, by the old books" in page
        assert "Chair, Board, from 1 January 2010" in page


class TestNumbers:
    def test_of_another_year_do_not_stand_in_the_way_of_the_next(self, app):
        board = ABody(name="Board", code="BD", since=date(2001, 1, 1))
        open_book("decisions", "number,body,on,text\nBD/26/1,Board,2025-11-20,By the financial year\n")

        assert ADecision(body=board, on=date(2026, 2, 1)).number == "BD/26/2"

    def test_of_certificates_go_on_from_the_figure_and_not_from_a_year_or_a_turn(self, client):
        AShareClass(name="Ordinary")
        AMember(folio=1, entered=date(2005, 1, 1))
        heads = "number,folio,class,shares,issued,cancelled\n"

        open_book(
            "certificates", f"{heads}3/2005,1,Ordinary,1,2005-05-20,\n3/2005,1,Ordinary,1,2005-05-21,2006-01-01\n"
        )

        listed = client.get("/certificates/register.json").json["items"]
        assert [(line["number"], line["why"]) for line in listed] == [("3/2005", None), ("3/2005 (2)", "not on file")]
        missing = [line["what"] for line in client.get("/openings/reconciliation.json").json["missing"]]
        assert "Certificate 1 to 2" in missing


class TestDates:
    @pytest.fixture(autouse=True)
    def _people(self, app):
        AShareClass(name="Ordinary")
        APerson(forenames="Agnes", surname="Holloway")

    def test_that_something_else_narrows_are_drawn_to_what_they_can_still_mean(self, app):
        open_book("accounts", "folio,holder,entered\n1,Agnes Holloway,2012\n")

        opening = open_book("shares", "on,event,into,class,shares,paid\n2012-03-01,allotment,1,Ordinary,5,1\n")

        member = db.session.query(Member).one()
        assert (member.entered, member.dates) == (date(2012, 3, 1), "2012")
        assert remarks(opening) == [["Folio 1 was entered by that day: the old book says “2012”."]]

    def test_that_something_else_contradicts_are_refused(self, app):
        open_book("accounts", "folio,holder,entered\n1,Agnes Holloway,2012\n")

        lines = "on,event,into,class,shares\n2011-12-31,allotment,1,Ordinary,5\n"

        assert [place for place, _ in refused_lines("shares", lines)] == [2]

    def test_of_ends_may_be_approximate_too(self, app):
        opening = open_book("accounts", "folio,holder,entered,ceased\n1,Agnes Holloway,2005,about 2009\n")

        member = db.session.query(Member).one()
        assert member.ceased == date(2009, 12, 31)
        assert "It ended about 2009, by the old book." in remarks(opening)[0]

    def test_of_an_end_that_is_not_on_file_leave_no_member_of_the_past_among_those_of_today(self, client):
        open_book("accounts", "folio,holder,entered,ceased\n1,Agnes Holloway,2005,not on file\n")

        assert client.get("/members/register.json").json["count"] == 0
        assert client.get("/members/former.json").json["count"] == 1

    def test_of_a_start_and_an_end_within_one_year(self, app):
        ABody(name="Board", kind="board", since=date(2001, 1, 1))
        open_book("seats", "body,title,kind,since\nBoard,Chair,chair,2004\n")

        opening = open_book(
            "appointments", "body,seat,person,since,until\nBoard,Chair,Agnes Holloway,2004,2004-06-30\n"
        )

        seat = db.session.query(Seat).one()
        assert (seat.since, seat.appointments[0].since) == (date(2004, 6, 29), date(2004, 6, 29))
        assert "There was the seat by that day: the old book says “2004”." in remarks(opening)[0]


class TestTermsAndSeats:
    @pytest.fixture(autouse=True)
    def _board(self, app):
        ABody(name="Board", kind="board", since=date(2001, 1, 1))

    def test_lines_of_one_version_agree(self, app):
        text = (
            "body,title,version,since,quorum,heading,text\n"
            "Board,ToR,1,2009-01-01,3,Purpose,x\nBoard,ToR,1,2010-01-01,4,Quorum,y\n"
        )

        assert refused_lines("terms", text) == [
            (2, "The lines of version 1 say different things of it: quorum, since.")
        ]

    def test_versions_that_follow_supersede_one_another_in_whatever_order(self, app):
        heads = "body,title,version,since,until\n"
        open_book("terms", f"{heads}Board,ToR,2,2010-01-01,\n")

        open_book("terms", f"{heads}Board,ToR,1,2009-01-01,2010-01-01\n")

        old, new = db.session.query(Terms).order_by(Terms.since)
        assert new.supersedes_ref == old.ref

    def test_a_seat_is_brought_in_once(self, app):
        heads = "body,title,kind,since\n"
        open_book("seats", f"{heads}Board,Chair,chair,2005-01-01\n")

        assert [place for place, _ in refused_lines("seats", f"{heads}Board,chair,Chair,2006-01-01\n")] == [2]

    def test_an_outcome_that_is_not_told_is_a_gap(self, app):
        opening = open_book("decisions", "number,body,on,text,route\nM1,Board,2009,To meet,Meeting\n")

        assert remarks(opening) == [["What came of it is not on file; it is taken as carried."]]


class TestBalances:
    @pytest.fixture(autouse=True)
    def _accounts(self, app):
        for name in ("Ordinary", "B"):
            AShareClass(name=name)
        APerson(forenames="Agnes", surname="Holloway")
        open_book("accounts", "folio,holder,entered\n1,Agnes Holloway,2005-01-01\n")
        open_book(
            "shares",
            'on,event,into,class,shares\n2005-01-01,allotment,1,Ordinary,"1,000"\n2005-01-01,allotment,1,B,5\n',
        )

    def test_of_one_class_say_nothing_of_another(self, app):
        open_book("balances", "folio,class,shares\n1,Ordinary,1000\n", as_at=date(2020, 1, 1), issued=1_000)

        assert differences_on(TODAY()) == []

    def test_brought_in_anew_take_the_place_of_those_before(self, app):
        told = {"as_at": date(2020, 1, 1)}
        open_book("balances", "folio,class,shares\n1,Ordinary,999\n", issued=999, **told)
        assert [line["difference"] for line in differences_on(TODAY())] == [1]

        open_book("balances", "folio,class,shares\n1,Ordinary,1000\n", issued=1_000, **told)

        assert differences_on(TODAY()) == []

    def test_are_not_told_of_before_they_were_brought_in(self, client):
        open_book("balances", "folio,class,shares\n1,Ordinary,999\n", as_at=date(2020, 1, 1), issued=999)

        sheet = client.get("/openings/reconciliation.json?on=2021-01-01").json

        assert (sheet["openings"], sheet["balances"], sheet["differences"], sheet["missing"]) == ([], [], [], [])


@pytest.mark.pure
class TestCommandLine:
    """On books of their own, which the command makes ready."""

    @pytest.fixture
    def run(self, tmp_path):
        books = create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path / 'books.db'}")

        def run(text, *more):
            (tmp_path / "people.csv").write_text(text)
            asked = ["book", "people", str(tmp_path / "people.csv"), "--source", "Volume 1", *more]
            return books.test_cli_runner().invoke(importing, asked)

        with books.app_context():
            yield run
            db.session.remove()
            db.engine.dispose()

    def test_brings_in_a_book_and_keeps_its_file(self, run):
        text = "surname,forenames\nHolloway,Agnes\n"

        tried = run(text, "--try")
        assert (tried.exit_code, db.session.query(Person).count()) == (0, 0), tried.output
        done = run(text)

        assert (done.exit_code, done.output.strip()) == (0, "1 entry; what it lacks: nothing.")
        opening = db.session.query(Opening).one()
        assert (opening.source, files.kept(opening.sha256).decode()) == ("Volume 1", text)

    def test_says_what_is_wrong_and_brings_in_nothing(self, run):
        answer = run("surname,born\nHolloway,soon\n")

        assert "Line 2: Born: Write the day itself" in str(answer.exception)
        assert db.session.query(Opening).count() == 0
