"""Leaves: the pages of one section, before they are bound."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Self

import pikepdf
from pikepdf import OutlineItem

from registry.files.bookmarks import bookmarks
from registry.packs.binding.sheets import Lie, lie_of


@dataclass(frozen=True)
class Uploaded:
    """A paper that somebody sent: its bytes, how each of its pages lies, and whether it is PDF/A."""

    content: bytes
    lies: list[Lie]
    is_to_be_kept: bool

    @classmethod
    def of(cls, content: bytes, *, is_to_be_kept: bool) -> Self:
        """The paper that some bytes are; raises PdfError if they are none."""
        with pikepdf.open(BytesIO(content)) as paper:
            return cls(content, [lie_of(page) for page in paper.pages], is_to_be_kept)

    @property
    def shapes(self) -> list[bool]:
        """Which sheets it needs, a wide one and one that is not: each is set once, however many pages it has."""
        return sorted({lie.wide for lie in self.lies})

    def bookmarks(self, first: int) -> list[OutlineItem]:
        """Its own, if `first` pages of a book come before it."""
        with pikepdf.open(BytesIO(self.content)) as paper:
            return bookmarks(paper, first)


@dataclass(frozen=True)
class Leaves:
    """The pages of a section as they come from the press; or, under an uploaded paper, the sheets it is laid on.

    `html` is what they were set from, and can be set from again.
    """

    name: str
    title: str
    content: bytes
    level: int = 1
    paper: Uploaded | None = None
    html: str = ""

    @cached_property
    def labels(self) -> list[str]:
        """Of pages in large print, which pages of the standard print each shows."""
        with pikepdf.open(BytesIO(self.content)) as pages:
            return [page.label for page in pages.pages]

    @cached_property
    def sheets(self) -> int:
        """How many it is set on, before any is copied for another page of its paper."""
        with pikepdf.open(BytesIO(self.content)) as pages:
            return len(pages.pages)

    @property
    def count(self) -> int:
        """With the page that is left blank after it, if one is."""
        paper = self.paper
        return self.sheets if paper is None else self.sheets - len(paper.shapes) + len(paper.lies)
