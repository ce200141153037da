"""The schemes of grouping side by side as at a day: which practice was where, and how many patients that was."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.doors import Listing
from registry.practices.models import ListSize, Practice
from registry.structure.models import GROUPINGS, HEADINGS, Belonging, Body, Discrepancy, Population, Scheme
from registry.structure.picture import Column, Group, draw
from registry.structure.queries import belongings_on, schemes_on
from registry.structure.rules import remark_on_size
from registry.wording import day as in_words

Line = dict[str, Any]


def groupings_on(day: date) -> Listing:
    """Every practice that is open or in a body on a day, with its area, locality, hub and network of that day."""
    belongings = belongings_on(day)
    practices = _practices(belongings, day)
    bodies: dict[str, dict[str, Body]] = defaultdict(dict)
    for each in belongings:
        bodies[each.practice_ref][each.body.kind] = each.body
    schemes = _side_by_side(belongings, day)
    grouped = [practice for practice in practices if practice.ref in bodies]
    return Listing(
        [_line(practice, bodies[practice.ref], day) for practice in practices],
        schemes=[each.told(day) for each in schemes],
        picture=draw([each.column(day) for each in schemes]),
        population=[_counted(grouped, day), *_told_by_others(day)],
        discrepancies=_discrepancies(day),
        changes=[each.isoformat() for each in days_of_change()],
    )


def _practices(belongings: Sequence[Belonging], day: date) -> list[Practice]:
    found = {each.practice.ref: each.practice for each in belongings}
    whole = selectinload(Practice.particulars), selectinload(Practice.list_sizes)
    for practice in db.session.scalars(select(Practice).options(*whole)):
        if practice.is_open(day):
            found.setdefault(practice.ref, practice)
    return sorted(found.values(), key=lambda practice: practice.code)


def _line(practice: Practice, bodies: dict[str, Body], day: date) -> Line:
    line: Line = {"practice_ref": practice.ref, "code": practice.code, "name": practice.name_on(day)}
    line["patients"] = practice.patients_on(day)
    for kind in GROUPINGS:
        body = bodies.get(kind)
        line |= {kind.lower(): body and body.name, f"{kind.lower()}_ref": body and body.ref}
    return line


@dataclass(frozen=True)
class SideBySide:
    """The bodies of one kind on a day, with their practices; and the scheme that they are of, if it is on record."""

    kind: str
    scheme: Scheme | None
    bodies: Sequence[Body]
    practices: dict[str, list[Practice]]

    @property
    def all_practices(self) -> list[Practice]:
        return [practice for body in self.bodies for practice in self.practices[body.ref]]

    def told(self, day: date) -> Line:
        scheme, practices = self.scheme, self.all_practices
        return {
            "kind": self.kind,
            "title": self.title,
            "name": scheme and scheme.name,
            "ref": scheme and scheme.ref,
            "dates": scheme_dates(scheme) if scheme else None,
            "band": band(scheme) if scheme else None,
            "source": scheme and scheme.source,
            "note": scheme and scheme.note,
            "bodies": len(self.bodies),
            "practices": len(practices),
            "remarks": list(self._remarks(day)),
        } | _total(practices, day)

    @property
    def title(self) -> str:
        return self.scheme.name if self.scheme else HEADINGS[self.kind]

    def _remarks(self, day: date) -> Iterator[str]:
        """On the bodies whose size is out of the scheme’s band."""
        for body in self.bodies:
            total = _total(self.practices[body.ref], day)
            if not total["not_counted"] and (remark := remark_on_size(self.kind, total["patients"], self.scheme)):
                yield f"{body.name}: {remark}"

    def column(self, day: date) -> Column:
        groups = [
            Group(body.name, [(practice.code, practice.name_on(day)) for practice in self.practices[body.ref]])
            for body in self.bodies
        ]
        return Column(self.title, groups)


def _side_by_side(belongings: Sequence[Belonging], day: date) -> list[SideBySide]:
    bodies: dict[str, list[Body]] = defaultdict(list)
    held = select(Body).where(Body.kind.in_(GROUPINGS), Body.holding(day))
    for body in sorted(db.session.scalars(held), key=lambda body: body.name.casefold()):
        bodies[body.kind].append(body)
    schemes = {scheme.kind: scheme for scheme in schemes_on(day)}
    practices: dict[str, list[Practice]] = defaultdict(list)
    for each in sorted(belongings, key=lambda each: each.practice.code):
        practices[each.body_ref].append(each.practice)
    kinds = [kind for kind in GROUPINGS if kind in bodies or kind in schemes]
    return [SideBySide(kind, schemes.get(kind), bodies[kind], practices) for kind in kinds]


def scheme_dates(scheme: Scheme) -> str:
    """From 1 April 2018; “in the course of 2017–18”."""
    period = f"from {in_words(scheme.since)}" + (f" to {in_words(scheme.last_day)}" if scheme.last_day else "")
    return f"{period}; {scheme.dates}" if scheme.dates else period


def band(scheme: Scheme) -> str:
    """30,000 to 50,000 patients; at least 30,000; at most 50,000."""
    match scheme.least, scheme.most:
        case None, None:
            return ""
        case least, None:
            return f"at least {least:,}"
        case None, most:
            return f"at most {most:,}"
        case least, most:
            return f"{least:,} to {most:,}"


def _total(practices: Iterable[Practice], day: date) -> Line:
    sizes = [practice.patients_on(day) for practice in practices]
    counted = [size for size in sizes if size is not None]
    return {"patients": sum(counted) if counted else None, "not_counted": len(sizes) - len(counted)}


def _counted(practices: Sequence[Practice], day: date) -> Line:
    """The list sizes of all that are grouped on a day, added up."""
    sizes = [size for practice in practices if (size := practice.list_size(day)) is not None]
    total = _total(practices, day)
    note = f"{len(sizes)} of {len(practices)} practices" + (f", counted {_counted_on(sizes)}" if sizes else "")
    source = "; ".join(sorted({size.source for size in sizes})) or "No list size is on record"
    return {"patients": total["patients"], "about": False, "dates": in_words(day), "source": source, "note": note}


def _counted_on(sizes: Sequence[ListSize]) -> str:
    first, last = min(size.on for size in sizes), max(size.on for size in sizes)
    return f"on {in_words(first)}" if first == last else f"from {in_words(first)} to {in_words(last)}"


def _told_by_others(day: date) -> list[Line]:
    found = db.session.scalars(select(Population).where(Population.on <= day).order_by(Population.on, Population.ref))
    return [
        {
            "patients": p.patients,
            "about": p.about,
            "dates": p.dates or in_words(p.on),
            "source": p.source,
            "note": p.note,
        }
        for p in found
    ]


def _discrepancies(day: date) -> list[Line]:
    """Every one that is noted, whatever day is looked at: what a source says of one day is doubted ever after."""
    found = db.session.scalars(select(Discrepancy).order_by(Discrepancy.noted, Discrepancy.ref))
    return [
        {
            "ref": each.ref,
            "text": each.text,
            "source": each.source,
            "settled": f"Settled on {in_words(each.settled)}: {each.how}" if each.settled else "",
        }
        for each in found
    ]


def days_of_change() -> list[date]:
    """The days on which some practice came or went, or a grouping began or ended: each worth looking at."""
    of_groupings = select(Body.since, Body.until).where(Body.kind.in_(GROUPINGS), ~Body.struck)
    of_practices = select(Belonging.since, Belonging.until).where(~Belonging.struck)
    rows = [*db.session.execute(of_groupings.distinct()), *db.session.execute(of_practices.distinct())]
    return sorted({day for row in rows for day in row if day is not None})
