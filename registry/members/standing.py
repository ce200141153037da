"""What stands on the register, asked by a command before it adds to it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, or_, select

from registry.db import db
from registry.members.models import Holder, Member, Nomination, ShareClass
from registry.people.models import Person


def next_folio() -> int:
    return (db.session.scalar(select(func.max(Member.folio))) or 0) + 1


def folio_of(holders: Sequence[Person], day: date) -> int | None:
    """The account that these holders, in this order, have from a day on; None if they have none."""
    refs = [person.ref for person in holders]
    open_then = or_(Member.ceased.is_(None), Member.ceased > day)
    of_the_first = Member.holders.any((Holder.person_ref == refs[0]) & (Holder.place == 1))
    found = db.session.scalars(select(Member).where(open_then, of_the_first))
    return next((member.folio for member in found if [h.person_ref for h in member.holders] == refs), None)


def class_named(name: str) -> ShareClass | None:
    return db.session.scalar(select(ShareClass).where(func.lower(ShareClass.name) == name.lower()))


def only_class() -> ShareClass | None:
    """The class of shares, if there is but one."""
    classes = db.session.scalars(select(ShareClass).limit(2)).all()
    return classes[0] if len(classes) == 1 else None


def nominations_of(member: Member) -> Sequence[Nomination]:
    """What a member holds shares for, with no end to it on record."""
    return db.session.scalars(select(Nomination).filter_by(member_ref=member.ref, until=None)).all()
