"""Every test has an empty registry; whatever it did, the ledger must then verify and the registers say the same."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from registry import create_app, ledger
from registry.accounts.caller import COOKIE
from registry.db import db
from registry.doors.checks import limiter
from tests.books import BOOKS, SETTINGS, PostgreSQL, database, in_memory, serving, sqlite_template
from tests.factories import AToken, signed_in

SHARED = Path(__file__).parents[2] / "shared" / "data"
"""The NHS's own files, where they are at hand."""

ENGINES = {"ledger", "index"}
"""Whose tests are of what the two engines do each in its own way."""
ONE_IN = 8
"""How few of all other tests are run on PostgreSQL as well, where all are run on SQLite."""

settings.register_profile("quick", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", max_examples=3_000, deadline=None)
AT_LENGTH = bool(os.environ.get("REGISTRY_SOAK"))
settings.load_profile("soak" if AT_LENGTH else "quick")


@pytest.fixture(scope="session")
def empty_sqlite() -> sqlite3.Connection:
    return sqlite_template()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def on_sqlite() -> Flask:
    return in_memory()


@pytest.fixture(scope="session")
def on_postgresql(postgresql: PostgreSQL) -> Iterator[Flask]:
    app = create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=database(postgresql.uri, BOOKS))
    yield app
    with app.app_context():
        db.engine.dispose()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whatever touches the books is tested on both engines; rules, and what is marked `pure`, touch none."""
    metafunc.parametrize("engine_name", _engines(metafunc.definition), ids=str, scope="session")


def _engines(test: pytest.Function) -> list[str | None]:
    """Whatever the engines do each in its own way is tested on both; of the rest, one in eight; in the soak, all."""
    if test.path.name == "test_rules.py" or test.get_closest_marker("pure"):
        return [None]
    if _must_be_on_both(test) or crc32(test.nodeid.encode()) % ONE_IN == 0:
        return ["sqlite", "postgresql"]
    return ["sqlite"]


def _must_be_on_both(test: pytest.Function) -> bool:
    return AT_LENGTH or "shared" in test.fixturenames or test.path.parent.name in ENGINES


@pytest.fixture(autouse=True)
def app(request: pytest.FixtureRequest, engine_name: str | None) -> Iterator[Flask | None]:
    """The application on an empty registry; afterwards the ledger verifies, unless the test is marked `tampers`."""
    if engine_name is None:
        yield None
        return
    app: Flask = request.getfixturevalue(f"on_{engine_name}")
    tampers = request.node.get_closest_marker("tampers") is not None
    with unchanged(app), app.app_context():
        empty_books(request, engine_name, tampers=tampers)
        yield app
        db.session.rollback()
        if not tampers:
            assert ledger.verify() == []
        db.session.remove()
        if tampers:
            db.engine.dispose()


@contextmanager
def unchanged(app: Flask) -> Iterator[None]:
    """Give the next test the application as this one found it."""
    config = dict(app.config)
    yield
    app.config.clear()
    app.config.update(config)
    app.extensions.pop("ledger_scratches", None)
    limiter.reset()


def empty_books(request: pytest.FixtureRequest, engine_name: str, *, tampers: bool) -> None:
    if engine_name == "sqlite":
        with db.engine.connect() as connection:
            request.getfixturevalue("empty_sqlite").backup(connection.connection.driver_connection)
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    server.empty()
    server.sound = not tampers


@pytest.fixture(scope="session")
def in_a_file(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    file = tmp_path_factory.mktemp("shared") / "books.sqlite"
    return create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=f"sqlite:///{file}")


@pytest.fixture
def shared(request: pytest.FixtureRequest, app: Flask, engine_name: str) -> Iterator[Flask]:
    """An application that several may write to at once: SQLite's tests are in one connection's memory."""
    if engine_name == "postgresql":
        yield app
        return
    shared: Flask = request.getfixturevalue("in_a_file")
    with unchanged(shared), shared.app_context():
        empty_books(request, engine_name, tampers=False)
        yield shared
        db.session.rollback()
        assert ledger.verify() == []
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """The company secretary's browser."""
    return browser_of(app, "secretary")


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    """A browser that nobody has signed in with."""
    return app.test_client()


@pytest.fixture
def api(app: Flask) -> FlaskClient:
    """The company secretary's program, with a token."""
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {AToken('secretary')}"
    return client


def browser_of(app: Flask, role: str, scope: str | None = None) -> FlaskClient:
    """The browser of somebody signed in who has a role."""
    client = app.test_client()
    client.set_cookie(COOKIE, signed_in(role, scope))
    return client
