"""The sheet of reconciliation: what was brought in, what it comes to, what is missing, and what differs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from registry.certificates.models import Certificate
from registry.db import db
from registry.decisions.models import Decision
from registry.directors.models import Directorship
from registry.members.models import Member, Movement, ShareClass
from registry.openings.differences import balances_on, differences_on
from registry.openings.missing import missing_on
from registry.openings.models import OpenedEntry, Opening
from registry.openings.queries import NOT_ON_FILE, authority_of, openings_on, signed_on
from registry.seats.models import Seat
from registry.terms.models import Terms

Line = dict[str, Any]


def sheet_on(day: date) -> Line:
    """All that is to be looked at before the old books are closed, as the registers stand on a day."""
    entries, openings = _entries(day), openings_on(day)
    numbers = {opening["ref"]: opening["number"] for opening in openings}

    def line(entry: OpenedEntry) -> Line:
        return _line(entry, numbers[entry.opening_ref])

    return {
        "openings": openings,
        "totals": list(_totals(day)),
        "balances": [_balance(each) for each in balances_on(day)],
        "differences": differences_on(day),
        "missing": list(missing_on(day)) if openings else [],
        "uncited": [line(each) for each in entries if authority_of(each, each.opening.what) == NOT_ON_FILE],
        "in_words": [
            line(each) | {"authority": each.authority} for each in entries if each.authority and not each.decision_ref
        ],
        "undated": [line(each) for each in entries if each.dates],
        "odd": [line(each) | {"remarks": each.remarks.splitlines()} for each in entries if each.remarks],
        "signed": signed_on(day),
    }


def _entries(day: date) -> list[OpenedEntry]:
    asked = select(OpenedEntry).join(Opening).where(Opening.entered <= day).options(joinedload(OpenedEntry.opening))
    return list(db.session.scalars(asked.order_by(Opening.entered, Opening.ref, OpenedEntry.place)))


def _line(entry: OpenedEntry, number: int) -> Line:
    told = {"words": entry.words, "dates": entry.dates, "ref": entry.opening_ref}
    return told | {"where": f"Book {number}, line {entry.place}"}


def _balance(opening: Opening) -> Line:
    return {
        "ref": opening.ref,
        "source": opening.source,
        "as_at": opening.as_at,
        "issued": opening.issued,
        "lines": len(opening.entries),
    }


def _totals(day: date) -> Iterator[Line]:
    """What the registers come to on a day, register by register."""
    accounts = db.session.execute(select(Member.entered, Member.ceased).where(Member.entered <= day)).all()
    open_now = sum(ceased is None or ceased > day for _, ceased in accounts)
    yield _total("Accounts of members", open_now)
    yield _total("Accounts of former members", len(accounts) - open_now)
    shares = func.coalesce(func.sum(Movement.shares), 0)
    issued = select(ShareClass.name, shares).join(Movement, Movement.share_class_ref == ShareClass.ref)
    for name, count in db.session.execute(
        issued.where(Movement.on <= day).group_by(ShareClass.name).order_by(ShareClass.name)
    ):
        yield _total(f"{name} shares in issue", int(count))
    certificates = list(db.session.scalars(select(Certificate).where(Certificate.issued <= day)))
    yield _total("Certificates that are live", sum(each.is_live(day) for each in certificates))
    yield _total("Certificates that are void", sum(not each.is_live(day) for each in certificates))
    yield _total("Decisions", _count(select(func.count()).select_from(Decision).where(Decision.on <= day)))
    yield _total("Seats that there are", _count(select(func.count()).select_from(Seat).where(Seat.holding(day))))
    directors = select(func.count()).select_from(Directorship).where(Directorship.holding(day))
    yield _total("Directors", _count(directors))
    yield _total("Versions of terms", _count(select(func.count()).select_from(Terms).where(Terms.since <= day)))


def _total(register: str, count: int) -> Line:
    return {"register": register, "count": count}


def _count(asked: Any) -> int:
    return int(db.session.scalar(asked) or 0)
