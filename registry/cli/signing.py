"""The key that papers are signed with."""

import click
from flask.cli import with_appcontext

from registry import clock
from registry.press import keys
from registry.wording import instant


@click.command()
@with_appcontext
def signing() -> None:
    """Say with which key papers are signed, and until when its certificate holds."""
    try:
        key = keys.key()
    except keys.Unusable as fault:
        raise click.ClickException(f"{fault} Papers that are to be signed are not printed.") from None
    if key is None:
        click.echo("No key is set: papers are printed unsigned, with their places for ink.")
        return
    click.echo(
        f"Signs as {key.name}, from {instant(key.since)} until {instant(key.until)}, with the key in {key.place}."
    )
    click.echo(f"SHA-256 of the certificate: {key.fingerprint}")
    if why := key.fault(clock.now()):
        raise click.ClickException(f"{why} Papers that are to be signed are not printed.")


commands = [signing]
