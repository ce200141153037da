from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.members.accounts import account_on, line_of, surname_first
from registry.members.models import Holder, Member, Movement, Nomination, ShareClass
from registry.people.models import Person
from registry.practices.models import Practice

Line = dict[str, Any]

WITH_ALL = (
    selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names),
    selectinload(Member.movements).joinedload(Movement.share_class),
)


def accounts_by(day: date) -> list[Member]:
    """Every account opened by a day, those closed among them, in the order of the first-named's surname."""
    found = db.session.scalars(select(Member).where(Member.entered <= day).options(*WITH_ALL))
    return sorted(found, key=lambda member: surname_first(member, day))


def register_on(day: date) -> tuple[list[Line], Line]:
    """The members on a day, each with the account's movements up to it; and what the whole register comes to."""
    accounts = accounts_by(day)
    lines = [account_on(member, day) for member in accounts if member.is_member(day)]
    altered = altered_to(accounts, day)
    return lines, {
        "shares": sum(line["shares"] for line in lines),
        "paid": sum(line["paid"] for line in lines),
        "altered_to": altered and altered.isoformat(),
    }


def former_members_on(day: date) -> list[Line]:
    """Those who had been members and, on a day, were no longer."""
    return [account_on(member, day) for member in accounts_by(day) if not member.is_member(day)]


def altered_to(accounts: Iterable[Member], day: date) -> date | None:
    """The most recent day, up to the day asked of, on which the register was altered (CA 2006, s.120)."""
    days = [alteration for member in accounts for alteration in _alterations(member) if alteration <= day]
    return max(days, default=None)


def _alterations(member: Member) -> Iterable[date]:
    yield member.entered
    if member.ceased:
        yield member.ceased
    yield from (movement.on for movement in member.movements)


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
        "rights": share_class.rights,
    }


def nominees_on(day: date) -> list[Line]:
    """For each practice, who holds shares for it on a day."""
    lines = [_nominee_line(nomination, day) for nomination in _nominations(Nomination.holding(day))]
    return sorted(lines, key=lambda line: (line["practice"].casefold(), line["folio"]))


def held_by(person: Person, day: date) -> list[Line]:
    """The accounts of which a person is a holder on a day."""
    found = select(Member).where(Member.holders.any(Holder.person_ref == person.ref)).options(*WITH_ALL)
    members = db.session.scalars(found.order_by(Member.folio))
    return [line_of(member, day) for member in members if member.is_member(day)]


def held_for(practice: Practice, day: date) -> list[Line]:
    """The accounts held for a practice on a day, by the nominee schedule."""
    of_it = Nomination.practice_ref == practice.ref
    return [_nominee_line(each, day) for each in _nominations(of_it & Nomination.holding(day))]


def _nominations(which: Any) -> Sequence[Nomination]:
    loading = (
        *(joinedload(Nomination.member).options(each) for each in WITH_ALL),
        joinedload(Nomination.practice).selectinload(Practice.particulars),
    )
    return db.session.scalars(select(Nomination).where(which).options(*loading).order_by(Nomination.since)).all()


def _nominee_line(nomination: Nomination, day: date) -> Line:
    practice = nomination.practice
    about = {"practice": practice.name_on(day), "code": practice.code, "since": nomination.since}
    return line_of(nomination.member, day) | about | {"ref": nomination.ref, "member": nomination.member_ref}


def members_named(words: str, day: date) -> list[Member]:
    """Every account, closed ones too, in whose holders' names of a day all of these words are."""
    wanted = words.casefold().split()
    return [m for m in accounts_by(day) if all(word in m.names_on(day).casefold() for word in wanted)]
