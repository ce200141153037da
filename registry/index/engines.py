"""The question as each database takes it, and the words as each marks what it found."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, case, column, func, literal_column, select, table, text

from registry.db import db
from registry.index.models import IndexedPassage
from registry.index.tables import FROM, FTS, TO, VECTOR
from registry.index.words import Term, for_fts5, for_postgresql

BEGINS, ENDS = "\x02", "\x03"
"""Around what was found: no passage has these marks of its own."""
TITLE_COUNTS = 4.0

_fts = table(FTS, column("rowid"))
_vector: Any = literal_column(f"passage.{VECTOR}")


def matching(asked: Select[Any], terms: list[Term], *, every: bool) -> Select[Any]:
    """Only what has the terms in it, the best first, and of equals the latest."""
    rank: Any
    if _is_sqlite():
        asked = asked.join(_fts, _fts.c.rowid == IndexedPassage.id).where(_match(terms, every=every))
        rank = text(f"bm25({FTS}, {TITLE_COUNTS}, 1.0)")
    else:
        query = _tsquery(terms, every=every)
        asked = asked.where(_vector.op("@@")(query))
        rank = func.ts_rank(_vector, query, 1).desc()
    return asked.order_by(
        rank, case((IndexedPassage.on.is_(None), 1), else_=0), IndexedPassage.on.desc(), IndexedPassage.id
    )


def marked(ids: Sequence[int], terms: list[Term]) -> dict[int, tuple[str, str]]:
    """The words of passages as they were said, and as far as the database goes with what was found in marks."""
    asked: Any = select(IndexedPassage.id, IndexedPassage.words).where(IndexedPassage.id.in_(ids))
    if _is_sqlite():
        shown: Any = literal_column(f"highlight({FTS}, 1, char(2), char(3))")
        asked = asked.add_columns(shown).join(_fts, _fts.c.rowid == IndexedPassage.id).where(_match(terms, every=False))
    else:
        plain = func.translate(IndexedPassage.words, FROM, TO)
        how = f"HighlightAll=true, StartSel={BEGINS}, StopSel={ENDS}"
        asked = asked.add_columns(func.ts_headline("english", plain, _tsquery(terms, every=False), how))
    return {number: (said, shown) for number, said, shown in db.session.execute(asked)}


def forget_what_is_gone() -> None:
    """Leave no trace of words that are no longer said: FTS5 keeps them, as struck out, until it is made anew."""
    if _is_sqlite():
        db.session.execute(text(f"INSERT INTO {FTS}({FTS}) VALUES ('rebuild')"))


def _match(terms: list[Term], *, every: bool) -> Any:
    return text(f"{FTS} MATCH :sought").bindparams(bindparam("sought", for_fts5(terms, every=every)))


def _tsquery(terms: list[Term], *, every: bool) -> Any:
    return func.to_tsquery("english", for_postgresql(terms, every=every))


def _is_sqlite() -> bool:
    return db.session.get_bind().dialect.name == "sqlite"
