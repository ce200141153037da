"""The feed of acts: counted and cut by the database, a line for each act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, distinct, func, or_, select

from registry import ledger
from registry.accounts.models import Account
from registry.audit.entries import COLUMNS, Line, cut, entered, refs_of, text_of, with_cause
from registry.audit.naming import Names
from registry.audit.privacy import May
from registry.audit.telling import acts_called
from registry.db import db
from registry.doors.telling import Kept
from registry.ledger.models import Entry

NAMED_AT_ONCE = 3
"""How many of an act's documents a line of the feed names."""


@dataclass(frozen=True)
class Feed(Kept):
    """The acts among the first `size` entries, the latest first; those alone that `words` are of, if there are any.

    It is counted and cut by the database, and read a part (a slice) at a time: the ledger only ever grows.
    """

    size: int
    may: May
    words: str = ""

    AT_A_TIME = 500

    def seek(self, words: str) -> "Feed":
        return Feed(self.size, self.may, words.replace("\x00", ""))

    def __len__(self) -> int:
        with ledger.live():
            return db.session.scalar(select(func.count(distinct(Entry.first))).where(*self._these())) or 0

    def __getitem__(self, part: Any) -> Any:
        with ledger.live():
            found = select(Entry.first).where(*self._these()).distinct().order_by(Entry.first.desc())
            firsts = db.session.scalars(cut(found, part, self.size))
            return acts(list(firsts), self.size, self.may)

    def __iter__(self) -> Iterator[Line]:
        for start in range(0, len(self), self.AT_A_TIME):
            yield from self[start : start + self.AT_A_TIME]

    def _these(self) -> Iterator[ColumnElement[bool]]:
        """By `first`, which the database can count by its index; an act lies wholly before `size` or after."""
        yield Entry.first < self.size
        if self.words:
            called = select(Account.ref).where(Account.name.icontains(self.words, autoescape=True))
            yield or_(
                Entry.act.icontains(self.words, autoescape=True),
                Entry.act.in_(acts_called(self.words)),
                Entry.kind.icontains(self.words.replace(" ", "_"), autoescape=True),
                Entry.ref == self.words.upper(),
                Entry.actor == self.words.upper(),
                Entry.actor.in_(called),
            )


def acts(firsts: Sequence[int], size: int, may: May) -> list[Line]:
    """The acts that begin at these entries, in their order: one line for each, its first few documents named."""
    found: dict[int, list[Any]] = {first: [] for first in firsts}
    for entry in db.session.execute(_first_of_each(firsts)):
        found[entry.first].append(entry)
    everything = [entry for entries in found.values() for entry in entries]
    names = Names(refs_of(everything), size=size, may=may)
    return [_act(entries, names, may) for entries in found.values()]


def _first_of_each(firsts: Sequence[int]) -> Select[Any]:
    """The first few entries of each act, and of the very first the text too, for the reason it gives."""
    place = func.row_number().over(partition_by=Entry.first, order_by=Entry.seq).label("place")
    of = func.count().over(partition_by=Entry.first).label("documents")
    numbered = select(Entry.seq, place, of).where(Entry.first.in_(firsts)).subquery()
    body = case((Entry.seq == Entry.first, Entry.body)).label("body")
    found = with_cause(*COLUMNS, body, numbered.c.documents).join(numbered, numbered.c.seq == Entry.seq)
    return found.where(numbered.c.place <= NAMED_AT_ONCE).order_by(Entry.seq)


def _act(entries: Sequence[Any], names: Names, may: May) -> Line:
    first = entries[0]
    more = first.documents - len(entries)
    return entered(first, names) | {
        "first": first.first,
        "documents": [names.with_kind(e.kind, e.ref) for e in entries] + ([f"and {more:,} more"] if more else []),
        "reason": text_of(first.kind, first.schema, first.body, may)["reason"],
    }
