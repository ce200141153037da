from collections.abc import Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.db import db
from registry.inspections import rules, standing
from registry.inspections.models import COMPLIED, TO_COURT, Recipient, Request
from registry.inspections.particulars import lacking
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members.pending import alterations_pending
from registry.members.standing import altered_to_on


@command
def log(
    *,
    received: date,
    wants: str,
    name: str,
    address: str = "",
    is_organisation: bool = False,
    responsible: str = "",
    responsible_address: str = "",
    is_member: bool = False,
    purpose: str = "",
    discloses: bool | None = None,
    recipients: Sequence[dict[str, Any]] = (),
    by: Actor,
) -> Request:
    """Log a request as it came, whatever it lacks: until it lacks nothing, its time does not run."""
    rules.request_has_come(received, clock.today())
    request = Request(
        number=standing.next_number(),
        received=received,
        wants=wants,
        name=name,
        address=address,
        is_organisation=is_organisation,
        responsible=responsible,
        responsible_address=responsible_address,
        is_member=is_member,
        purpose=purpose,
        discloses=discloses,
    )
    _name_recipients(request, recipients)
    db.session.add(request)
    return request


@command
def complete(
    request: Request,
    *,
    on: date,
    address: str = "",
    responsible: str = "",
    responsible_address: str = "",
    purpose: str = "",
    discloses: bool | None = None,
    recipients: Sequence[dict[str, Any]] = (),
    by: Actor,
) -> None:
    """Enter particulars that the request lacked, which came on a day; once it has all, time runs from then."""
    rules.has_not_been_answered(request.answered)
    rules.something_lacked(lacking(request))
    rules.has_happened(on, clock.today())
    rules.comes_after_the_request(on, request.received)
    request.address = address or request.address
    request.responsible = responsible or request.responsible
    request.responsible_address = responsible_address or request.responsible_address
    request.purpose = purpose or request.purpose
    request.discloses = request.discloses if discloses is None else discloses
    if recipients:
        request.recipients.clear()
        _name_recipients(request, recipients)
    request.completed = on


@command
def say_what_lacks(request: Request, *, on: date, by: Actor) -> None:
    """Note that the requester was told, on a day, which particulars lack."""
    rules.has_not_been_answered(request.answered)
    rules.something_lacked(lacking(request))
    rules.has_happened(on, clock.today())
    rules.comes_after_the_request(on, request.received)
    request.told_invalid = on


@command
def comply(request: Request, *, on: date, how: str, fee: int | None = None, by: Actor) -> None:
    """Note that the register was shown or copied, on a day; `fee` is what was charged, in pence.

    What the requester has to be told is kept with it: to which day the register was altered, and
    whether further alterations were to be made (s.120).
    """
    _answer(request, COMPLIED, on)
    request.how, request.fee = how, fee
    request.altered_to, request.pending = altered_to_on(on), alterations_pending(on)


@command
def apply_to_court(request: Request, *, on: date, how: str, by: Actor) -> None:
    """Note that the company applied to the court, on a day, not to comply, and that the requester was told."""
    _answer(request, TO_COURT, on)
    request.how = how


def _answer(request: Request, outcome: str, on: date) -> None:
    rules.has_not_been_answered(request.answered)
    rules.request_has_all_it_needs(lacking(request))
    rules.has_happened(on, clock.today())
    rules.comes_after_the_request(on, request.from_day)
    request.outcome, request.answered = outcome, on


def _name_recipients(request: Request, recipients: Sequence[dict[str, Any]]) -> None:
    for place, recipient in enumerate(recipients, start=1):
        request.recipients.append(Recipient(place=place, **recipient))
