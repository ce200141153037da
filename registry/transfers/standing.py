"""What is lodged and waits, asked by a command before it adds to it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from registry.db import db
from registry.members.holdings import Lot, taken
from registry.members.models import Member, ShareClass
from registry.members.standing import folio_of
from registry.people.models import Person
from registry.transfers.models import Transfer

UNDECIDED = Transfer.registered.is_(None) & Transfer.refused.is_(None) & Transfer.withdrawn.is_(None)


@contextmanager
def alone() -> Iterator[None]:
    """From here until this act is done nobody else lodges shares, or draws a number.

    The savepoint makes SQLite let nobody else write; PostgreSQL locks the first class of shares.
    """
    with db.session.begin_nested():
        first = select(ShareClass.ref).order_by(ShareClass.ref).limit(1)
        db.session.execute(first.with_for_update(key_share=True))
        yield


def account_of(persons: Sequence[Person], day: date) -> Member | None:
    """The account that these persons, in this order, have from a day on."""
    folio = folio_of(persons, day)
    return db.session.scalar(select(Member).where(Member.folio == folio)) if folio is not None else None


def next_place() -> int:
    return (db.session.scalar(select(func.max(Transfer.place))) or 0) + 1


def waiting(member: Member, share_class: ShareClass) -> Sequence[Transfer]:
    """The transfers of a member's shares of a class that are lodged and undecided."""
    of_it = (Transfer.member_ref == member.ref) & (Transfer.share_class_ref == share_class.ref)
    return db.session.scalars(select(Transfer).where(of_it, UNDECIDED).order_by(Transfer.place)).all()


def left(lots: Iterable[Lot], transfers: Iterable[Transfer]) -> list[Lot]:
    """What of some lots remains without the shares of some transfers."""
    remaining = list(lots)
    for transfer in transfers:
        if transfer.numbers:
            for gone in transfer.lots:
                remaining = [each for lot in remaining for each in lot.without(gone)]
        else:
            remaining = _less(remaining, transfer.shares)
    return remaining


def _less(lots: Sequence[Lot], shares: int) -> list[Lot]:
    """Some lots of shares that bear no numbers, less the first so many."""
    gone = taken(lots, shares)
    rest = (replace(lot, shares=lot.shares - less.shares) for lot, less in zip(lots, gone, strict=False))
    return [lot for lot in (*rest, *lots[len(gone) :]) if lot.shares]
