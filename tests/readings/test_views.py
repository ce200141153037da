"""A pack of a board read by Asha and by Ben: what each is told, and what nobody else is."""

import re
from io import BytesIO
from itertools import product

from PIL import Image
from sqlalchemy import select

from registry.accounts.models import Access
from registry.db import db
from registry.editions.models import Opened
from registry.meetings import commands as meetings
from registry.packs import commands as packs
from registry.packs.models import SECTIONS
from registry.readings.models import Note
from tests.conftest import browser_of
from tests.editions.conftest import labels_of, seated
from tests.factories import ADA, AMeeting
from tests.packs.papers import a_paper, put
from tests.papers import text_of
from tests.press.conforming import faults

SECRET = "Ask whether Fosse Diagnostics is solvent"


def lines(client, edition):
    return client.get(f"/readings/{edition.ref}.json").json["sections"]


def named(client, edition, title):
    return next(line for line in lines(client, edition) if line["title"] == title)


def pages_of(edition, title):
    return next(each.pages for each in edition.sections if each.title == title)


def at(client, edition, title, kind=""):
    return client.get(named(client, edition, title)["href"] + kind)


def noted(client, edition, title, words=SECRET, **more):
    line = named(client, edition, title)
    return client.post(f"/readings/{edition.ref}/note", data={"section": line["name"], "words": words, **more})


class TestRegister:
    def test_lists_the_latest_edition_of_each_pack(self, client, board):
        board.issued()
        board.late_paper()
        board.issued()

        [line] = client.get("/readings/register.json").json["items"]

        assert (line["title"], line["number"]) == ("Board of directors, 14 May 2026", 2)

    def test_is_for_those_who_may_have_the_pack(self, app, visitor):
        assert browser_of(app, "member").get("/readings/register").status_code == 403
        assert visitor.get("/readings/register").status_code == 401


class TestPack:
    def test_tells_each_section_by_the_pages_it_has_in_print(self, client, board):
        edition = board.issued()

        told = {line["title"]: line for line in lines(client, edition)}

        printed = {section.title: section.labels.split() for section in edition.sections}
        assert told.keys() == printed.keys()
        assert told["Paper A: Draft budget"]["pages"] == "–".join(printed["Paper A: Draft budget"])
        assert told["Item 2: Budget"]["about"] == "To decide"

    def test_marks_in_words_what_has_changed_since_the_edition_opened_before(self, client, board):
        first = board.issued()
        client.get(f"/readings/{first.ref}")
        board.late_paper()
        second = board.issued()

        changed = {line["title"]: line["changed"] for line in lines(client, second) if line["changed"]}

        assert {title: told for title, told in changed.items() if told == "New"}.keys() == {
            "Item 1: Welcome",
            "Paper C: Late paper",
        }
        assert changed["Agenda"] == "Changed"
        assert "Terms of reference" not in changed
        assert "you opened edition 1" in client.get(f"/readings/{second.ref}").text

    def test_goes_on_marking_it_while_that_edition_is_read(self, client, board):
        client.get(f"/readings/{board.issued().ref}")
        board.late_paper()
        second = board.issued()

        for _ in range(2):
            assert any(line["changed"] for line in lines(client, second))

    def test_marks_nothing_for_whoever_opened_none_before(self, client, board):
        board.issued()
        board.late_paper()
        second = board.issued()

        assert not any(line["changed"] for line in lines(client, second))

    def test_leads_from_an_edition_that_is_superseded_to_the_latest(self, client, board):
        first = board.issued()
        board.late_paper()
        second = board.issued()

        page = client.get(f"/readings/{first.ref}").text

        assert "Superseded by edition 2" in page
        assert f'href="/readings/{second.ref}">Read that instead' in page

    def test_prints_only_what_is_chosen_under_the_same_numbers(self, client, board):
        edition = board.issued()
        line = named(client, edition, "Paper B: Draft contract")

        pdf = client.get(f"/readings/{edition.ref}.pdf?section={line['name']}").data

        assert labels_of(pdf)[-2:] == list(pages_of(edition, "Paper B: Draft contract"))
        assert "Wombat" in text_of(pdf)
        assert "Zebra" not in text_of(pdf)


