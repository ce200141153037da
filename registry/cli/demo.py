"""The demo federation, told into empty books."""

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from registry import ledger
from registry.accounts import commands as accounts
from registry.accounts.models import Account
from registry.accounts.passwords import new_password
from registry.cli.books import console, migrate
from registry.db import db
from registry.demo.story import tell


@click.command()
@click.option("--if-empty", is_flag=True, help="Leave books alone that hold anything.")
@with_appcontext
def demo(if_empty: bool) -> None:
    """Load the demo federation: real practices, fictional people, and eleven years of what they did.

    Prints the demo accounts and their passwords, once.
    """
    migrate()
    if ledger.head().size:
        if if_empty:
            return
        raise click.ClickException("These books are not empty. The demo is only loaded into empty books.")
    with console.status("Telling the story of the demo federation") as status:
        current_app.config["SET_PACKS_AHEAD"] = False  # nobody prints what the story only passes through
        tell(lambda title: status.update(f"Demo: {title}"))
        passwords = [(account, new_password()) for account in db.session.scalars(select(Account).order_by(Account.ref))]
        for account, password in passwords:
            accounts.set_password(account, password)
    click.echo(f"The demo federation is loaded: {ledger.head().size} entries in the ledger.")
    click.echo("All its people are fictional. They sign in with these passwords, shown this once:")
    for account, password in passwords:
        click.echo(f"  {account.email:24} {password}   {account.name}")


commands = [demo]
