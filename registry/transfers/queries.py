from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry import ledger
from registry.db import db
from registry.deadlines import Deadline, months_from
from registry.members.accounts import numbers
from registry.members.models import Holder, Member
from registry.members.pending import PENDING
from registry.people.models import Person
from registry.transfers.models import LODGED, REFUSED, REGISTERED, TRANSFER, Transfer, Transferee
from registry.transfers.rules import MONTHS_TO_DECIDE
from registry.transfers.sentences import to_whom

Line = dict[str, Any]


def transfers_on(day: date, which: ColumnElement[bool] | None = None) -> list[Line]:
    """Everything lodged by a day, with what had become of it: the latest first."""
    found = _lodged_by(day) if which is None else _lodged_by(day).where(which)
    return [line_of(transfer, day) for transfer in db.session.scalars(found.order_by(Transfer.place.desc()))]


def transfers_of(member: Member, day: date) -> list[Line]:
    """What was lodged by a day for shares to go from a member's account, or to come to it."""
    lines = transfers_on(day, touching(member))
    return [line | {"way": "Out" if line["member_ref"] == member.ref else "In"} for line in lines]


def touching(member: Member) -> ColumnElement[bool]:
    return or_(Transfer.member_ref == member.ref, Transfer.to_ref == member.ref)


def lodged_or_decided_since(member: Member, since: date) -> Sequence[Transfer]:
    """What has come of an account by transfer from a day on, or is still to."""
    days = (Transfer.lodged, Transfer.registered, Transfer.refused)
    recent = or_(*(each >= since for each in days))
    return db.session.scalars(select(Transfer).where(touching(member), recent).order_by(Transfer.place)).all()


def undecided_on(day: date) -> Sequence[Transfer]:
    """What was lodged by a day and then waited for the board: the longest waiting first."""
    return db.session.scalars(_lodged_by(day).where(_waits(day)).order_by(Transfer.lodged, Transfer.place)).all()


def to_be_returned_on(day: date) -> Sequence[Transfer]:
    """Refused transfers whose instrument had by a day not been given back, nor kept on suspicion of fraud."""
    kept = or_(Transfer.returned.is_(None), Transfer.returned > day) & (Transfer.withheld == "")
    refused = (Transfer.refused <= day) & (Transfer.kind == TRANSFER)
    return db.session.scalars(_lodged_by(day).where(refused, kept).order_by(Transfer.refused, Transfer.place)).all()


def count_undecided(day: date) -> int:
    """How many alterations of the register of members were still to be made on a day (CA 2006, s.120)."""
    found = select(func.count()).select_from(Transfer).where(Transfer.lodged <= day, _waits(day))
    return db.session.scalar(found) or 0


PENDING.append(count_undecided)


def due(transfer: Transfer) -> Deadline | None:
    """When it is to be registered or refused; the Act sets no day for shares that pass by operation of law."""
    return months_from(transfer.lodged, MONTHS_TO_DECIDE) if transfer.kind == TRANSFER else None


def due_in_words(transfer: Transfer) -> tuple[date | None, str]:
    """The day, and how it was found."""
    deadline = due(transfer)
    return (deadline.due, f"{deadline.reckoned}, when it was lodged") if deadline else (None, "")


def line_of(transfer: Transfer, day: date) -> Line:
    deadline = due(transfer)
    return {
        "ref": transfer.ref,
        "number": transfer.number,
        "kind": transfer.kind,
        "member": transfer.member.names_on(day),
        "member_ref": transfer.member_ref,
        "to": to_whom(transfer, day),
        "to_ref": transfer.to_ref,
        "share_class": transfer.share_class.name,
        "shares": transfer.shares,
        "numbers": numbers(list(transfer.lots)),
        "lodged": transfer.lodged,
        "due": deadline and deadline.due,
        "state": transfer.state(day),
        "late": late(transfer, day),
    }


def late(transfer: Transfer, day: date) -> str:
    """By how many days it was decided after it was due or, still waiting on a day, is overdue."""
    deadline, state = due(transfer), transfer.state(day)
    if deadline is None or state not in (LODGED, REGISTERED, REFUSED):
        return ""
    decided = transfer.outcome[1] if transfer.outcome and state != LODGED else day
    days = (decided - deadline.due).days
    return f"{days} {'day' if days == 1 else 'days'} late" if days > 0 else ""


def decided_by(transfer: Transfer, day: date) -> ledger.Cause | None:
    """The decision that registered or refused it, if it had been taken by a day."""
    act = {REGISTERED: "transfers.register", REFUSED: "transfers.refuse"}.get(transfer.state(day))
    return ledger.cause_of(transfer.ref, act) if act else None


def _lodged_by(day: date) -> Select[Any]:
    named = joinedload(Transfer.member).selectinload(Member.holders).joinedload(Holder.person)
    taking = joinedload(Transfer.to).selectinload(Member.holders).joinedload(Holder.person)
    persons = selectinload(Transfer.transferees).joinedload(Transferee.person)
    people = (each.selectinload(Person.names) for each in (named, taking, persons))
    more = (selectinload(Transfer.numbers), joinedload(Transfer.share_class))
    return select(Transfer).where(Transfer.lodged <= day).options(*people, *more)


def _waits(day: date) -> ColumnElement[bool]:
    decided = (Transfer.registered, Transfer.refused, Transfer.withdrawn)
    waits: ColumnElement[bool] = ~or_(*(func.coalesce(each, date.max) <= day for each in decided))
    return waits
