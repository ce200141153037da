"""The bookmarks of a PDF that others made, as they may be put into another."""

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, Pdf, String

MOST_OF_A_LEVEL, DEEPEST = 500, 4

Places = Mapping[tuple[int, int], int]
Named = Mapping[str, Any]


def bookmarks(pdf: Pdf, first: int = 0) -> list[OutlineItem]:
    """What they are called, and the page that each leads to, if `first` others come before its own pages."""
    places = {page.obj.objgen: first + place for place, page in enumerate(pdf.pages)}
    try:
        outline = pdf.open_outline(max_depth=DEEPEST).root
    except pikepdf.PikepdfError:
        return []
    return list(_moved(outline, _named(pdf), places))


def _moved(items: list[OutlineItem], named: Named, places: Places) -> Iterator[OutlineItem]:
    for item in items[:MOST_OF_A_LEVEL]:
        title, place = _words(item.title), _place(item, named, places)
        if title and place is not None:
            moved = OutlineItem(title, place, "Fit")
            moved.is_closed = True
            moved.children.extend(_moved(item.children, named, places))
            yield moved


def _words(title: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in title).split())


def _place(item: OutlineItem, named: Named, places: Places) -> int | None:
    """The page that a bookmark leads to: by itself, by what it does, or by a name."""
    leads: Any = item.destination or (item.action or Dictionary()).get(Name.D)
    if isinstance(leads, (String, Name)):
        leads = named.get(str(leads))
    if isinstance(leads, Dictionary):
        leads = leads.get(Name.D)
    target = leads[0] if isinstance(leads, Array) and len(leads) else None
    return places.get(target.objgen) if isinstance(target, Dictionary) else None


def _named(pdf: Pdf) -> Named:
    """Places that have names, as they have since PDF 1.2, and as they had before."""
    names, old = pdf.Root.get(Name.Names, Dictionary()), pdf.Root.get(Name.Dests, Dictionary())
    told = {str(name): place for name, place in old.items()}
    return told | (dict(NameTree(names.Dests)) if Name.Dests in names else {})
