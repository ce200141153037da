"""A section of paper made over for a screen, and where its pages begin there."""

import re

import pytest

from registry.press import typeset
from registry.readings.folios import mark_pages
from registry.readings.screen import body_of, on_screen

pytestmark = pytest.mark.pure

FILLER = " ".join(f"The {number}th thing that is said of it fills the page from side to side." for number in range(12))


def sheet(*parts):
    return (
        f"<html lang=en-GB><title>T</title><body class=bound><div class=head-left>Running</div>{''.join(parts)}</body>"
    )


def shown(html, ways=None):
    return str(on_screen(body_of(html), ways or {}))


def marked(html):
    """The words of a section with a | and its number where each page but the first begins."""
    body = body_of(html)
    mark_pages(body, typeset(html), [str(number) for number in range(1, 40)])
    told = re.sub(r'<\w+ class="folio" id="page-(\d+)">Page \d+</\w+>', r"|\1|", str(on_screen(body, {})))
    return re.sub(r"<[^>]+>", " ", told)


class TestOnScreen:
    def test_leaves_out_what_stands_on_every_sheet(self):
        assert shown(sheet("<p style='color: red'>Words</p> after")) == "<p>Words</p> after"

    def test_leads_to_other_sections_where_there_are_any(self):
        links = sheet("<a href='pack:paper-A'>A</a><a href='pack:paper-B'>B</a>")

        assert shown(links, {"paper-A": "/there"}) == '<a href="/there">A</a><a>B</a>'

    def test_says_of_each_cell_what_it_is_where_a_line_has_no_room(self):
        told = shown(sheet("<table><thead><tr><th>Name<th>Day<tbody><tr><th>Asha<td>1 May</table>"))

        assert '<span class="reading__head" aria-hidden="true">Day </span>1 May' in told
        assert 'role="rowheader"' in told

    def test_numbers_clauses_as_the_press_does(self):
        assert "2. Duties" in shown(sheet("<div class=clauses><h2>Purpose</h2><h2>Duties</h2></div>"))

    def test_is_text_and_no_markup_whoever_wrote_it(self):
        assert shown(sheet("<p>&lt;script&gt;</p>")) == "<p>&lt;script&gt;</p>"


class TestMarkPages:
    def test_before_the_paragraph_that_begins_a_page(self):
        html = sheet("<h1>One</h1>", "<h2 style='break-before: page'>Second things</h2><p>More words of it</p>")

        assert re.search(r"One \s*\|2\|\s* Second things", marked(html))

    def test_within_a_paragraph_that_goes_on_over_a_page(self):
        html = sheet(*(f"<p>{FILLER.replace('thing', f'part of the {number}th thing')}</p>" for number in range(1, 9)))

        told = marked(html)

        assert told.count("|2|") == 1
        assert re.search(r"[a-z.] \s*\|2\|\s*[A-Za-z]", told)

    def test_between_the_lines_of_a_table_whose_heading_is_repeated(self):
        rows = "".join(f"<tr><th>Line {number}</th><td>{FILLER[:300]}</td></tr>" for number in range(1, 30))
        html = sheet(f"<table><thead><tr><th>Which</th><th>What</th></tr></thead><tbody>{rows}</tbody></table>")

        assert re.search(r"\|2\|\s*(Which )?\s*Line \d+", marked(html))

    def test_not_at_all_where_the_words_are_not_found(self):
        html = sheet("<p>One</p><p style='break-before: page'>Short</p>")

        assert "|" not in marked(html)
