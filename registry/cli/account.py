"""Accounts, for whoever administers the machine: the first of them is opened here."""

from datetime import datetime

import click
from flask.cli import with_appcontext

from registry import clock
from registry.accounts import commands as accounts
from registry.accounts import passwords, queries
from registry.accounts.caller import HOUSE
from registry.accounts.models import Account
from registry.accounts.schemas import GRANTED
from registry.cli.books import migrate
from registry.ledger import together

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def account() -> None:
    """Open accounts, grant roles and issue tokens."""


def _account(email: str) -> Account:
    if (found := queries.by_email(email)) is None:
        raise click.ClickException(f"There is no account {email}.")
    return found


@account.command()
@click.argument("email")
@click.option("--name", required=True, help="The name of whoever signs in.")
@click.option("--role", type=click.Choice(GRANTED), help="A role to grant from today.")
@with_appcontext
def add(email: str, name: str, role: str | None) -> None:
    """Open an account and print its first password, once."""
    migrate()
    with together():
        opened = accounts.open(name=name, email=email.lower(), by=HOUSE)
        if role:
            accounts.grant(opened, role=role, since=clock.today(), by=HOUSE)
    password = passwords.new_password()
    accounts.set_password(opened, password)
    click.echo(f"{email} may sign in with the password {password}")


@account.command()
@click.argument("email")
@with_appcontext
def password(email: str) -> None:
    """Make a new password for an account, and print it, once. Its browsers are signed out."""
    accounts.set_password(_account(email), new := passwords.new_password())
    click.echo(f"{email} may sign in with the password {new}")


@account.command()
@click.argument("email")
@click.argument("role", type=click.Choice(GRANTED))
@click.option("--from", "since", type=DAY, help="First day; today if left out.")
@click.option("--until", type=DAY, help="First day without the role.")
@click.option("--scope", help="The ref of the person whom a member's role is over.")
@with_appcontext
def role(email: str, role: str, since: datetime | None, until: datetime | None, scope: str | None) -> None:
    """Grant a role to an account."""
    first, end = since.date() if since else clock.today(), until.date() if until else None
    accounts.grant(_account(email), role=role, since=first, until=end, scope=scope, by=HOUSE)
    click.echo(f"{email} is {role} from {first:%-d %B %Y}")


@account.command()
@click.argument("email")
@click.option("--for", "purpose", required=True, help="What the token is for.")
@click.option("--until", type=DAY, help="First day it no longer opens.")
@with_appcontext
def token(email: str, purpose: str, until: datetime | None) -> None:
    """Issue a token for a program, and print it, once."""
    end = until.date() if until else None
    click.echo(accounts.issue_token(_account(email), purpose=purpose, until=end, by=HOUSE))


commands = [account]
