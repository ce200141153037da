"""It was wrong: the register is put right, and keeps what it said before, by what authority and since when."""

from datetime import date

from registry import clock
from registry.company.standing import incorporated
from registry.ledger import correction
from registry.ledger.acts import Actor
from registry.members import holdings, standing
from registry.members.models import (
    ADDRESS,
    ALLOTMENT,
    CONVERSIONS,
    CORRECTION,
    ISSUES,
    Member,
    Movement,
    Note,
    ShareClass,
)
from registry.members.rules import accounts
from registry.members.rules import corrections as rules
from registry.members.rules import shares as share_rules
from registry.members.settling import settle, sides_of
from registry.people.models import Person
from registry.wording import day as in_words
from registry.wording import pounds


@correction
def correct_entry(member: Member, *, entered: date, authority: str, reason: str, by: Actor) -> None:
    """Put right the day on which a member was entered; `authority` says by what right."""
    accounts.something_changes(member.entered, entered)
    accounts.entry_has_been_made(entered, clock.today())
    accounts.company_existed(entered, incorporated())
    rules.entry_comes_before_what_followed(entered, _first_event(member))
    accounts.holders_have_no_account(standing.folio_of(_holders(member), entered, but=member))
    _note(member, f"Entered {in_words(member.entered)}", min(member.entered, entered), authority)
    member.entered = entered


def _first_event(member: Member) -> date | None:
    """When something first happened to the account after its holders were entered."""
    changes = [note.changed for note in member.notes if note.what != CORRECTION]
    return min([movement.on for movement in member.movements] + changes, default=None)


def _holders(member: Member) -> list[Person]:
    return [holder.person for holder in member.holders_on(date.max)]


@correction
def correct_address(member: Member, *, address: str, authority: str, reason: str, by: Actor) -> None:
    """Put right an address that was entered wrongly: it never was the member's, and is noted as an error."""
    accounts.something_changes(member.address, address)
    accounts.no_trust_is_named(address)
    since = max((note.changed for note in member.notes if note.what == ADDRESS), default=member.entered)
    _note(member, f"Address {member.address}", since, authority)
    member.address = address


@correction
def correct_movement(
    member: Member,
    *,
    movement: Movement,
    on: date,
    shares: int,
    paid: int,
    authority: str,
    reason: str,
    by: Actor,
) -> None:
    """Put right one entry of the account, and the same entry of the other side: its day, number of shares, or price.

    `shares` is how many came or went; none, if the entry should never have been made.
    """
    was = movement.on, abs(movement.shares), movement.paid
    rules.movement_is_of_this_account(movement.member_ref == member.ref)
    accounts.something_changes(was, (on, shares, paid))
    rules.title_is_not_a_slip(shares != was[1], authority)
    share_rules.movement_has_been_entered(on, clock.today())
    _fits_what_it_is(movement, on, shares, paid)
    if movement.what in CONVERSIONS:
        rules.conversion_is_put_right_whole(shares in (0, was[1]) and paid == was[2])
    touched = [_put_right(side, on, *_right(side, shares, paid), authority) for side in sides_of(movement)]
    for account, share_class in touched:
        rules.account_stays_in_credit(holdings.is_in_credit(account.of_class(share_class)))
        settle(account)


def _fits_what_it_is(movement: Movement, on: date, shares: int, paid: int) -> None:
    if movement.what == ALLOTMENT:
        share_rules.share_is_fully_paid(paid, movement.share_class.nominal)
    if movement.instrument_received is not None and shares:
        share_rules.instrument_came_first(movement.instrument_received, on)


def _right(side: Movement, shares: int, paid: int) -> tuple[int, int]:
    """What a side should say: a conversion's two say different things, which stand unless it is to go."""
    return (abs(side.shares), side.paid) if side.what in CONVERSIONS and shares else (shares, paid)


def _put_right(movement: Movement, on: date, shares: int, paid: int, authority: str) -> tuple[Member, ShareClass]:
    member, share_class = movement.member, movement.share_class
    accounts.member_was_entered_by_then(member.entered, on)
    _numbers_have_no_gaps(movement, shares)
    _note(member, in_line(movement), min(movement.on, on), authority)
    movement.on, movement.paid = on, paid
    movement.shares = shares if movement.shares > 0 else -shares
    movement.last = movement.first and movement.first + shares - 1
    if shares == 0:
        member.movements.remove(movement)
    return member, share_class


def _numbers_have_no_gaps(movement: Movement, shares: int) -> None:
    """Where an entry gave shares their numbers, no later one may have gone on from the last of them."""
    gives = movement.first is not None and movement.shares > 0 and movement.what in (*ISSUES, *CONVERSIONS)
    if gives and shares != movement.shares:
        rules.numbers_stay_without_gaps(movement.last == standing.highest_number(movement.share_class))


def in_line(movement: Movement) -> str:
    """An entry as one line: Allotment of 10 Ordinary shares on 3 May 2026, £1.00 paid on each."""
    words = f"{movement.what.capitalize()} of {abs(movement.shares):,} {movement.share_class.name} shares"
    return f"{words} on {in_words(movement.on)}, {pounds(movement.paid)} paid on each"


def _note(member: Member, was: str, since: date, authority: str) -> None:
    member.notes.append(Note(what=CORRECTION, was=was, changed=since, entered=clock.today(), authority=authority))
