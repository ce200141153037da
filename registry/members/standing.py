"""What stands on the register, asked by commands before they add to it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, func, or_, select, true, union_all

from registry.db import db
from registry.members.models import Holder, Member, Movement, Note, ShareClass
from registry.people.models import Person, PersonName


def next_folio() -> int:
    return (db.session.scalar(select(func.max(Member.folio))) or 0) + 1


def folio_of(holders: Sequence[Person], day: date, *, but: Member | None = None) -> int | None:
    """The account that these holders, in this order, have from a day on; None if they have none, `but` one."""
    refs = [person.ref for person in holders]
    open_then = or_(Member.ceased.is_(None), Member.ceased > day)
    of_the_first = Member.holders.any((Holder.person_ref == refs[0]) & (Holder.place == 1))
    found = db.session.scalars(select(Member).where(open_then, of_the_first))
    return next((m.folio for m in found if m is not but and _refs(m) == refs), None)


def has_folio(folio: int) -> bool:
    return db.session.scalar(select(Member.ref).where(Member.folio == folio)) is not None


def folio_then(holders: Sequence[Person], entered: date, ceased: date | None) -> int | None:
    """The account that these holders, in this order, have for some of a time that ends on `ceased`, if it ends."""
    begun = true() if ceased is None else Member.entered < ceased
    open_then = begun, or_(Member.ceased.is_(None), Member.ceased > entered)
    of_the_first = Member.holders.any((Holder.person_ref == holders[0].ref) & (Holder.place == 1))
    refs = [person.ref for person in holders]
    found = db.session.scalars(select(Member).where(*open_then, of_the_first).order_by(Member.folio))
    return next((member.folio for member in found if _refs(member) == refs), None)


def _refs(member: Member) -> list[str]:
    return [holder.person_ref for holder in member.holders_on(date.max)]


def class_named(name: str) -> ShareClass | None:
    return db.session.scalar(select(ShareClass).where(func.lower(ShareClass.name) == name.lower()))


def only_class() -> ShareClass | None:
    """The class of shares, if there is but one."""
    classes = db.session.scalars(select(ShareClass).limit(2)).all()
    return classes[0] if len(classes) == 1 else None


def hold(share_class: ShareClass) -> None:
    """Let nobody else issue shares of a class until this act is done: numbers and headroom are drawn one by one."""
    db.session.execute(select(ShareClass.ref).where(ShareClass.ref == share_class.ref).with_for_update())


def highest_number(share_class: ShareClass) -> int:
    """The highest number ever given to a share of a class; a number is never used again."""
    highest = select(func.max(Movement.last)).where(Movement.share_class_ref == share_class.ref)
    return db.session.scalar(highest) or 0


def numbers_given(share_class: ShareClass, first: int | None, shares: int) -> list[int]:
    """The ends of what, of so many numbers from one on, has been given to shares of a class already."""
    if first is None:
        return []
    last = first + shares - 1
    given = select(Movement.first, Movement.last).where(
        Movement.share_class_ref == share_class.ref, Movement.shares > 0, Movement.first <= last, Movement.last >= first
    )
    ranges = [(low, high) for low, high in db.session.execute(given) if low is not None and high is not None]
    return sorted({end for low, high in ranges for end in (max(low, first), min(high, last))})


def issued(share_class: ShareClass, on: date) -> int:
    """How many shares of a class there are on a day."""
    of_it = select(func.sum(Movement.shares)).where(Movement.share_class_ref == share_class.ref, Movement.on <= on)
    return int(db.session.scalar(of_it) or 0)


def altered_to_on(day: date) -> date | None:
    """The most recent day, up to the day asked of, on which the register was altered (CA 2006, s.120).

    A holder's new name is an alteration too, on the day it was entered.
    """
    return db.session.scalar(altered_to(day))


def altered_to(day: date) -> Select[date]:
    """The same, still to be asked."""
    of_accounts = (Member.entered, Member.ceased, Member.removed, Movement.on, Note.entered)
    renamed = (
        select(func.max(PersonName.entered).label("last"))
        .join(Holder, Holder.person_ref == PersonName.person_ref)
        .join(Member, Member.ref == Holder.member_ref)
        .where(PersonName.entered <= day, PersonName.since > Member.entered)
    )
    last = union_all(*(select(func.max(each).label("last")).where(each <= day) for each in of_accounts), renamed)
    return select(func.max(last.subquery().c.last))
