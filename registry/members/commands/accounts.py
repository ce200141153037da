from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.company.standing import incorporated
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members import standing
from registry.members.models import ADDRESS, HOLDERS, Holder, Member, Note
from registry.members.rules import accounts as rules
from registry.people.models import Person


@command
def admit(*, holders: Sequence[Person], address: str, entered: date, by: Actor) -> Member:
    """Enter a member, of one holder or several with the first-named first; membership runs from `entered`."""
    rules.entry_has_been_made(entered, clock.today())
    rules.company_existed(entered, incorporated())
    rules.holders_are_different(holders)
    rules.holders_have_no_account(standing.folio_of(holders, entered))
    rules.no_trust_is_named(address)
    member = Member(folio=standing.next_folio(), entered=entered, address=address)
    _name_holders(member, holders, since=None)
    db.session.add(member)
    return member


@command
def readdress(member: Member, *, address: str, changed: date, by: Actor) -> None:
    """It changed: enter a new service address, true from `changed`. The old one stays, with both dates."""
    _may_change(member, changed, since=_last_changed(member, ADDRESS))
    rules.no_trust_is_named(address)
    rules.something_changes(member.address, address)
    _note(member, ADDRESS, member.address, changed)
    member.address = address


@command
def reorder(member: Member, *, holders: Sequence[Person], changed: date, by: Actor) -> None:
    """It changed: put joint holders in another order; from `changed` the first of them votes for all."""
    present = [holder.person for holder in member.holders_on(date.max)]
    rules.the_same_persons_hold(present, holders)
    rules.something_changes(present, list(holders))
    _change_holders(member, holders, changed)


@command
def strike(member: Member, *, person: Person, changed: date, by: Actor) -> None:
    """Strike out a joint holder who died on `changed`; the survivors take, and nothing is transferred."""
    present = [holder.person for holder in member.holders_on(date.max)]
    rules.is_one_of_the_holders(person in present)
    rules.another_holder_remains(len(present))
    rules.holder_had_died(person.died, changed)
    _change_holders(member, [each for each in present if each is not person], changed)


@command
def remove(member: Member, *, reason: str, by: Actor) -> None:
    """Take a former member's entry off the register, ten years after; the ledger keeps that it was there."""
    rules.entry_stands(member.removed)
    rules.entry_may_be_removed(member.ceased, clock.today())
    member.removed = clock.today()


def _may_change(member: Member, changed: date, *, since: date) -> None:
    rules.membership_has_not_ceased(member.ceased)
    rules.change_has_happened(changed, clock.today())
    rules.change_follows_the_one_before(changed, since)


def _last_changed(member: Member, what: str) -> date:
    """Since when the register has said what it says now of a particular."""
    return max((note.changed for note in member.notes if note.what == what), default=member.entered)


def _change_holders(member: Member, persons: Sequence[Person], changed: date) -> None:
    _may_change(member, changed, since=_last_changed(member, HOLDERS))
    _note(member, HOLDERS, member.names_on(date.max), changed)
    for holder in member.holders_on(date.max):
        holder.until = changed
    _name_holders(member, persons, since=changed)


def _name_holders(member: Member, persons: Sequence[Person], *, since: date | None) -> None:
    for place, person in enumerate(persons, start=1):
        member.holders.append(Holder(person=person, place=place, since=since))


def _note(member: Member, what: str, was: str, changed: date) -> None:
    member.notes.append(Note(what=what, was=was, changed=changed, entered=clock.today()))
