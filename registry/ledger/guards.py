"""The sealed rule, kept by the database itself on SQLite and PostgreSQL alike.

A document whose (ref, rev) has an entry is sealed. It and its parts may change only once its rev
has moved by one in the same transaction, and the deferred foreign key from (ref, rev) to the
ledger refuses to commit a rev that has no entry. Entries are only ever added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, text

from registry.ledger.documents import Kind, kinds
from registry.ledger.models import Entry

APPEND_ONLY = "the ledger is append-only"
SEALED = "sealed: the rev must move by one"
KEPT = "a document ends; it is never deleted"
TAKEN = "a new document has no entry yet"
PART_SEALED = "sealed: the rev of its document must move first"


@dataclass(frozen=True)
class Guard:
    """One trigger: what it watches, when it refuses, and what it says."""

    name: str
    table: str
    event: str
    refuses_when: str
    says: str


@cache
def guards() -> tuple[Guard, ...]:
    """Every guard there must be, from one list, whatever engine keeps it."""
    return *_ledger_guards(), *(guard for kind in kinds().values() for guard in _kind_guards(kind))


def _ledger_guards() -> Iterator[Guard]:
    kept = [c.name for c in Entry.__table__.columns if c.name not in ("body", "salt")]
    same = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in kept)
    erased = f"NEW.body IS NULL AND NEW.salt IS NULL AND {same}"
    held = "EXISTS (SELECT 1 FROM ledger_entry WHERE seq = NEW.seq OR (ref = NEW.ref AND rev = NEW.rev))"
    yield Guard("ledger_entry_kept", "ledger_entry", "UPDATE", f"NOT ({erased})", APPEND_ONLY)
    yield Guard("ledger_entry_stays", "ledger_entry", "DELETE", "TRUE", APPEND_ONLY)
    yield Guard("ledger_entry_new", "ledger_entry", "INSERT", held, APPEND_ONLY)
    yield Guard("ledger_head_stays", "ledger_head", "DELETE", "TRUE", APPEND_ONLY)
    yield Guard("ledger_head_grows", "ledger_head", "UPDATE", "NEW.size <= OLD.size", APPEND_ONLY)
    yield Guard("ledger_head_alone", "ledger_head", "INSERT", "EXISTS (SELECT 1 FROM ledger_head)", APPEND_ONLY)


def _kind_guards(kind: Kind) -> Iterator[Guard]:
    table = kind.name
    entered = "EXISTS (SELECT 1 FROM ledger_entry WHERE ref = OLD.ref AND rev = OLD.rev)"
    moves = f"NEW.rev = OLD.rev + 1 OR (NEW.rev = OLD.rev AND NOT {entered})"
    named = "EXISTS (SELECT 1 FROM ledger_entry WHERE ref = NEW.ref)"
    yield Guard(f"{table}_sealed", table, "UPDATE", f"NEW.ref <> OLD.ref OR NOT ({moves})", SEALED)
    yield Guard(f"{table}_stays", table, "DELETE", "TRUE", KEPT)
    yield Guard(f"{table}_new", table, "INSERT", named, TAKEN)
    for _, part in kind.parts:
        yield from _part_guards(part, table)


def _part_guards(part: Kind, document: str) -> Iterator[Guard]:
    for happening, sides in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"])):
        sealed = " OR ".join(
            f'EXISTS (SELECT 1 FROM "{document}" d JOIN ledger_entry e ON e.ref = d.ref AND e.rev = d.rev '
            f"WHERE d.ref = {side}.{part.owner})"
            for side in sides
        )
        yield Guard(f"{part.name}_{happening.lower()}", part.name, happening, sealed, PART_SEALED)


def on_sqlite(guard: Guard) -> str:
    condition = guard.refuses_when.replace("IS NOT DISTINCT FROM", "IS")
    return (
        f'CREATE TRIGGER {guard.name} BEFORE {guard.event} ON "{guard.table}" FOR EACH ROW WHEN {condition} '
        f"BEGIN SELECT RAISE(ABORT, '{guard.says}'); END"
    )


def on_postgresql(guard: Guard) -> list[str]:
    """The function that refuses, the trigger that calls it, and its watch over replicas too."""
    return [
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $${function_body(guard)}$$",
        f'DROP TRIGGER IF EXISTS {guard.name} ON "{guard.table}"',
        f'CREATE TRIGGER {guard.name} BEFORE {guard.event} ON "{guard.table}" '
        f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()",
        f'ALTER TABLE "{guard.table}" ENABLE ALWAYS TRIGGER {guard.name}',
    ]


def function_body(guard: Guard) -> str:
    """What PostgreSQL runs in a guard's name; verify compares it with what is found there."""
    answer = "OLD" if guard.event == "DELETE" else "NEW"
    return (
        f"BEGIN IF {guard.refuses_when} THEN RAISE EXCEPTION '{guard.says}' "
        f"USING ERRCODE = 'restrict_violation'; END IF; RETURN {answer}; END"
    )


TRUNCATE_FUNCTION = f"BEGIN RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = 'restrict_violation'; END"


def guarded_tables() -> list[str]:
    """Every table that TRUNCATE would empty past the row triggers of PostgreSQL."""
    rooms = [each.name for kind in kinds().values() for each in (kind, *(part for _, part in kind.parts))]
    return ["ledger_entry", "ledger_head", *rooms]


def install(connection: Connection) -> None:
    """Make anew every guard of the tables that are there.

    Migrations call this last: SQLite's batch mode drops triggers silently.
    """
    there = set(connection.dialect.get_table_names(connection))
    if connection.dialect.name == "sqlite":
        lift(connection)
        for guard in (guard for guard in guards() if guard.table in there):
            connection.exec_driver_sql(on_sqlite(guard))
        return
    for statement in _postgresql_statements(there):
        connection.exec_driver_sql(statement)


def lift(connection: Connection) -> None:
    """Take every guard away from SQLite, which cannot make a table anew that another's guard speaks of."""
    for guard in guards():
        connection.execute(text(f"DROP TRIGGER IF EXISTS {guard.name}"))


def _postgresql_statements(there: set[str]) -> Iterator[str]:
    for guard in (guard for guard in guards() if guard.table in there):
        yield from on_postgresql(guard)
    yield (
        f"CREATE OR REPLACE FUNCTION registry_truncate() RETURNS trigger LANGUAGE plpgsql AS $${TRUNCATE_FUNCTION}$$"
    )
    for table in (table for table in guarded_tables() if table in there):
        yield f'DROP TRIGGER IF EXISTS {table}_whole ON "{table}"'
        yield (
            f'CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON "{table}" '
            "FOR EACH STATEMENT EXECUTE FUNCTION registry_truncate()"
        )
        yield f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER {table}_whole'
