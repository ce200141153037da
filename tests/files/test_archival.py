from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, OutlineItem

from registry.files import archival
from registry.files.archival import archived
from registry.files.lettering import is_legible
from tests.files.papers import a_plain_pdf, unnamed_letters, written
from tests.packs.papers import a_paper
from tests.papers import text_of
from tests.press.conforming import faults

pytestmark = pytest.mark.pure

UNTAGGED = {"6.7.2.2-1", "6.7.3.3-1", "6.6.4-3"}
"""What PDF/A-3a asks beyond PDF/A-3b: the tags, which a paper is given when it is bound in."""


class TestArchived:
    def test_is_pdf_a_but_for_its_tags_with_its_colours_faces_and_letters(self):
        papers = {
            "plain": archived(a_plain_pdf("Zebra", CropBox=Array([20, 20, 400, 800]), Rotate=90), "gs").content,
            "unnamed": archived(unnamed_letters(a_paper("Zebra")), "gs").content,
        }

        for told in faults(papers).values():
            assert {fault.split()[1] for fault in told if fault.startswith("3a")} == UNTAGGED

    def test_keeps_words_pages_and_bookmarks(self):
        with pikepdf.open(BytesIO(a_plain_pdf("Zebra", "Quokka"))) as pdf:
            with pdf.open_outline() as outline:
                outline.root.append(OutlineItem("Pennod ŵ 😀 فصل", 1))
            made = archived(written(pdf), "gs")

        assert made.why_not == ""
        assert "Zebra" in text_of(made.content)
        with pikepdf.open(BytesIO(made.content)) as pdf, pdf.open_outline() as outline:
            assert len(pdf.pages) == 2
            assert [each.title for each in outline.root] == ["Pennod ŵ 😀 فصل"]

    def test_comes_to_the_same_bytes_every_time(self):
        content = a_plain_pdf("Zebra")

        assert archived(content, "gs") == archived(content, "gs")

    def test_draws_letters_as_shapes_where_nobody_can_tell_which_they_are(self):
        content = unnamed_letters(a_paper("Zebra"))

        assert not is_legible(content)
        assert text_of(archived(content, "gs").content) == ""

    @pytest.mark.parametrize(
        ("program", "why"),
        [
            ("", "this registry has no Ghostscript to turn it into PDF/A"),
            ("no-such-program", "this registry has no Ghostscript to turn it into PDF/A"),
            ("false", "Ghostscript could not turn it into PDF/A: it cannot be read"),
            ("true", "Ghostscript could not turn it into PDF/A: it cannot be read"),
        ],
    )
    def test_leaves_it_as_it_was_sent_and_says_why(self, program, why):
        content = a_plain_pdf("Zebra")

        assert archived(content, program) == archival.Archived(content, why)

    def test_does_not_wait_for_ever(self, monkeypatch):
        monkeypatch.setattr(archival, "SECONDS", 0.01)

        assert "it took longer than 0.01 seconds" in archived(a_plain_pdf("Zebra"), "gs").why_not
