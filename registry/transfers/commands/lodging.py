"""What is lodged with the company. Nothing passes by it: the holder holds, and votes, until another is entered."""

from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import holdings
from registry.members.models import Member, ShareClass
from registry.members.rules import accounts as account_rules
from registry.members.rules import shares as share_rules
from registry.members.standing import folio_of
from registry.nominees.rules import practice_is_open_then
from registry.people.models import Person
from registry.practices.models import Practice
from registry.transfers import rules, standing
from registry.transfers.models import (
    DEATH,
    DUTY_PAID,
    J30,
    TRANSFER,
    TRANSMISSION,
    LodgedNumbers,
    Transfer,
    Transferee,
)
from registry.transfers.signing import died_by
from registry.wording import pounds


@command
def lodge(
    member: Member, *, consideration: int, share_class: ShareClass, shares: int, first: int | None = None,
    instrument_date: date, to: Member | None = None, transferees: Sequence[Person] = (), address: str = "",
    lodged_by: str = "", stamping: str, duty: int | None = None, form: str = J30, evidence: str = "",
    instrument_received: date, lodged: date, practice: Practice | None = None, by: Actor,
) -> Transfer:  # fmt: skip
    """Take in an instrument of transfer, lodged on a day: within two months it is registered, or refused with reasons.

    `to` is a member already, or `transferees` are to be admitted. `evidence` is of the title of a
    transmittee who signed in the holder's place. `first` is the number from which the shares are taken.
    """
    rules.instrument_was_signed_first(instrument_date, instrument_received)
    rules.instrument_was_received(instrument_received, lodged)
    rules.instrument_was_signed_in_life(died_by(member, instrument_date), instrument_date, bool(evidence))
    transfer = Transfer(
        kind=TRANSFER, member=member, to=to, address=address, share_class=share_class, shares=shares,
        consideration=consideration, form=form, stamping=stamping, duty=duty, evidence=evidence, practice=practice,
        instrument_date=instrument_date, instrument_received=instrument_received, lodged=lodged, lodged_by=lodged_by,
    )  # fmt: skip
    _stamp(transfer, stamping, consideration, duty)
    return _take_in(transfer, transferees, first)


@command
def lodge_transmission(
    member: Member, *, cause: str, happened: date, evidence: str, share_class: ShareClass, shares: int,
    first: int | None = None, to: Member | None = None, transferees: Sequence[Person] = (), address: str = "",
    lodged: date, lodged_by: str = "", practice: Practice | None = None, by: Actor,
) -> Transfer:  # fmt: skip
    """Take in the notice of whoever is entitled on a death or bankruptcy and elects to become the holder.

    There is no instrument (CA 2006, s.770(2)). They do not vote or attend until they are entered.
    """
    holders = member.holders_on(date.max)
    rules.a_sole_holder_held(len(holders))
    if cause == DEATH:
        rules.death_is_on_record(holders[0].person.died, happened)
    rules.transmission_follows_what_happened(happened, lodged)
    transfer = Transfer(
        kind=TRANSMISSION, member=member, to=to, address=address, share_class=share_class, shares=shares, cause=cause,
        happened=happened, evidence=evidence, lodged=lodged, lodged_by=lodged_by, practice=practice,
    )  # fmt: skip
    return _take_in(transfer, transferees, first)


def _stamp(transfer: Transfer, stamping: str, consideration: int, duty: int | None) -> None:
    """See that the certificate, or the duty, is that of the consideration."""
    rules.certificate_1_is_for_little(stamping, consideration)
    rules.duty_is_on_a_consideration(stamping, consideration)
    due = rules.duty_on(consideration) if stamping == DUTY_PAID else 0
    rules.duty_is_right(duty or 0, due, pounds(due))
    transfer.duty = due or None


def _take_in(transfer: Transfer, transferees: Sequence[Person], first: int | None) -> Transfer:
    rules.lodging_has_happened(transfer.lodged, clock.today())
    account_rules.membership_has_not_ceased(transfer.member.ceased)
    if transfer.practice is not None:
        practice_is_open_then(transfer.practice.is_open(transfer.lodged))
    _name_transferees(transfer, transferees)
    with standing.alone():
        db.session.expire(transfer.member)
        _set_aside(transfer, first)
        transfer.place = standing.next_place()
        transfer.number = f"T{transfer.place}"
        db.session.add(transfer)
    return transfer


def _name_transferees(transfer: Transfer, persons: Sequence[Person]) -> None:
    rules.transferee_is_named(transfer.to is not None, len(persons), transfer.address)
    if transfer.to is not None:
        share_rules.transferee_is_another(transfer.to is not transfer.member)
        share_rules.transferee_is_a_member(transfer.to.entered, transfer.to.ceased, clock.today())
        return
    account_rules.holders_are_different(persons)
    rules.transferees_have_no_account(folio_of(persons, clock.today()))
    account_rules.no_trust_is_named(transfer.address)
    for place, person in enumerate(persons, start=1):
        transfer.transferees.append(Transferee(person=person, place=place))


def _set_aside(transfer: Transfer, first: int | None) -> None:
    """See that the shares are held and not lodged already; of a numbered class, say which numbers they are."""
    member, share_class, shares = transfer.member, transfer.share_class, transfer.shares
    held = holdings.free(member.of_class(share_class), transfer.lodged)
    waiting = standing.waiting(member, share_class)
    left = standing.left(held, waiting)
    if first is not None:
        share_rules.number_is_held(first, _has(held, first))
        rules.number_is_not_lodged_already(first, _has(left, first))
    share_rules.shares_are_held(_count(holdings.from_number(held, first)), shares)
    still = _count(holdings.from_number(left, first))
    rules.shares_are_not_lodged_already(sum(each.shares for each in waiting), still, shares)
    for lot in holdings.taken(left, shares, first):
        if lot.first is not None and lot.last is not None:
            transfer.numbers.append(LodgedNumbers(first=lot.first, last=lot.last))


def _has(lots: Sequence[holdings.Lot], number: int) -> bool:
    return any(lot.first is not None and lot.first <= number <= (lot.last or 0) for lot in lots)


def _count(lots: object) -> int:
    return sum(lot.shares for lot in lots)  # type: ignore[attr-defined]
