"""Which certificates there are, and how they cover the shares held, asked by commands and queries alike."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from registry.certificates.cover import Cover, cover
from registry.certificates.models import Certificate
from registry.db import db
from registry.members import holdings
from registry.members.models import Member, ShareClass
from registry.members.queries import WITH_ALL

IN_ORDER = Certificate.place, Certificate.ref
"""Of two with one figure, which only old books have, that which was entered first."""


def next_place() -> int:
    return (db.session.scalar(select(func.max(Certificate.place))) or 0) + 1


def is_used(number: str) -> bool:
    return db.session.scalar(select(Certificate.ref).where(Certificate.number == number)) is not None


def place_of(number: str) -> int:
    """The figure that an old number ends in, such as 17 of A17, from which the count of certificates goes on.

    What tells a second of one number apart, as in 17 (2), is no part of it, nor is a year, as in 17/2005.
    """
    figures = re.search(r"(\d{1,9})\D*$", re.sub(r" \(\d+\)$|/(?:19|20)\d\d$", "", number))
    return int(figures[1]) if figures else 0


def accounts() -> Sequence[Member]:
    """Every account there has been, with all that is on it."""
    return db.session.scalars(select(Member).options(*WITH_ALL).order_by(Member.folio)).all()


def live_on(day: date, refs: Iterable[str]) -> dict[str, list[Certificate]]:
    """The certificates that are live on a day, by the ref of their account."""
    live = Certificate.issued <= day, or_(Certificate.cancelled.is_(None), Certificate.cancelled > day)
    asked = (
        select(Certificate)
        .where(Certificate.member_ref.in_(list(refs)), *live)
        .options(selectinload(Certificate.ranges))
    )
    found: dict[str, list[Certificate]] = defaultdict(list)
    for certificate in db.session.scalars(asked.order_by(*IN_ORDER)):
        found[certificate.member_ref].append(certificate)
    return found


def covers(member: Member, live: Sequence[Certificate], day: date) -> list[tuple[ShareClass, Cover]]:
    """Class by class, how an account's certificates cover what it holds on a day."""
    classes = {m.share_class_ref: m.share_class for m in member.movements}
    classes |= {each.share_class_ref: each.share_class for each in live}
    return [
        (share_class, cover(holdings.held(member.of_class(share_class), day), of_class(live, share_class)))
        for share_class in sorted(classes.values(), key=lambda each: each.name)
    ]


def of_class(certificates: Iterable[Certificate], share_class: ShareClass) -> list[Certificate]:
    return [each for each in certificates if each.share_class_ref == share_class.ref]