class TestSection:
    def test_says_what_the_print_says_as_it_was_known_when_it_was_issued(self, client, board):
        edition = board.issued()
        board.late_paper(1, "Numbat")

        page = at(client, edition, "Agenda").text

        assert re.search(r"<h1[^>]*>Agenda: Board of directors, 14 May 2026", page)
        assert "Late paper" not in page
        assert "Page 1<" in page

    def test_leads_on_and_back_by_the_titles_of_what_stands_there(self, client, board):
        edition = board.issued()
        turned, page = [], client.get(lines(client, edition)[0]["href"]).text
        while way := re.search(r'rel="next" href="([^"]+)".*?<span>([^<]+)</span></a>', page):
            page = client.get(way[1]).text
            turned.append(way[2])
            assert 'rel="prev"' in page

        assert turned == [line["title"] for line in lines(client, edition)[1:]]

    def test_leads_where_the_print_does(self, client, board):
        edition = board.issued()
        paper = named(client, edition, "Paper A: Draft budget")["href"]

        assert f'<a href="{paper}">A</a>' in at(client, edition, "Agenda").text

    def test_has_the_pages_of_an_uploaded_paper_as_pictures_with_their_words(self, client, board):
        edition = board.issued()

        told = at(client, edition, "Paper A: Draft budget", ".json").json

        assert [page["words"] for page in told["paper"]] == ["Zebra", "Quokka"]
        assert [page["label"] for page in told["paper"]] == list(pages_of(edition, "Paper A: Draft budget"))
        for address, width in ((told["paper"][0]["picture"], 720), (told["paper"][0]["twice"], 1440)):
            answer = client.get(address)
            assert answer.mimetype == "image/webp"
            assert Image.open(BytesIO(answer.data)).width == width
        assert client.get(told["paper_href"]).data.startswith(b"%PDF")

    def test_has_no_picture_of_another_size_or_page(self, client, board):
        edition = board.issued()
        href = named(client, edition, "Paper A: Draft budget")["href"]

        assert client.get(f"{href}/1/720").status_code == 404
        [page, _] = pages_of(edition, "Paper A: Draft budget")
        assert client.get(f"{href}/{page}/9000").status_code == 404
        assert at(client, edition, "Agenda", "/paper").status_code == 404

    def test_is_not_there_where_the_edition_has_none(self, client, board):
        assert client.get(f"/readings/{board.issued().ref}/nowhere").status_code == 404


class TestKept:
    """What a reader has not: the same sheet stands for it as in print."""

    def test_papers_are_kept_from_a_reader_in_conflict(self, app, client, board):
        board.keeps_papers(board.asha, 3)
        edition = board.issued()
        asha, address = seated(app, board.asha), named(client, edition, "Paper B: Draft contract")["href"]

        page = asha.get(address).text

        assert "The papers on this item are kept from the reader of this pack" in page
        assert "Wombat" not in page
        for rest in ("/paper", f"/{pages_of(edition, 'Paper B: Draft contract')[0]}/720"):
            assert asha.get(address + rest).status_code == 404
        assert "Wombat" in client.get(address).text

    def test_restricted_items_are_placeholders_and_their_readings_are_logged(self, app, client, board):
        board.restricts(3)
        edition = board.issued()
        address = named(client, edition, "Paper B: Draft contract")["href"]
        stranger = browser_of(app, "director")

        page = stranger.get(address).text

        assert "This item is restricted: commercial" in page
        assert "Draft contract" not in page + stranger.get(f"/readings/{edition.ref}").text
        client.get(address)
        told = db.session.scalars(select(Access.what).where(Access.about == board.meeting.items[2].ref)).all()
        assert told == ["read a restricted item of a pack"]


class TestNote:
    def test_stands_with_its_section_for_whoever_wrote_it(self, client, board):
        edition = board.issued()

        answer = noted(client, edition, "Item 2: Budget")

        assert answer.status_code == 303
        assert SECRET in client.get(answer.location).text
        assert SECRET not in at(client, edition, "Agenda").text
        assert named(client, edition, "Item 2: Budget")["notes"] == 1

    def test_is_asked_for_again_if_it_says_nothing_or_is_on_no_page_of_the_pack(self, client, board):
        edition = board.issued()

        assert noted(client, edition, "Agenda", words=" ").status_code == 422
        assert noted(client, edition, "Agenda", page="99").status_code == 422
        asked = {"section": "nowhere", "words": SECRET}
        assert client.post(f"/readings/{edition.ref}/note", data=asked).status_code == 422
        assert db.session.scalars(select(Note)).all() == []

    def test_goes_along_to_the_next_edition_and_stays_when_its_page_is_taken_out(self, client, board):
        board.meeting = AMeeting(body=board.body, notice_given=None, titles=["Welcome", "Budget", "Contract"])
        put(board.meeting, 2, "Draft budget", a_paper("Zebra"))
        put(board.meeting, 3, "Draft contract", a_paper("Wombat", "Tender"))
        first = board.issued()
        noted(client, first, "Item 2: Budget", words="Of the item")
        [_, second_page] = pages_of(first, "Paper B: Draft contract")
        noted(client, first, "Paper B: Draft contract", words="Of the second page", page=second_page)
        meetings.strike_item(board.meeting, item=3, reason="Not ready", by=ADA)
        second = board.issued()

        told = client.get(f"/readings/{second.ref}/notes.json").json["items"]

        assert [(each["words"], each["gone"]) for each in told] == [
            ("Of the item", ""),
            ("Of the second page", "Taken out: it is not in edition 2"),
        ]
        assert "1 of them on what was taken out" in client.get(f"/readings/{second.ref}").text

    def test_on_a_page_that_was_taken_out_says_so(self, client, board):
        board.late_paper(1, "One")
        first = board.issued()
        noted(client, first, "Terms of reference", words="Look here", page=pages_of(first, "Terms of reference")[0])
        note = db.session.scalars(select(Note)).one()
        note.page = "77"
        db.session.commit()

        [told] = client.get(f"/readings/{first.ref}/notes.json").json["items"]

        assert told["gone"] == "Page 77 was taken out: it is not in edition 1"


