"""Binding in an uploaded paper: each of its pages laid on a sheet of ours."""

from io import BytesIO

import pikepdf
from pikepdf import Page, Pdf

from registry.packs.binding.leaves import Uploaded
from registry.packs.binding.sheets import clear_space, lay
from registry.packs.binding.tags import Tags


def lay_in(book: Pdf, title: str, paper: Uploaded, source: Pdf, tags: Tags) -> None:
    """Put a paper at the end of the book: each page on a copy of the sheet that suits it, tagged as one figure."""
    pages = _sheets(book, paper, source)
    first = {shape: pages[[lie.wide for lie in paper.lies].index(shape)] for shape in paper.shapes}
    part = tags.join(source, [*first.values(), *_left_blank(book, paper, source)], title)
    for lie, page in zip(paper.lies, pages, strict=True):
        tags.again(page, like=first[lie.wide])
    with pikepdf.open(BytesIO(paper.content)) as sent:
        for number, (sheet, page) in enumerate(zip(pages, sent.pages, strict=True), start=1):
            words = f"{title}, page {number} of {len(pages)}, as it was uploaded"
            lay(book, sheet, page, mark=tags.figure(part, sheet, clear_space(sheet), words))


def _sheets(book: Pdf, paper: Uploaded, source: Pdf) -> list[Page]:
    first, sheets = len(book.pages), dict(zip(paper.shapes, source.pages, strict=False))
    for lie in paper.lies:
        book.pages.append(sheets[lie.wide])
    return [book.pages[place] for place in range(first, len(book.pages))]


def _left_blank(book: Pdf, paper: Uploaded, source: Pdf) -> list[Page]:
    """The page after the paper that is left blank, if the next section is to start on a right-hand page."""
    first = len(book.pages)
    book.pages.extend(source.pages[len(paper.shapes) :])
    return [book.pages[place] for place in range(first, len(book.pages))]
