"""Leaves: the pages of one section, before they are bound."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import pikepdf


@dataclass(frozen=True)
class Leaves:
    """The pages of a section as they come from the press; or, under an uploaded paper, the sheets it is laid on.

    `html` is what they were set from, and can be set from again.
    """

    name: str
    title: str
    content: bytes
    level: int = 1
    paper: bytes | None = None
    html: str = ""

    @cached_property
    def labels(self) -> list[str]:
        """Of pages in large print, which pages of the standard print each shows."""
        with pikepdf.open(BytesIO(self.content)) as pages:
            return [page.label for page in pages.pages]

    @cached_property
    def count(self) -> int:
        with pikepdf.open(BytesIO(self.content)) as pages:
            return len(pages.pages)
