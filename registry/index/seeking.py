"""A search: what is asked of the index, for whom, and what is told of each place where it was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, and_, false, inspect, or_, select

from registry.db import db, looking_at
from registry.index import engines
from registry.index.keeping import rebuild
from registry.index.models import IndexedPassage
from registry.index.snippets import Piece, found_in, snippet
from registry.index.sources import SOURCES, Source, Wanted
from registry.index.words import Term, loosened, terms_of

MOST_LOOKED_AT = 1_000
"""How many passages are weighed, the best first: no reader looks further, and a common word has very many."""
LOOKED_AT_FOR_EACH = 4
"""What is alike by one common word makes room for what shares more."""


class Reader(Protocol):
    """Whoever asks: see registry.accounts.caller."""

    @property
    def ref(self) -> str: ...

    @property
    def scopes(self) -> list[str]: ...

    def may(self, permission: str, *, scope: str | None = None) -> bool: ...


@dataclass(frozen=True)
class Hit:
    """A place where what was sought was found: what it is called, when, where to read it, and the words around."""

    id: int
    kind: str
    document_ref: str
    part_ref: str | None
    number: int | None
    title: str
    body_ref: str | None
    on: date | None
    closed: bool
    over: str | None

    @property
    def place(self) -> str:
        return self.part_ref or self.document_ref

    @property
    def href(self) -> str:
        return SOURCES[self.kind].leads(self)


def kinds_for(reader: Reader) -> list[str]:
    """The kinds of words that a reader may seek among."""
    return [source.kind for source in SOURCES.values() if reader.may(source.needs)]


@dataclass(frozen=True)
class Answer:
    """Where it was found, the best first; of one place, the best of its passages."""

    hits: list[Hit]
    terms: list[Term]

    def told(self, most: int) -> Iterator[tuple[Hit, list[Piece]]]:
        """The first of them, each with the words of its passage around what was found in it."""
        hits = self.hits[:most]
        marked = engines.marked([hit.id for hit in hits], self.terms) if hits else {}
        return ((hit, snippet(*marked[hit.id])) for hit in hits)


def seek(wanted: Wanted, reader: Reader) -> Answer:
    """Where all of it is found that the reader may read."""
    terms = terms_of(wanted.words)
    for asked in (terms, loosened(terms)):
        if asked and (hits := _found(asked, wanted, reader, every=True)):
            return Answer(hits, asked)
    return Answer([], terms)


def alike(wanted: Wanted, reader: Reader, *, most: int, without: frozenset[str]) -> list[Hit]:
    """Where the most of these words are found, the best first; of one word alone, unless one is all there is."""
    terms = [term for term in terms_of(wanted.words + " ") if not without.issuperset(term.words)]
    best = _found(terms, wanted, reader, every=False)[: LOOKED_AT_FOR_EACH * most] if terms else []
    marked = engines.marked([hit.id for hit in best], terms) if best else {}
    enough = min(len(terms), 2)
    return [hit for hit in best if len(found_in(*marked[hit.id])) >= enough][:most]


def _found(terms: list[Term], wanted: Wanted, reader: Reader, *, every: bool) -> list[Hit]:
    _index_the_past()
    rows = db.session.execute(_asked(terms, wanted, reader, every=every)).mappings()
    best: dict[tuple[str, str], Hit] = {}
    for hit in (Hit(**row) for row in rows):
        best.setdefault((hit.kind, hit.place), hit)
    return _without_what_is_withheld(list(best.values()), reader)


def _asked(terms: list[Term], wanted: Wanted, reader: Reader, *, every: bool) -> Select[Any]:
    told = (getattr(IndexedPassage, name) for name in Hit.__dataclass_fields__)
    asked = engines.matching(select(*told), terms, every=every)
    return asked.where(_readable(reader, wanted.kind), *_among(wanted)).limit(MOST_LOOKED_AT)


def _among(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield or_(IndexedPassage.since.is_(None), IndexedPassage.since <= wanted.day)
    yield or_(IndexedPassage.until.is_(None), IndexedPassage.until > wanted.day)
    if wanted.body_ref:
        yield IndexedPassage.body_ref == wanted.body_ref
    if wanted.first:
        yield IndexedPassage.on >= wanted.first
    if wanted.last:
        yield IndexedPassage.on <= wanted.last


def _readable(reader: Reader, kind: str) -> ColumnElement[bool]:
    """What the reader may read, as far as the words themselves tell."""
    sources = [SOURCES[each] for each in kinds_for(reader) if kind in ("", each)]
    return or_(false(), *(and_(IndexedPassage.kind == source.kind, _open(source, reader)) for source in sources))


def _open(source: Source, reader: Reader) -> ColumnElement[bool]:
    if not source.closed:
        return ~IndexedPassage.closed
    if reader.may(source.closed):
        return IndexedPassage.closed.in_((True, False))
    own = {scope for scope in reader.scopes if reader.may(source.closed, scope=scope)}
    return or_(~IndexedPassage.closed, IndexedPassage.over.in_(own | set(source.opens(reader))))


def _without_what_is_withheld(hits: list[Hit], reader: Reader) -> list[Hit]:
    by_kind = groupby(sorted(hits, key=lambda hit: hit.kind), key=lambda hit: hit.kind)
    withheld = {(kind, ref) for kind, theirs in by_kind for ref in SOURCES[kind].withholds(reader, list(theirs))}
    return [hit for hit in hits if not withheld & {(hit.kind, hit.document_ref), (hit.kind, hit.part_ref)}]


def _index_the_past() -> None:
    """A past looked at has an index of its own, of what was known then: made when it is first searched."""
    past = looking_at.get()
    if past is None or inspect(past).has_table(IndexedPassage.__tablename__):
        return
    IndexedPassage.__table__.create(past)  # type: ignore[attr-defined]
    rebuild()
    db.session.commit()
