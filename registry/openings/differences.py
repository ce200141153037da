"""Where the balances that an old register closes with are not those of the accounts as they were brought in."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.members.models import Member, Movement, ShareClass
from registry.openings.models import BALANCES, OpenedEntry, Opening
from registry.wording import counted

Line = dict[str, Any]
Holding = tuple[str, str]
"""An account's ref, and a class's."""


def balances() -> list[Opening]:
    """The balances that were brought in, the earliest first."""
    asked = select(Opening).where(Opening.what == BALANCES).options(selectinload(Opening.entries))
    return list(db.session.scalars(asked.order_by(Opening.as_at, Opening.ref)))


def differences_on() -> list[Line]:
    """Account by account and class by class, what differs, of every balance brought in."""
    return [line for opening in balances() if opening.as_at for line in _differing(opening, opening.as_at)]


def _differing(opening: Opening, as_at: date) -> Iterator[Line]:
    stated = {(entry.document_ref, str(entry.share_class_ref)): entry for entry in opening.entries}
    held = held_on(as_at)
    accounts = {member.ref: member for member in db.session.scalars(select(Member))}
    classes = {each.ref: each.name for each in db.session.scalars(select(ShareClass))}
    for account, share_class in sorted(stated.keys() | held.keys(), key=lambda k: (accounts[k[0]].folio, k[1])):
        entry, here = stated.get((account, share_class)), held.get((account, share_class), 0)
        if (0 if entry is None else entry.shares) != here:
            yield _line(accounts[account], classes[share_class], entry, here, as_at)


def _line(member: Member, share_class: str, entry: OpenedEntry | None, here: int, as_at: date) -> Line:
    there = 0 if entry is None else entry.shares or 0
    return {
        "folio": member.folio,
        "name": member.names_on(as_at),
        "member": member.ref,
        "as_at": as_at,
        "share_class": share_class,
        "there": "no balance" if entry is None else counted(there, "share"),
        "here": counted(here, "share"),
        "difference": here - there,
    }


def held_on(day: date) -> dict[Holding, int]:
    """What each account held of each class at the end of a day, where it held anything."""
    sums = select(Movement.member_ref, Movement.share_class_ref, func.sum(Movement.shares)).where(Movement.on <= day)
    found: dict[Holding, int] = defaultdict(int)
    for member, share_class, shares in db.session.execute(sums.group_by(Movement.member_ref, Movement.share_class_ref)):
        found[member, share_class] = int(shares)
    return {holding: shares for holding, shares in found.items() if shares}
