"""What others ask of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, tuple_

from registry.db import db
from registry.ledger import guards
from registry.ledger.documents import Document, kinds, read_text
from registry.ledger.known import live, size_at
from registry.ledger.models import Entry, Head
from registry.ledger.tree import EMPTY_ROOT, Frontier


@dataclass(frozen=True)
class Sealed:
    """How far the ledger reached, the one hash that stands for all of it, and when it last grew."""

    size: int
    root: str
    at: datetime


def head() -> Sealed:
    size, root, recorded = db.session.execute(select(Head.size, Head.root, Head.recorded)).one()
    return Sealed(size, root.hex(), moment(recorded))


def is_on_record(ref: str, *, kind: str) -> bool:
    """Whether some act has entered a document of that kind under that ref."""
    return db.session.scalar(select(Entry.seq).where(Entry.ref == ref, Entry.kind == kind).limit(1)) is not None


def head_at(instant: datetime) -> Sealed:
    """The head as it was at an instant, worked out again from the leaves."""
    leaves = db.session.scalars(select(Entry.leaf).where(Entry.seq < size_at(instant)).order_by(Entry.seq))
    frontier = Frontier().extend(leaves)
    return Sealed(frontier.size, frontier.root().hex(), instant)


def moment(recorded: int) -> datetime:
    """An entry's `recorded`, in microseconds, as an instant."""
    return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=recorded)


@dataclass(frozen=True)
class Cause:
    """A document by whose authority something was done, as the ledger has it at that act."""

    kind: str
    ref: str
    document: dict[str, Any]


def cause_of(ref: str, *acts: str) -> Cause | None:
    """What authorised the first act of these names upon a document; None if it cites nothing."""
    citing = select(Entry.because).where(Entry.ref == ref, Entry.act.in_(acts)).order_by(Entry.rev).limit(1)
    with live():
        entry = db.session.scalar(select(Entry).where(Entry.seq == citing.scalar_subquery()))
        return Cause(entry.kind, entry.ref, _document(entry)) if entry else None


def seq_of(ref: str, *acts: str, because: str | None = None) -> int | None:
    """Where the first entry of a document is; of the acts named, or by the authority of another document, if told."""
    wanted = select(Entry.seq).where(Entry.ref == ref)
    if acts:
        wanted = wanted.where(Entry.act.in_(acts))
    if because is not None:
        wanted = wanted.where(Entry.because.in_(select(Entry.seq).where(Entry.ref == because)))
    with live():
        return db.session.scalar(wanted.order_by(Entry.seq).limit(1))


def _document(entry: Entry) -> dict[str, Any]:
    """What an entry says of its document; nothing, if its text has been erased."""
    said: dict[str, Any] = read_text(entry.kind, entry.schema, entry.body)["document"] if entry.body else {}
    return said


@dataclass(frozen=True)
class Entered:
    """What an entry says of its document, and when it was made."""

    document: dict[str, Any]
    at: datetime


def as_entered(wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Entered]:
    """What the ledger says of documents at some of their revs, by ref and rev; nothing, of a text that was erased."""
    with live():
        found = db.session.scalars(select(Entry).where(tuple_(Entry.ref, Entry.rev).in_(list(wanted))))
        return {(entry.ref, entry.rev): Entered(_document(entry), moment(entry.recorded)) for entry in found}


def text_now(document: Document) -> dict[str, Any]:
    """What an entry of a document would say of it as it stands."""
    return kinds()[document.__tablename__].snapshot(document)


def open_books(connection: Connection) -> None:
    """Begin an empty ledger in tables just made: its head, and the guards over every register."""
    blank = {"id": 1, "size": 0, "frontier": b"", "root": EMPTY_ROOT, "recorded": 0}
    connection.execute(insert(Head.__table__), blank)  # type: ignore[arg-type]
    guards.install(connection)
