"""What a PDF says, whatever is the matter with it."""

import pytest
from weasyprint import HTML

from registry import reading
from registry.reading import pages_of
from tests.papers import a_pdf, a_pdf_saying

pytestmark = pytest.mark.pure


class TestPagesOf:
    def test_are_its_words_page_by_page(self):
        assert pages_of(a_pdf_saying("The lease of\n the premises", "Siân Ŵyn")) == [
            "The lease of the premises",
            "Siân Ŵyn",
        ]

    def test_has_a_heading_apart_from_the_line_below_it(self):
        page = HTML(string="<h1 style='margin: 0'>The offer</h1><p style='margin: 0'>They offer <b>vis</b>its.</p>")

        assert pages_of(page.write_pdf()) == ["The offer They offer visits."]

    def test_of_blank_paper_are_empty(self):
        assert pages_of(a_pdf(2)) == ["", ""]

    @pytest.mark.parametrize(
        "content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00\xff" * 500, a_pdf_saying("Words")[:900]]
    )
    def test_of_what_is_broken_are_none(self, content):
        assert pages_of(content) == []

    def test_of_a_very_long_paper_are_the_first(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_PAGES", 2)

        assert len(pages_of(a_pdf(3))) == 2

    def test_of_a_paper_that_takes_too_long_are_those_read_by_then(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_SECONDS", -1)

        assert pages_of(a_pdf_saying("One", "Two")) == ["One"]

    def test_of_a_very_full_page_are_its_first_letters(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_LETTERS_OF_A_PAGE", 3)

        assert pages_of(a_pdf_saying("Lease")) == ["Lea"]
