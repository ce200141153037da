"""What becomes of what was lodged. Registering and refusing are the board's, and happen by its decision alone."""

from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import commands as members
from registry.members import holdings
from registry.members.models import Member, Movement
from registry.people.models import Person
from registry.transfers import rules, standing
from registry.transfers.models import LODGED, TRANSFER, Transfer
from registry.transfers.nominating import hold_for
from registry.transfers.signing import died_by
from registry.wording import day as in_words


@command
def register(transfer: Transfer, *, entered: date, by: Actor) -> list[Movement]:
    """Enter what was lodged in the register of members, on a day: until then the transferor is the member.

    Transferees who have no account are admitted that day. Gives the movements on the account that takes the shares.
    """
    _may_be_decided(transfer, entered)
    if transfer.instrument_date is not None:
        died = died_by(transfer.member, transfer.instrument_date)
        rules.instrument_was_signed_in_life(died, transfer.instrument_date, bool(transfer.evidence))
    rules.lodged_shares_are_held_still(_are_held(transfer, entered))
    transfer.registered = entered
    transfer.to = _taker(transfer, entered, by)
    came = _pass_shares(transfer, transfer.to, entered, by)
    if transfer.practice is not None:
        hold_for(transfer.practice, transfer.to, transfer.shares, since=entered, by=by)
    return came


@command
def refuse(transfer: Transfer, *, refused: date, reasons: str, returned: date | None = None, by: Actor) -> None:
    """Refuse to register what was lodged. The holder stays the holder, and the instrument goes back with the notice."""
    _may_be_decided(transfer, refused)
    rules.refusal_gives_reasons(reasons)
    transfer.refused, transfer.reasons = refused, reasons
    if returned is not None:
        _give_back(transfer, returned)


@command
def withdraw(transfer: Transfer, *, withdrawn: date, reason: str = "", by: Actor) -> None:
    """Note that whoever lodged it has taken it back, before anything was decided."""
    _may_be_decided(transfer, withdrawn)
    transfer.withdrawn = withdrawn


@command
def return_instrument(transfer: Transfer, *, returned: date, by: Actor) -> None:
    """Note that the instrument of a refused transfer was given back, with the notice or after it."""
    _give_back(transfer, returned)


@command
def withhold_instrument(transfer: Transfer, *, withheld: str, by: Actor) -> None:
    """Note that the instrument of a refused transfer is kept, and why fraud is suspected."""
    _may_be_given_back(transfer)
    transfer.withheld = withheld


def _may_be_decided(transfer: Transfer, decided: date) -> None:
    outcome = transfer.outcome
    rules.transfer_is_undecided(outcome is not None, f"{outcome[0]} on {in_words(outcome[1])}" if outcome else "")
    rules.decided_once_lodged(transfer.lodged, decided)
    rules.decision_has_been_made(decided, clock.today())


def _are_held(transfer: Transfer, entered: date) -> bool:
    """Whether what was lodged may go on a day: of a numbered class, those very numbers."""
    free = holdings.free(transfer.member.of_class(transfer.share_class), entered)
    left = standing.left(free, [transfer])
    return sum(lot.shares for lot in free) - sum(lot.shares for lot in left) == transfer.shares


def _taker(transfer: Transfer, entered: date, by: Actor) -> Member:
    """The account that takes the shares; a new one, with a folio of its own, for whoever has none or returns."""
    if transfer.to is not None and transfer.to.ceased is None:
        return transfer.to
    persons, address = _named(transfer)
    if (account := standing.account_of(persons, entered)) is not None:
        return account
    return members.admit(holders=persons, address=address, entered=entered, by=by)


def _named(transfer: Transfer) -> tuple[Sequence[Person], str]:
    """Who takes the shares, and their address; of an account closed since it was lodged, those who held it last."""
    if transfer.to is None:
        return transfer.persons, transfer.address
    return [holder.person for holder in transfer.to.holders_on(date.max)], transfer.to.address


def _pass_shares(transfer: Transfer, to: Member, entered: date, by: Actor) -> list[Movement]:
    """Each run of numbers by itself, so that no others go in their place."""
    lots = [(lot.first, lot.shares) for lot in transfer.lots] or [(None, transfer.shares)]
    return [
        movement
        for first, shares in lots
        for movement in members.transfer(
            transfer.member,
            to=to,
            share_class=transfer.share_class,
            shares=shares,
            first=first,
            on=entered,
            what=transfer.kind,
            instrument_received=transfer.instrument_received,
            reference=transfer.number,
            by=by,
        )
    ]


def _give_back(transfer: Transfer, returned: date) -> None:
    _may_be_given_back(transfer)
    assert transfer.refused is not None
    rules.returned_once_refused(transfer.refused, returned)
    rules.decision_has_been_made(returned, clock.today())
    transfer.returned = returned


def _may_be_given_back(transfer: Transfer) -> None:
    state = transfer.outcome[0] if transfer.outcome else LODGED
    rules.instrument_is_to_be_returned(state, transfer.kind == TRANSFER)
    settled = f"returned on {in_words(transfer.returned)}" if transfer.returned else ""
    rules.instrument_is_with_the_company(settled or ("kept, as fraud is suspected" if transfer.withheld else ""))
