import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from registry.press import typeset
from tests.papers import elements, pages_of, text_of
from tests.press.conforming import faults

pytestmark = pytest.mark.pure

TITLES = {
    "Welsh": "Siân Ŵyn Ŷch, Tŷ’r Eglwys",
    "Arabic": "ميزانية المجلس 2026",
    "signs": "Budget 🎉 ☂️ 👩‍⚕️ → ✓",
    "Chinese": "王 Wang",
}
NAME = "Dr " + "Wilhelmina-Anastasia" * 5 + " Featherstonehaugh"
ONLY_DEJAVU = """<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{}</cachedir></fontconfig>"""
SET = "import sys; from registry.press import typeset; sys.stdout.buffer.write(typeset(sys.stdin.read()))"


def document(title, body=""):
    head = f"<div class=head-left>Federation<span class=aside>{title}</span></div><div class=head-right>{title}</div>"
    return f"<html lang=en-GB><title>{title}</title><body>{head}<h1>{title}</h1><h2><i>{title}</i></h2>{body}"


def fonts_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as paper:
        fonts = [font for page in paper.pages for font in page.Resources.Font.values()]
        return {str(font.BaseFont).partition("+")[2].replace("-", "") for font in fonts}


def set_without_other_fonts(html, folder):
    """A paper as it is set on a machine that has no fonts but one family."""
    settings = Path(folder) / "fonts.conf"
    settings.write_text(ONLY_DEJAVU.format(folder))
    bare = os.environ | {"FONTCONFIG_FILE": str(settings)}
    return subprocess.run([sys.executable, "-c", SET], input=html.encode(), env=bare, capture_output=True, check=True)


class TestATitleInOtherLetters:
    def test_has_a_glyph_for_each_on_paper_in_its_head_and_in_its_outline(self):
        papers = {name: typeset(document(title)) for name, title in TITLES.items()}

        assert faults(papers) == {}

    def test_is_set_in_our_fonts_alone_whatever_the_machine_has(self, tmp_path):
        html = document(" ".join(TITLES.values()))

        bare = set_without_other_fonts(html, tmp_path).stdout

        assert bare == typeset(html)
        assert all(name.startswith(("SourceSans3", "NotoSansArabic", "NotoEmoji")) for name in fonts_of(bare))

    def test_shows_a_mark_where_no_font_of_ours_has_the_letter(self):
        assert "□ Wang" in text_of(typeset(document(TITLES["Chinese"])))

    def test_keeps_its_welsh_accents(self):
        assert TITLES["Welsh"] in text_of(typeset(document(TITLES["Welsh"])))


class TestWhatIsLong:
    def test_name_of_120_letters_stays_within_the_page(self):
        row = f"<tr><th scope=row>{NAME}<td>Chair"
        pdf = typeset(document(NAME, f"<table><thead><tr><th scope=col>Name<th scope=col>Seat<tbody>{row}</table>"))

        boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout
        right = [float(each.split(b'"')[0]) for each in boxes.split(b'xMax="')[1:]]
        assert len(NAME) >= 120
        assert max(right) <= 595 - 50

    def test_row_longer_than_a_page_is_one_row_and_loses_no_word(self):
        words = [f"w{number}" for number in range(3000)]
        row = f"<tr><th scope=row>Dr Asha Patel<td>{' '.join(words)}"
        pdf = typeset(
            document("Register", f"<table><thead><tr><th scope=col>Name<th scope=col>Why<tbody>{row}</table>")
        )

        with pikepdf.open(BytesIO(pdf)) as paper:
            tags = [str(each.S) for each in elements(paper.Root.StructTreeRoot.K[0])]
        told = [word for page in pages_of(pdf) for word in page if word.startswith("w")]
        assert len(pages_of(pdf)) > 2
        assert told == words
        assert (tags.count("/Table"), tags.count("/TR"), tags.count("/TD")) == (1, 2, 1)

    def test_decision_of_one_word_has_its_box(self):
        pdf = typeset(document("Minutes", "<section class=decision><p class=decision__text>Agreed.</p></section>"))

        assert "Agreed." in text_of(pdf)
        assert len(pages_of(pdf)) == 1
