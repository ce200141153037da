"""What the old books’ names mean: each finds the one document that is so called, or says why there is none."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.decisions.models import Decision
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
    if (found := named(Person, words) or _by_key(words)) is not None:
        return found
    bearing = select(Person).where(Person.names.any(func.lower(PersonName.surname) == words.split()[-1].lower()))
    people = db.session.scalars(bearing.options(selectinload(Person.names))).all()
    return _only([each for each in people if _is_called(each, words)], "person", words, lambda each: each.ref, "key")


def _by_key(key: str) -> Person | None:
    known = select(OpenedEntry.document_ref).join(Opening).where(Opening.what == PEOPLE, OpenedEntry.original == key)
    return db.session.scalar(select(Person).where(Person.ref.in_(known)))


def _is_called(each: Person, words: str) -> bool:
    wanted = words.casefold()
    return any(wanted in (n.in_full.casefold(), f"{n.forenames} {n.surname}".casefold()) for n in each.names)


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


def decision(words: str) -> Decision | None:
    """The decision that is cited, if it is one on record; an old book may cite what is not."""
    return db.session.scalar(select(Decision).where(Decision.number == words.strip())) if words else None


def _only(found: Sequence[Any], kind: str, words: str, tells: Callable[[Any], str], instead: str) -> Any:
    if not found:
        raise NotOne(f"There is no {kind} called “{words}”.")
    if len(found) > 1:
        each = " and ".join(map(tells, found))
        raise NotOne(f"More than one {kind} is called “{words}”: {each}. Write the {instead}.")
    return found[0]
