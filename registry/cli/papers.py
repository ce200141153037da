"""Papers from the command line: what a door would print, printed to a file."""

from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from registry.accounts.caller import NOBODY, Caller
from registry.accounts.permissions import AUDITOR
from registry.doors.door import door_of
from registry.doors.printing import paper_of

PRINTER = Caller(NOBODY, "the registry command", ((AUDITOR, None),))


@click.command("print")
@click.argument("document", required=False)
@click.argument("word", required=False, default="")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The PDF to write.")
@click.option("--on", help="As it stood on this day, YYYY-MM-DD; today if left out.")
@click.option("--known", help="As it was known at this instant, YYYY-MM-DDTHH:MMZ.")
@click.option("--style", help="In which style: standard, large (print) or (plain) black.")
@click.option("--ask", multiple=True, help="What else its page is asked, as year=2025; as often as need be.")
@with_appcontext
def print_(document: str | None, word: str, output: Path | None, ask: tuple[str, ...], **asked: str | None) -> None:
    """Print DOCUMENT, a register or one of its documents, as PDF.

    DOCUMENT is room.page, as `members.register` or `terms.version`; WORD says which one, by its
    ref or by the word people know it by. Without DOCUMENT, all that can be printed is listed.
    """
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    if document is None:
        click.echo("\n".join(printable(app)))
        return
    if document not in printable(app):
        raise click.UsageError(f"There is no paper {document}. `registry print` alone lists all there are.")
    if output is None:
        raise click.UsageError("Say where to write it, with -o FILE.pdf.")
    questions = dict(map(question, ask)) | {name: value for name, value in asked.items() if value}
    output.write_bytes(printed(app, document, word, questions))
    click.echo(f"{document} {word}".strip() + f" is in {output}")


def question(ask: str) -> tuple[str, str]:
    name, equals, value = ask.partition("=")
    if not (name and equals):
        raise click.UsageError(f"Ask as name=value: {ask}.")
    return name, value


def printable(app: Flask) -> list[str]:
    """Every door that prints."""
    rules = [rule for rule in app.url_map.iter_rules() if "pdf" in rule.rule and door_of(rule.endpoint)]
    return sorted({rule.endpoint for rule in rules})


def printed(app: Flask, document: str, word: str, asked: dict[str, str]) -> bytes:
    """What the door would send; raises ClickException, in its words, where it would refuse."""
    named = {name for rule in app.url_map.iter_rules(document) for name in rule.arguments} - {"kind"}
    if named and not word:
        raise click.UsageError(f"Say which one to print: {document} WORD.")
    try:
        return paper_of(document, **dict.fromkeys(named, word), asked=asked, by=PRINTER)
    except HTTPException as refused:
        raise click.ClickException(f"There is nothing to print: {refused.description}") from None
    except ValidationError as mistake:
        raise click.ClickException(str(mistake)) from None


commands = [print_]
