"""The check: is the ledger whole, are its guards in place, and do the registers say what it says?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from sqlalchemy import exists, func, literal, select, text, union_all
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.ledger.documents import Kind, kinds, read_text
from registry.ledger.guards import (
    TRUNCATE_FUNCTION,
    Guard,
    function_body,
    guarded_tables,
    guards,
    on_sqlite,
)
from registry.ledger.models import Entry, Head
from registry.ledger.record import body_hash, leaf_bytes
from registry.ledger.tree import Frontier, leaf_hash

AT_A_TIME = 5_000


class Fault(IntEnum):
    """What can be wrong; the number is what `registry verify` exits with."""

    GAP = 10
    TIME = 11
    BODY = 12
    LEAF = 13
    HEAD = 14
    GUARD = 20
    DIFFERS = 30
    UNRECORDED = 31
    VANISHED = 32


@dataclass(frozen=True)
class Finding:
    fault: Fault
    where: str
    sentence: str


def verify() -> list[Finding]:
    """Everything that is wrong, worst first; nothing, if the books are as the ledger left them."""
    with _one_moment():
        return sorted([*structure(), *missing_guards(), *live()], key=lambda finding: finding.fault)


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read everything as it stands at one moment, whoever writes meanwhile."""
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        db.session.connection().exec_driver_sql("BEGIN")
    else:
        db.session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    try:
        yield
    finally:
        db.session.rollback()


def structure() -> Iterator[Finding]:
    """Each entry's own words, and the tree over them."""
    frontier, last = Frontier(), 0
    wanted = select(Entry.__table__).order_by(Entry.seq).execution_options(yield_per=AT_A_TIME)
    with db.session.execute(wanted) as entries:
        for e in entries:
            if e.seq != frontier.size:
                yield Finding(Fault.GAP, f"entry {frontier.size}", f"Entry {frontier.size} is missing.")
                return
            if e.recorded < last:
                yield Finding(Fault.TIME, f"entry {e.seq}", f"Entry {e.seq} was recorded before the one it follows.")
            last = e.recorded
            yield from _own_words(e)
            frontier.append(leaf_hash(leaf_bytes(e)))
    yield from _head(frontier, last)


def _own_words(e: Any) -> Iterator[Finding]:
    where = f"entry {e.seq}"
    erased = e.body is None and e.salt is None
    if erased or body_hash(e.salt or b"", e.body or "") != e.body_hash:
        yield Finding(Fault.BODY, where, f"The text of entry {e.seq} ({e.kind} {e.ref}) is not what was recorded.")
    if leaf_hash(leaf_bytes(e)) != e.leaf:
        yield Finding(Fault.LEAF, where, f"Entry {e.seq} ({e.act}, {e.kind} {e.ref}) is not as it was sealed.")


def _head(frontier: Frontier, last: int) -> Iterator[Finding]:
    head = db.session.execute(select(Head.__table__)).one_or_none()
    if head is None or tuple(head) != (1, frontier.size, frontier.packed(), frontier.root(), last):
        found = "no head" if head is None else f"{head.size} entries and root {head.root.hex()[:16]}"
        yield Finding(
            Fault.HEAD,
            "head",
            f"The ledger's head says {found}; the entries make {frontier.size}, root {frontier.root().hex()[:16]}.",
        )


def live() -> Iterator[Finding]:
    """Every document in the registers against the last text entered for it."""
    for kind in _kinds_in_use():
        entered = _last_entries(kind)
        parts = (selectinload(getattr(kind.cls, key)) for key, _ in kind.parts)
        documents = select(kind.cls).options(*parts).execution_options(yield_per=AT_A_TIME)
        for document in db.session.scalars(documents):
            yield from _against(kind, document, entered.pop(document.ref, None))
        for ref in entered:
            yield Finding(
                Fault.VANISHED, f"{kind.name} {ref}", f"{kind.name} {ref} is in the ledger and gone from its register."
            )


def _kinds_in_use() -> Iterator[Kind]:
    """The kinds of which a document is in its register or in the ledger; of any other there is nothing to compare."""
    held, entered = set(db.session.scalars(_kinds_held())), set(db.session.scalars(select(Entry.kind).distinct()))
    return (kind for name, kind in kinds().items() if name in held | entered)


@cache
def _kinds_held() -> Any:
    """Asks for the names of the kinds whose registers are not empty."""
    return union_all(*(select(literal(kind.name)).where(exists(select(kind.table.c.ref))) for kind in kinds().values()))


def _last_entries(kind: Kind) -> dict[str, tuple[int, int, str | None]]:
    last = select(func.max(Entry.seq)).where(Entry.kind == kind.name).group_by(Entry.ref)
    found = db.session.execute(select(Entry.ref, Entry.rev, Entry.schema, Entry.body).where(Entry.seq.in_(last)))
    return {ref: (rev, schema, body) for ref, rev, schema, body in found}


def _against(kind: Kind, document: Any, entered: tuple[int, int, str | None] | None) -> Iterator[Finding]:
    where = f"{kind.name} {document.ref}"
    if entered is None:
        yield Finding(Fault.UNRECORDED, where, f"{where} is in its register and not in the ledger.")
        return
    rev, schema, body = entered
    if body is None:
        return
    told, said = kind.snapshot(document), _said(kind, schema, body)
    if document.rev != rev or told != said:
        fields = _differing(told, said) or ["rev"]
        yield Finding(Fault.DIFFERS, where, f"{where} is not as entered: {', '.join(fields)}.")


def _said(kind: Kind, schema: int, body: str) -> dict[str, object]:
    """The document of an entry's text, as it would be written today; nothing, if the text is no longer one."""
    try:
        said: dict[str, object] = read_text(kind.name, schema, body)["document"]
    except (ValueError, TypeError, KeyError):
        return {}
    return said


def _differing(told: dict[str, object], entered: dict[str, object]) -> list[str]:
    return sorted(key for key in told.keys() | entered.keys() if told.get(key) != entered.get(key))


def missing_guards() -> Iterator[Finding]:
    """The triggers that ought to be there, by name and by text."""
    connection = db.session.connection()
    found = _sqlite_triggers() if connection.dialect.name == "sqlite" else _postgresql_triggers()
    for name, words in _expected(connection.dialect.name).items():
        if found.get(name) != words:
            state = "is missing" if name not in found else "has been altered"
            yield Finding(Fault.GUARD, name, f"The guard {name} {state}.")


@cache
def _expected(dialect: str) -> dict[str, str]:
    if dialect == "sqlite":
        return {guard.name: on_sqlite(guard) for guard in guards()}
    whole = {f"{table}_whole": f"A {table} {TRUNCATE_FUNCTION}" for table in guarded_tables()}
    return {guard.name: _always(guard) for guard in guards()} | whole


def _always(guard: Guard) -> str:
    return f"A {guard.table} {function_body(guard)}"


def _sqlite_triggers() -> dict[str, str]:
    return {
        name: words
        for name, words in db.session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    }


def _postgresql_triggers() -> dict[str, str]:
    """Each trigger as its state (A: always), its table and the text of its function."""
    found = db.session.execute(
        text(
            "SELECT t.tgname, t.tgenabled, c.relname, p.prosrc FROM pg_trigger t "
            "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
        )
    )
    return {name: f"{enabled} {table} {words}" for name, enabled, table, words in found}
