"""Where the balances that an old register closes with are not those of the accounts as they were brought in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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


def balances_on(day: date) -> list[Opening]:
    """The balances that had been brought in by a day, the earliest first."""
    asked = select(Opening).where(Opening.what == BALANCES, Opening.entered <= day)
    found = db.session.scalars(asked.options(selectinload(Opening.entries)).order_by(Opening.as_at, Opening.ref))
    return list(found)


def differences_on(day: date) -> list[Line]:
    """Account by account, what differs: of each class, from the last balances brought in of each of their days."""
    stated: dict[tuple[date, str], dict[str, OpenedEntry]] = {}
    for opening in balances_on(day):
        told: dict[tuple[date, str], dict[str, OpenedEntry]] = defaultdict(dict)
        for entry in opening.entries:
            told[opening.as_at or day, str(entry.share_class_ref)][entry.document_ref] = entry
        stated |= told
    return [line for (as_at, share_class), entries in stated.items() for line in _of_class(as_at, share_class, entries)]


def _of_class(as_at: date, share_class: str, entries: Mapping[str, OpenedEntry]) -> Iterator[Line]:
    name = db.session.get_one(ShareClass, share_class).name
    held = {account: shares for (account, of), shares in held_on(as_at).items() if of == share_class}
    members = db.session.scalars(select(Member).where(Member.ref.in_(entries.keys() | held.keys())))
    for member in sorted(members, key=lambda member: member.folio):
        entry, here = entries.get(member.ref), held.get(member.ref, 0)
        if (0 if entry is None else entry.shares) != here:
            yield _line(member, name, entry, here, as_at)


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
