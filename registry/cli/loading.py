"""Loading the NHS's published files, and the old books of a company."""

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from werkzeug.datastructures import FileStorage

from registry.accounts.caller import HOUSE
from registry.cli.books import console, migrate
from registry.files import Paper, keep, keep_paper
from registry.openings.commands import open_book
from registry.openings.models import BOOKS
from registry.openings.sent import lines_in, rehearsed
from registry.practices.commands import load_list_sizes, load_practices
from registry.practices.published import Unreadable, as_at_from_name, list_sizes_in, practices_in
from registry.structure.commands import load_networks
from registry.structure.published import networks_in
from registry.wording import counted


@click.group("import")
def importing() -> None:
    """Load a file that the NHS publishes, or an old book. The whole file is loaded, as one act, or nothing is."""


def loader(name: str, reads: Callable[[bytes], Any], loads: Callable[..., Any], words: str) -> click.Command:
    """A command that reads FILE and brings in what it says."""

    @with_appcontext
    def load(file: Path, as_at: datetime | None) -> None:
        migrate()
        content = file.read_bytes()
        with console.status(f"Reading {file.name}"):
            published = _read(reads, content)
        day = as_at.date() if as_at else _proposed(file.name)
        with console.status(f"Loading {file.name}"):
            counts = loads(published, as_at=day, name=file.name, sha256=sha256(content).hexdigest(), by=HOUSE)
        for each in counts if isinstance(counts, tuple) else (counts,):
            click.echo(str(each))

    as_at = click.Option(["--as-at"], type=click.DateTime(["%Y-%m-%d"]), help="The day the file tells of.")
    file = click.Argument(["file"], type=click.Path(exists=True, dir_okay=False, path_type=Path))
    return click.Command(name, callback=load, params=[file, as_at], help=words)


def _read(reads: Callable[[bytes], Any], content: bytes) -> Any:
    try:
        return reads(content)
    except Unreadable as unreadable:
        raise click.ClickException("\n".join([*unreadable.sentences, "Nothing was loaded."])) from None


def _proposed(name: str) -> date:
    if (day := as_at_from_name(name)) is None:
        raise click.UsageError(f"Say which day {name} tells of, with --as-at YYYY-MM-DD.")
    raise click.UsageError(f"Say which day {name} tells of: --as-at {day}, if its name is right.")


importing.add_command(
    loader("practices", practices_in, load_practices, "Load practices from FILE, ODS epraccur in CSV.")
)
importing.add_command(
    loader("networks", networks_in, load_networks, "Load networks and their partners from FILE, ODS ePCN.xlsx.")
)
importing.add_command(
    loader("list-sizes", list_sizes_in, load_list_sizes, "Load list sizes from FILE, gp-reg-pat-prac-all in CSV.")
)


@importing.command("book")
@click.argument("what", type=click.Choice(BOOKS))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", required=True, help="The old book or paper that FILE was copied from.")
@click.option("--paper", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Its scan, a PDF.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="The day of the balances.")
@click.option("--issued", type=int, help="How many shares the balances come to.")
@click.option("--try", "only_tries", is_flag=True, help="Say what FILE would bring in, and bring in nothing.")
@with_appcontext
def book(
    what: str,
    file: Path,
    source: str,
    paper: Path | None,
    as_at: datetime | None,
    issued: int | None,
    only_tries: bool,
) -> None:
    """Bring in one of the old books of a company's past from FILE, in CSV.

    The books are brought in from the first named to the last; each names what is in those before it.
    """
    migrate()
    content = file.read_bytes()
    asked: dict[str, Any] = {
        "what": what,
        "source": source,
        "name": file.name,
        "sha256": sha256(content).hexdigest(),
        "as_at": as_at and as_at.date(),
        "issued": issued,
    }
    lines = lines_in(what, content)
    found = rehearsed(lines, asked, HOUSE)
    if not only_tries:
        keep(content)
        open_book(lines, **asked, paper=_scan(paper), by=HOUSE)
    click.echo(f"{counted(found['lines'], 'entry', 'entries')}; what it lacks: {found['lacking']}.")


def _scan(path: Path | None) -> Paper | None:
    return None if path is None else keep_paper(FileStorage(BytesIO(path.read_bytes()), path.name))


commands = [importing]
