"""Laying a page of an uploaded paper on a sheet of ours, clear of what stands at its head and foot."""

from pikepdf import Dictionary, Name, Page, Pdf, Rectangle

from registry.packs.binding.unmarked import unmark

MM = 72 / 25.4
DRAWN = "/Paper"
SIDES_MM, HEAD_MM, FOOT_MM = 12, 23, 21


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
