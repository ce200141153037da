"""What is done in the background, done: beside a server of one's own, or once."""

import click
from flask import current_app
from flask.cli import with_appcontext

from registry.db import db
from registry.errands.worker import Worker
from registry.errands.working import work_off
from registry.wording import counted


@click.command()
@click.option("--once", is_flag=True, help="Do what waits, one after the other, and end.")
@click.option("--beside", type=int, hidden=True, help="The process without which this one ends.")
@with_appcontext
def work(once: bool, beside: int | None) -> None:
    """Do what was sent for in the background, until told to end.

    `registry serve` does this too; beside another server, such as gunicorn, it is to be run by itself.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if once:
        click.echo(f"{counted(work_off(app), 'errand')} done.")
        return
    db.session.remove()
    db.engine.dispose()
    Worker(app, at_once=int(app.config["ERRANDS_AT_ONCE"]), beside=beside).run()


commands = [work]
