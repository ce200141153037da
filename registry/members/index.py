"""The register in the order of its names, read as far as it is asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.db import db
from registry.doors.telling import Kept
from registry.members.accounts import in_sum, particulars_of
from registry.members.models import ADDRESS, Holder, Member, Movement, Note, ShareClass
from registry.people.models import Person, PersonName

Line = dict[str, Any]

AT_A_TIME = 500


class Index(Kept):
    """The refs of accounts in their order, each drawn as a line when it is looked at.

    `words` holds, for each ref, everything a reader may seek it by.
    """

    def __init__(self, day: date, order: Sequence[str], words: dict[str, str], **summary: Any) -> None:
        self.day, self.order, self.words, self.summary = day, order, words, summary

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, part: Any) -> Any:
        if isinstance(part, slice):
            return self.lines_of(self.order[part])
        return self.lines_of([self.order[part]])[0]

    def __iter__(self) -> Iterator[Line]:
        for start in range(0, len(self), AT_A_TIME):
            yield from self[start : start + AT_A_TIME]

    def lines_of(self, refs: Sequence[str]) -> list[Line]:
        return lines_of(refs, self.day)

    def seek(self, words: str) -> "Index":
        wanted = words.casefold().split()
        found = [ref for ref in self.order if all(word in self.words[ref] for word in wanted)]
        return type(self)(self.day, found, self.words, **self.summary)


def index_on(day: date, which: ColumnElement[bool], **summary: Any) -> Index:
    """Accounts opened by a day, in the order of the first-named's surname (CA 2006, s.115)."""
    keys: dict[str, tuple[str, str, int]] = {}
    words: dict[str, list[str]] = defaultdict(list)
    addressed = _changed_since(day)
    for (ref, folio, address, place), names in _holders(day, which).items():
        title, forenames, surname = _borne_on(day, names)
        if place == 1:
            keys[ref] = (surname.casefold(), forenames.casefold(), folio)
        words[ref] += (str(folio), addressed.get(ref, address), title, forenames, surname)
    order = sorted(keys, key=keys.__getitem__)
    return Index(day, order, {ref: " ".join(each).casefold() for ref, each in words.items()}, **summary)


def _holders(day: date, which: ColumnElement[bool]) -> dict[tuple[Any, ...], list[Any]]:
    """Each holder on a day of each account, with every name the person has borne, the first of them first."""
    then = func.coalesce(Holder.since, Member.entered) <= day, func.coalesce(Holder.until, date.max) > day
    name = PersonName.since, PersonName.title, PersonName.forenames, PersonName.surname
    asked = (
        select(Member.ref, Member.folio, Member.address, Holder.place, *name)
        .join(Holder, Holder.member_ref == Member.ref)
        .join(PersonName, PersonName.person_ref == Holder.person_ref)
    )
    found: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in db.session.execute(asked.where(Member.entered <= day, which, *then).order_by(PersonName.since)):
        found[tuple(row[:4])].append(row[4:])
    return found


def _changed_since(day: date) -> dict[str, str]:
    """The address that each account had on a day, of those to which another has been given since."""
    if day >= clock.today():
        return {}
    changes = select(Note.member_ref, Note.was).where(Note.what == ADDRESS, Note.changed > day)
    latest_first = changes.order_by(Note.changed.desc(), Note.ref.desc())
    return {ref: was for ref, was in db.session.execute(latest_first)}


def _borne_on(day: date, names: list[Any]) -> tuple[str, str, str]:
    """The last name begun by a day; before the first on record, the first."""
    begun = [name for name in names if name[0] <= day]
    _, title, forenames, surname = (begun or names[:1])[-1]
    return title, forenames, surname


def lines_of(refs: Sequence[str], day: date) -> list[Line]:
    """Some accounts as lines, in the order given, their holdings summed where they are kept."""
    names = selectinload(Member.holders).joinedload(Holder.person).joinedload(Person.names)
    asked = select(Member).where(Member.ref.in_(refs)).options(names, selectinload(Member.notes))
    found = {member.ref: member for member in db.session.scalars(asked)}
    held = _held(refs, day)
    return [particulars_of(found[ref], day) | in_sum(held[ref]) for ref in refs]


def _held(refs: Sequence[str], day: date) -> dict[str, list[Line]]:
    """What each account holds of each class on a day, and what is paid on it, in pence."""
    sums = func.sum(Movement.shares), func.sum(Movement.shares * Movement.paid)
    asked = (
        select(Movement.member_ref, ShareClass.name, *sums)
        .join(ShareClass, ShareClass.ref == Movement.share_class_ref)
        .where(Movement.member_ref.in_(refs), Movement.on <= day)
        .group_by(Movement.member_ref, ShareClass.name)
        .having(sums[0] > 0)
        .order_by(ShareClass.name)
    )
    held: dict[str, list[Line]] = defaultdict(list)
    for ref, name, shares, paid in db.session.execute(asked):
        held[ref].append({"share_class": name, "shares": int(shares), "paid": int(paid)})
    return held
