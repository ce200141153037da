"""How acts become entries: watched as the session flushes, written as it commits."""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, bindparam, event, insert, inspect, select, update
from sqlalchemy.orm import ORMExecuteState

from registry import clock
from registry.db import Session, db
from registry.ledger.acts import Act, Made, Touched, Unrecorded
from registry.ledger.canonical import canonical
from registry.ledger.documents import Document, Part, document_of, kinds
from registry.ledger.models import Entry, Head
from registry.ledger.tree import Frontier, leaf_hash

MICROSECONDS = 1_000_000
FORMAT = 1

_quoted = json.encoder.encode_basestring

Follows = Callable[[Sequence[Document]], None]
FOLLOWING: list[Follows] = []


def follow(keeps: Follows) -> Follows:
    """Let something derived be kept right by each act, in its own transaction: it is given the documents changed."""
    FOLLOWING.append(keeps)
    return keeps


def leaf_bytes(e: Any) -> bytes:
    """The words of an entry that the tree seals, format 1: canonical JSON with its keys in order. Never changes."""
    return (
        f'{{"act":{_quoted(e.act)},"actor":{_quoted(e.actor)},"because":{"null" if e.because is None else e.because},'
        f'"body":"{e.body_hash.hex()}","first":{e.first},"format":{FORMAT},"kind":{_quoted(e.kind)},'
        f'"op":{_quoted(e.op)},"recorded":{e.recorded},"ref":{_quoted(e.ref)},"rev":{e.rev},'
        f'"schema":{e.schema},"seq":{e.seq}}}'
    ).encode()


def body_hash(salt: bytes, body: str) -> bytes:
    return sha256(salt + body.encode()).digest()


@event.listens_for(db.session, "before_flush")
def note_what_changes(session: Session, *_: Any) -> None:
    """Lay every change of a document to the command under way, and move the document's `rev` by one."""
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, (Entry, Head)):
            raise Unrecorded("the ledger is only ever added to, and only by acts")
        if row in session.dirty and not session.is_modified(row):
            continue
        if (document := document_of(row)) is not None:
            _touch(session, document)


def _touch(session: Session, document: Document) -> None:
    act: Act | None = session.info.get("act")
    if session.past is not None:
        raise Unrecorded("what was known then cannot be changed now")
    if act is None or not act.running:
        raise Unrecorded(f"{document!r} changed outside any command")
    if document in session.deleted:
        raise Unrecorded(f"{document!r} was once true: it ends, and is not deleted")
    if (touched := act.touched.get(document.ref)) is None:
        before = document.rev if inspect(document).persistent else 0
        touched = act.touched[document.ref] = Touched(document, before, act.running[-1])
    if document.rev != touched.before + 1:
        document.rev = touched.before + 1


@event.listens_for(db.session, "do_orm_execute")
def refuse_bulk_writes(statement: ORMExecuteState) -> None:
    """Rows change one at a time, as objects, so that each change is noted."""
    mapper = statement.bind_mapper
    if mapper is not None and not statement.is_select and issubclass(mapper.class_, (Document, Part, Entry, Head)):
        raise Unrecorded(f"{mapper.class_.__name__} rows change one at a time, as objects")


@event.listens_for(db.session, "before_commit")
def enter(session: Session) -> None:
    """Append an entry for each document changed. A savepoint's commit comes by here too, and is passed over."""
    if session.in_nested_transaction() or (act := session.info.get("act")) is None:
        return
    session.flush()
    changed = [t for t in act.touched.values() if inspect(t.document).persistent and t.document.rev != t.before]
    act.touched.clear()
    if changed:
        bodies = [_body(touched) for touched in changed]
        for keeps in FOLLOWING:
            keeps([touched.document for touched in changed])
        act.made += _append(session.connection(), changed, bodies)


def _body(touched: Touched) -> str:
    document = touched.document
    kind = kinds()[document.__table__.name]  # type: ignore[attr-defined]
    return canonical({"document": kind.snapshot(document), "reason": touched.by.reason})


_head = select(Head.size, Head.frontier, Head.recorded).where(Head.id == 1).with_for_update()


def _append(connection: Connection, changed: list[Touched], bodies: list[str]) -> list[Made]:
    """Lock the head, last of all that the transaction locks, and add the entries after it."""
    size, packed, last = connection.execute(_head).one()
    recorded = max(int(clock.now().timestamp() * MICROSECONDS), last)
    seqs: dict[str, int] = {}
    entries = []
    for seq, (touched, body) in enumerate(zip(changed, bodies, strict=True), start=size):
        cause = _cause(connection, touched, seqs)
        entries.append(_entry(touched, body, seq=seq, first=size, recorded=recorded, because=cause))
        seqs[touched.document.ref] = seq
    frontier = Frontier(size, packed).extend(entry.leaf for entry in entries)
    _write(connection, entries, frontier, recorded)
    return [Made(entry.seq, entry.kind, entry.ref, entry.rev) for entry in entries]


def _cause(connection: Connection, touched: Touched, seqs: dict[str, int]) -> int | None:
    """Where the authority for a change stands: before it in this act, or as it was last entered."""
    cause = touched.by.because
    if cause is None or cause in seqs:
        return seqs.get(cause or "")
    latest = select(Entry.seq).where(Entry.ref == cause).order_by(Entry.rev.desc()).limit(1)
    return connection.scalar(latest)


def _entry(touched: Touched, body: str, **place: Any) -> SimpleNamespace:
    """An entry's columns, sealed. No mapped object: nobody will read it through the session that writes it."""
    salt = clock.chance(16)
    entry = SimpleNamespace(
        act=touched.by.name,
        kind=touched.document.__table__.name,  # type: ignore[attr-defined]
        ref=touched.document.ref,
        rev=touched.document.rev,
        op=touched.by.op,
        actor=touched.by.actor,
        schema=kinds()[touched.document.__table__.name].schema,  # type: ignore[attr-defined]
        salt=salt,
        body=body,
        body_hash=body_hash(salt, body),
        **place,
    )
    entry.leaf = leaf_hash(leaf_bytes(entry))
    return entry


_add_entries = insert(Entry.__table__)  # type: ignore[arg-type]
_move_head = (
    update(Head.__table__)  # type: ignore[arg-type]
    .where(Head.id == 1)
    .values({name: bindparam(f"new_{name}") for name in ("size", "frontier", "root", "recorded")})
)


def _write(connection: Connection, entries: Iterable[SimpleNamespace], frontier: Frontier, recorded: int) -> None:
    connection.execute(_add_entries, [vars(entry) for entry in entries])
    head = {"size": frontier.size, "frontier": frontier.packed(), "root": frontier.root(), "recorded": recorded}
    connection.execute(_move_head, {f"new_{name}": value for name, value in head.items()})
