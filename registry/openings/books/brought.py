"""What a line of an old book has come to, and how a book is brought in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from registry.decisions.models import Decision
from registry.forms import Form
from registry.ledger.acts import Actor
from registry.ledger.documents import Document, Part
from registry.reckoning import Reckoned

Answers = dict[str, Any]
Line = tuple[int, Answers]
"""A line's number in its file, the headings being line 1, and what it says."""


@dataclass
class Brought:
    """What a line has become: the document, or the part of one; in words, and with what the old book lacks of it."""

    words: str
    document: Document
    part: Part | None = None
    original: str = ""
    dates: str = ""
    authority: str = ""
    decision: Decision | None = None
    remarks: list[str] = field(default_factory=list)
    share_class_ref: str | None = None
    shares: int | None = None


def day_of(end: Reckoned | None) -> date | None:
    return None if end is None else end.day


def remarks_on_end(end: Reckoned | None) -> list[str]:
    """When something ended, where the old book gives no day."""
    return [f"It ended {end.words}, by the old book."] if end is not None and end.words else []


@dataclass(frozen=True)
class Book:
    """One kind of old book: its columns, in which order its lines are brought in, and how each is.

    `cites` says that its lines tell by whose authority things were done, so that one which does not has a gap.
    """

    title: str
    asks: type[Form]
    brings: Callable[[Answers, Actor], Brought]
    in_turn: Callable[[Sequence[Line]], Iterable[Line]] = list
    cites: bool = False
