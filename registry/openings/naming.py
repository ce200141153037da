"""What the old books’ names mean: each finds the one document that is so called, or says why there is none."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.forms import named
from registry.members.models import Member, ShareClass
from registry.openings.models import PEOPLE, OpenedEntry, Opening
from registry.people.models import Person, PersonName
from registry.practices.models import NAME, Particular, Practice
from registry.structure.models import Body


class NotOne(Exception):
    """Nothing, or more than one thing, is so called."""


def person(words: str) -> Person:
    """By the key that the old books gave, or by the name as it is written, which only one person may bear."""
    if (found := named(Person, words)) is not None:
        return found
    people = _by_key(words) or [each for each in _of_that_surname(words) if _is_called(each, words)]
    return _only(people, "person", words, lambda each: each.called, "key")


def _by_key(key: str) -> Sequence[Person]:
    known = select(OpenedEntry.document_ref).join(Opening).where(Opening.what == PEOPLE, OpenedEntry.original == key)
    return db.session.scalars(select(Person).where(Person.ref.in_(known))).all()


def _of_that_surname(words: str) -> Sequence[Person]:
    """Those whose surname is the last word, or the last words: Van der Berg."""
    told = words.split()
    ends = [" ".join(told[place:]) for place in range(len(told))]
    either = or_(PersonName.surname.in_(ends), func.lower(PersonName.surname).in_([end.lower() for end in ends]))
    bearing = select(Person).where(Person.names.any(either)).options(selectinload(Person.names))
    return db.session.scalars(bearing).all()


def _is_called(each: Person, words: str) -> bool:
    wanted = plain(words)
    return any(wanted in (plain(name.in_full), plain(f"{name.forenames} {name.surname}")) for name in each.names)


def plain(name: str) -> str:
    """A name without the full stops, the spare spaces and the capitals that one hand writes and another does not."""
    return " ".join(name.replace(".", " ").casefold().split())


def account(words: str) -> Member:
    """By its folio."""
    found = None
    if words.isdecimal() and len(words) < 10:
        found = db.session.scalar(select(Member).where(Member.folio == int(words)))
    if found is None:
        raise NotOne(f"There is no account of folio “{words}”. Bring in the accounts first.")
    return found


def share_class(words: str) -> ShareClass:
    found = db.session.scalar(select(ShareClass).where(func.lower(ShareClass.name) == words.lower()))
    if found is None:
        raise NotOne(f"There is no class of shares “{words}”. Open it first, under Members.")
    return found


def body(words: str) -> Body:
    """By its code, by its name, or by its name and kind, as Harborough (hub)."""
    if (found := named(Body, words)) is not None:
        return found
    called = db.session.scalars(select(Body).where(Body.struck.is_(False))).all()
    wanted = words.casefold()
    bodies = [each for each in called if wanted in (each.name.casefold(), f"{each.name} ({each.kind})".casefold())]
    return _only(bodies, "body", words, lambda each: f"{each.name} ({each.kind})", "code, or its name and kind")


def practice(words: str) -> Practice:
    """By its code, or by a name that it alone has had."""
    if (found := named(Practice, words.upper())) is not None:
        return found
    so_called = Practice.particulars.any((Particular.what == NAME) & (func.lower(Particular.value) == words.lower()))
    practices = db.session.scalars(select(Practice).where(so_called).order_by(Practice.code)).all()
    return _only(practices, "practice", words, lambda each: each.code, "code")


def _only(found: Sequence[Any], kind: str, words: str, tells: Callable[[Any], str], instead: str) -> Any:
    if not found:
        raise NotOne(f"There is no {kind} called “{words}”.")
    if len(found) > 1:
        each = " and ".join(map(tells, found))
        raise NotOne(f"More than one {kind} is called “{words}”: {each}. Write the {instead}.")
    return found[0]
