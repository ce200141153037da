from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, true
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.practices.models import Practice
from registry.structure.dates import Dates, in_words
from registry.structure.models import GROUPINGS, KINDS, Belonging, Body
from registry.structure.rules import remark_on_size
from registry.structure.standing import belongings_of


def bodies_on(day: date) -> list[dict[str, Any]]:
    """Every body of a day, in the order of their kinds and names, with its practices and their patients counted."""
    return _bodies_told(select(Body), day)


def body_on(body: Body, day: date) -> dict[str, Any]:
    """A body, the practices that belong to it on a day, and the bodies that answer to it then."""
    belongings = _belongings_on(day, Belonging.body_ref == body.ref)
    members = sorted((_belongs(each, day) for each in belongings), key=lambda line: line["name"])
    children = _bodies_told(select(Body).where(Body.parent_ref == body.ref), day)
    told = _told(body, [each.practice for each in belongings], day)
    return told | {"note": body.note, "members": members, "children": children}


def groupings_on(day: date) -> list[dict[str, Any]]:
    """Every practice open on a day or in a body then, with its area, locality, hub and network of that day."""
    bodies: dict[str, dict[str, Body]] = defaultdict(dict)
    for each in _belongings_on(day):
        bodies[each.practice_ref][each.body.kind] = each.body
    practices = db.session.scalars(select(Practice).options(selectinload(Practice.particulars)).order_by(Practice.code))
    return [
        _grouped(practice, bodies[practice.ref], day)
        for practice in practices
        if practice.is_open(day) or practice.ref in bodies
    ]


def spells_of(practice: Practice) -> list[dict[str, Any]]:
    """Every body that a practice has been in or is to be in, the latest first."""
    return [
        {
            "ref": each.ref,
            "body_ref": each.body_ref,
            "body": each.body.name,
            "kind": each.body.kind,
            "since": each.since,
            "last_day": each.last_day,
            "dates": in_words(Dates.of(each)),
        }
        for each in belongings_of(practice)
    ]


def belonging_on(belonging: Belonging, day: date) -> dict[str, Any]:
    body = {"body": belonging.body.name, "body_ref": belonging.body_ref, "kind": belonging.body.kind}
    told = {"rev": belonging.rev, "note": belonging.note}
    return _belongs(belonging, day) | body | told | Dates.of(belonging)._asdict()


def named_like(words: str) -> list[Body]:
    """Bodies with all of these words in their names, or with this code."""
    has_all = and_(true(), *(Body.name.icontains(word, autoescape=True) for word in words.split()))
    found = db.session.scalars(select(Body).where(or_(has_all, Body.code == words.upper())))
    return sorted(found, key=_by_kind_and_name)


def outlived(day: date) -> list[Belonging]:
    """The belongings of a day whose practice was closed by then."""
    return _belongings_on(day, Belonging.practice.has(Practice.closed <= day))


def _belongings_on(day: date, *which: ColumnElement[bool]) -> list[Belonging]:
    """The belongings that hold on a day, with all that is told of their practices."""
    practice = joinedload(Belonging.practice)
    whole = practice.selectinload(Practice.particulars), practice.selectinload(Practice.list_sizes)
    found = select(Belonging).where(Belonging.holding(day), *which)
    return list(db.session.scalars(found.options(joinedload(Belonging.body), *whole)))


def _bodies_told(which: Select[Body], day: date) -> list[dict[str, Any]]:
    of_the_day = which.where(Body.holding(day)).options(joinedload(Body.parent))
    bodies = sorted(db.session.scalars(of_the_day), key=_by_kind_and_name)
    practices: dict[str, list[Practice]] = defaultdict(list)
    if bodies:
        for each in _belongings_on(day, Belonging.body_ref.in_([body.ref for body in bodies])):
            practices[each.body_ref].append(each.practice)
    return [_told(body, practices[body.ref], day) for body in bodies]


def _by_kind_and_name(body: Body) -> tuple[int, str, str]:
    """Sorted here, not by the database: engines do not agree on the order of capitals."""
    return KINDS.index(body.kind), body.name.casefold(), body.ref


def _told(body: Body, practices: list[Practice], day: date) -> dict[str, Any]:
    sizes = [practice.patients_on(day) for practice in practices]
    counted = [size for size in sizes if size is not None]
    return {
        "ref": body.ref,
        "rev": body.rev,
        "code": body.code,
        "name": body.name,
        "kind": body.kind,
        "parent": body.parent and body.parent.name,
        "parent_ref": body.parent_ref,
        "since": body.since,
        "last_day": body.last_day,
        "dates": in_words(Dates.of(body)),
        "practices": len(practices) if body.kind in GROUPINGS else None,
        "patients": sum(counted) if counted else None,
        "remark": _remark(body.kind, sum(counted), known=len(counted), of=len(practices)),
    }


def _remark(kind: str, patients: int, *, known: int, of: int) -> str:
    """On its size, if the list size of every practice is known."""
    if 0 < known < of:
        return f"The list sizes of {of - known} of its {of} practices are not known, and so not in the total."
    return remark_on_size(kind, patients) if known else ""


def _belongs(belonging: Belonging, day: date) -> dict[str, Any]:
    practice = belonging.practice
    return {
        "ref": belonging.ref,
        "practice_ref": practice.ref,
        "code": practice.code,
        "name": practice.name_on(day),
        "patients": practice.patients_on(day),
        "dates": in_words(Dates.of(belonging)),
    }


def _grouped(practice: Practice, bodies: dict[str, Body], day: date) -> dict[str, Any]:
    line: dict[str, Any] = {"practice_ref": practice.ref, "code": practice.code, "name": practice.name_on(day)}
    for kind in GROUPINGS:
        body = bodies.get(kind)
        line |= {kind.lower(): body and body.name, f"{kind.lower()}_ref": body and body.ref}
    return line
