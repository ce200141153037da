"""The books as a whole: opened, served, checked; their rules and their doors listed."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from subprocess import Popen

import click
from alembic import command as alembic
from alembic.config import Config
from flask import current_app
from flask.cli import with_appcontext
from gunicorn.app.base import BaseApplication
from rich.console import Console
from sqlalchemy import inspect
from werkzeug.routing import Rule

from registry import ROOMS, index, ledger
from registry.db import db
from registry.doors.door import door_of
from registry.law import RULES
from registry.ledger.documents import kinds
from registry.terms.profiles import PROFILES

ROOT = Path(__file__).parents[2]
PORT = 8000


def migrate() -> None:
    """Bring the tables to this version of the registry; an empty database becomes empty books."""
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    config.attributes["app"] = current_app._get_current_object()  # type: ignore[attr-defined]
    if db.engine.dialect.name == "sqlite" and db.engine.url.database:
        Path(db.engine.url.database).parent.mkdir(parents=True, exist_ok=True)
    alembic.upgrade(config, "head")
    if index.is_wanting():
        index.rebuild()
        db.session.commit()


def settle() -> None:
    """Let no request wait, a tenth of a second, while all that every request uses is searched for garbage."""
    kinds()
    gc.collect()
    gc.freeze()


class Server(BaseApplication):
    """gunicorn, set up here rather than by a file of its own."""

    def __init__(self, app: object, **settings: object) -> None:
        self.app, self.settings = app, settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        settle()
        return self.app


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=PORT, show_default=True)
@click.option("--workers", default=2, show_default=True, help="Processes that answer.")
@with_appcontext
def serve(host: str, port: int, workers: int) -> None:
    """Serve the registry to browsers and programs, and do what they send for in the background."""
    migrate()
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    db.engine.dispose()
    click.echo(f"The registry is at http://{host}:{port} (Ctrl+C ends it)")
    settings = {"workers": workers, "threads": 4, "loglevel": "warning", "when_ready": work_beside}
    Server(app, bind=f"{host}:{port}", **settings).run()


def work_beside(_: object) -> None:
    """Start the worker that does what is sent for in the background; it ends with this process."""
    Popen([sys.executable, "-m", "registry.cli", "work", "--beside", str(os.getpid())])


@click.command()
@with_appcontext
def upgrade() -> None:
    """Bring the books' tables to this version of the registry."""
    migrate()
    click.echo("The books are in the form that this version keeps.")


@click.command()
@with_appcontext
def verify() -> None:
    """Check the ledger, its guards, and the registers against it.

    Exits with 0 if nothing is wrong, and otherwise with the number of the worst fault found.
    """
    if not inspect(db.engine).has_table("ledger_head"):
        raise click.ClickException("There are no books here yet. `registry demo` or `registry upgrade` opens them.")
    findings, sealed = ledger.verify(), ledger.head()
    for finding in findings:
        click.echo(f"{finding.fault.name}: {finding.sentence}", err=True)
    if findings:
        sys.exit(int(findings[0].fault))
    click.echo(f"Whole: {sealed.size} entries, root {sealed.root}; the registers are as entered.")


@click.group()
def search() -> None:
    """Keep what a search finds in step with the registers."""


@search.command(name="rebuild")
@with_appcontext
def rebuild_search() -> None:
    """Make anew, from the registers as they stand, what a search finds. Each act keeps it right by itself."""
    count = index.rebuild()
    db.session.commit()
    click.echo(f"{count:,} passages of the registers are found by their words.")


@click.command()
@with_appcontext
def law() -> None:
    """Print the rule book: every rule the registers uphold, under its authority."""
    for room in ROOMS:
        rules = [rule for rule in RULES if rule.keeps.__module__ == f"registry.{room}.rules"]
        if rules:
            click.echo(f"\n{import_module(f'registry.{room}').__doc__}")
        for rule in rules:
            click.echo(f"  {room}.{rule.keeps.__name__} ({rule.authority})\n    {rule.sentence}")
    for kind, standards in PROFILES.items():
        click.echo(f"\nWhat holds of a {kind} whose terms and articles say nothing else.")
        for standard in standards:
            click.echo(f"  ({standard.authority})\n    {standard.sentence}.")


@click.command()
@with_appcontext
def routes() -> None:
    """List the doors: how each is reached, and the permission it needs."""

    def line(rule: Rule) -> str:
        door = door_of(rule.endpoint)
        method = "POST" if door and door.asks else "GET"
        return f"{method:5} {rule.rule:58} {door.needs if door else 'public'}"

    for rule in sorted(current_app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if "kind" not in rule.arguments:
            click.echo(line(rule))


commands = [serve, upgrade, verify, search, law, routes]
console = Console(stderr=True)
