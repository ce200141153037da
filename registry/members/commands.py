from collections.abc import Iterator, Sequence
from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import rules, standing
from registry.members.models import (
    ALLOTMENT,
    TRANSFER_IN,
    TRANSFER_OUT,
    Holder,
    Member,
    Movement,
    Nomination,
    ShareClass,
)
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.practices.models import Practice


@command
def create_class(*, name: str, nominal: int, votes_per_share: int = 1, rights: str = "", by: Actor) -> ShareClass:
    """Open the register for a class of shares, each of the same nominal value in pence."""
    rules.class_name_is_free(standing.class_named(name) is not None)
    rules.share_has_a_nominal_value(nominal)
    share_class = ShareClass(name=name, nominal=nominal, votes_per_share=votes_per_share, rights=rights)
    db.session.add(share_class)
    return share_class


@command
def admit(
    *, holders: Sequence[Person], address: str, entered: date, practice: Practice | None = None, by: Actor
) -> Member:
    """Enter a member, of one holder or several with the first-named first; membership runs from `entered`.

    `practice` is the one for which shares are to be held. That is kept in the nominee schedule
    and nowhere on the register.
    """
    rules.entry_has_been_made(entered, clock.today())
    rules.holders_are_different(holders)
    rules.holders_have_no_account(standing.folio_of(holders, entered))
    member = Member(folio=standing.next_folio(), entered=entered, address=address)
    for place, person in enumerate(holders, start=1):
        member.holders.append(Holder(person=person, place=place))
    db.session.add(member)
    if practice is not None:
        db.session.add(Nomination(member=member, practice=practice, since=entered))
    return member


@command
def allot(member: Member, *, share_class: ShareClass, shares: int, on: date, paid: int, by: Actor) -> Movement:
    """Issue new shares to a member, entered in the register on a day; `paid` is in pence a share."""
    rules.movement_has_been_entered(on, clock.today())
    rules.member_was_entered_by_then(member.entered, on)
    rules.membership_has_not_ceased(member.ceased)
    rules.share_is_fully_paid(paid, share_class.nominal)
    movement = Movement(share_class=share_class, what=ALLOTMENT, on=on, shares=shares, paid=paid)
    member.movements.append(movement)
    return movement


@command
def transfer(
    member: Member,
    *,
    to: Member,
    share_class: ShareClass,
    shares: int,
    on: date,
    instrument_received: date,
    by: Actor,
) -> None:
    """Pass shares from one member to another, entered in the register on a day.

    Until then the first holds them. Who has none left ceases to be a member on that day.
    """
    rules.movement_has_been_entered(on, clock.today())
    rules.transferee_is_another(to is not member)
    rules.member_was_entered_by_then(member.entered, on)
    rules.membership_has_not_ceased(member.ceased)
    rules.transferee_is_a_member(to.entered, to.ceased, on)
    rules.instrument_came_first(instrument_received, on)
    free = member.free(share_class, on)
    rules.shares_are_held(sum(free.values()), shares)
    entry = {"share_class": share_class, "on": on, "instrument_received": instrument_received}
    for paid, lot in _first_come_first_gone(free, shares):
        member.movements.append(Movement(what=TRANSFER_OUT, shares=-lot, paid=paid, other=to, **entry))
        to.movements.append(Movement(what=TRANSFER_IN, shares=lot, paid=paid, other=member, **entry))
    if member.held(date.max) == 0:
        _cease(member)


def _first_come_first_gone(free: dict[int, int], shares: int) -> Iterator[tuple[int, int]]:
    """The lots that make up so many shares, each with what is paid on a share of it."""
    for paid, lot in free.items():
        if going := min(lot, shares):
            yield paid, going
            shares -= going


def _cease(member: Member) -> None:
    """Close the account on the day its last shares went, and with it what it was held for."""
    member.ceased = ceased = max(movement.on for movement in member.movements)
    for nomination in standing.nominations_of(member):
        nomination.until = max(ceased, nomination.since + ONE_DAY)
