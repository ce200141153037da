from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, or_, select

from registry.batches.packets import ACCOUNT, AGREED, CERTIFIED, ON_PAPER, Packet, Paper, packet_for, packet_of
from registry.certificates.models import Certificate
from registry.certificates.standing import IN_ORDER
from registry.db import db
from registry.editions.models import Edition
from registry.editions.receiving import receivers
from registry.editions.wanted import ASKED
from registry.meetings.models import Meeting
from registry.members.models import Member, ShareClass
from registry.members.queries import WITH_ALL
from registry.structure.models import COMPANY, GENERAL_MEETING, Body
from registry.terms.models import AGREEMENT
from registry.terms.queries import in_force

Days = tuple[date, date]


def certificates(on: date, between: Days | None = None, share_class: ShareClass | None = None) -> list[Packet]:
    """The certificates live on a day or, whatever became of them, those issued from one day to another: by account."""
    found = select(Certificate).where(_live(on) if between is None else Certificate.issued.between(*between))
    if share_class is not None:
        found = found.where(Certificate.share_class_ref == share_class.ref)
    papers: dict[str, list[Paper]] = {}
    for each in db.session.scalars(found.order_by(*IN_ORDER)):
        papers.setdefault(each.member_ref, []).append(
            Paper(f"Certificate {each.number}", "certificates.certificate", each.ref)
        )
    accounts = {member.ref: member for member in _accounts(Member.ref.in_(papers))}
    return [packet_for(accounts[ref], its, on) for ref, its in papers.items()]


def _live(on: date) -> ColumnElement[bool]:
    return and_(Certificate.issued <= on, or_(Certificate.cancelled.is_(None), Certificate.cancelled > on))


def members_packets(on: date, parts: Collection[str], meeting: Meeting | None = None) -> list[Packet]:
    """What each member of a day is sent: such `parts` as are wanted; of a general meeting, notice and proxy form."""
    current = and_(Member.entered <= on, or_(Member.ceased.is_(None), Member.ceased > on))
    held = {each.folio: each.papers for each in certificates(on)} if CERTIFIED in parts else {}
    agreement = list(_agreement(on)) if AGREED in parts else []
    packets = (
        packet_for(
            member,
            [
                *(_account(member) if ACCOUNT in parts else ()),
                *held.get(member.folio, ()),
                *(_called_to(meeting, member) if meeting else ()),
                *agreement,
            ],
            on,
        )
        for member in _accounts(current)
    )
    return [packet for packet in packets if packet.papers]


def _accounts(which: ColumnElement[bool]) -> Iterator[Member]:
    yield from db.session.scalars(select(Member).where(which).options(*WITH_ALL).order_by(Member.folio))


def _account(member: Member) -> Iterator[Paper]:
    yield Paper("Account in the register", "members.member", member.ref)


def _called_to(meeting: Meeting, member: Member) -> Iterator[Paper]:
    yield Paper("Notice", "meetings.notice", meeting.ref)
    if member.is_member(meeting.on):
        yield Paper("Proxy form", "proxies.forms", meeting.ref, {"member": member.ref})


def _agreement(on: date) -> Iterator[Paper]:
    for company in db.session.scalars(select(Body).where(Body.kind == COMPANY).order_by(Body.ref)):
        if (agreed := in_force(company, on, AGREEMENT)) is not None:
            yield Paper(agreed.called, "terms.version", agreed.ref)


def readers_packets(edition: Edition, whose: str) -> list[Packet]:
    """For each who receives a pack, her own copy of an edition of it: what she may not read is not in it."""
    return [
        packet_of(person, [Paper(edition.called, "editions.edition", edition.ref, {ASKED: person.ref})])
        for person in receivers(edition.meeting)
        if whose != ON_PAPER or not person.email
    ]


def general_meetings(on: date) -> Select[Meeting]:
    """Those of members that are still to be held, the next first."""
    to_come = select(Meeting).join(Meeting.body).where(Body.kind == GENERAL_MEETING, Meeting.on >= on)
    return to_come.where(Meeting.cancelled.is_(None)).order_by(Meeting.on, Meeting.begins)
