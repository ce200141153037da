"""Loading the NHS's published files."""

from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext

from registry.accounts.caller import HOUSE
from registry.cli.books import console, migrate
from registry.practices.commands import load_list_sizes, load_practices
from registry.practices.published import Unreadable, as_at_from_name, list_sizes_in, practices_in
from registry.structure.commands import load_networks
from registry.structure.published import networks_in


@click.group("import")
def importing() -> None:
    """Load a file that the NHS publishes. The whole file is loaded, as one act, or nothing is."""


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

commands = [importing]
