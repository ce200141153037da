from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.doors import Listing
from registry.members.accounts import account_on, line_of, particulars_of
from registry.members.certified import certificates_of
from registry.members.index import Index, index_on
from registry.members.models import Holder, Member, Movement, ShareClass
from registry.members.pending import alterations_pending
from registry.members.rules.accounts import YEARS_KEPT, removable_from
from registry.members.standing import altered_to, altered_to_on
from registry.people.models import Person

Line = dict[str, Any]

WITH_NAMES = selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
WITH_PARTICULARS = (WITH_NAMES, selectinload(Member.notes))
WITH_ALL = (*WITH_PARTICULARS, selectinload(Member.movements).joinedload(Movement.share_class))


def register_on(day: date) -> Index:
    """The members on a day, by name; and what the whole register comes to."""
    return index_on(day, Member.ceased.is_(None) | (Member.ceased > day), **summary_on(day))


def former_members_on(day: date) -> Index:
    """Those who had been members and, on a day, were no longer; but for entries that have been removed."""
    return index_on(day, (Member.ceased <= day) & or_(Member.removed.is_(None), Member.removed > day))


def summary_on(day: date) -> Line:
    """What the register comes to: shares, what is paid, how far it is altered, and what is still to be (s.120)."""
    sums = func.sum(Movement.shares), func.sum(Movement.shares * Movement.paid)
    asked = select(*sums, altered_to(day).scalar_subquery()).where(Movement.on <= day)
    shares, paid, altered = db.session.execute(asked).one()
    return {
        "shares": int(shares or 0),
        "paid": int(paid or 0),
        "altered_to": altered and altered.isoformat(),
        "pending": alterations_pending(day),
    }


class Accounts(Index):
    """The same, account by account, with every movement and what was said before."""

    def lines_of(self, refs: Sequence[str]) -> list[Line]:
        asked = select(Member).where(Member.ref.in_(refs)).options(*WITH_ALL)
        found = {member.ref: member for member in db.session.scalars(asked)}
        certificates = certificates_of(refs, self.day)
        return [account_on(found[ref], self.day) | {"certificates": certificates.get(ref, [])} for ref in refs]


def whole_account(member: Member, day: date) -> Line:
    """One account, with the numbers of its certificates, and how far the register is altered (s.120)."""
    certificates = certificates_of([member.ref], day).get(member.ref, [])
    altered = {"altered_to": altered_to_on(day), "pending": alterations_pending(day)}
    return account_on(member, day) | {"certificates": certificates} | altered


MOST_IN_ONE_VOLUME = 250
"""Accounts: a register of more is printed in volumes, each a page of the list, of as many accounts as `size` asks."""


def accounts_on(day: date) -> Accounts | Listing:
    """Every account as the register itself has it: members in the order of their names, then former members."""
    members, former = register_on(day), former_members_on(day)
    accounts = Accounts(day, [*members.order, *former.order], members.words | former.words, **members.summary)
    return accounts if len(accounts) > MOST_IN_ONE_VOLUME else Listing(accounts, **members.summary)


def classes_on(day: date) -> list[Line]:
    """Every class of shares, with what is issued of it on a day."""
    issued = select(Movement.share_class_ref, func.sum(Movement.shares)).where(Movement.on <= day)
    shares = {ref: int(total) for ref, total in db.session.execute(issued.group_by(Movement.share_class_ref))}
    classes = db.session.scalars(select(ShareClass).order_by(ShareClass.name))
    return [_class_line(share_class, shares.get(share_class.ref, 0)) for share_class in classes]


def _class_line(share_class: ShareClass, issued: int) -> Line:
    return {
        "ref": share_class.ref,
        "name": share_class.name,
        "nominal": share_class.nominal,
        "issued": issued,
        "capital": issued * share_class.nominal,
        "votes_per_share": share_class.votes_per_share,
        "numbered": share_class.numbered,
        "rights": share_class.rights,
    }


def held_by(person: Person, day: date) -> list[Line]:
    """The accounts of which a person is a holder on a day."""
    found = select(Member).where(Member.holders.any(Holder.person_ref == person.ref)).options(*WITH_ALL)
    members = db.session.scalars(found.order_by(Member.folio))
    return [line_of(m, day) for m in members if m.is_member(day) and _holds(m, person, day)]


def _holds(member: Member, person: Person, day: date) -> bool:
    return any(holder.person_ref == person.ref for holder in member.holders_on(day))


def removable_on(day: date) -> list[Line]:
    """Former members' entries that may be removed by a day."""
    long_ago = Member.ceased < date(day.year - YEARS_KEPT + 1, 1, 1)
    found = select(Member).where(long_ago, or_(Member.removed.is_(None), Member.removed > day))
    members = db.session.scalars(found.options(*WITH_PARTICULARS).order_by(Member.ceased, Member.folio))
    lines = [particulars_of(m, day) | {"removable": removable_from(m.ceased)} for m in members if m.ceased]
    return [line for line in lines if line["removable"] <= day]


def of_holders_deceased_on(day: date) -> Iterable[tuple[Member, Person]]:
    """Open accounts with a holder who has died by a day and not been struck from them; each with that person."""
    died = Member.holders.any(Holder.person.has(Person.died <= day))
    for member in db.session.scalars(select(Member).where(died).options(WITH_NAMES).order_by(Member.folio)):
        persons = [holder.person for holder in member.holders_on(date.max)] if member.is_member(day) else []
        yield from ((member, person) for person in persons if person.died and person.died <= day)
