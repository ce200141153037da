"""Laying a page of an uploaded paper on a sheet of ours, clear of what stands at its head and foot."""

from dataclasses import dataclass

from pikepdf import Dictionary, Name, Page, Pdf, Rectangle

from registry.packs.binding.unmarked import unmark

MM = 72 / 25.4
DRAWN = "/Paper"
SIDES_MM, HEAD_MM, FOOT_MM = 12, 23, 21
LONG_MM, SHORT_MM = 297, 210


def lay(book: Pdf, sheet: Page, page: Page, *, mark: int) -> None:
    """Draw a page as large as the sheet's clear space allows; `mark` is the number that its tag knows it by."""
    drawing = book.copy_foreign(page.as_form_xobject())
    unmark(drawing)
    # The press lets its pages share what they draw with; a drawing is each sheet's own.
    shared = dict(sheet.obj.Resources.items())
    sheet.obj.Resources = Dictionary(shared | {"/XObject": Dictionary({DRAWN: drawing})})
    placed = sheet.calc_form_xobject_placement(
        drawing, Name(DRAWN), clear_space(sheet), invert_transformations=True, allow_shrink=True, allow_expand=True
    )
    sheet.contents_add(b"q", prepend=True)
    sheet.contents_add(f"Q /Figure <</MCID {mark}>> BDC ".encode() + placed + b" EMC")


def clear_space(sheet: Page) -> Rectangle:
    left, bottom, right, top = map(float, sheet.mediabox)
    return Rectangle(left + SIDES_MM * MM, bottom + FOOT_MM * MM, right - SIDES_MM * MM, top - HEAD_MM * MM)


@dataclass(frozen=True)
class Lie:
    """How a page of an uploaded paper lies in a book: whether on its side, and at what share of its own size."""

    wide: bool
    share: float


def lie_of(page: Page) -> Lie:
    """A page as it is to be read lies on its side if it is wider than it is high."""
    left, bottom, right, top = map(float, page.trimbox)
    sides = sorted((right - left, top - bottom), reverse=True)
    turned = int(page.obj.get(Name.Rotate, 0)) % 180 == 90
    wide = (top - bottom > right - left) if turned else (right - left > top - bottom)
    along, across = (
        (LONG_MM - 2 * SIDES_MM, SHORT_MM - HEAD_MM - FOOT_MM)
        if wide
        else (
            LONG_MM - HEAD_MM - FOOT_MM,
            SHORT_MM - 2 * SIDES_MM,
        )
    )
    return Lie(wide, min(along * MM / sides[0], across * MM / sides[1]))
