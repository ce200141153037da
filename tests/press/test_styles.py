import re
from io import BytesIO
from itertools import chain
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest

from registry.paper import BLACK, LARGE, STANDARD
from registry.press import in_style, key_of, typeset
from registry.press.styles import blacken_pictures, sheet_of
from tests.papers import elements, pages_of, text_of
from tests.press.conforming import faults

pytestmark = pytest.mark.pure

COLUMNS = ("No.", "Member", "Address", "Practice", "Registered", "Since", "Remarks")
HEAD = "".join(f"<th scope=col>{each}" for each in COLUMNS)
LINES = "".join(
    f"<tr><td>{n}<th scope=row>Dr Asha Patel<td>1 Market Street<td>Oadby Surgery<td>Yes<td class=time>1 April 2019<td>"
    for n in range(1, 41)
)
CHART = '<svg width="9" height="9" role="img"><title>Chart</title><rect width="9" height="9" fill="#d5e5f5"/></svg>'
BODY = (
    f"<h1>Members</h1><p>{'Words of the first paragraph. ' * 150}</p><ul>{'<li>An item' * 40}</ul>{CHART}"
    f"<table class=register><thead><tr>{HEAD}</thead><tbody>{LINES}</table><div class=decision><p>Resolved.</div>"
)


def document(body=BODY):
    head = "<div class=head-left>Federation</div><div class=foot-right><span class=foot-right__page></span></div>"
    return f'<!doctype html><html lang=en-GB data-style="standard"><title>Members</title><body>{head}{body}'


@pytest.fixture(scope="module")
def prints():
    return {style: typeset(in_style(document(), style)) for style in (STANDARD, LARGE, BLACK)}


def tags_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as paper:
        return [str(each.S) for each in elements(paper.Root.StructTreeRoot.K[0])]


class TestEveryStyle:
    def test_is_to_be_kept_and_to_be_read_out(self, prints):
        assert faults(prints) == {}

    def test_is_the_same_bytes_every_time(self, prints):
        assert typeset(in_style(document(), LARGE)) == prints[LARGE]

    def test_has_a_key_of_its_own(self):
        assert len({key_of(in_style(document(), style)) for style in (STANDARD, LARGE, BLACK)}) == 3


class TestPlainBlack:
    def test_draws_in_black_and_white_alone(self, prints):
        with pikepdf.open(BytesIO(prints[BLACK])) as pdf:
            drawn = chain.from_iterable(map(pikepdf.parse_content_stream, pdf.pages))
            colours = {tuple(map(float, each.operands)) for each in drawn if str(each.operator) in ("rg", "RG")}

        assert colours == {(0, 0, 0), (1, 1, 1)}

    def test_breaks_its_pages_where_the_standard_print_does(self, prints):
        assert pages_of(prints[BLACK]) == pages_of(prints[STANDARD])

    def test_knows_no_colour_and_lets_nothing_shine_through(self):
        css = sheet_of(BLACK)

        assert set(re.findall(r"#[0-9a-f]{3,8}\b", css)) == {"#000", "#fff"}
        assert set(re.findall(r"opacity: ([\d.]+)", css)) == {"1"}
        assert not re.search(r"rgb|hsl|gr[ae]y|: (red|blue|green)", css)


class TestLargePrint:
    def test_sets_no_words_in_less_than_18_points_but_at_head_and_foot(self):
        sizes = {float(size) for size in re.findall(r"font(?:-size)?: ([\d.]+)pt", sheet_of(LARGE))}

        assert {size for size in sizes if size < 18} == {12}

    def test_says_in_its_margin_where_each_page_of_the_standard_print_begins(self, prints):
        marked = re.findall(r"p\. (\d+) (?!Federation)", text_of(prints[LARGE]))

        assert marked == [str(number) for number, _ in enumerate(pages_of(prints[STANDARD]), start=1)]

    def test_calls_each_of_its_pages_what_stands_on_it_is_called(self, prints):
        with pikepdf.open(BytesIO(prints[LARGE])) as pdf:
            labels = [page.label for page in pdf.pages]

        assert labels[0] == "1"
        assert labels[-1] == str(len(pages_of(prints[STANDARD])))
        assert [label for label in labels if "–" in label]

    def test_takes_the_names_of_pages_from_the_book_that_it_is_a_part_of(self):
        part = in_style(document(f"<p>{'Words. ' * 1200}</p>"), LARGE, pages=["46", "46a"])

        with pikepdf.open(BytesIO(typeset(part))) as pdf:
            assert [page.label for page in pdf.pages][:: len(pdf.pages) - 1] == ["46", "46a"]

    def test_marks_the_very_line_of_a_paragraph_in_which_a_page_begins(self):
        words = " ".join(f"w{number}" for number in range(1500))
        plain = document(f"<p>One <b>bold</b> word: {words}</p>")
        first = pages_of(typeset(plain))[1][1]

        told = text_of(typeset(in_style(plain, LARGE)))

        assert first.startswith("w")
        assert re.search(rf"p\. 2( w\d+)*? {first}( w\d+){{0,14}} w", told)

    def test_loses_no_word_of_a_table_too_wide_for_it(self, prints):
        words = text_of(prints[LARGE])

        assert tags_of(prints[LARGE]).count("/Table") == 1
        assert all(words.count(column) >= 40 for column in ("Member", "Address", "Practice", "Since"))
        assert words.count("Oadby Surgery") == words.count("1 April 2019") == 40

    def test_keeps_a_table_that_fits(self):
        table = "<table><thead><tr><th scope=col>Name<th scope=col>Seat<tbody><tr><th scope=row>Asha<td>Chair</table>"

        assert "/THead" in tags_of(typeset(in_style(document(table), LARGE)))

    def test_leaves_a_column_to_be_filled_in_where_every_line_of_it_is_empty(self, prints):
        assert text_of(prints[LARGE]).count("Remarks") == 40


class TestPicturesInPlainBlack:
    @pytest.mark.parametrize(
        ("colour", "becomes"), [("#d5e5f5", "#fff"), ("#fff", "#fff"), ("#768692", "#000"), ("none", "none")]
    )
    def test_have_tints_left_white_and_the_rest_black(self, colour, becomes):
        root = fromstring(f'<svg><rect fill="{colour}" stroke="#d8dde0"/></svg>')
        blacken_pictures(root)

        assert root[0].attrib == {"fill": becomes, "stroke": "#000"}
