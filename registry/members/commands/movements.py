from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import standing
from registry.members.commands.entering import TRANSFER, enter, going, pass_on
from registry.members.holdings import Lot
from registry.members.models import ALLOTMENT, Member, Movement, ShareClass
from registry.members.rules import accounts
from registry.members.rules import shares as rules
from registry.members.settling import settle


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
    return enter(member, share_class, lot, 1, on=on, what=what, reference=reference)


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
    lots = going(member, share_class, shares, on, first)
    entry: dict[str, Any] = {"on": on, "reference": reference, "instrument_received": instrument_received}
    came = pass_on(lots, share_class, member, to, what=what, **entry)
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
    lots = going(member, share_class, shares, on, first)
    gone = [enter(member, share_class, lot, -1, on=on, what=what, reference=reference) for lot in lots]
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
    lots = going(member, share_class, shares, on, first)
    for lot in lots:
        enter(member, share_class, lot, -1, **entry)
    return [enter(member, into, lot, 1, **entry) for lot in _converted(lots, shares, into, becoming)]


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
