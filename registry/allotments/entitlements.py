"""What each practice is entitled to by the formula, beside what is issued and held for it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.allotments.models import Formula
from registry.allotments.reckoning import entitlement
from registry.allotments.standing import formula_on
from registry.db import db
from registry.doors import Listing
from registry.members.models import ISSUES, Movement
from registry.nominees.queries import beneficial_on
from registry.practices.models import ListSize, Practice
from registry.structure.models import Belonging
from registry.wording import day as in_words

Line = dict[str, Any]

SUMMED = ("patients", "entitlement", "value", "issued", "difference")


def entitlements_on(day: date, sizes: date) -> Listing:
    """Practice by practice, by the formula and the holdings of one day and the list sizes published by another.

    The practices are those of the federation's groupings that day, and any others for which shares are held.
    """
    if (formula := formula_on(day)) is None:
        return Listing([], formula=None, sizes=sizes.isoformat())
    benefits = beneficial_on(day)
    issued = {each["practice_ref"]: each["shares"][formula.share_class.name] for each in benefits}
    lines = [_line(practice, issued.get(practice.ref, 0), formula, day, sizes) for practice in _practices(issued, day)]
    lines = sorted(lines, key=lambda line: line["practice"].casefold())
    lines += _held_for_nobody(benefits, formula)
    return Listing(lines, **_summary(lines, formula, day), sizes=sizes.isoformat())


def _practices(holding: Iterable[str | None], day: date) -> Sequence[Practice]:
    grouped = select(Belonging.practice_ref).where(Belonging.holding(day))
    wanted = or_(Practice.ref.in_(grouped), Practice.ref.in_([ref for ref in holding if ref]))
    whole = selectinload(Practice.particulars), selectinload(Practice.list_sizes)
    found = db.session.scalars(select(Practice).where(wanted).options(*whole)).all()
    held_for = set(holding)
    return [practice for practice in found if practice.is_open(day) or practice.ref in held_for]


def _line(practice: Practice, issued: int, formula: Formula, day: date, sizes: date) -> Line:
    size = _size_by(practice, sizes) if practice.is_open(day) else None
    shares = _entitled(size, formula)
    return {
        "practice": practice.name_on(day),
        "code": practice.code,
        "patients": size and size.patients,
        "counted": size and size.on,
        "entitlement": shares,
        "value": None if shares is None else shares * formula.share_class.nominal,
        "issued": issued,
        "difference": _difference(practice, shares, issued, day),
        "remark": _remark(practice, size, day, sizes),
    }


def _size_by(practice: Practice, day: date) -> ListSize | None:
    return next((size for size in reversed(practice.list_sizes) if size.on <= day), None)


def _entitled(size: ListSize | None, formula: Formula) -> int | None:
    if size is None:
        return None
    return entitlement(
        size.patients,
        per_thousand=formula.per_thousand,
        nominal=formula.share_class.nominal,
        rounding=formula.rounding,
    )


def _difference(practice: Practice, shares: int | None, issued: int, day: date) -> int | None:
    """More than 0 where more is due than is issued; a practice that has closed is entitled to nothing."""
    if not practice.is_open(day):
        return -issued
    return None if shares is None else shares - issued


def _remark(practice: Practice, size: ListSize | None, day: date, sizes: date) -> str:
    if practice.closed is not None and practice.closed <= day:
        return f"Closed: {in_words(practice.last_day)} was its last day"
    if not practice.is_open(day):
        return "Not open yet"
    return "" if size else f"No list size published by {in_words(sizes)}"


def _held_for_nobody(benefits: Iterable[Line], formula: Formula) -> Iterator[Line]:
    """Shares that the nominee schedule does not speak of: they are issued, and no practice is entitled to them."""
    blank = dict.fromkeys(("code", "patients", "counted", "entitlement", "value"))
    for each in benefits:
        shares = each["shares"][formula.share_class.name]
        if each["practice_ref"] is None and shares:
            told = {"practice": each["name"], "issued": shares, "difference": -shares}
            yield blank | told | {"remark": "A holder for no practice on the nominee schedule"}


def _summary(lines: Sequence[Line], formula: Formula, day: date) -> Line:
    share_class = formula.share_class
    return {
        "formula": formula.ref,
        "per_thousand": formula.per_thousand,
        "rounding": formula.rounding,
        "since": formula.since.isoformat(),
        "share_class": share_class.name,
        "nominal": share_class.nominal,
        "reserve": formula.reserve,
        "reserve_left": formula.reserve - _issued_after(formula, day),
        "unsized": sum(line["difference"] is None for line in lines),
        "totals": {name: sum(line[name] or 0 for line in lines) for name in SUMMED},
    }


def _issued_after(formula: Formula, day: date) -> int:
    """How many shares have come out of the reserve: those issued after it was set, up to a day."""
    later = (Movement.on > formula.since) & (Movement.on <= day) & Movement.what.in_(ISSUES)
    of_it = select(func.sum(Movement.shares)).where(Movement.share_class_ref == formula.share_class_ref, later)
    return int(db.session.scalar(of_it) or 0)


def formulas_on(day: date) -> list[Line]:
    """Every formula set by a day, the latest first."""
    found = select(Formula).where(Formula.since <= day).options(joinedload(Formula.share_class))
    return [told(formula) for formula in db.session.scalars(found.order_by(Formula.since.desc()))]


def told(formula: Formula) -> Line:
    return {
        "ref": formula.ref,
        "rev": formula.rev,
        "title": formula.called,
        "since": formula.since,
        "share_class": formula.share_class.name,
        "per_thousand": formula.per_thousand,
        "rounding": formula.rounding,
        "reserve": formula.reserve,
    }
