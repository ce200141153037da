"""A book in another style than the standard one, in which every page is called what it is called in that."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from registry import press
from registry.packs.binding.leaves import Leaves
from registry.paper import LARGE


def restyled(book: Sequence[Leaves], labels: Sequence[str], style: str) -> tuple[list[Leaves], Sequence[str]]:
    """The sections of a book set again in a style, and what their pages are called then.

    In large print they are more: each is called what is called so that stands on it.
    """
    left = iter(labels)
    written = [press.in_style(each.html, style, pages=list(islice(left, each.count))) for each in book]
    again = [replace(each, content=pages) for each, pages in zip(book, press.set_all(written), strict=True)]
    return again, [label for each in again for label in each.labels] if style == LARGE else labels
