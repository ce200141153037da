"""Links and headings of sections, made those of the book."""

from collections.abc import Iterator
from typing import cast

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

SCHEME = "pack:"
ELSEWHERE = "the first page: this is not bound in here"


def follow(book: Pdf, starts: dict[str, int], titles: dict[str, str]) -> None:
    """Make every link that says `pack:` and a section's name lead to that section's first page.

    What is not bound in is led to by the book's first page, which says what is.
    """
    for page in book.pages:
        for link in page.obj.get(Name.Annots, []):
            address = str(link.get(Name.A, Dictionary()).get(Name.URI, ""))
            if address.startswith(SCHEME):
                name = address.removeprefix(SCHEME)
                del link[Name.A]
                link.Dest = Array([book.pages[starts.get(name, 0)].obj, Name.Fit])
                link.Contents = String(f"Go to {titles.get(name, ELSEWHERE)}")


def headings(source: Pdf, first: int) -> Iterator[OutlineItem]:
    """The headings of a section's second level, whose pages come after `first` others in the book."""
    places = {page.obj.objgen: place for place, page in enumerate(source.pages)}
    with source.open_outline() as outline:
        for heading in (heading for top in outline.root for heading in top.children):
            page, _how, left, height, _zoom = cast(Array, heading.destination)
            place = first + places[page.objgen]
            yield OutlineItem(heading.title, place, "XYZ", left=float(left), top=float(height))
