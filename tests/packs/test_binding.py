import re
import subprocess
from io import BytesIO

import pikepdf
import pytest

from registry.packs.binding import Leaves, bind
from registry.press import typeset
from tests.packs.papers import a_paper
from tests.papers import elements

pytestmark = pytest.mark.pure

FOOT = "As at 14 May 2026 · Ledger entry 97 · root ab12cd34…"


def leaves(name, body, **more):
    html = f"<html lang=en-GB><title>{name}</title><body class=bound><h1>{name.title()}</h1>{body}"
    return Leaves(name, name.title(), typeset(html), **more)


def bound(*sections):
    return bind(list(sections), title="Board pack: Board, 14 May 2026", foot=FOOT)


def opened(book):
    return pikepdf.open(BytesIO(book))


def text_of(book, page):
    asked = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), "-", "-"]
    return subprocess.run(asked, input=book, capture_output=True, check=True).stdout.decode()


TABLE = "<table><thead><tr><th scope=col>Name<th scope=col>Seat<tbody><tr><th scope=row>Asha<td>Chair</table>"
TWO_PAGES = "<h2>First</h2><p>One</p><h2 style='break-before: page'>Second</h2><p>Two</p>"


class TestBind:
    def test_numbers_the_pages_of_all_sections_as_one(self):
        book = bound(leaves("agenda", TWO_PAGES), leaves("terms", "<p>Quorum</p>"))

        feet = [text_of(book, page).split("\n")[-2].strip() for page in (1, 2, 3)]
        assert [re.sub(r"\s{2,}", " | ", foot) for foot in feet] == [f"{FOOT} | Page {n} of 3" for n in (1, 2, 3)]

    def test_calls_its_pages_what_it_is_told_to_on_paper_and_on_screen(self):
        labels = ["i", "1", "2", "2a", "3–6", "7"]
        sections = [leaves("agenda", TWO_PAGES), leaves("terms", TWO_PAGES), leaves("item-1", TWO_PAGES)]

        book = bind(sections, title="Pack", foot=FOOT, labels=labels)

        on_screen = opened(book)
        folios = ["Page i", "Page 1 of 7", "Page 2 of 7", "Page 2a of 7", "Pages 3–6 of 7", "Page 7 of 7"]
        assert [text_of(book, page).split("\n")[-2].split("  ")[-1].strip() for page in range(1, 7)] == folios
        assert [page.label for page in on_screen.pages] == labels

    def test_makes_an_outline_of_sections_and_their_headings(self):
        book = opened(bound(leaves("agenda", TWO_PAGES), leaves("terms", "<h2>Purpose</h2>")))

        pages = {page.obj.objgen: number for number, page in enumerate(book.pages, start=1)}
        with book.open_outline() as outline:
            told = [
                (
                    top.title,
                    pages[top.destination[0].objgen],
                    [(h.title, pages[h.destination[0].objgen]) for h in top.children],
                )
                for top in outline.root
            ]
        assert told == [("Agenda", 1, [("First", 1), ("Second", 2)]), ("Terms", 3, [("Purpose", 3)])]

    def test_puts_a_section_of_the_second_level_under_the_one_before(self):
        book = opened(bound(leaves("item-1", ""), leaves("paper-A", "", level=2), leaves("item-2", "")))

        with book.open_outline() as outline:
            assert [(top.title, [under.title for under in top.children]) for top in outline.root] == [
                ("Item-1", ["Paper-A"]),
                ("Item-2", []),
            ]

    def test_leads_links_between_sections_to_their_first_pages(self):
        book = opened(
            bound(
                leaves("contents", "<a href='pack:terms'>Terms</a>"), leaves("agenda", TWO_PAGES), leaves("terms", "")
            )
        )

        (link,) = book.pages[0].Annots
        assert "/A" not in link
        assert link.Dest[0].objgen == book.pages[3].obj.objgen
        assert str(link.Contents) == "Go to Terms"

    def test_leaves_other_links_as_they_are(self):
        book = opened(bound(leaves("agenda", "<a href='https://www.england.nhs.uk/'>NHS England</a>")))

        assert str(book.pages[0].Annots[0].A.URI) == "https://www.england.nhs.uk/"

    def test_is_the_same_bytes_every_time(self):
        sections = [leaves("agenda", TABLE), sheets(a_paper("Budget"), "")]

        assert bound(*sections) == bound(*sections)

    def test_says_what_it_is(self):
        book = opened(bound(leaves("agenda", "")))

        assert str(book.Root.Lang) == "en-GB"
        assert str(book.docinfo.Title) == "Board pack: Board, 14 May 2026"
        assert book.Root.ViewerPreferences.DisplayDocTitle is True
        assert book.Root.PageMode == "/UseOutlines"


