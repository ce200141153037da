"""What the old register says: accounts under their old folios, and every share that came or went, as it has it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.company.standing import incorporated
from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.members import standing
from registry.members.commands.entering import enter, going, pass_on
from registry.members.holdings import Lot
from registry.members.models import Holder, Member, Movement, ShareClass
from registry.members.rules import accounts
from registry.members.rules import opening as rules
from registry.members.rules import shares as share_rules
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.reckoning import drawn


@opening
def bring_in(
    *,
    folio: int,
    holders: Sequence[Person],
    address: str = "",
    entered: date,
    ceased: date | None = None,
    dates: str = "",
    by: Actor,
) -> Member:
    """Enter an account of the old register under its folio; `ceased` is the first day no longer a member.

    It stays open or closed as the old register has it, whatever its movements come to. `address` is empty where
    none is on file.
    """
    rules.folio_is_free(folio, standing.has_folio(folio))
    if ceased is not None:
        entered = drawn(entered, dates, by=ceased - ONE_DAY)
    accounts.entry_has_been_made(entered, clock.today())
    accounts.company_existed(entered, incorporated())
    rules.ceased_after_it_began(entered, ceased)
    accounts.holders_are_different(holders)
    rules.holders_have_no_other_account_then(standing.folio_then(holders, entered, ceased))
    accounts.no_trust_is_named(address)
    member = Member(folio=folio, address=address, entered=entered, ceased=ceased, dates=dates)
    member.holders = [Holder(person=person, place=place) for place, person in enumerate(holders, start=1)]
    db.session.add(member)
    return member


@opening
def bring_in_movement(
    share_class: ShareClass,
    *,
    what: str,
    out_of: Member | None = None,
    into: Member | None = None,
    shares: int,
    first: int | None = None,
    paid: int,
    on: date,
    dates: str = "",
    instrument_received: date | None = None,
    reference: str = "",
    by: Actor,
) -> list[Movement]:
    """Enter shares that came `into` an account, went `out_of` one, or passed from one to the other, on a day.

    `first` is the lowest of the numbers that the old register gives them, if it gives any; `paid` is in pence a
    share, and asked only of shares that were issued. Movements are brought in by the order of their days.
    """
    rules.sides_are_those_of_the_event(what, out_of is not None, into is not None)
    share_rules.movement_has_been_entered(on, clock.today())
    for member in filter(None, (out_of, into)):
        _was_open(member, on)
    entry: dict[str, Any] = {"what": what, "on": on, "dates": dates, "reference": reference}
    if out_of is None:
        assert into is not None
        rules.numbers_are_given_once(standing.numbers_given(share_class, first, shares))
        return [enter(into, share_class, Lot(first, shares, paid), 1, **entry)]
    lots = going(out_of, share_class, shares, on, first)
    if into is None:
        return [enter(out_of, share_class, lot, -1, **entry) for lot in lots]
    return pass_on(lots, share_class, out_of, into, instrument_received=instrument_received, **entry)


def _was_open(member: Member, on: date) -> None:
    """What came or went on a day shows that the account had been opened by then, where the old book gives no day."""
    member.entered = drawn(member.entered, member.dates, by=on)
    accounts.member_was_entered_by_then(member.entered, on)
    rules.was_a_member_until_then(member.folio, member.ceased, on)
