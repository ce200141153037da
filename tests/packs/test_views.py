import re
import subprocess
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array

from registry import ledger
from registry.cli.papers import print_
from registry.doors.asked import asked
from registry.doors.telling import gather
from registry.meetings import commands as meetings
from registry.meetings.rules import NEW_VERSION
from registry.minutes import commands as confirming
from registry.packs import queries
from registry.packs.readers import anybody
from registry.packs.schemas import PackPage
from registry.packs.sections import cover_of, sections_of
from registry.press import key_of
from tests.conftest import browser_of
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AMeeting,
    AnAppointment,
    AnInterest,
    APerson,
    ASeat,
    SomeMinutes,
    SomeTerms,
)
from tests.files.papers import a_form, a_plain_pdf, unnamed_letters
from tests.packs.papers import a_paper, alter, locked, lose, put, put_unchecked
from tests.papers import a_pdf
from tests.press.conforming import faults
from tests.statements import statements

DAY = date(2026, 5, 14)


@pytest.fixture
def board():
    return ABody(kind="board", name="Board of directors")


@pytest.fixture
def asha(board):
    person = APerson(title="Dr", forenames="Asha", surname="Patel", born=date(1975, 5, 1))
    AnAppointment(seat=ASeat(body=board, title="Chair", kind="chair"), person=person)
    return person


def pack(client, meeting):
    return client.get(f"/packs/{meeting.ref}.json").json


