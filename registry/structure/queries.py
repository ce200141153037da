from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, true
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.practices.models import Practice
from registry.structure.dates import Dates, in_words
from registry.structure.models import GROUPINGS, KINDS, Belonging, Body, Discrepancy, Scheme
from registry.structure.rules import remark_on_size
from registry.structure.standing import belongings_of

STRUCK = "It was entered in error, and struck: it held on no day."


def bodies_on(day: date) -> list[dict[str, Any]]:
    """Every body of a day, in the order of their kinds and names, with its practices and their patients counted."""
    return _bodies_told(select(Body), day)


def body_on(body: Body, day: date) -> dict[str, Any]:
    """A body, the practices that belong to it on a day, and the bodies that answer to it then."""
    belongings = belongings_on(day, Belonging.body_ref == body.ref)
    members = sorted((_belongs(each, day) for each in belongings), key=lambda line: line["name"])
    children = _bodies_told(select(Body).where(Body.parent_ref == body.ref), day)
    scheme = next((each for each in schemes_on(day) if each.kind == body.kind), None)
    told = _told(body, [each.practice for each in belongings], day, scheme)
    return told | {"note": body.note, "members": members, "children": children}


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
    told = {"rev": belonging.rev, "note": belonging.note, "remark": STRUCK if belonging.struck else ""}
    return _belongs(belonging, day) | body | told | Dates.of(belonging)._asdict()


def named_like(words: str) -> list[Body]:
    """Bodies with all of these words in their names, or with this code."""
    has_all = and_(true(), *(Body.name.icontains(word, autoescape=True) for word in words.split()))
    found = db.session.scalars(select(Body).where(or_(has_all, Body.code == words.upper()), ~Body.struck))
    return sorted(found, key=_by_kind_and_name)


def outlived(day: date) -> list[Belonging]:
    """The belongings of a day whose practice was closed by then."""
    return belongings_on(day, Belonging.practice.has(Practice.closed <= day))


def belongings_on(day: date, *which: ColumnElement[bool]) -> list[Belonging]:
    """The belongings that hold on a day, with all that is told of their practices."""
    practice = joinedload(Belonging.practice)
    whole = practice.selectinload(Practice.particulars), practice.selectinload(Practice.list_sizes)
    found = select(Belonging).where(Belonging.holding(day), *which)
    return list(db.session.scalars(found.options(joinedload(Belonging.body), *whole)))


def _bodies_told(which: Select[Body], day: date) -> list[dict[str, Any]]:
    of_the_day = which.where(Body.holding(day)).options(joinedload(Body.parent))
    schemes = {scheme.kind: scheme for scheme in schemes_on(day)}
    bodies = sorted(db.session.scalars(of_the_day), key=_by_kind_and_name)
    practices: dict[str, list[Practice]] = defaultdict(list)
    if bodies:
        for each in belongings_on(day, Belonging.body_ref.in_([body.ref for body in bodies])):
            practices[each.body_ref].append(each.practice)
    return [_told(body, practices[body.ref], day, schemes.get(body.kind)) for body in bodies]


def schemes_on(day: date) -> list[Scheme]:
    """The schemes in force on a day, areas first."""
    found = db.session.scalars(select(Scheme).where(Scheme.holding(day)))
    return sorted(found, key=lambda scheme: GROUPINGS.index(scheme.kind))


def _by_kind_and_name(body: Body) -> tuple[int, str, str]:
    """Sorted here, not by the database: engines do not agree on the order of capitals."""
    return KINDS.index(body.kind), body.name.casefold(), body.ref


def _told(body: Body, practices: list[Practice], day: date, scheme: Scheme | None) -> dict[str, Any]:
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
        "remark": STRUCK if body.struck else _remark(body.kind, counted, len(practices), scheme),
    }


def _remark(kind: str, counted: list[int], practices: int, scheme: Scheme | None) -> str:
    """On its size, if the list size of every practice is known."""
    if 0 < len(counted) < practices:
        unknown = practices - len(counted)
        return f"The list sizes of {unknown} of its {practices} practices are not known, and so not in the total."
    return remark_on_size(kind, sum(counted), scheme) if counted else ""


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


def scheme_told(scheme: Scheme) -> dict[str, Any]:
    return {
        "ref": scheme.ref,
        "rev": scheme.rev,
        "name": scheme.name,
        "kind": scheme.kind,
        "since": scheme.since,
        "last_day": scheme.last_day,
        "dates": scheme.dates,
        "least": scheme.least,
        "most": scheme.most,
        "source": scheme.source,
        "note": scheme.note,
        "remark": STRUCK if scheme.struck else "",
    }


def discrepancy_told(discrepancy: Discrepancy) -> dict[str, Any]:
    return {
        "ref": discrepancy.ref,
        "rev": discrepancy.rev,
        "text": discrepancy.text,
        "source": discrepancy.source,
        "noted": discrepancy.noted,
        "settled": discrepancy.settled,
        "how": discrepancy.how,
    }
