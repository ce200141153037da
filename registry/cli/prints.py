"""What was printed, for whatever runs this by the clock."""

import click
from flask.cli import with_appcontext

from registry import clock
from registry.check.commands import let_go_of
from registry.check.queries import due
from registry.press.codes import in_groups
from registry.wording import counted, day


@click.group()
def prints() -> None:
    """Look after the papers that were printed, which are kept as they were."""


@prints.command("let-go")
@click.option("--try", "is_trial", is_flag=True, help="Only say what would go.")
@with_appcontext
def let_go(is_trial: bool) -> None:
    """Let go of the bytes of papers that were kept as long as they are to be, best run once a day.

    The log still says of each what it was and when, and its code is still answered for.
    """
    papers = list(due(clock.today()))
    for paper, keeping in papers:
        printed = f"{paper.title}, {in_groups(paper.code)}, printed on {day(clock.civil_day(paper.at))}"
        click.echo(f"{printed} ({keeping.authority})")
        if not is_trial:
            let_go_of(paper, keeping)
    said = "would be let go of" if is_trial else "let go of; the log keeps what it says of them"
    click.echo(f"{counted(len(papers), 'paper')} {said}." if papers else "No paper is to be let go of.")


commands = [prints]
