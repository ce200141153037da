from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.deadlines import Deadline, working_days_from
from registry.inspections.models import COMPLIED, Request
from registry.inspections.particulars import lacking

Line = dict[str, Any]

WORKING_DAYS = 5


def log_on(day: date) -> list[Line]:
    """Every request received by a day, the latest first."""
    return [told(request, day) for request in reversed(_received(day))]


def _received(day: date) -> list[Request]:
    found = select(Request).where(Request.received <= day).options(selectinload(Request.recipients))
    return list(db.session.scalars(found.order_by(Request.received, Request.ref)))


def to_be_answered_on(day: date) -> Iterable[tuple[Line, Deadline]]:
    """Valid requests that had been neither complied with nor taken to court by a day."""
    for request in _received(day):
        if (deadline := due(request)) and (request.answered is None or request.answered > day):
            yield told(request, day), deadline


def lacking_on(day: date) -> Iterable[Line]:
    """Requests that lack something, of which nobody had been told by a day."""
    for request in _received(day):
        if lacking(request) and (request.told_invalid is None or request.told_invalid > day):
            yield told(request, day)


def complied_since(day: date) -> list[Line]:
    """Requests on which the register was shown or copied, from a day on."""
    found = [told(request, date.max) for request in _received(date.max) if request.outcome == COMPLIED]
    return [line for line in found if line["answered"] >= day]


def due(request: Request) -> Deadline | None:
    """By when to comply or to apply to the court: five working days from when all of a request had come."""
    return None if lacking(request) else working_days_from(request.from_day, WORKING_DAYS)


def told(request: Request, day: date) -> Line:
    lacks, deadline = lacking(request), due(request)
    answered = request.answered if request.answered and request.answered <= day else None
    return {
        "ref": request.ref,
        "rev": request.rev,
        "number": request.number,
        "received": request.received,
        "completed": request.completed,
        "wants": request.wants,
        "name": request.name,
        "address": ", ".join(request.address.splitlines()),
        "is_organisation": request.is_organisation,
        "responsible": ", ".join(filter(None, (request.responsible, *request.responsible_address.splitlines()))),
        "is_member": request.is_member,
        "purpose": request.purpose,
        "discloses": request.discloses,
        "recipients": [
            {
                "name": r.name,
                "address": ", ".join(r.address.splitlines()),
                "responsible": r.responsible,
                "purpose": r.purpose,
            }
            for r in request.recipients
        ],
        "lacks": lacks,
        "told_invalid": request.told_invalid,
        "due": deadline and deadline.due,
        "reckoned": deadline and deadline.reckoned,
        "answered": answered,
        "standing": _standing(request, deadline, answered, day),
        "how": request.how if answered else "",
        "fee": request.fee if answered else None,
        "altered_to": request.altered_to if answered else None,
        "pending": request.pending if answered else None,
    }


def _standing(request: Request, deadline: Deadline | None, answered: date | None, day: date) -> str:
    if deadline is None:
        return "not valid"
    days = ((answered or day) - deadline.due).days
    late = f", {days} {'day' if days == 1 else 'days'} late" if days > 0 else ""
    return f"{request.outcome if answered else 'open'}{late}"
