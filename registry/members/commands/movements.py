from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import holdings, standing
from registry.members.holdings import Lot
from registry.members.models import (
    ALLOTMENT,
    TRANSFER_IN,
    TRANSFER_OUT,
    TRANSMISSION_IN,
    TRANSMISSION_OUT,
    Member,
    Movement,
    ShareClass,
)
from registry.members.rules import accounts
from registry.members.rules import shares as rules
from registry.members.settling import settle

TRANSFER, TRANSMISSION = "transfer", "transmission"
SIDES = {TRANSFER: (TRANSFER_OUT, TRANSFER_IN), TRANSMISSION: (TRANSMISSION_OUT, TRANSMISSION_IN)}


@command
def issue(
    member: Member,
    *,
    share_class: ShareClass,
    shares: int,
    on: date,
    paid: int,
    what: str = ALLOTMENT,
    reference: str = "",
    by: Actor,
) -> Movement:
    """Enter new shares, on a day; `paid` is in pence a share. Of a numbered class they bear the next numbers."""
    _may_move(member, on)
    if what == ALLOTMENT:
        rules.share_is_fully_paid(paid, share_class.nominal)
    lot = Lot(_next_number(share_class), shares, paid)
    return _enter(member, share_class, lot, 1, on=on, what=what, reference=reference)


@command
def transfer(
    member: Member,
    *,
    to: Member,
    share_class: ShareClass,
    shares: int,
    on: date,
    instrument_received: date | None = None,
    first: int | None = None,
    what: str = TRANSFER,
    reference: str = "",
    by: Actor,
) -> list[Movement]:
    """Pass shares from one member to another, entered on a day: until then the first holds them.

    `first` names the number from which they are taken, in a numbered class; by transmission, which
    is by operation of law, there is no instrument. Who has none left ceases to be a member that day.
    """
    rules.transferee_is_another(to is not member)
    _may_move(member, on)
    rules.transferee_is_a_member(to.entered, to.ceased, on)
    rules.transfer_has_an_instrument(what == TRANSFER, instrument_received)
    if instrument_received is not None:
        rules.instrument_came_first(instrument_received, on)
    entry: dict[str, Any] = {"on": on, "reference": reference, "instrument_received": instrument_received}
    out, into = SIDES[what]
    came = []
    for lot in _going(member, share_class, shares, on, first):
        _enter(member, share_class, lot, -1, what=out, other=to, **entry)
        came.append(_enter(to, share_class, lot, 1, what=into, other=member, **entry))
    settle(member)
    return came


@command
def cancel(
    member: Member,
    *,
    share_class: ShareClass,
    shares: int,
    on: date,
    what: str,
    first: int | None = None,
    reference: str = "",
    by: Actor,
) -> list[Movement]:
    """Enter that shares are no more: bought back, forfeited or cancelled. Their numbers are not used again."""
    _may_move(member, on)
    lots = _going(member, share_class, shares, on, first)
    gone = [_enter(member, share_class, lot, -1, on=on, what=what, reference=reference) for lot in lots]
    settle(member)
    return gone


@command
def convert(
    member: Member,
    *,
    share_class: ShareClass,
    shares: int,
    into: ShareClass,
    becoming: int,
    on: date,
    what: str,
    first: int | None = None,
    reference: str = "",
    by: Actor,
) -> list[Movement]:
    """Enter that shares have become shares of another class, to the same nominal value: so many, so many."""
    rules.classes_differ(into is not share_class)
    rules.capital_is_unchanged(shares * share_class.nominal, becoming * into.nominal)
    _may_move(member, on)
    entry: dict[str, Any] = {"on": on, "what": what, "reference": reference}
    going = _going(member, share_class, shares, on, first)
    for lot in going:
        _enter(member, share_class, lot, -1, **entry)
    return [_enter(member, into, lot, 1, **entry) for lot in _converted(going, shares, into, becoming)]


def _converted(lots: Sequence[Lot], shares: int, into: ShareClass, becoming: int) -> Iterator[Lot]:
    """What lots become, those on which the same is paid together: of so many shares, so many of another class."""
    for paid, same in groupby(sorted(lots, key=attrgetter("paid")), key=attrgetter("paid")):
        count, shares_over = divmod(sum(lot.shares for lot in same) * becoming, shares)
        pence, pence_over = divmod(paid * shares, becoming)
        rules.conversion_comes_out_whole(shares_over, pence_over)
        yield Lot(_next_number(into), count, pence)


def _may_move(member: Member, on: date) -> None:
    rules.movement_has_been_entered(on, clock.today())
    accounts.member_was_entered_by_then(member.entered, on)
    accounts.membership_has_not_ceased(member.ceased)


def _next_number(share_class: ShareClass) -> int | None:
    """The lowest number not yet given; nobody else is given one until this act is done."""
    standing.hold(share_class)
    if not share_class.numbered:
        return None
    return standing.highest_number(share_class) + 1


def _going(member: Member, share_class: ShareClass, shares: int, on: date, first: int | None) -> Sequence[Lot]:
    free = holdings.free(member.of_class(share_class), on)
    if first is not None:
        rules.number_is_held(first, any(lot.first and lot.first <= first <= (lot.last or 0) for lot in free))
    rules.shares_are_held(sum(lot.shares for lot in holdings.from_number(free, first)), shares)
    return holdings.taken(free, shares, first)


def _enter(member: Member, share_class: ShareClass, lot: Lot, sign: int, **entry: Any) -> Movement:
    movement = Movement(
        share_class=share_class, shares=sign * lot.shares, paid=lot.paid, first=lot.first, last=lot.last, **entry
    )
    member.movements.append(movement)
    return movement
