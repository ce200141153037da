from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from registry import ledger
from registry.allotments.models import Allotment, Lot
from registry.allotments.rules import MONTHS_TO_ENTER, MONTHS_TO_RETURN
from registry.allotments.sentences import by_folio, consideration, first_offer, how_many, kind, to_whom
from registry.db import db
from registry.deadlines import months_from
from registry.filings.models import Filing
from registry.filings.returns import Arising
from registry.members.accounts import numbers
from registry.members.holdings import Lot as Numbered
from registry.members.models import ALLOTMENT, ISSUES, Holder, Member, Movement, ShareClass
from registry.people.models import Person
from registry.wording import day as in_words
from registry.wording import pounds

Line = dict[str, Any]

RETURN = "SH01"


def allotments_on(day: date, which: ColumnElement[bool] | None = None) -> list[Line]:
    """Everything allotted by a day, the latest first; with its return to the registrar, if that had been sent."""
    found = _allotments(day) if which is None else _allotments(day).where(which)
    allotments = db.session.scalars(found.order_by(Allotment.place.desc())).all()
    returns = _returns((allotment.ref for allotment in allotments), day)
    return [line_of(allotment, returns.get(allotment.ref), day) for allotment in allotments]


def allotments_to(member: Member, day: date) -> list[Line]:
    """What was allotted to a member by a day, and by which allotment."""
    lines = allotments_on(day, Allotment.lots.any(Lot.member_ref == member.ref))
    theirs = select(Lot.allotment_ref, Lot.shares).where(Lot.member_ref == member.ref)
    shares = {ref: count for ref, count in db.session.execute(theirs)}
    return [line | {"of_it": shares[line["ref"]]} for line in lines]


def entered_since(member: Member, since: date) -> Sequence[Allotment]:
    """The allotments by which shares came to a member's account from a day on."""
    theirs = Allotment.lots.any(Lot.member_ref == member.ref), Allotment.entered >= since
    return db.session.scalars(_allotments(date.max).where(*theirs).order_by(Allotment.place)).all()


def _allotments(day: date) -> Select[Any]:
    names = joinedload(Lot.member).selectinload(Member.holders).joinedload(Holder.person).selectinload(Person.names)
    whole = selectinload(Allotment.lots).options(names)
    more = joinedload(Allotment.share_class), joinedload(Allotment.authority)
    return select(Allotment).where(Allotment.on <= day).options(whole, *more)


def _returns(refs: Iterable[str], day: date) -> dict[str | None, Filing]:
    """The returns of allotments that had been sent by a day."""
    sent = select(Filing).where(Filing.form == RETURN, Filing.about_ref.in_(list(refs)), Filing.sent <= day)
    return {filing.about_ref: filing for filing in db.session.scalars(sent)}


def line_of(allotment: Allotment, returned: Filing | None, day: date) -> Line:
    is_returnable = allotment.what == ALLOTMENT
    return {
        "ref": allotment.ref,
        "number": allotment.number,
        "on": allotment.on,
        "share_class": allotment.share_class.name,
        "shares": allotment.shares,
        "members": to_whom(allotment, day),
        "paid": allotment.paid,
        "authority": allotment.authority and allotment.authority.resolution,
        "authority_ref": allotment.authority_ref,
        "return_due": months_from(allotment.on, MONTHS_TO_RETURN).due if is_returnable else None,
        "returned": returned and returned.sent,
        "filing": returned and returned.ref,
    }


def allotment_on(allotment: Allotment, day: date) -> Line:
    """One allotment whole: who was allotted what, how, by what authority, and whether the register says so still."""
    returned = _returns([allotment.ref], day).get(allotment.ref)
    decision = ledger.cause_of(allotment.ref, "allotments.allot")
    return line_of(allotment, returned, day) | {
        "rev": allotment.rev,
        "title": allotment.called,
        "kind": kind(allotment),
        "entered": allotment.entered,
        "late": late(allotment),
        "money": allotment.shares * allotment.paid,
        "nominal": allotment.shares * allotment.share_class.nominal,
        "consideration": consideration(allotment),
        "preemption": first_offer(allotment),
        "decision": decision and str(decision.document.get("number", "")),
        "decision_ref": decision and decision.ref,
        "lots": [_lot_line(lot, day) for lot in by_folio(allotment)],
        "put_right": list(put_right(allotment, day)),
    }


def late(allotment: Allotment) -> str:
    """By how many days it was entered after the two months that the Act gives."""
    days = (allotment.entered - months_from(allotment.on, MONTHS_TO_ENTER).due).days
    return f"{days} {'day' if days == 1 else 'days'} late" if days > 0 else ""


def _lot_line(lot: Lot, day: date) -> Line:
    return {
        "member": lot.member.names_on(day),
        "member_ref": lot.member_ref,
        "folio": lot.member.folio,
        "shares": lot.shares,
        "numbers": numbers([Numbered(lot.first, lot.shares, 0)]),
    }


def put_right(allotment: Allotment, day: date) -> Iterator[str]:
    """Where the register of members no longer says what was allotted, since its entries were put right."""
    its_own = select(Movement).where(Movement.reference == allotment.number, Movement.what.in_(ISSUES))
    entries = {movement.member_ref: movement for movement in db.session.scalars(its_own)}
    for lot in by_folio(allotment):
        whose = f"{lot.member.names_on(day)}, folio {lot.member.folio}"
        entry = entries.get(lot.member_ref)
        if entry is None:
            yield f"The register no longer shows these shares of {whose}."
        elif (entry.shares, entry.on, entry.paid) != (lot.shares, allotment.entered, allotment.paid):
            shares = how_many(entry.shares, allotment.share_class.name)
            told = f"{shares}, entered on {in_words(entry.on)}, with {pounds(entry.paid)} paid on each"
            yield f"The register now shows, of {whose}, {told}."


def returns_due(day: date) -> Iterator[Arising]:
    """Each allotment by a day: the return of it is due within a month."""
    shares = select(Lot.allotment_ref, func.sum(Lot.shares).label("shares")).group_by(Lot.allotment_ref).subquery()
    told = select(Allotment.ref, Allotment.number, Allotment.on, ShareClass.name, shares.c.shares)
    found = told.join(shares, shares.c.allotment_ref == Allotment.ref).join(ShareClass)
    for ref, number, on, name, count in db.session.execute(
        found.where(Allotment.on <= day, Allotment.what == ALLOTMENT).order_by(Allotment.place)
    ):
        sentence = f"Send the return of allotment {number}, of {how_many(int(count), name)} on {in_words(on)}"
        yield Arising(ref, sentence, on, months_from(on, MONTHS_TO_RETURN), "allotments.allotment", ref)
