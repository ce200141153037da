"""Stamping the foot of every page of a book, in the same face as its sections are set in."""

import re
import string
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from registry.paper import BLACK, LARGE, LETTERS, STANDARD, legible
from registry.press import typeset
from registry.press.codes import in_groups, picture_of

MM = 72 / 25.4
SIZE_PT, LARGE_PT, LINE_MM = 8, 14, 3.7
LEFT_MM, RIGHT_MM, BASELINE_MM = 18, 18, 13.6
INKS = {BLACK: "0 0 0"}
GREY = "0.259 0.333 0.388"
LONGEST_MARK = 80
"""In letters: what stands beside the code, clear of its picture."""
FONT = Name.Stamp
PICTURE = Name.Code
PICTURE_MM, PICTURE_FOOT_MM, GAP_MM, QUIET = 13, 3, 2.5, 2
"""The picture of a code: how wide, how far from the sheet’s edge and the page’s number, and the white around it."""
ALWAYS, SPECIMENS_KEPT = set(string.ascii_letters + string.digits), 16
"""Letters that most feet have, and so the font of each: what one book was stamped with serves the next."""
GLYPH = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


class Stamp:
    """What stands on the pages of a book: `foot` on the left, its code and `mark` below it, the folio on the right."""

    def __init__(self, foot: str, folios: Sequence[str], code: str = "", style: str = STANDARD, mark: str = "") -> None:
        self.foot, self.folios = legible(foot, LETTERS), [legible(folio, LETTERS) for folio in folios]
        self.code, self.style = code, style
        short = mark if len(mark) <= LONGEST_MARK else f"{mark[: LONGEST_MARK - 1]}…"
        checked = f"Check {in_groups(code)}" if code else ""
        self.check = " · ".join(told for told in (checked, legible(short, LETTERS)) if told)
        self.letters = "".join(sorted(ALWAYS.union(self.foot, self.check, *self.folios)))

    def press_on(self, book: Pdf) -> None:
        """Stamp every page, as an artifact: nobody wants the foot read out with every page."""
        with pikepdf.open(BytesIO(_specimen(self.letters))) as specimen:
            face = next(iter(specimen.pages[0].Resources.Font.values()))
            self.glyphs, self.widths = glyphs_of(face), widths_of(face)
            font = book.copy_foreign(specimen.make_indirect(face))
        picture = self._picture(book) if self.code else None
        for folio, page in zip(self.folios, book.pages, strict=True):
            _give_font(page, font)
            page.contents_add(b"q", prepend=True)
            page.contents_add(self._drawn(page, folio))
            if picture is not None:
                _give(page, Name.XObject, PICTURE, picture)

    def _drawn(self, page: Page, folio: str) -> bytes:
        left, bottom, right, _top = map(float, page.mediabox)
        line = bottom + BASELINE_MM * MM
        beside = (PICTURE_MM + GAP_MM) * MM if self.code else 0
        texts = [
            (SIZE_PT, left + LEFT_MM * MM, line, self.foot),
            (SIZE_PT, left + LEFT_MM * MM, line - LINE_MM * MM, self.check),
            self._folio(folio, right - RIGHT_MM * MM - beside, line),
        ]
        shown = " ".join(
            f"{FONT} {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{self._written(text)}> Tj"
            for size, x, y, text in texts
            if text
        )
        artifact = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
        code = self._placed(bottom, right) if self.code else ""
        return f"Q {artifact} q {INKS.get(self.style, GREY)} rg BT {shown} ET Q {code} EMC".encode()

    def _folio(self, folio: str, end: float, line: float) -> tuple[int, float, float, str]:
        """Large, it stands below the foot, which would have no room beside it."""
        size, below = (LARGE_PT, LINE_MM * MM) if self.style == LARGE else (SIZE_PT, 0)
        return size, end - self._width(folio) * size, line - below, folio

    def _placed(self, bottom: float, right: float) -> str:
        """The code's picture, at the edge of what is printed."""
        size = PICTURE_MM * MM
        across = right - RIGHT_MM * MM - size
        return f"q {size:.2f} 0 0 {size:.2f} {across:.2f} {bottom + PICTURE_FOOT_MM * MM:.2f} cm {PICTURE} Do Q"

    def _picture(self, book: Pdf) -> pikepdf.Object:
        """The code's picture, drawn once for all pages in a square of one by one."""
        rows = [list(row) for row in picture_of(self.code).matrix_iter(border=QUIET)]
        side = len(rows)
        squares = " ".join(
            f"{x} {side - 1 - y} 1 1 re" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark
        )
        drawn = f"{1 / side:.6f} 0 0 {1 / side:.6f} 0 0 cm 0 g {squares} f".encode()
        return book.make_stream(
            drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Resources=Dictionary()
        )

    def _written(self, text: str) -> str:
        return "".join(self.glyphs[letter] for letter in text)

    def _width(self, text: str) -> float:
        return sum(self.widths[int(self.glyphs[letter], 16)] for letter in text) / 1000


@lru_cache(maxsize=SPECIMENS_KEPT)
def _specimen(letters: str) -> bytes:
    """A page with every letter needed, apart from one another, lest two be set as one."""
    return typeset(f"<html lang=en-GB><title>Stamp</title><p>{escape(' '.join(letters))}</p>")


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
    _give(page, Name.Font, FONT, font)


def _give(page: Page, kind: Name, name: Name, what: pikepdf.Object) -> None:
    resources = page.obj.Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = what
