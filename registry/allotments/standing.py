"""What has been authorised and allotted, asked by a command before it allots more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from registry.allotments.models import Allotment, Authority, Formula
from registry.db import db
from registry.members.models import ISSUES, SUBSCRIPTION, Movement, ShareClass
from registry.members.standing import hold
from registry.periods import ONE_DAY


@contextmanager
def alone() -> Iterator[None]:
    """From here until this act is done nobody else allots shares, of any class.

    The savepoint makes SQLite let nobody else write; PostgreSQL locks the classes, always in one order.
    """
    with db.session.begin_nested():
        for share_class in db.session.scalars(select(ShareClass).order_by(ShareClass.ref)).all():
            hold(share_class)
        yield


def next_place() -> int:
    return (db.session.scalar(select(func.max(Allotment.place))) or 0) + 1


def count_classes() -> int:
    return db.session.scalar(select(func.count()).select_from(ShareClass)) or 0


def authorities_for(share_class: ShareClass) -> list[Authority]:
    """Every authority ever given to allot shares of a class, the first to end first."""
    found = db.session.scalars(select(Authority).where(Authority.share_class_ref == share_class.ref))
    return sorted(found, key=lambda authority: (authority.last_day, authority.ref))


def authority_in_force(share_class: ShareClass, on: date, shares: int = 1) -> Authority | None:
    """The authority under which so many shares can be allotted on a day, of several the first to end.

    If none has so many left, the last to end: whoever chooses that one is told what is left.
    """
    in_force = [authority for authority in authorities_for(share_class) if authority.holds(on)]
    enough = (each for each in in_force if each.maximum - used(each.ref).shares >= shares)
    return next(enough, in_force[-1] if in_force else None)


@dataclass(frozen=True)
class Used:
    """What has been allotted under an authority, as the register now has it: how many, and on which days."""

    shares: int = 0
    first: date | None = None
    last: date | None = None


def used(authority_ref: str) -> Used:
    return used_by(date.max).get(authority_ref, Used())


def used_by(day: date) -> dict[str, Used]:
    """What had been allotted by a day under each authority."""
    its_own = (Movement.reference == Allotment.number) & Movement.what.in_(ISSUES)
    sums = func.sum(Movement.shares), func.min(Allotment.on), func.max(Allotment.on)
    found = (
        select(Allotment.authority_ref, *sums)
        .join(Movement, its_own)
        .where(Allotment.authority_ref.is_not(None), Allotment.on <= day)
        .group_by(Allotment.authority_ref)
    )
    return {ref: Used(int(shares), first, last) for ref, shares, first, last in db.session.execute(found) if ref}


def last_under(authority: Authority) -> Allotment | None:
    """The allotment that was entered last of those under an authority."""
    under_it = select(Allotment).where(Allotment.authority_ref == authority.ref)
    return db.session.scalar(under_it.order_by(Allotment.place.desc()).limit(1))


def shares_beside_subscriptions() -> int:
    """How many shares were ever issued otherwise than to subscribers."""
    others = select(func.sum(Movement.shares)).where(Movement.what != SUBSCRIPTION, Movement.shares > 0)
    return int(db.session.scalar(others) or 0)


def formula_on(day: date) -> Formula | None:
    """The federation's formula as it stood on a day."""
    begun = select(Formula).where(Formula.since <= day)
    return db.session.scalar(begun.order_by(Formula.since.desc()).limit(1))


def neighbours(formula: Formula) -> tuple[Formula | None, Formula | None]:
    """The formulas before and after one, if there are any."""
    after = select(Formula).where(Formula.since > formula.since).order_by(Formula.since).limit(1)
    return formula_on(formula.since - ONE_DAY), db.session.scalar(after)
