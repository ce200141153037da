"""Letters that wait to be sent, for whatever runs this by the clock."""

import click
from flask.cli import with_appcontext

from registry.outbox.commands import in_words
from registry.outbox.delivery import deliver


@click.group()
def outbox() -> None:
    """Send the letters that the registry has written."""


@outbox.command()
@with_appcontext
def send() -> None:
    """Try again to send what waits. A letter that has been sent, or refused for good, is left alone."""
    told = deliver()
    click.echo(in_words(told) if told else "No letter waits to be sent.")


commands = [outbox]
