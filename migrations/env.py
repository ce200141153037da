"""Runs migrations on the registry's own database, and leaves every guard in its place.

On SQLite, foreign keys are off and the guards away while tables are made anew; keys are checked
before the commit, and all guards made again, whatever the migration did.
"""

from alembic import context
from sqlalchemy import Connection

from registry import create_app
from registry.db import Base, db
from registry.ledger import guards

app = context.config.attributes.get("app") or create_app()


def run(connection: Connection) -> None:
    context.configure(connection, target_metadata=Base.metadata, render_as_batch=True)
    context.run_migrations()
    if "ledger_entry" in tables(connection):
        guards.install(connection)


def tables(connection: Connection) -> set[str]:
    return set(connection.dialect.get_table_names(connection))


def run_on_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    guards.lift(connection)
    run(connection)
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RuntimeError(f"the migration would leave rows that name nothing: {broken[:3]}")
    connection.commit()
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")


with app.app_context(), db.engine.connect() as connection:
    if connection.dialect.name == "sqlite":
        run_on_sqlite(connection)
    else:
        run(connection)
        connection.commit()
