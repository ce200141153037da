"""A word across every page of a book, light and behind all that is printed: whose copy it is, or that it is old."""

from html import escape
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf

from registry.packs.binding.unmarked import unmark
from registry.press import typeset

MARK = Name.Watermark
WIDE_MM, LARGEST_PT, MM_A_LETTER_AND_PT = 270, 64, 0.19
LIGHT = "#e3e7ea"
SHEET = """<html lang=en-GB><title>Watermark</title><style>
@page {{ size: A4; margin: 0 }}
p {{ position: absolute; left: -45mm; top: 138mm; width: 300mm; margin: 0; text-align: center; white-space: nowrap;
     font-size: {size:.1f}pt; font-weight: 700; color: {colour}; transform: rotate(-54deg) }}
</style><p>{words}</p>"""


def mark_pages(book: Pdf, words: str) -> None:
    """As an artifact, which nobody has read out. The press sets it, in whatever letters a name may have."""
    with pikepdf.open(BytesIO(typeset(_sheet(words)))) as sheet:
        drawing = book.copy_foreign(sheet.pages[0].as_form_xobject())
    unmark(drawing)
    for page in book.pages:
        _give(page, drawing)
        page.contents_add(_placed(page), prepend=True)


def _sheet(words: str) -> str:
    size = min(LARGEST_PT, WIDE_MM / (MM_A_LETTER_AND_PT * max(len(words), 1)))
    return SHEET.format(words=escape(words), size=size, colour=LIGHT)


def _placed(page: Page) -> bytes:
    """On a sheet that lies, it runs down instead of up."""
    left, bottom, right, top = map(float, page.mediabox)
    turned = "1 0 0 1" if top - bottom >= right - left else "0 -1 1 0"
    height = bottom if turned.startswith("1") else top
    artifact = "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC"
    return f"{artifact} q {turned} {left:.2f} {height:.2f} cm {MARK} Do Q EMC".encode()


def _give(page: Page, drawing: pikepdf.Object) -> None:
    """The press lets its pages share what they draw with."""
    resources = page.obj.Resources
    if Name.XObject not in resources:
        resources[Name.XObject] = Dictionary()
    resources[Name.XObject][MARK] = drawing