def printed(client, meeting):
    answer = client.get(f"/packs/{meeting.ref}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.text
    return answer.data


def words_of(pdf, page=None):
    only = ["-f", str(page), "-l", str(page)] if page else []
    asked = ["pdftotext", "-layout", *only, "-", "-"]
    words = subprocess.run(asked, input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", words)


class TestRegister:
    def test_lists_meetings_with_what_their_packs_hold(self, client, board):
        meeting = AMeeting(body=board)
        put(meeting, 1, "Draft", a_paper("One", "Two"))
        put(meeting, 1, "Costs", a_paper("Three"))

        (line,) = client.get("/packs/register.json").json["items"]

        assert line["title"] == "Board of directors, 14 May 2026"
        assert (line["papers"], line["pages"]) == (2, 3)
        assert line["href"] == f"/packs/{meeting.ref}"

    def test_of_many_meetings_asks_no_more_of_the_database(self, client, board):
        for number in range(1, 9):
            AMeeting(body=board, on=date(2026, number, 1), notice_given=None)

        with statements() as asked:
            assert client.get("/packs/register").status_code == 200

        assert len(asked) <= 12

    def test_is_for_those_who_sit_and_those_who_check(self, app, visitor):
        assert browser_of(app, "director").get("/packs/register").status_code == 200
        assert browser_of(app, "auditor").get("/packs/register").status_code == 200
        assert browser_of(app, "member").get("/packs/register").status_code == 403
        assert visitor.get("/packs/register").status_code == 401


class TestBoardPack:
    def test_tells_its_sections_and_papers_in_their_order(self, client, board, asha):
        SomeTerms(body=board, version="2.1", since=date(2025, 4, 1))
        meeting = AMeeting(body=board, titles=["Welcome", "Budget", "Contract"])
        put(meeting, 3, "Draft contract", a_paper("One", "Two"))
        put(meeting, 2, "Draft budget", a_paper("Three"))

        told = pack(client, meeting)

        assert told["title"] == "Board pack: Board of directors, 14 May 2026"
        assert [(line["name"], line["title"], line["about"], line["pages"]) for line in told["contents"]] == [
            ("agenda", "Agenda", "3 items", None),
            ("interests", "Register of interests", "1 seat holder", None),
            ("decisions", "Previous decisions", "0 decisions", None),
            ("item-2", "Item 2: Budget", "To decide", None),
            ("paper-B", "Paper B: Draft budget", "1 page", 1),
            ("item-3", "Item 3: Contract", "To decide", None),
            ("paper-A", "Paper A: Draft contract", "2 pages", 2),
            ("terms", "Terms of reference", "Version 2.1", None),
        ]

    def test_has_its_papers_by_what_is_asked_of_the_reader(self, client, board):
        meeting = AMeeting(body=board, titles=[])
        for number, purpose in enumerate(("note", "discuss", "decide"), start=1):
            meetings.add_item(meeting, title=f"To {purpose}", purpose=purpose, by=ADA)
            put(meeting, number, "Report", a_paper("One"))

        told = pack(client, meeting)

        names = [line["name"] for line in told["contents"] if line["name"].startswith("item-")]
        assert names == ["item-3", "item-2", "item-1"]

    def test_is_shown_on_a_page_that_leads_to_each(self, client, board):
        meeting = AMeeting(body=board)
        put(meeting, 1, "Draft", a_paper("One"))

        page = client.get(f"/packs/{meeting.ref}")

        assert page.status_code == 200
        assert f'href="/packs/{meeting.ref}.pdf"' in page.text
        for href in re.findall(r'class="[^"]*header"> .*?href="([^"]+)"', page.text, re.DOTALL):
            assert client.get(href.replace("&amp;", "&")).status_code == 200, href

    def test_has_the_minutes_that_its_meeting_may_approve_as_they_stood_the_day_before(self, client, board):
        before = AMeeting(body=board, on=date(2026, 3, 5), notice_given=date(2026, 2, 20), titles=["Budget"])
        minutes = SomeMinutes(before, opening="It began late.")
        meeting = AMeeting(body=board, on=DAY, titles=["Minutes of the last meeting"])
        confirming.approve(minutes, meeting=meeting, item=1, by=ADA)

        told = pack(client, meeting)

        assert [line["name"] for line in told["contents"]] == ["agenda", "interests", "minutes", "decisions", "terms"]
        line = told["contents"][2]
        assert (line["title"], line["about"]) == ("Minutes of the last meeting", "Version 1, circulated")
        words = words_of(printed(client, meeting))
        assert "It began late." in words
        assert "DRAFT – subject to confirmation" in words
        assert pack(client, before)["minutes"] is None

    def test_keeps_from_a_reader_what_was_restricted_at_the_last_meeting(self, app, client, board):
        secret = {"title": "A secret", "purpose": "decide", "restricted": "commercial"}
        before = AMeeting(body=board, on=date(2026, 3, 5), notice_given=date(2026, 2, 20), titles=["Budget"])
        meetings.add_item(before, **secret, by=ADA)
        SomeMinutes(before, **{f"item-{before.items[1].ref}": "Hidden words."})
        meeting = AMeeting(body=board, on=DAY)

        assert "Hidden words." in str(pack(client, meeting)["minutes"])
        assert "Hidden words." not in str(pack(browser_of(app, "director"), meeting)["minutes"])

    def test_of_another_body_is_not_called_a_board_pack(self, client):
        meeting = AMeeting(body=ABody(kind="hub", name="Rutland hub"))

        assert pack(client, meeting)["title"] == "Meeting pack: Rutland hub, 14 May 2026"

    @pytest.mark.parametrize(
        ("notice", "status"), [(None, "Draft: notice has not been given yet"), (date(2026, 5, 1), "Notice given")]
    )
    def test_is_a_draft_until_notice_is_given(self, client, notice, status):
        assert pack(client, AMeeting(notice_given=notice))["status"] == status

    def test_is_led_to_from_the_page_of_its_meeting(self, client):
        meeting = AMeeting()

        assert f'href="/packs/{meeting.ref}"' in client.get(f"/meetings/{meeting.ref}").text

    def test_is_not_there_without_a_meeting(self, client):
        assert client.get("/packs/01ARZ3NDEKTSV4RRFFQ69G5FAV.pdf").status_code == 404

    def test_is_printed_only_for_those_who_may_have_it(self, app, visitor):
        address = f"/packs/{AMeeting().ref}.pdf"

        assert browser_of(app, "member").get(address).status_code == 403
        assert visitor.get(address).status_code == 401


class TestInterests:
    def test_are_those_of_who_holds_a_seat_that_day(self, client, board, asha):
        before, after = (
            APerson(surname="Before", born=DAY.replace(1970)),
            APerson(surname="After", born=DAY.replace(1970)),
        )
        for person, since, until in ((before, date(2020, 1, 1), DAY), (after, date(2026, 5, 15), None)):
            AnAppointment(seat=ASeat(body=board), person=person, since=since, until=until)
            AnInterest(person=person)
        AnInterest(person=asha, organisation="Latham House")
        AnInterest(organisation="Of somebody elsewhere")

        told = pack(client, AMeeting(body=board))

        assert [line["organisation"] for line in told["interests"]] == ["Latham House"]
        assert [(line["name"], line["entered"]) for line in told["seated"]] == [("Dr Asha Patel", True)]

    def test_are_only_the_public_ones_whoever_prints(self, app, client, board, asha):
        AnInterest(person=asha, organisation="Hush Ltd", public=False, private_reason="Somebody's safety")
        meeting = AMeeting(body=board)

        told = pack(client, meeting)

        assert told["interests"] == []
        assert told["seated"][0]["entered"] is False
        assert "Hush" not in client.get(f"/packs/{meeting.ref}.json").text
        assert "Hush" not in words_of(printed(client, meeting))


class TestDecisions:
    def test_are_those_from_the_last_meeting_up_to_the_day_before(self, client, board):
        last = date(2026, 3, 12)
        AMeeting(body=board, on=date(2026, 1, 8), notice_given=None)
        AMeeting(body=board, on=last, notice_given=None)
        AMeeting(on=date(2026, 4, 30))
        for on in (date(2026, 3, 11), last, date(2026, 5, 13), DAY):
            ADecision(body=board, on=on, text=f"RESOLVED on {on}.")
        ADecision(on=date(2026, 4, 1), text="RESOLVED by another body.")

        told = pack(client, AMeeting(body=board))

        assert told["last_meeting"] == "2026-03-12"
        assert [line["text"] for line in told["decisions"]] == ["RESOLVED on 2026-03-12.", "RESOLVED on 2026-05-13."]

    def test_before_the_first_meeting_are_all(self, client, board):
        ADecision(body=board, on=date(2019, 4, 1), text="RESOLVED long ago.")

        told = pack(client, AMeeting(body=board))

        assert told["last_meeting"] is None
        assert [line["text"] for line in told["decisions"]] == ["RESOLVED long ago."]


class TestTerms:
    def test_are_those_in_force_on_the_day(self, client, board):
        SomeTerms(body=board, version="1.0", since=date(2025, 4, 1), until=DAY)
        SomeTerms(body=board, version="2.0", since=DAY)
        SomeTerms(body=board, version="3.0")

        assert pack(client, AMeeting(body=board))["terms"]["version"] == "2.0"


@pytest.fixture
def whole(board, asha):
    """A meeting whose pack has something in every section."""
    AnInterest(person=asha, organisation="Latham House", description="Partner")
    ADecision(body=board, on=date(2026, 4, 1), text="RESOLVED that the auditors be paid.")
    SomeTerms(body=board, version="2.1", since=date(2025, 4, 1))
    meeting = AMeeting(body=board, titles=["Welcome", "Budget"])
    put(meeting, 2, "Draft budget", a_paper("Zebra", "Quokka"))
    put(meeting, 2, "Cash flow", a_paper("Wombat", wide=True))
    return meeting


class TestPrinted:
    def test_has_every_section_on_the_page_that_the_contents_name(self, client, whole):
        pdf = printed(client, whole)

        front, pages = 2, len(pikepdf.open(BytesIO(pdf)).pages)
        contents = words_of(pdf, 2)
        words = {
            "Agenda": "Agenda: Board of directors, 14 May 2026",
            "Register of interests": "Latham House",
            "Previous decisions": "RESOLVED that the auditors be paid.",
            "Terms of reference": "Version 2.1",
            "Item 2: Budget": "The papers",
            "Paper A1: Draft budget": "Zebra",
            "Paper A2: Cash flow": "Wombat",
        }
        for title, told in words.items():
            page = int(re.search(rf"{re.escape(title)} .*?(\d+) (?:Agenda|[A-Z]|As at)", contents + " As at")[1])
            assert told in words_of(pdf, front + page), title
            assert f"Page {page} of {pages - front}" in words_of(pdf, front + page)
        assert "Quokka" in words_of(pdf)
        assert ("Page i " in words_of(pdf, 1), "Page ii " in words_of(pdf, 2)) == (True, True)

    def test_is_linked_and_bookmarked_to_the_same_pages(self, client, whole):
        book = pikepdf.open(BytesIO(printed(client, whole)))

        places = {page.obj.objgen: number for number, page in enumerate(book.pages)}
        with book.open_outline() as outline:
            tops = {top.title: places[top.destination[0].objgen] for top in outline.root}
            papers = {under.title: places[under.destination[0].objgen] for under in outline.root[-2].children}
        links = [places[link.Dest[0].objgen] for link in book.pages[1].Annots]
        assert list(tops) == [
            *("Board pack: Board of directors, 14 May 2026", "Contents", "Agenda", "Register of interests"),
            *("Previous decisions", "Item 2: Budget", "Terms of reference"),
        ]
        assert {"Paper A1: Draft budget", "Front sheet of paper A2", "Paper A2: Cash flow"} <= papers.keys()
        sections = [*list(tops.values())[2:], papers["Paper A1: Draft budget"], papers["Paper A2: Cash flow"]]
        assert sorted(set(links)) == sorted(sections)

    def test_is_sound_and_the_same_bytes_for_every_reader(self, app, client, whole, tmp_path):
        director = browser_of(app, "director")

        pdf = printed(client, whole)

        assert printed(director, whole) == pdf
        (tmp_path / "pack.pdf").write_bytes(pdf)
        checked = subprocess.run(["qpdf", "--check", tmp_path / "pack.pdf"], capture_output=True, check=False)
        assert (checked.returncode, b"No syntax or stream encoding errors" in checked.stdout) == (0, True)

    def test_says_on_every_page_what_it_is_as_at(self, client, whole):
        pdf = printed(client, whole)

        for page in range(1, len(pikepdf.open(BytesIO(pdf)).pages) + 1):
            assert re.search(
                r"As at 14 May 2026, as known on .+ · Ledger entry \d+ · root [0-9a-f]{8}…", words_of(pdf, page)
            )

    def test_is_printed_from_the_command_line(self, app, board, tmp_path):
        meeting = AMeeting(body=board)

        answer = app.test_cli_runner().invoke(
            print_, ["packs.board_pack", meeting.ref, "-o", str(tmp_path / "pack.pdf")]
        )

        assert answer.exit_code == 0, answer.output
        assert "Agenda: Board of directors, 14 May 2026" in words_of((tmp_path / "pack.pdf").read_bytes())


class TestCover:
    def cover(self, app, meeting, **whose):
        with app.test_request_context():
            told = gather(PackPage(), queries.pack_of(meeting, anybody(meeting)), asked(), many=False, whole=True)
            return cover_of(told, **whose).html

    def test_names_restricted_items_by_their_numbers_alone(self, app, board):
        meeting = AMeeting(body=board, titles=["Budget", "Sale of the clinic"])
        assert "Restricted" not in self.cover(app, meeting)

        meetings.change_item(
            meeting, item=2, title="Sale of the clinic", purpose="decide", restricted="commercial", by=ADA
        )

        assert re.search(r"Restricted</th><td>Item 2</td>", self.cover(app, meeting))
        assert "Sale" not in self.cover(app, meeting)

    def test_says_whose_copy_it_is_if_it_is_somebodys_own(self, app, board):
        meeting = AMeeting(body=board)

        assert "Copy of Dr Asha Patel" in self.cover(app, meeting, reader="Dr Asha Patel")
        assert "Copy of" not in self.cover(app, meeting)


class TestAgenda:
    def test_says_who_has_the_chair_and_when_the_next_meeting_is(self, client, board, asha):
        meeting = AMeeting(body=board)
        AMeeting(body=board, on=date(2026, 7, 9), notice_given=None)

        words = words_of(client.get(f"/meetings/{meeting.ref}.pdf").data)

        assert "Chair Dr Asha Patel" in words
        assert "The next meeting is on 9 July 2026." in words


class TestSheets:
    """What is generated before the papers of an item: one sheet for it and its first paper, one for each further."""

    @pytest.fixture
    def meeting(self, board):
        asha = APerson(title="Dr", forenames="Asha", surname="Patel", born=date(1975, 5, 1))
        meeting = AMeeting(body=board, titles=[], notice_given=None)
        item = {"title": "Lease", "purpose": "decide", "proposed": "That the lease be renewed.", "presenter": asha}
        meetings.add_item(meeting, **item, time_wanted=20, by=ADA)
        put(meeting, 1, "Report on the lease", a_paper("Zebra"), author=asha)
        put(meeting, 1, "Valuation", a_paper("Wombat", "Emu"), author_named="The district valuer")
        return meeting

    def sheets(self, app, meeting):
        with app.test_request_context():
            told = gather(PackPage(), queries.pack_of(meeting, anybody(meeting)), asked(), many=False, whole=True)
            sections = [(each.name, each.html) for each in sections_of(told)]
        words = {name: " ".join(re.sub(r"<[^>]+>", " ", html.split("<body")[1]).split()) for name, html in sections}
        return words["item-1"], words["front-A2"]

    def test_say_what_is_asked_by_whom_and_what_was_written(self, app, board, meeting):
        old = ADecision(body=board, on=date(2026, 4, 1), text="RESOLVED that the lease not be renewed yet.")
        meetings.change_item(
            meeting, item=1, title="Lease", purpose="decide", proposed=f"That {old.number} be rescinded.", by=ADA
        )

        of_item, of_paper = self.sheets(app, meeting)

        for words in (
            f"What is asked That {old.number} be rescinded.",
            "A1 Report on the lease Dr Asha Patel 1 A2 Valuation The district valuer 2",
            "Conflicts of interest None is found in the registers, and none has been declared.",
            f"{old.number} 1 April 2026, in force RESOLVED that the lease not be renewed yet.",
            "Named here because it is named in the decision proposed.",
        ):
            assert words in of_item
        assert "Written by The district valuer Pages 2" not in of_item
        for words in (
            "Paper A2: Valuation",
            "Written by The district valuer",
            "Pages 2",
            f"Decided before {old.number}",
        ):
            assert words in of_paper

    def test_say_what_was_late(self, app, meeting):
        meetings.publish(meeting, edition=NEW_VERSION, by=ADA)
        put(meeting, 1, "Late letter", a_paper("Gnu"))

        assert "Late letter Late: came on" in self.sheets(app, meeting)[0]

    def test_are_two_for_two_papers_and_name_the_minutes_in_the_contents(self, client, meeting):
        told = pack(client, meeting)["contents"]

        sheets = [(line["name"], line["fronts"], line["minutes"]) for line in told if line["item"]]
        assert sheets == [
            ("item-1", None, 20), ("paper-A1", None, None), ("front-A2", "A2", None), ("paper-A2", None, None),
        ]  # fmt: skip
        assert "Front sheet" not in client.get(f"/packs/{meeting.ref}").text


class TestPaperThatCannotBeBoundIn:
    """A page in its place says so, and why; so do the cover and the build report."""

    @pytest.mark.parametrize(
        ("content", "why"),
        [
            (b"%PDF-1.7 and no more", "its file is damaged"),
            (b"words", "its file is damaged"),
            (a_pdf(0), "its file is damaged"),
            (locked(), "its file is locked with a password"),
        ],
        ids=["cut off", "something else", "empty", "locked"],
    )
    def test_as_it_was_kept_before_files_were_looked_at(self, client, content, why):
        meeting = AMeeting()
        put_unchecked(meeting, content)

        self.is_told(client, meeting, "Paper A: Old paper", why)

    def test_because_it_is_lost(self, app, client):
        meeting = AMeeting()
        put(meeting, 1, "Draft", a_paper("One"))
        lose(app)

        self.is_told(client, meeting, "Paper A: Draft", "its file is not in the registry")

    def test_because_it_is_not_what_was_sent(self, app, client):
        meeting = AMeeting()
        put(meeting, 1, "Draft", a_paper("One"))
        alter(app)

        self.is_told(client, meeting, "Paper A: Draft", "its file is not the one that was sent")

    def is_told(self, client, meeting, title, why):
        pdf = printed(client, meeting)
        told = f"{title} This paper could not be bound in: {why}. It has 1 page, which should stand here."
        assert told in words_of(pdf)
        assert f"Not bound in {title}" in words_of(pdf, page=1)
        [line] = pack(client, meeting)["report"]
        assert (line["state"], line["notes"]) == (
            "Not bound in",
            f"{why.capitalize()}. A page in its place says so.",
        )


class TestBuildReport:
    def test_says_of_each_paper_how_it_is_bound_in(self, client, board):
        meeting = AMeeting(body=board, titles=["Budget"])
        put(meeting, 1, "Draft", a_paper("One", "Two"))
        put(meeting, 1, "Costs", a_plain_pdf("Costs", size=(1191, 842)))
        put(meeting, 1, "Answers", a_form("Zebra"))

        report = pack(client, meeting)["report"]

        assert [(line["title"], line["pages"], line["drawn_at"], line["on_its_side"]) for line in report] == [
            ("Paper A1: Draft", 2, "85 %", ""),
            ("Paper A2: Costs", 1, "56 %", "1 page"),
            ("Paper A3: Answers", 1, "85 %", ""),
        ]
        no_ghostscript = "It is not PDF/A: this registry has no Ghostscript to turn it into PDF/A."
        assert [line["notes"] for line in report] == [
            *[no_ghostscript] * 2,
            f"{no_ghostscript} A form was removed from it.",
        ]

    def test_stands_on_the_page_of_the_pack(self, client):
        meeting = AMeeting()
        put_unchecked(meeting, b"words")

        page = client.get(f"/packs/{meeting.ref}").text

        assert '<strong class="nhsuk-tag nhsuk-tag--no-border nhsuk-tag--red">Not bound in</strong>' in page
        assert "Its file is damaged. A page in its place says so." in page


class TestToBeKept:
    """A pack is PDF/A if all that is bound in is; if not, page and cover say because of what."""

    def test_is_said_of_a_pack_without_papers(self, client, board):
        assert pack(client, AMeeting(body=board))["archival"] == "Fit to be kept: PDF/A-3"

    def test_is_not_said_of_one_with_papers_that_are_not(self, client, board):
        meeting = AMeeting(body=board, titles=["Budget"])
        put(meeting, 1, "Draft", a_paper("One"))
        put(meeting, 1, "Costs", a_paper("Two"))

        pdf = printed(client, meeting)

        assert "To be kept Not PDF/A, because of Paper A1 and Paper A2" in words_of(pdf, 1)
        assert b"pdfaid" not in pikepdf.open(BytesIO(pdf)).Root.Metadata.read_bytes()

    def test_holds_of_one_whose_papers_ghostscript_turned_into_it(self, app, client, board):
        app.config["GHOSTSCRIPT"] = "gs"
        meeting = AMeeting(body=board, titles=["Budget"])
        put(meeting, 1, "Draft", a_form("Quokka"))
        put(meeting, 1, "Crop", a_plain_pdf("Zebra", Rotate=90, CropBox=Array([50, 400, 400, 800])))
        put(meeting, 1, "Shapes", unnamed_letters(a_paper("Wombat", wide=True)))

        pdf = printed(client, meeting)

        assert faults({"pack": pdf}) == {}
        words = words_of(pdf)
        assert "Quokka" in words
        assert "Zebra" in words
        assert "To be kept Fit to be kept: PDF/A-3" in words


def keys_of(app, meeting):
    """The key of each section, by its name."""
    with app.test_request_context():
        told = gather(PackPage(), queries.pack_of(meeting, anybody(meeting)), asked(), many=False, whole=True)
        return {section.name: key_of(section.html) for section in sections_of(told)}


def changed(before, after):
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


class TestSections:
    def test_stay_as_they_are_when_another_changes(self, app, whole, asha):
        before = keys_of(app, whole)

        AnInterest(person=asha, organisation="Rutland Scans")
        declared = keys_of(app, whole)
        ADecision(body=whole.body, on=date(2026, 5, 13))
        decided = keys_of(app, whole)
        put(whole, 1, "Welcome pack", a_paper("Emu"))
        papered = keys_of(app, whole)

        assert changed(before, declared) == {"interests"}
        assert changed(declared, decided) == {"decisions"}
        assert changed(decided, papered) == {"agenda", "item-1", "paper-B"}

    def test_do_not_depend_on_what_else_the_ledger_records(self, app, whole):
        before = keys_of(app, whole)

        APerson()

        assert keys_of(app, whole) == before


class TestKnown:
    def test_prints_the_pack_as_it_was_known_then(self, client, whole, asha):
        then = ledger.head().at
        AnInterest(person=asha, organisation="Rutland Scans")
        put(whole, 1, "Welcome pack", a_paper("Emu"))

        words = words_of(client.get(f"/packs/{whole.ref}.pdf?known={then.isoformat().replace('+00:00', 'Z')}").data)

        assert "Latham House" in words
        assert "Zebra" in words
        assert "Rutland Scans" not in words
        assert "Emu" not in words
