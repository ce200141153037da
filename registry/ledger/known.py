"""What was known then: the registers as the ledger had them at an instant, asked the same questions."""

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from threading import Lock
from typing import Any

from flask import current_app
from sqlalchemy import Engine, Table, create_engine, event, func, select
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from registry.db import QUERIES_KEPT, Base, db, looking_at
from registry.ledger.documents import Referred, kinds, read_text
from registry.ledger.models import Entry
from registry.ledger.record import MICROSECONDS

SCRATCHES_KEPT = 8

_put_into_words: LRUCache[Any, Any] = LRUCache(QUERIES_KEPT)


@dataclass
class Scratch:
    """An in-memory database of the registers after the first `size` entries. One reader at a time."""

    engine: Engine
    lock: Lock = field(default_factory=Lock)


@contextmanager
def known(instant: datetime | None) -> Iterator[None]:
    """Within, every query is answered from what the ledger knew at `instant`; None is the live registers."""
    if instant is None:
        yield
        return
    scratch = _scratch(size_at(instant))
    with scratch.lock:
        token = looking_at.set(scratch.engine)
        try:
            yield
        finally:
            db.session.remove()
            looking_at.reset(token)


@contextmanager
def live() -> Iterator[None]:
    """Within, the live books are asked even while a past is looked at.

    Only they hold the ledger, and who may see what is never a question of the past.
    """
    token = looking_at.set(None)
    try:
        yield
    finally:
        looking_at.reset(token)


def size_at(instant: datetime) -> int:
    """How many entries had been recorded at an instant, that instant's own among them."""
    moment = int(instant.timestamp() * MICROSECONDS)
    latest = select(Entry.seq).where(Entry.recorded <= moment).order_by(Entry.recorded.desc(), Entry.seq.desc())
    seq = db.session.scalar(latest.limit(1))
    return 0 if seq is None else seq + 1


_keeping = Lock()


def _scratch(size: int) -> Scratch:
    with _keeping:
        return _kept(size)


def _kept(size: int) -> Scratch:
    kept: OrderedDict[int, Scratch] = current_app.extensions.setdefault("ledger_scratches", OrderedDict())
    if size not in kept:
        kept[size] = Scratch(_load(size))
    kept.move_to_end(size)
    while len(kept) > SCRATCHES_KEPT:
        kept.popitem(last=False)
    return kept[size]


def _load(size: int) -> Engine:
    """A database of the same tables, without guards, holding each document's last text among `size` entries."""
    engine = _in_memory()
    rows = rows_after(size)
    with engine.begin() as connection:
        _empty().backup(connection.connection.driver_connection)  # type: ignore[arg-type]
        for table, values in rows.items():
            connection.execute(table.insert(), values)
    return engine


def _in_memory() -> Engine:
    """What was asked of one past is put into SQLite's words for all of them."""
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        execution_options={"compiled_cache": _put_into_words},
    )
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
    return engine


@cache
def _empty() -> sqlite3.Connection:
    """The tables with nothing in them: it takes longer to make them than to copy them."""
    engine = _in_memory()
    with engine.begin() as connection:
        Base.metadata.create_all(connection, tables=_tables())
        tables: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return tables


def rows_after(size: int) -> dict[Table, list[dict[str, Any]]]:
    """Every row of every register as the first `size` entries leave them."""
    rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for name, rev, schema, body in last_texts(size):
        for table, values in kinds()[name].rows(read_text(name, schema, body)["document"]):
            rows[table].append(values if "rev" not in table.c else values | {"rev": rev})
    return rows


def last_texts(size: int) -> Iterable[Any]:
    """(kind, rev, schema, body) of the last entry of each document among the first `size`."""
    last = select(func.max(Entry.seq)).where(Entry.seq < size).group_by(Entry.ref)
    wanted = select(Entry.kind, Entry.rev, Entry.schema, Entry.body).where(Entry.seq.in_(last), Entry.body.is_not(None))
    return db.session.execute(wanted)


def _tables() -> list[Table]:
    """Those of the registers and, empty, of the working papers that have pages: the ledger knows none of those."""
    models = (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Referred))
    return list(dict.fromkeys(model.__table__ for model in models if isinstance(model.__table__, Table)))
