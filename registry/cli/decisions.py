"""Decisions that wait for their day, for whatever runs this by the clock."""

import sys

import click
from flask.cli import with_appcontext

from registry.accounts.caller import HOUSE
from registry.decisions.due import carry_out_each
from registry.decisions.queries import decision_on

STILL_WAITS = 3
"""What it ends with where the law forbade one: as of any act that it refuses."""


@click.group()
def decisions() -> None:
    """Do what decisions have put off until their day."""


@decisions.command("carry-out")
@with_appcontext
def carry_out() -> None:
    """Carry out every decision whose day has come, each by itself. What is forbidden goes on waiting, and is named."""
    forbidden = 0
    for decision, breach in carry_out_each(HOUSE):
        if breach is None:
            done = "; ".join(each["text"] for each in decision_on(decision, decision.since)["effects"])
            click.echo(f"{decision.number}: {done}.")
        else:
            forbidden += 1
            click.echo(f"{decision.number} waits still: {breach.sentence} ({breach.authority})", err=True)
    sys.exit(STILL_WAITS if forbidden else 0)


commands = [decisions]
