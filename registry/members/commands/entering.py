"""How shares are entered on accounts: which of them go, and both sides of what passes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from registry.members import holdings
from registry.members.holdings import Lot
from registry.members.models import (
    TRANSFER_IN,
    TRANSFER_OUT,
    TRANSMISSION_IN,
    TRANSMISSION_OUT,
    Member,
    Movement,
    ShareClass,
)
from registry.members.rules import shares as rules

TRANSFER, TRANSMISSION = "transfer", "transmission"
SIDES = {TRANSFER: (TRANSFER_OUT, TRANSFER_IN), TRANSMISSION: (TRANSMISSION_OUT, TRANSMISSION_IN)}


def going(member: Member, share_class: ShareClass, shares: int, on: date, first: int | None) -> Sequence[Lot]:
    """So many of the shares that an account may part with on a day, from a number on if one is named."""
    free = holdings.free(member.of_class(share_class), on)
    if first is not None:
        rules.number_is_held(first, any(lot.first and lot.first <= first <= (lot.last or 0) for lot in free))
    rules.shares_are_held(sum(lot.shares for lot in holdings.from_number(free, first)), shares)
    return holdings.taken(free, shares, first)


def pass_on(
    lots: Iterable[Lot], share_class: ShareClass, member: Member, to: Member, *, what: str, **entry: Any
) -> list[Movement]:
    """Enter on both accounts what passes from one to the other; gives what came."""
    out, into = SIDES[what]
    came = []
    for lot in lots:
        enter(member, share_class, lot, -1, what=out, other=to, **entry)
        came.append(enter(to, share_class, lot, 1, what=into, other=member, **entry))
    return came


def enter(member: Member, share_class: ShareClass, lot: Lot, sign: int, **entry: Any) -> Movement:
    movement = Movement(
        share_class=share_class, shares=sign * lot.shares, paid=lot.paid, first=lot.first, last=lot.last, **entry
    )
    member.movements.append(movement)
    return movement
