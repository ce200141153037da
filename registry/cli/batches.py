"""Batches from the command line: many papers at once, to a file."""

from pathlib import Path
from shutil import move

import click
from flask import current_app
from flask.cli import with_appcontext

from registry import clock
from registry.batches.batch import Asked
from registry.batches.delivery import delivered
from registry.batches.packets import ACCOUNT, CERTIFIED, ONE_FILE, ZIP
from registry.batches.printing import printed
from registry.batches.runs import BATCHES, CERTIFICATES, MEMBERS
from registry.cli.books import console
from registry.cli.papers import PRINTER


@click.group()
def batch() -> None:
    """Print many papers at once, as a zip or as one file with a sheet for each envelope."""


@batch.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--since", help="Issued from this day on, YYYY-MM-DD; with --until. All that are live, if left out.")
@click.option("--until", help="Issued up to this day.")
@with_appcontext
def certificates(output: Path, since: str | None, until: str | None) -> None:
    """Print share certificates: a zip or, where FILE ends in .pdf, one file to print."""
    if bool(since) != bool(until):
        raise click.UsageError("Say both --since and --until, or neither.")
    _print(CERTIFICATES, output, since=since, until=until, share_class=None)


@batch.command()
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--meeting", help="With notice and proxy form for this general meeting, by its ref.")
@with_appcontext
def members(output: Path, meeting: str | None) -> None:
    """Print each member's account and certificates: a zip or, where FILE ends in .pdf, one file to print."""
    _print(MEMBERS, output, parts=[ACCOUNT, CERTIFIED], meeting=meeting)


def _print(kind: str, output: Path, **asked: object) -> None:
    wanted: Asked = {"on": clock.today().isoformat(), **asked}
    with current_app.test_request_context(), console.status("Printing") as status:
        batch = BATCHES[kind](wanted)
        if not batch.packets:
            raise click.ClickException("There is nothing to print.")
        papers = printed(
            batch.packets,
            title=batch.title,
            by=PRINTER,
            tell=lambda done, of, words: status.update(f"{done} of {of}: {words}"),
        )
        form = ONE_FILE if output.suffix.lower() == ".pdf" else ZIP
        outcome = delivered(papers, delivered_as=form, title=batch.title, into=output.parent)
    if isinstance(outcome.content, Path):
        move(outcome.content, output)
    else:
        output.write_bytes(outcome.content)
    click.echo(f"{outcome.words} in {output}")


commands = [batch]
