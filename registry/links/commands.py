from dataclasses import dataclass
from datetime import date

from registry import clock
from registry.accounts.passwords import hash_secret, new_secret
from registry.db import db
from registry.ledger import together
from registry.links.models import Link
from registry.people.models import Person


@dataclass(frozen=True)
class Bearer:
    """Whoever acts by a signed link: to the ledger, the person to whom it was given."""

    ref: str


def issue(person: Person, *, purpose: str, about_ref: str | None = None, until: date) -> str:
    """Give a person leave to do one thing; what comes back is the link's secret, which nobody can find again."""
    secret = new_secret()
    with together():
        given = Link(hash=hash_secret(secret), person=person, purpose=purpose, about_ref=about_ref, until=until)
        given.rev, given.issued = 1, clock.now()
        db.session.add(given)
    return secret


def use(link: Link) -> Bearer:
    """Note that a link is being used, and say who acts by it."""
    link.uses, link.used = link.uses + 1, clock.now()
    return Bearer(link.person_ref)


def withdraw(link: Link) -> None:
    """Let a link open nothing from now on; once withdrawn, it stays so."""
    with together():
        link.withdrawn, link.rev = link.withdrawn or clock.now(), link.rev + 1
