from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry import clock
from registry.accounts.passwords import hash_secret
from registry.db import db
from registry.ledger import live
from registry.links.models import Link
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.wording import day, instant

Line = dict[str, Any]
NOT_OURS = 404
NO_LONGER = 410
WHOM_TO_ASK = "If it is whole, ask the company secretary for another."


@dataclass(frozen=True)
class Shut:
    """Why a link opens nothing: as a web server says it, and in words."""

    status: int
    sentence: str


def find(secret: str, purpose: str) -> Link | Shut:
    """The link of a secret, if it opens this today; or else why it does not. A secret altered is no link's."""
    link = db.session.scalar(select(Link).where(Link.hash == hash_secret(secret), Link.purpose == purpose))
    if link is None:
        return Shut(NOT_OURS, f"This is no link of ours: perhaps a part of it is missing. {WHOM_TO_ASK}")
    if link.withdrawn is not None:
        return Shut(NO_LONGER, f"This link was withdrawn on {instant(link.withdrawn)}.")
    if link.until <= clock.today():
        return Shut(NO_LONGER, f"This link could be used until {day(link.until - ONE_DAY)}.")
    return link


def links() -> list[Line]:
    """Every link given, the latest first: of now, since the ledger knows of none."""
    with live():
        named = joinedload(Link.person).selectinload(Person.names)
        found = select(Link).options(named).order_by(Link.issued.desc(), Link.ref)
        return [line_of(link) for link in db.session.scalars(found)]


def line_of(link: Link) -> Line:
    told = {name: getattr(link, name) for name in ("ref", "rev", "person_ref", "purpose", "uses", "used", "withdrawn")}
    return told | {
        "title": link.called,
        "person": link.person.called,
        "issued": clock.civil_day(link.issued),
        "last_day": link.until - ONE_DAY,
        "state": _state(link),
    }


def _state(link: Link) -> str:
    if link.withdrawn is not None:
        return "withdrawn"
    return "ended" if link.until <= clock.today() else "open"
