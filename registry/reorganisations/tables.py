"""Membership tables that name other practices than belong to the body: terms that want a new version (EC-03)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.practices.models import Practice
from registry.structure.models import GROUPINGS, Belonging, Body
from registry.terms.models import TERMS_OF_REFERENCE, Terms, TermsMember

Line = dict[str, Any]


def out_of_step_on(day: date) -> Iterator[Line]:
    """Each body’s terms in force on a day whose table names a practice that is not in it, or leaves out one that is."""
    for terms in _in_force(day):
        named = {line.practice for line in terms.table if line.practice is not None}
        belong = {each.practice for each in _belongings(terms.body, day)}
        if named and named != belong:
            yield {
                "ref": terms.ref,
                "terms": f"{terms.title}, version {terms.version}",
                "body": terms.body.name,
                "sentence": _sentence(named - belong, belong - named, day),
                "since": _since(terms, named, belong, day),
            }


def _in_force(day: date) -> Iterator[Terms]:
    of_groupings = Terms.body.has(Body.kind.in_(GROUPINGS))
    found = select(Terms).where(Terms.kind == TERMS_OF_REFERENCE, Terms.since <= day, of_groupings)
    held = found.where(or_(Terms.until.is_(None), Terms.until > day)).order_by(Terms.title, Terms.ref)
    named = selectinload(Terms.table).joinedload(TermsMember.practice).selectinload(Practice.particulars)
    yield from db.session.scalars(held.options(joinedload(Terms.body), named))


def _belongings(body: Body, day: date) -> list[Belonging]:
    found = select(Belonging).where(Belonging.body_ref == body.ref, Belonging.holding(day))
    return list(db.session.scalars(found.options(joinedload(Belonging.practice))))


def _sentence(too_many: set[Practice], too_few: set[Practice], day: date) -> str:
    """Its table names TWO SHIRES, which is not in it. It leaves out KIBWORTH, which is."""
    parts = []
    if too_many:
        parts.append(f"names {_names(too_many, day)}, not in it")
    if too_few:
        parts.append(f"leaves out {_names(too_few, day)}, in it")
    return f"Its membership table {', and '.join(parts)}."


def _names(practices: set[Practice], day: date) -> str:
    return " and ".join(f"{each.code} {each.name_on(day)}" for each in sorted(practices, key=lambda each: each.code))


def _since(terms: Terms, named: set[Practice], belong: set[Practice], day: date) -> date | None:
    """The day of the latest coming or going of those concerned, since the terms were adopted."""
    odd = {practice.ref for practice in named ^ belong}
    moves = select(Belonging).where(Belonging.body_ref == terms.body_ref, Belonging.practice_ref.in_(odd))
    days = [turn for each in db.session.scalars(moves) for turn in (each.since, each.until) if turn and turn <= day]
    return max((turn for turn in days if terms.since and turn >= terms.since), default=None)
