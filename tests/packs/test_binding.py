import re
import subprocess
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, OutlineItem
from PIL import Image

from registry.packs.binding import Leaves, Uploaded, bind
from registry.press import typeset
from tests.files.papers import a_plain_pdf, add_page, written
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

    def test_bears_a_name_across_every_page_and_at_its_foot_whatever_its_letters(self):
        sections = [leaves("agenda", TWO_PAGES), sheets(a_paper("Zebra", wide=True))]
        for name in ("Asha & <Ŵyn>", "عائشة", "A" * 120):
            book = bind(sections, title="Pack", foot=FOOT, mark=f"Copy of {name}")

            assert ["Copy of" in text_of(book, page) for page in (1, 2, 3)] == [True] * 3
            assert ["/Watermark" in page.Resources.XObject for page in opened(book).pages] == [True] * 3

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
        sections = [leaves("agenda", TABLE), sheets(a_paper("Budget"))]

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


HEADS = "<div class=head-left>Federation <span class=aside>Board pack</span></div><div class=head-right>Paper A</div>"


def sheets(content, **more):
    """A paper with the sheets that it is laid on, an upright and a wide one as it needs."""
    paper = Uploaded.of(content, is_to_be_kept=more.pop("is_to_be_kept", False))
    body = "".join(f"<div class='sheet {'sheet--wide' if wide else ''}'></div>" for wide in paper.shapes)
    html = f"<html lang=en-GB><title>Paper A</title><body class=bound>{HEADS}{body}"
    return Leaves("paper-A", "Paper A", typeset(html), 2, paper, **more)


def figures_of(book):
    """The words of each figure, and its sides in whole millimetres from the left and the foot of its page."""
    with opened(book) as pdf:
        found = [each for each in elements(pdf.Root.StructTreeRoot.K[0]) if each.S == "/Figure"]
        return [(str(each.Alt), [round(float(side) * 25.4 / 72) for side in each.A.BBox]) for each in found]


def corner_of(paper):
    """Where, on its sheet in a book, the red square is seen that a paper has in its lower left; None, if nowhere."""
    book, asked = bound(leaves("item-1", ""), sheets(paper)), ["pdftoppm", "-r", "36", "-png", "-f", "2", "-"]
    drawn = subprocess.run(asked, input=book, capture_output=True, check=True)
    page = Image.open(BytesIO(drawn.stdout)).convert("RGB")
    red = page.point(lambda level: 255 * (level > 150)).convert("RGB")
    found = [(x, y) for x in range(page.width) for y in range(page.height) if red.getpixel((x, y)) == (255, 0, 0)]
    if not found:
        return None
    x, y = found[len(found) // 2]
    return f"{'upper' if y < page.height / 2 else 'lower'} {'left' if x < page.width / 2 else 'right'}"


class TestUploadedPaper:
    def test_is_drawn_page_by_page_on_its_sheets(self):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", "Quokka")))

        assert [word for page in (1, 2, 3) for word in ("Zebra", "Quokka") if word in text_of(book, page)] == [
            "Zebra",
            "Quokka",
        ]
        assert "Zebra" in text_of(book, 2)
        assert "Page 3 of 3" in text_of(book, 3)

    def test_is_tagged_as_a_figure_on_each_page(self):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", "Quokka")))

        assert [words for words, _sides in figures_of(book)] == [
            "Paper A, page 1 of 2, as it was uploaded",
            "Paper A, page 2 of 2, as it was uploaded",
        ]

    def test_has_a_sheet_of_its_own_for_every_page_however_they_lie(self):
        pdf = pikepdf.new()
        for words, size in (("Zebra", (595, 842)), ("Quokka", (842, 595)), ("Wombat", (595, 842)), ("Emu", (900, 900))):
            add_page(pdf, words, size)

        book = bound(leaves("item-1", ""), sheets(written(pdf)), leaves("end", TABLE))

        assert [sides[2:] for _words, sides in figures_of(book)] == [[198, 274], [285, 187], [198, 274], [198, 274]]
        for page, word in enumerate(("Zebra", "Quokka", "Wombat", "Emu"), start=2):
            assert word in text_of(book, page)
        with opened(book) as whole:
            keys = [int(page.obj.StructParents) for page in whole.pages]
            assert len(set(keys)) == len(keys)

    def test_shows_no_more_than_its_crop(self):
        cropped = a_plain_pdf("Zebra", CropBox=Array([20, 600, 300, 842]))

        assert corner_of(a_plain_pdf("Zebra")) == "lower left"
        assert corner_of(cropped) is None

    @pytest.mark.parametrize(("turned", "corner"), [(90, "upper left"), (180, "upper right"), (270, "lower right")])
    def test_is_turned_as_it_is_to_be_read(self, turned, corner):
        assert corner_of(a_plain_pdf("Zebra", Rotate=turned)) == corner

    def test_brings_its_own_bookmarks(self):
        with opened(a_paper("Zebra", "Quokka")) as pdf:
            with pdf.open_outline() as outline:
                chapter = OutlineItem("Pennod ŵ 😀 فصل", 1)
                chapter.children.append(OutlineItem("Under it", 0))
                outline.root[:] = [chapter, OutlineItem("Nowhere")]
            book = opened(bound(leaves("item-1", ""), sheets(written(pdf))))

        places = {page.obj.objgen: number for number, page in enumerate(book.pages, start=1)}
        with book.open_outline() as outline:
            [chapter] = outline.root[0].children[0].children
            assert (chapter.title, places[chapter.destination[0].objgen]) == ("Pennod ŵ 😀 فصل", 3)
            assert [places[under.destination[0].objgen] for under in chapter.children] == [2]

    @pytest.mark.parametrize("how", [{"wide": True}, {"turned": 90}], ids=["wide", "turned"])
    def test_stays_clear_of_head_and_foot(self, how):
        book = bound(leaves("item-1", ""), sheets(a_paper("Zebra", **how)))

        assert "Zebra" in text_of(book, 2)
        assert [sides for _words, sides in figures_of(book)] == [[12, 21, 285, 187]]
