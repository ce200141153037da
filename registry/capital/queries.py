from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import joinedload

from registry.capital.models import Alteration
from registry.db import db
from registry.members.models import Member, Movement, ShareClass
from registry.members.queries import WITH_NAMES

Line = dict[str, Any]


def statement_on(day: date) -> Line:
    """The statement of capital as at a day (CA 2006, s.555(4)): in all, and class by class, in pence."""
    classes = [line for line in _by_class(day) if line["shares"]]
    totals = {name: sum(line[name] for line in classes) for name in ("shares", "nominal_value", "paid", "unpaid")}
    return totals | {"classes": classes}


def _by_class(day: date) -> list[Line]:
    short = case((Movement.paid < ShareClass.nominal, ShareClass.nominal - Movement.paid), else_=0)
    sums = func.sum(Movement.shares), func.sum(Movement.shares * Movement.paid), func.sum(Movement.shares * short)
    asked = (
        select(ShareClass, *sums)
        .join(Movement, Movement.share_class_ref == ShareClass.ref)
        .where(Movement.on <= day)
        .group_by(ShareClass.ref)
        .order_by(ShareClass.name)
    )
    return [
        {
            "name": share_class.name,
            "rights": share_class.rights,
            "nominal": share_class.nominal,
            "shares": int(shares),
            "nominal_value": int(shares) * share_class.nominal,
            "paid": int(paid),
            "unpaid": int(unpaid),
        }
        for share_class, shares, paid, unpaid in db.session.execute(asked)
    ]


def alterations_on(day: date) -> list[Line]:
    """Everything done to the capital by a day but issues of shares, the latest first."""
    return [told(alteration) for alteration in reversed(_alterations(day))]


def _alterations(day: date) -> Sequence[Alteration]:
    classes = joinedload(Alteration.share_class), joinedload(Alteration.into)
    found = select(Alteration).where(Alteration.on <= day).options(*classes)
    return db.session.scalars(found.order_by(Alteration.on, Alteration.ref)).all()


def told(alteration: Alteration) -> Line:
    return {
        "ref": alteration.ref,
        "number": alteration.number,
        "what": alteration.what.capitalize(),
        "on": alteration.on,
        "share_class": alteration.share_class.name,
        "shares": alteration.shares,
        "into": alteration.into and alteration.into.name,
        "becoming": alteration.becoming,
        "consideration": alteration.consideration,
        "resolution": alteration.resolution,
        "article": alteration.article,
    }


def touched_by(alteration: Alteration) -> list[Line]:
    """Whose shares they were, and how many."""
    asked = (
        select(Movement)
        .where(Movement.reference == alteration.number, Movement.share_class_ref == alteration.share_class_ref)
        .options(joinedload(Movement.member).options(WITH_NAMES))
        .order_by(Movement.ref)
    )
    return [
        {
            "member": movement.member_ref,
            "name": movement.member.names_on(alteration.on),
            "folio": movement.member.folio,
            "shares": -movement.shares,
        }
        for movement in db.session.scalars(asked)
    ]


def of_kind(what: str, day: date) -> list[Alteration]:
    return [alteration for alteration in _alterations(day) if alteration.what == what]


def touching(member: Member, since: date) -> list[Line]:
    """Alterations of a member's shares since a day."""
    numbers = {movement.reference for movement in member.movements if movement.on >= since}
    return [told(alteration) for alteration in _alterations(date.max) if alteration.number in numbers]
