"""The database: one session, one base class, and column types that mean the same on SQLite and PostgreSQL."""

import re
import sqlite3
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Annotated, Any

from flask import Flask
from flask.globals import app_ctx
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from sqlalchemy import BigInteger, Date, DateTime, Dialect, Engine, MetaData, String, TypeDecorator, event, orm
from sqlalchemy.orm import DeclarativeBase, Mapper, declared_attr, mapped_column

REF_LETTERS = 26
QUERIES_KEPT = 2_000
"""How many questions are kept as they were put into the database's words: the rooms' pages alone ask some 900."""


class Instant(TypeDecorator[datetime]):
    """A moment: aware in, UTC out. SQLite keeps no zone, so a moment without one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} names no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


Ref = Annotated[str, mapped_column(String(REF_LETTERS))]
Pence = Annotated[int, mapped_column(BigInteger)]


NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """A row. Its table is named after it, in the singular; `__limits__` are its table's constraints."""

    __limits__: tuple[Any, ...] = ()
    registry = orm.registry(
        metadata=MetaData(naming_convention=NAMES),
        type_annotation_map={str: String(), datetime: Instant(), date: Date()},
    )

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return re.sub(r"(?<=.)(?=[A-Z])", "_", cls.__name__).lower()

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:
        return cls.__limits__


@event.listens_for(Mapper, "mapper_configured")
def remember_old_values(mapper: Mapper[Any], cls: type) -> None:
    """Load a value before it is overwritten: only so is the same value, set again, no change."""
    for column in mapper.column_attrs:
        getattr(cls, column.key).impl.active_history = True


looking_at: ContextVar[Engine | None] = ContextVar("looking_at", default=None)
"""The database of the past that is being read, if any: see registry.ledger.known."""


class Session(FlaskSession):
    """Flask-SQLAlchemy's session, which picks its own engine and so must be told of the past.

    It looks at one time for as long as it lives: a row of now is never filled from then.
    """

    def __init__(self, *what: Any, **more: Any) -> None:
        super().__init__(*what, **more)
        self.past = looking_at.get()

    def get_bind(self, *what: Any, **more: Any) -> Any:
        return self.past or super().get_bind(*what, **more)


def _whose_session() -> tuple[int, int]:
    """One session for each application context, and another for each past looked at from it."""
    return id(app_ctx._get_current_object()), id(looking_at.get())  # type: ignore[attr-defined]


db = SQLAlchemy(model_class=Base, session_options={"class_": Session, "scopefunc": _whose_session})


def init_app(app: Flask) -> None:
    app.config.setdefault("SQLALCHEMY_DATABASE_URI", app.config["DATABASE_URL"])
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
        "query_cache_size": QUERIES_KEPT,
        **app.config.get("SQLALCHEMY_ENGINE_OPTIONS", {}),
    }
    db.init_app(app)


@event.listens_for(Engine, "connect")
def set_up_sqlite(connection: Any, _: Any) -> None:
    """Foreign keys on; readers never wait for a writer; a second writer waits ten seconds; what is deleted is gone."""
    if isinstance(connection, sqlite3.Connection):
        waits = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=10000")
        for pragma in ("foreign_keys=ON", *waits, "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "savepoint")
def begin_before_a_savepoint(connection: Any, _: str) -> None:
    """pysqlite opens no transaction for a SAVEPOINT, whose RELEASE would then commit."""
    driver = connection.connection.driver_connection
    if isinstance(driver, sqlite3.Connection) and not driver.in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
