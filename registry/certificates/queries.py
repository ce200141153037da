from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from registry.certificates import standing
from registry.certificates.cover import Cover
from registry.certificates.models import Certificate
from registry.certificates.standing import IN_ORDER
from registry.db import db
from registry.deadlines import Deadline, months_from
from registry.members import holdings
from registry.members.models import ISSUES, Member, Movement, ShareClass
from registry.transfers.models import Transfer
from registry.wording import spelt

Line = dict[str, Any]

MONTHS_TO_CERTIFY = 2


def register_on(day: date) -> list[Line]:
    """Every certificate issued by a day, void ones among them, in the order of their numbers."""
    found = select(Certificate).where(Certificate.issued <= day).options(*_WITH_ALL).order_by(*IN_ORDER)
    return [told(certificate, day) for certificate in db.session.scalars(found)]


_WITH_ALL = (
    selectinload(Certificate.ranges),
    joinedload(Certificate.share_class),
    joinedload(Certificate.member),
)


def of_member(member: Member, day: date) -> list[Line]:
    found = select(Certificate).where(Certificate.member_ref == member.ref, Certificate.issued <= day)
    return [told(each, day) for each in db.session.scalars(found.options(*_WITH_ALL).order_by(*IN_ORDER))]


def told(certificate: Certificate, day: date) -> Line:
    is_void = not certificate.is_live(day)
    share_class = certificate.share_class
    return {
        "ref": certificate.ref,
        "rev": certificate.rev,
        "number": certificate.number,
        "member": certificate.member_ref,
        "folio": certificate.member.folio,
        "names": certificate.names,
        "share_class": share_class.name,
        "nominal": share_class.nominal,
        "shares": certificate.shares,
        "in_words": spelt(certificate.shares),
        "numbers": ", ".join(_range(each.first, each.last) for each in certificate.ranges),
        "issued": certificate.issued,
        "dates": certificate.dates,
        "standing": "void" if is_void else "live",
        "cancelled": certificate.cancelled if is_void else None,
        "why": certificate.why if is_void else None,
        "grounds": certificate.grounds if is_void else "",
        "returned": certificate.returned if certificate.returned and certificate.returned <= day else None,
        "found": certificate.found if certificate.found and certificate.found <= day else None,
        "replaces": _number_of(certificate.replaces_ref),
        "replaces_ref": certificate.replaces_ref,
    }


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _number_of(ref: str | None) -> str | None:
    return ref and db.session.scalar(select(Certificate.number).where(Certificate.ref == ref))


@dataclass(frozen=True)
class Wanting:
    """Something to be done about an account's certificates of one class; `deadline` is that of the earliest share."""

    member: Member
    share_class: ShareClass
    cover: Cover
    deadline: Deadline | None
    authority: str


def wanting_on(day: date) -> Iterator[Wanting]:
    """Accounts on a day with shares that have no certificate, or with certificates for more than they hold."""
    members = standing.accounts()
    live = standing.live_on(day, [member.ref for member in members])
    lodged = _lodged()
    for member in members:
        for share_class, cover in standing.covers(member, live[member.ref], day):
            if cover.wanting or cover.untrue:
                deadline, authority = _due(member.of_class(share_class), cover, lodged, day)
                yield Wanting(member, share_class, cover, deadline, authority)


def _lodged() -> dict[str, date]:
    """When each transfer was lodged, by its number."""
    return {number: lodged for number, lodged in db.session.execute(select(Transfer.number, Transfer.lodged))}


def _due(moved: Sequence[Movement], cover: Cover, lodged: dict[str, date], day: date) -> tuple[Deadline | None, str]:
    """By when the shares that came first of those that want a certificate must have one, and by what law."""
    came = [movement for movement in holdings.in_order(moved) if movement.shares > 0 and movement.on <= day]
    first = next(iter(_uncovered(came, cover)), None)
    if first is None:
        return None, "Model Articles, art. 24"
    if first.what in ISSUES:
        return months_from(first.on, MONTHS_TO_CERTIFY), "Companies Act 2006, s.769"
    since = lodged.get(first.reference) or first.instrument_received or first.on
    return months_from(since, MONTHS_TO_CERTIFY), "Companies Act 2006, s.776"


def _uncovered(came: Sequence[Movement], cover: Cover) -> list[Movement]:
    """The movements, earliest first, that brought shares without a certificate: by number, or the last that came."""
    numbered = [lot for lot in cover.wanting if lot.first is not None]
    if numbered:
        return [movement for movement in came if any(_meets(movement, lot) for lot in numbered)]
    found, left = list[Movement](), cover.shares_wanting
    for movement in reversed(came):
        if left > 0:
            found.insert(0, movement)
            left -= movement.shares
    return found


def _meets(movement: Movement, lot: holdings.Lot) -> bool:
    if movement.first is None or movement.last is None or lot.first is None or lot.last is None:
        return False
    return movement.first <= lot.last and lot.first <= movement.last


def wanting_lines(day: date) -> list[Line]:
    """The same as lines, the first due first."""
    lines = [
        {
            "member": each.member.ref,
            "name": each.member.names_on(day),
            "folio": each.member.folio,
            "share_class": each.share_class.name,
            "shares": each.cover.shares_wanting,
            "untrue": ", ".join(certificate.number for certificate in each.cover.untrue),
            "due": each.deadline and each.deadline.due,
            "reckoned": each.deadline and each.deadline.reckoned,
            "authority": each.authority,
        }
        for each in wanting_on(day)
    ]
    return sorted(lines, key=lambda line: (line["due"] or date.max, line["folio"]))


def live_numbers(refs: Sequence[str], day: date) -> dict[str, list[str]]:
    """The numbers of the certificates live on a day, by the ref of their account."""
    return {ref: [each.number for each in live] for ref, live in standing.live_on(day, refs).items()}


def live_since(member: Member, day: date) -> list[Line]:
    """Certificates of an account that were live on a day or after."""
    found = select(Certificate).where(Certificate.member_ref == member.ref).options(*_WITH_ALL)
    certificates = db.session.scalars(found.order_by(*IN_ORDER))
    return [told(each, date.max) for each in certificates if each.cancelled is None or each.cancelled > day]
