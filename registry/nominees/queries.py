from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.members.accounts import line_of
from registry.members.models import Holder, Member
from registry.members.queries import WITH_ALL, WITH_NAMES, of_holders_deceased_on
from registry.nominees.models import Nomination
from registry.people.models import Person
from registry.practices.models import Practice
from registry.practices.standing import all_that_is

Line = dict[str, Any]


def nominees_on(day: date) -> list[Line]:
    """For each practice, who holds shares for it on a day."""
    lines = [told(nomination, day) for nomination in _nominations(Nomination.in_force(day))]
    return sorted(lines, key=lambda line: (line["practice"].casefold(), line["folio"]))


def history_of_practice(practice: Practice, day: date) -> list[Line]:
    """Everyone who has held shares for a practice, or for one that had merged into it, up to a day."""
    whole = [each.ref for each in all_that_is(practice, day)]
    of_it = Nomination.practice_ref.in_(whole) & (Nomination.since <= day)
    return [told(nomination, day) for nomination in _nominations(of_it)]


def history_of_account(member: Member, day: date) -> list[Line]:
    """Every practice for which an account has been held, up to a day."""
    of_it = (Nomination.member_ref == member.ref) & (Nomination.since <= day)
    return [told(nomination, day) for nomination in _nominations(of_it)]


def _nominations(which: Any) -> Sequence[Nomination]:
    loading = (
        *(joinedload(Nomination.member).options(each) for each in WITH_ALL),
        joinedload(Nomination.practice).selectinload(Practice.particulars),
    )
    found = select(Nomination).where(which).options(*loading)
    return db.session.scalars(found.order_by(Nomination.since, Nomination.ref)).all()


def told(nomination: Nomination, day: date) -> Line:
    """One line of the schedule: shares held for a practice that has merged are held for the one it has become."""
    named, account = nomination.practice, line_of(nomination.member, day)
    practice = named.standing_on(day)
    ended = nomination.ended if nomination.ended and nomination.ended <= day else None
    return {
        "ref": nomination.ref,
        "rev": nomination.rev,
        "practice": practice.name_on(day),
        "practice_ref": practice.ref,
        "code": practice.code,
        "was": f"{named.code} {named.name_on(nomination.since)}" if named is not practice else None,
        "member": nomination.member_ref,
        "name": account["name"],
        "folio": account["folio"],
        "since": nomination.since,
        "ended": ended,
        "shares": account["shares"] if nomination.shares is None else nomination.shares,
        "classes": account["classes"],
    }


def beneficial_on(day: date) -> list[Line]:
    """Who has the benefit of how many shares and votes on a day: each practice, and each holder for none.

    `shares` are by class, of whichever account; `votes` are those on a poll. A share held by a
    nominee counts as held by whom it is held for (CA 2006, Sch 1A, para 19): for a practice that has merged,
    by the one it has become.
    """
    benefits: dict[str, Line] = {}
    nominated: Counter[str] = Counter()
    for nomination in _nominations(Nomination.in_force(day)):
        shares = _apportioned(nomination, day)
        nominated[nomination.member_ref] += sum(shares.values())
        practice = nomination.practice.standing_on(day)
        benefit = benefits.setdefault(practice.ref, _benefit(practice.name_on(day), practice.code, practice.ref))
        _add(benefit, nomination.member, shares)
    for member in _members_on(day):
        if left := member.held(day) - nominated[member.ref]:
            benefit = benefits.setdefault(member.ref, _benefit(member.names_on(day), None, None))
            _add(benefit, member, _up_to(_by_class(member, day), left))
    return sorted(benefits.values(), key=lambda each: each["name"].casefold())


def _benefit(name: str, code: str | None, practice_ref: str | None) -> Line:
    return {"name": name, "code": code, "practice_ref": practice_ref, "shares": Counter(), "votes": 0, "folios": []}


def _add(benefit: Line, member: Member, shares: Counter[Any]) -> None:
    benefit["shares"].update({share_class.name: count for share_class, count in shares.items()})
    benefit["votes"] += sum(count * share_class.votes_per_share for share_class, count in shares.items())
    benefit["folios"].append(member.folio)


def _apportioned(nomination: Nomination, day: date) -> Counter[Any]:
    by_class = _by_class(nomination.member, day)
    return by_class if nomination.shares is None else _up_to(by_class, nomination.shares)


def _by_class(member: Member, day: date) -> Counter[Any]:
    return Counter({share_class: member.held(day, share_class) for share_class in member.classes_held(day)})


def _up_to(by_class: Counter[Any], most: int) -> Counter[Any]:
    """So many shares, of one class after another."""
    some: Counter[Any] = Counter()
    for share_class, count in by_class.items():
        if taken := min(count, most):
            some[share_class], most = taken, most - taken
    return some


def _members_on(day: date) -> Sequence[Member]:
    found = db.session.scalars(select(Member).where(Member.entered <= day).options(*WITH_ALL).order_by(Member.folio))
    return [member for member in found if member.is_member(day)]


def voteless_on(day: date) -> Iterable[Line]:
    """Each account whose sole holder has died and is on the register still: nobody votes for its shares."""
    for member, person in of_holders_deceased_on(day):
        held_for = [each for each in _nominations(Nomination.member_ref == member.ref) if each.is_in_force(day)]
        yield {
            "member": member.ref,
            "folio": member.folio,
            "name": person.name_on(day),
            "died": person.died,
            "is_joint": len(member.holders_on(day)) > 1,
            "practices": [each.practice.standing_on(day).name_on(day) for each in held_for],
        }


def held_for_nobody_on(day: date) -> list[Line]:
    """Accounts with shares on a day that the schedule does not speak of."""
    named = select(Nomination.member_ref).where(Nomination.in_force(day))
    found = select(Member).where(Member.entered <= day, Member.ref.not_in(named)).options(WITH_NAMES)
    members = db.session.scalars(found.options(selectinload(Member.movements)).order_by(Member.folio))
    return [
        {"member": member.ref, "folio": member.folio, "name": member.names_on(day)}
        for member in members
        if member.is_member(day) and member.held(day)
    ]


def practices_of(person: Person, day: date) -> list[Practice]:
    """The practices for which a person, alone or jointly, holds shares on a day."""
    return practices_held_for([person.ref], day).get(person.ref, [])


def practices_held_for(people: Collection[str], day: date) -> dict[str, list[Practice]]:
    """The same of several persons at once, by their refs; who holds for none is not among them."""
    theirs = select(Holder.member_ref).where(Holder.person_ref.in_(people))
    named = select(Nomination).where(Nomination.member_ref.in_(theirs), Nomination.in_force(day))
    particulars = joinedload(Nomination.practice).selectinload(Practice.particulars)
    found: dict[str, dict[Practice, None]] = defaultdict(dict)
    for each in db.session.scalars(named.options(particulars, joinedload(Nomination.member).options(WITH_NAMES))):
        for holder in each.member.holders_on(day):
            if holder.person_ref in people:
                found[holder.person_ref][each.practice.standing_on(day)] = None
    return {person: list(practices) for person, practices in found.items()}