class TestChange:
    def test_puts_other_words_in_place_of_a_note(self, client, board):
        edition = board.issued()
        noted(client, edition, "Agenda")
        note = db.session.scalars(select(Note)).one()

        answer = client.post(f"/readings/notes/{note.ref}/change", data={"words": "Never mind", "rev": note.rev})

        page = client.get(answer.location).text
        assert "Never mind" in page
        assert SECRET not in page
        assert client.post(f"/readings/notes/{note.ref}/change", data={"words": "x", "rev": 1}).status_code == 412


class TestDelete:
    def test_takes_a_note_out_for_good(self, client, board):
        edition = board.issued()
        noted(client, edition, "Agenda")
        note = db.session.scalars(select(Note)).one()
        assert SECRET in client.get(f"/readings/notes/{note.ref}/delete").text

        answer = client.post(f"/readings/notes/{note.ref}/delete", data={"rev": note.rev})

        assert answer.status_code == 303
        assert db.session.scalars(select(Note)).all() == []


class TestNotes:
    def test_are_printed_for_whoever_wrote_them_and_kept_nowhere(self, client, board):
        edition = board.issued()
        noted(client, edition, "Agenda")

        pdf = client.get(f"/readings/{edition.ref}/notes.pdf").data

        assert SECRET in text_of(pdf)
        assert faults({"notes": pdf}) == {}
        assert "Your notes" not in str(client.get("/check/register.json").json)

    def test_are_there_for_nobody_else(self, app, client, board):
        asha, ben = seated(app, board.asha), seated(app, board.ben)
        edition = board.issued()
        noted(asha, edition, "Item 2: Budget")
        note = db.session.scalars(select(Note)).one()
        section = named(client, edition, "Item 2: Budget")["href"]
        doors = [
            f"/readings/{edition.ref}{{}}",
            f"/readings/{edition.ref}/notes{{}}",
            f"{section}{{}}",
            f"/editions/{edition.ref}{{}}",
            f"/meetings/{board.meeting.ref}{{}}",
            f"/packs/{board.meeting.ref}{{}}",
            "/home/search{}?q=Fosse+Diagnostics",
            "/audit/register{}",
            "/check/register{}",
        ]
        readers = [ben, client, *(browser_of(app, role) for role in ("director", "auditor", "member"))]

        for reader in readers:
            for address, kind in product(doors, ("", ".json")):
                assert "Diagnostics is" not in reader.get(address.format(kind)).text, (address, kind)
            for act in ("change", "delete"):
                assert reader.get(f"/readings/notes/{note.ref}/{act}").status_code in (403, 404)
                asked = {"words": "Mine now", "rev": note.rev}
                assert reader.post(f"/readings/notes/{note.ref}/{act}", data=asked).status_code in (403, 404)
        assert not [line for line in db.session.scalars(select(Access)) if "Fosse" in line.what + line.about]
        assert SECRET in asha.get(f"/readings/{edition.ref}/notes").text


class TestOpened:
    def agrees(self, board):
        packs.arrange(board.body, sections=list(SECTIONS), tells_who_opened=True, by=ADA)

    def test_is_told_to_the_office_where_the_body_has_agreed(self, app, client, board):
        self.agrees(board)
        edition, ben = board.issued(), seated(app, board.ben)

        assert "is shown, and when first" in ben.get(f"/readings/{edition.ref}").text

        client.get(f"/editions/{edition.ref}.pdf?for={board.asha.ref}")
        page = client.get(f"/editions/{edition.ref}").text
        assert "Ben Benson" in page[page.index("Who has opened this pack") :]
        assert "Asha" not in page[page.index("Who has opened this pack") :]
        assert "Who has opened this pack" not in ben.get(f"/editions/{edition.ref}").text

    def test_is_neither_told_nor_kept_where_it_has_not(self, app, client, board):
        edition, ben = board.issued(), seated(app, board.ben)

        assert "is shown, and when first" not in ben.get(f"/readings/{edition.ref}").text

        assert db.session.scalars(select(Opened)).all() == []
        assert "Who has opened this pack" not in client.get(f"/editions/{edition.ref}").text
        assert "opened a pack" in db.session.scalars(select(Access.what)).all()
