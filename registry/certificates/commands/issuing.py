from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.certificates import rules, standing
from registry.certificates.cover import Cover
from registry.certificates.models import LOST, SPLIT, TRANSFERRED, Certificate, CertifiedRange
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.members.holdings import Lot, taken
from registry.members.models import Member, ShareClass


@command
def issue(member: Member, *, on: date, by: Actor) -> list[Certificate]:
    """Bring an account's certificates up to date: cancel what is no longer true, and issue what wants.

    There is one for each class; after a transfer in part, it is the balance certificate.
    """
    rules.has_happened(on, clock.today())
    found = _covers(member, on)
    rules.something_is_to_be_done(_is_wanting(found))
    if any(each.wanting for _, each in found):
        rules.is_a_member_then(member.entered, member.ceased, on)
    return _bring_up_to_date(member, found, on)


@command
def issue_all(*, on: date, by: Actor) -> list[Certificate]:
    """Do the same, in one act, for every account of which something is to be done."""
    rules.has_happened(on, clock.today())
    accounts = standing.accounts()
    live = standing.live_on(on, [member.ref for member in accounts])
    covers = [(member, standing.covers(member, live[member.ref], on)) for member in accounts]
    wanting = [(member, found) for member, found in covers if _is_wanting(found)]
    rules.something_is_to_be_done(bool(wanting))
    return [certificate for member, found in wanting for certificate in _bring_up_to_date(member, found, on)]


@command
def replace(
    certificate: Certificate, *, why: str, on: date, grounds: str = "", returned: date | None = None, by: Actor
) -> Certificate:
    """Issue another in the place of one that was lost, damaged, or no longer names its holders rightly."""
    _may_be_cancelled(certificate, on)
    rules.loss_is_evidenced(why == LOST, grounds)
    rules.old_one_has_come_back(why == LOST, returned)
    _cancel(certificate, on, why)
    certificate.grounds, certificate.returned = grounds, returned
    return _make(certificate.member, certificate.share_class, _lots(certificate), on, replaces=certificate)


@command
def split(certificate: Certificate, *, shares: int, on: date, returned: date, by: Actor) -> list[Certificate]:
    """Issue two in the place of one that came back: one for so many of its shares, one for the rest."""
    _may_be_cancelled(certificate, on)
    rules.splits_in_two(shares, certificate.shares)
    _cancel(certificate, on, SPLIT)
    certificate.returned = returned
    lots = _lots(certificate)
    first = taken(lots, shares)
    rest = _without(lots, first) if certificate.ranges else [Lot(None, certificate.shares - shares, 0)]
    about = certificate.member, certificate.share_class
    return [_make(*about, part, on, replaces=certificate) for part in (first, rest)]


@command
def note_found(certificate: Certificate, *, on: date, by: Actor) -> None:
    """Note that a certificate replaced as lost was found again on a day, and came back; it stays void."""
    rules.was_lost(certificate.why == LOST)
    rules.has_happened(on, clock.today())
    rules.comes_after(on, certificate.issued)
    certificate.found = certificate.returned = on


@command
def note_returned(certificate: Certificate, *, on: date, by: Actor) -> None:
    """Note that a certificate that is void came back to the company on a day."""
    rules.has_happened(on, clock.today())
    rules.comes_after(on, certificate.issued)
    certificate.returned = on


def _covers(member: Member, on: date) -> list[tuple[ShareClass, Cover]]:
    return standing.covers(member, standing.live_on(on, [member.ref])[member.ref], on)


def _is_wanting(found: list[tuple[ShareClass, Cover]]) -> bool:
    return any(each.untrue or each.wanting for _, each in found)


def _bring_up_to_date(member: Member, found: list[tuple[ShareClass, Cover]], on: date) -> list[Certificate]:
    made = []
    for share_class, cover in found:
        for certificate in cover.untrue:
            _cancel(certificate, on, TRANSFERRED)
        if cover.wanting:
            made.append(_make(member, share_class, cover.wanting, on))
    return made


def _may_be_cancelled(certificate: Certificate, on: date) -> None:
    rules.certificate_is_live(certificate.cancelled)
    rules.has_happened(on, clock.today())
    rules.comes_after(on, certificate.issued)


def _cancel(certificate: Certificate, on: date, why: str) -> None:
    certificate.cancelled, certificate.why = on, why


def _make(
    member: Member, share_class: ShareClass, lots: Sequence[Lot], on: date, *, replaces: Certificate | None = None
) -> Certificate:
    place = standing.next_place()
    certificate = Certificate(
        place=place,
        number=str(place),
        member=member,
        share_class=share_class,
        shares=sum(lot.shares for lot in lots),
        names=member.names_on(on),
        issued=on,
        replaces_ref=replaces and replaces.ref,
    )
    for lot in lots:
        if lot.first is not None and lot.last is not None:
            certificate.ranges.append(CertifiedRange(first=lot.first, last=lot.last))
    db.session.add(certificate)
    return certificate


def _lots(certificate: Certificate) -> list[Lot]:
    """The shares of a certificate; what is paid on them does not matter to it."""
    if not certificate.ranges:
        return [Lot(None, certificate.shares, 0)]
    return [Lot(each.first, each.last - each.first + 1, 0) for each in certificate.ranges]


def _without(lots: Sequence[Lot], gone: Sequence[Lot]) -> list[Lot]:
    left = list(lots)
    for lot in gone:
        left = [rest for each in left for rest in each.without(lot)]
    return left
