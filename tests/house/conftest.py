import sqlite3
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from registry.db import db
from tests.books import in_memory


@pytest.fixture(scope="session")
def house(empty_sqlite: sqlite3.Connection) -> Iterator[Flask]:
    """One application for all tests that only look at how it is drawn."""
    app = in_memory()
    with app.app_context():
        with db.engine.connect() as connection:
            empty_sqlite.backup(connection.connection.driver_connection)  # type: ignore[arg-type]
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def passer_by(house: Flask) -> FlaskClient:
    """A browser that looks in from the street."""
    return house.test_client()
