"""Stamping the foot of every page of a book, in the same face as its sections are set in."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from registry.press import typeset

MM = 72 / 25.4
SIZE_PT = 8
LEFT_MM, RIGHT_MM, BASELINE_MM = 18, 18, 13.6
GREY = "0.259 0.333 0.388"
FONT = Name.Stamp
GLYPH = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


class Stamp:
    """What is stamped on the pages of a book: `foot` on the left, the page's number on the right."""

    def __init__(self, foot: str, total: int) -> None:
        self.foot, self.total = foot, total
        self.letters = sorted(set(f"{foot}Page of 0123456789"))

    def press_on(self, book: Pdf) -> None:
        """Stamp every page, as an artifact: nobody wants the foot read out with every page."""
        with pikepdf.open(BytesIO(self._specimen())) as specimen:
            face = next(iter(specimen.pages[0].Resources.Font.values()))
            self.glyphs, self.widths = glyphs_of(face), widths_of(face)
            font = book.copy_foreign(specimen.make_indirect(face))
        for number, page in enumerate(book.pages, start=1):
            _give_font(page, font)
            page.contents_add(b"q", prepend=True)
            page.contents_add(self._drawn(page, number))

    def _specimen(self) -> bytes:
        """A page with every letter needed, apart from one another, lest two be set as one."""
        return typeset(f"<html lang=en-GB><title>Stamp</title><p>{' '.join(self.letters)}</p>")

    def _drawn(self, page: Page, number: int) -> bytes:
        left, bottom, right, _top = map(float, page.mediabox)
        told = f"Page {number} of {self.total}"
        texts = [
            (left + LEFT_MM * MM, self.foot),
            (right - RIGHT_MM * MM - self._width(told), told),
        ]
        shown = " ".join(
            f"1 0 0 1 {x:.2f} {bottom + BASELINE_MM * MM:.2f} Tm <{self._written(text)}> Tj" for x, text in texts
        )
        artifact = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
        return f"Q {artifact} q {GREY} rg BT {FONT} {SIZE_PT} Tf {shown} ET Q EMC".encode()

    def _written(self, text: str) -> str:
        return "".join(self.glyphs[letter] for letter in text)

    def _width(self, text: str) -> float:
        return sum(self.widths[int(self.glyphs[letter], 16)] for letter in text) * SIZE_PT / 1000


def glyphs_of(face: pikepdf.Object) -> dict[str, str]:
    """The number, in hexadecimal, by which a font knows each letter."""
    found = GLYPH.findall(face.ToUnicode.read_bytes())
    return {bytes.fromhex(letters.decode()).decode("utf-16-be"): glyph.decode() for glyph, letters in found}


def widths_of(face: pikepdf.Object) -> dict[int, float]:
    """How wide each glyph is, in thousandths of the letter's size."""
    return dict(_runs(list(face.DescendantFonts[0].W)))


def _runs(widths: list[pikepdf.Object]) -> Iterator[tuple[int, float]]:
    for first, run in zip(widths[::2], widths[1::2], strict=True):
        yield from ((int(first) + place, float(width)) for place, width in enumerate(Array(run)))


def _give_font(page: Page, font: pikepdf.Object) -> None:
    resources = page.obj.Resources
    if Name.Font not in resources:
        resources.Font = Dictionary()
    resources.Font[FONT] = font