class TestTags:
    def test_are_kept_under_a_part_for_each_section(self):
        book = opened(bound(leaves("agenda", TABLE), leaves("terms", "<p>Quorum</p>")))

        (document,) = book.Root.StructTreeRoot.K
        assert [(str(part.S), str(part.T)) for part in document.K] == [("/Part", "Agenda"), ("/Part", "Terms")]
        assert {"/H1", "/Table", "/TR", "/TH", "/TD"} <= {str(each.S) for each in elements(document.K[0])}

    def test_give_every_page_and_link_a_key_that_finds_its_elements(self):
        link = "<p><a href='pack:terms'>Terms</a></p>"
        book = opened(bound(leaves("agenda", TWO_PAGES + link), leaves("contents", link), leaves("terms", TABLE)))

        numbers = book.Root.StructTreeRoot.ParentTree.Nums
        found = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert list(found) == sorted(found)
        keys = [int(page.obj.StructParents) for page in book.pages]
        keys += [int(link.StructParent) for page in book.pages for link in page.obj.get("/Annots", [])]
        assert sorted(keys) == sorted(found)
        for page in book.pages:
            assert {each.Pg.objgen for each in found[int(page.obj.StructParents)]} == {page.obj.objgen}

    def test_keep_the_headers_of_each_table_apart_from_those_of_others(self):
        book = opened(bound(leaves("agenda", TABLE), leaves("terms", TABLE)))

        every = list(elements(book.Root.StructTreeRoot.K[0]))
        ids = [str(each.ID) for each in every if "/ID" in each]
        assert len(ids) == len(set(ids)) == 6
        named = {str(header) for each in every if "/A" in each for header in each.A.get("/Headers", [])}
        assert named
        assert named <= set(ids)


def sheets(paper, *shapes):
    """The sheets that a paper is laid on, each upright or wide."""
    body = "".join(f"<div class='sheet {shape}'></div>" for shape in shapes)
    html = f"<html lang=en-GB><title>Paper A</title><body class=bound>{body}"
    return Leaves("paper-A", "Paper A", typeset(html), 2, paper)


def figures_of(book):
    """The words of each figure, and its sides in whole millimetres from the left and the foot of its page."""
    with opened(book) as pdf:
        found = [each for each in elements(pdf.Root.StructTreeRoot.K[0]) if each.S == "/Figure"]
        return [(str(each.Alt), [round(float(side) * 25.4 / 72) for side in each.A.BBox]) for each in found]


class TestUploadedPaper:
    def test_is_drawn_page_by_page_on_its_sheets(self):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", "Quokka"), "", ""))

        assert [word for page in (1, 2, 3) for word in ("Zebra", "Quokka") if word in text_of(book, page)] == [
            "Zebra",
            "Quokka",
        ]
        assert "Zebra" in text_of(book, 2)
        assert "Page 3 of 3" in text_of(book, 3)

    def test_is_tagged_as_a_figure_on_each_page(self):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", "Quokka"), "", ""))

        assert [words for words, _sides in figures_of(book)] == [
            "Paper A, page 1 of 2, as it was uploaded",
            "Paper A, page 2 of 2, as it was uploaded",
        ]

    @pytest.mark.parametrize("how", [{"wide": True}, {"turned": 90}], ids=["wide", "turned"])
    def test_stays_clear_of_head_and_foot(self, how):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", **how), "sheet--wide"))

        assert "Zebra" in text_of(book, 2)
        assert [sides for _words, sides in figures_of(book)] == [[12, 21, 285, 187]]
