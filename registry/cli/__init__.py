"""The `registry` command."""

import sys
from typing import Any

import click
from flask.cli import FlaskGroup
from marshmallow import ValidationError

from registry import create_app
from registry.cli import account, batches, books, decisions, demo, loading, outbox, papers, prints, signing, work
from registry.doors.errors import plain, sentences
from registry.law import Breach

UNLAWFUL, UNCLEAR = 3, 2


class Registry(FlaskGroup):
    """Says what is wrong in the words of the registers, never in a traceback."""

    def main(self, *args: Any, **more: Any) -> Any:
        try:
            return super().main(*args, **more)
        except Breach as breach:
            sys.exit(_refused(breach.sentence, breach.authority, UNLAWFUL))
        except ValidationError as mistake:
            sys.exit(_refused(" ".join(sentences(plain(mistake.normalized_messages()))), "", UNCLEAR))


def _refused(sentence: str, authority: str, status: int) -> int:
    click.echo(f"{sentence} ({authority})" if authority else sentence, err=True)
    click.echo("Nothing was recorded.", err=True)
    return status


@click.group(
    cls=Registry,
    create_app=create_app,
    add_default_commands=False,
    add_version_option=False,
    help="The statutory and governance books of a GP federation.",
)
def main() -> None:
    """The registry's commands all work on the books that REGISTRY_DATABASE_URL names."""


for part in (books, demo, loading, papers, prints, batches, signing, account, outbox, decisions, work):
    for command in part.commands:
        main.add_command(command)
