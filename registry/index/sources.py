"""What rooms say is in the index, of which kinds of document, and for whom."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from registry.ledger import Document

if TYPE_CHECKING:
    from registry.index.seeking import Hit, Reader


@dataclass(frozen=True)
class Said:
    """Words of a document, under a title: see IndexedPassage. Those of a paper are read from its file, `sha256`."""

    title: str
    words: str = ""
    part_ref: str | None = None
    number: int | None = None
    body_ref: str | None = None
    on: date | None = None
    since: date | None = None
    until: date | None = None
    closed: bool = False
    over: str | None = None
    sha256: str | None = None


@dataclass(frozen=True)
class Wanted:
    """What somebody seeks, and among what: of which kind, body and days, as at a day; all, of what is left out."""

    words: str
    day: date
    kind: str = ""
    body_ref: str | None = None
    first: date | None = None
    last: date | None = None


def of_no_other(_: "Reader") -> Collection[str]:
    return ()


def from_nobody(_: "Reader", __: Sequence["Hit"]) -> Collection[str]:
    return ()


@dataclass(frozen=True)
class Source:
    """One kind of words: whose documents say them, what a reader needs, and where a hit leads.

    `closed` is the permission that opens what is closed, everywhere or over what it is granted over; `opens` are the
    refs over which the room opens it besides. `withholds` says which documents or parts, by their refs, a reader is
    not to be told of for reasons that stand elsewhere; it is asked each time.
    """

    of: type[Document]
    kind: str
    needs: str
    says: Callable[[Any], Iterable[Said]]
    leads: Callable[["Hit"], str]
    closed: str = ""
    opens: Callable[["Reader"], Collection[str]] = of_no_other
    withholds: Callable[["Reader", Sequence["Hit"]], Collection[str]] = from_nobody


SOURCES: dict[str, Source] = {}
"""By their kinds, in the order of the rooms."""


def add(source: Source) -> None:
    SOURCES[source.kind] = source


def sources_of(document: Document) -> list[Source]:
    return [source for source in SOURCES.values() if isinstance(document, source.of)]
