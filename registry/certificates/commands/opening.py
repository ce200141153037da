from collections.abc import Sequence
from datetime import date

from registry import clock
from registry.certificates import rules, standing
from registry.certificates.models import NOT_ON_FILE, Certificate, CertifiedRange
from registry.db import db
from registry.ledger import opening
from registry.ledger.acts import Actor
from registry.members.models import Member, ShareClass
from registry.reckoning import drawn


@opening
def bring_in(
    *,
    number: str,
    member: Member,
    share_class: ShareClass,
    shares: int,
    ranges: Sequence[tuple[int, int]] = (),
    issued: date,
    dates: str = "",
    cancelled: date | None = None,
    why: str | None = None,
    by: Actor,
) -> Certificate:
    """Enter a certificate of the old books under the number that it has there, void from `cancelled` on, and `why`."""
    rules.number_is_free(number, standing.is_used(number))
    rules.has_happened(issued, clock.today())
    issued = drawn(issued, dates, by=min(filter(None, (cancelled, member.ceased)), default=issued))
    member.entered = drawn(member.entered, member.dates, by=issued)
    rules.was_a_member_by_then(member.entered, member.ceased, issued)
    if ranges:
        rules.numbers_come_to_the_shares(shares, sum(last - first + 1 for first, last in ranges))
    if cancelled is not None:
        rules.comes_after(cancelled, issued)
    certificate = Certificate(
        place=standing.place_of(number), number=number, member=member, share_class=share_class, shares=shares,
        names=member.names_on(issued), issued=issued, dates=dates, cancelled=cancelled,
        why=(why or NOT_ON_FILE) if cancelled else None,
    )  # fmt: skip
    certificate.ranges = [CertifiedRange(first=first, last=last) for first, last in ranges]
    db.session.add(certificate)
    return certificate
