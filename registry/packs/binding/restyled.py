"""A book in another style than the standard one, in which every page is called what it is called in that."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from registry import press
from registry.packs.binding.leaves import Leaves
from registry.paper import LARGE


def restyled(book: Sequence[Leaves], labels: Sequence[str], style: str) -> tuple[list[Leaves], Sequence[str]]:
    """The sections of a book set again in a style, and what their pages are called then.

    In large print they are more: each is called what is called so that stands on it. An uploaded paper stays as it is.
    """
    left = iter(labels)
    called = [list(islice(left, each.count)) for each in book]
    pairs = list(zip(book, called, strict=True))
    written = [press.in_style(each.html, style, pages=names[: each.sheets]) for each, names in pairs]
    again = [replace(each, content=pages) for each, pages in zip(book, press.set_all(written), strict=True)]
    if style == LARGE:
        called = [names if each.paper else each.labels for each, names in zip(again, called, strict=True)]
    return again, [*chain(*called)]
