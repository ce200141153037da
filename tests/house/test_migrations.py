"""The migrations make the tables that the models describe, forwards and backwards, with the books full."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import inspect

from registry import create_app, index, ledger
from registry.cli.books import migrate
from registry.db import Base, db
from registry.index.tables import is_of_the_models
from registry.members import commands as members
from registry.members.models import Member
from registry.periods import Lasting
from tests.books import SETTINGS, PostgreSQL, database
from tests.factories import ADA, ADecision
from tests.house import first_version
from tests.ledger.acts import enter, rename

pytestmark = pytest.mark.pure

MIGRATED: dict[str, str] = {}
"""By engine, what to copy: a file, or a database of the server's."""


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application on a database that has no tables yet."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path}/new.db"
    else:
        uri, name = request.getfixturevalue("postgresql").uri, f"new_{request.node.name[:20].lower()}"
        with psycopg.connect(uri, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        address = database(uri, name)
    app = create_app(**SETTINGS, SQLALCHEMY_DATABASE_URI=address)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def migrated(books: Flask, postgresql: PostgreSQL, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The same on a database that the migrations have made: they are run once, and it is copied for the next test."""
    engine, its = db.engine.dialect.name, str(db.engine.url.database)
    if engine not in MIGRATED:
        migrate()
        db.session.remove()
        db.engine.dispose()
        MIGRATED[engine] = str(tmp_path_factory.mktemp("migrated") / "books.db") if engine == "sqlite" else "migrated"
        copy(postgresql, engine, its, MIGRATED[engine])
    else:
        copy(postgresql, engine, MIGRATED[engine], its)
    return books


def copy(postgresql: PostgreSQL, engine: str, of: str, to: str) -> None:
    if engine == "sqlite":
        copyfile(of, to)
        return
    with psycopg.connect(postgresql.uri, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {to}")  # type: ignore[arg-type]
        server.execute(f"CREATE DATABASE {to} TEMPLATE {of}")  # type: ignore[arg-type]


def differences() -> list[Any]:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_of_the_models})
        return list(compare_metadata(context, Base.metadata))


class TestMigrations:
    def test_an_empty_database_comes_to_hold_empty_books(self, migrated):
        assert differences() == []
        assert ledger.head().size == 0
        assert ledger.verify() == []

    def test_every_period_must_end_after_it_starts(self, migrated):
        lasting = [mapper.local_table.name for mapper in Base.registry.mappers if issubclass(mapper.class_, Lasting)]
        checked = {table: inspect(db.engine).get_check_constraints(table) for table in lasting}
        assert {table for table, checks in checked.items() if "until > since" in str(checks)} == set(lasting)

    def test_a_second_time_changes_nothing(self, migrated):
        practice = enter("C82001", by=ADA)
        db.session.commit()

        migrate()

        assert practice.rev == 1
        assert ledger.verify() == []

    def test_words_are_found_as_in_books_made_from_the_models(self, migrated):
        decision = ADecision(text="RESOLVED that Siân Ŵyn’s leases at 12/14 High Street be renewed.")

        def found(words):
            return [hit.document_ref for hit in index.seek(index.Wanted(words, decision.on), ADA).hits]

        assert found("sian lease") == found('"12 14 high street"') == [decision.ref]
        assert found("rent") == []

    def test_books_of_a_version_without_an_index_are_indexed(self, migrated):
        ADecision(text="RESOLVED that the lease be renewed.")
        db.session.remove()
        config = Config(toml_file="pyproject.toml")
        config.attributes["app"] = migrated
        command.downgrade(config, "-1")

        migrate()

        assert len(index.seek(index.Wanted("lease", date(2026, 5, 14)), ADA).hits) == 1
        assert not index.is_wanting()

    def test_down_and_up_again(self, migrated):
        rename(enter("C82001", by=ADA), name="B", by=ADA)
        db.session.remove()
        config = Config(toml_file="pyproject.toml")
        config.attributes["app"] = migrated

        command.downgrade(config, "base")
        migrate()

        assert differences() == []
        assert ledger.verify() == []


class TestTheFirstVersionsBooks:
    """Documents whose kinds have another shape today are read as they would now be written."""

    def test_carry_over_as_they_were_entered(self, books):
        upgrade(books, "0008")
        with db.engine.begin() as connection:
            first_version.write(connection)

        migrate()

        assert ledger.verify() == []
        member = db.session.get(Member, first_version.MEMBER)
        assert (member.names_on(first_version.DAY), member.held(first_version.DAY)) == ("Asha Patel", 5)
        with ledger.known(datetime.now(UTC)):
            assert db.session.get(Member, first_version.MEMBER).notes == []

    def test_go_on_from_there(self, books):
        upgrade(books, "0008")
        with db.engine.begin() as connection:
            first_version.write(connection)
        migrate()

        member = db.session.get(Member, first_version.MEMBER)
        members.readdress(member, address="2 LOW STREET", changed=date(2020, 4, 1), by=ADA)

        assert ledger.verify() == []


def upgrade(books: Flask, revision: str) -> None:
    config = Config(toml_file="pyproject.toml")
    config.attributes["app"] = books
    command.upgrade(config, revision)


def test_migrations_are_numbered_without_gaps():
    numbers = sorted(path.name[:4] for path in Path("migrations/versions").glob("[0-9]*.py"))

    assert numbers == [f"{place:04}" for place in range(1, len(numbers) + 1)]


def test_no_migration_imports_the_models_it_would_outlive():
    for path in Path("migrations/versions").glob("*.py"):
        assert "registry" not in path.read_text().split("def upgrade")[0].replace("registry_truncate", "")
