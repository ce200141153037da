"""The appointments for a meeting, as the books have them, and which of them stand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from registry import clock
from registry.db import db
from registry.deadlines import working_hours_before
from registry.meetings.models import Meeting
from registry.meetings.queries import chair_of
from registry.members.models import Holder, Member, Movement
from registry.people.models import Person
from registry.proxies.models import Proxy
from registry.proxies.rules import hours_asked
from registry.proxies.standing import Appointed, AtMeeting, standing
from registry.terms.in_force import rules_in_force
from registry.terms.provisions import PROXIES


def all_proxies() -> Select[Proxy]:
    holders = joinedload(Proxy.member).selectinload(Member.holders)
    whole = (
        holders.joinedload(Holder.person).selectinload(Person.names),
        joinedload(Proxy.member).selectinload(Member.movements).joinedload(Movement.share_class),
        joinedload(Proxy.member).selectinload(Member.notes),
        joinedload(Proxy.person).selectinload(Person.names),
        joinedload(Proxy.meeting).options(joinedload(Meeting.body), selectinload(Meeting.items)),
        selectinload(Proxy.instructions),
    )
    return select(Proxy).options(*whole).order_by(Proxy.lodged, Proxy.ref)


def proxies_for(meeting: Meeting) -> list[Proxy]:
    refs = [each.ref for each in _and_those_adjourned(meeting)]
    return list(db.session.scalars(all_proxies().where(Proxy.meeting_ref.in_(refs))))


def _and_those_adjourned(meeting: Meeting) -> Iterator[Meeting]:
    """A meeting, and that which it goes on with, if it was adjourned."""
    each: Meeting | None = meeting
    while each is not None:
        yield each
        each = each.adjourned_from


def why_not(proxies: Iterable[Proxy], meeting: Meeting) -> Mapping[str, str]:
    """Of each appointment, why it does not stand at a meeting; nothing where it does."""
    at, deadline, why = begins(meeting), deadline_of(meeting), dict[str, str]()
    by_member = sorted(proxies, key=lambda proxy: proxy.member_ref)
    for _, group in groupby(by_member, key=lambda proxy: proxy.member_ref):
        mine = list(group)
        member, on = mine[0].member, meeting.on
        there = AtMeeting(at, deadline, member.is_member(on), member.held(on))
        why |= standing([_appointed(each, on) for each in mine], there)
    return why


def _appointed(proxy: Proxy, on: date) -> Appointed:
    ranks = {holder.person_ref: holder.place for holder in proxy.member.holders_on(on)}
    rank = ranks.get(proxy.signed_by_ref, len(ranks) + 1)
    return Appointed(proxy.ref, rank, proxy.lodged, proxy.shares, proxy.revoked)


def standing_at(meeting: Meeting) -> list[Proxy]:
    """The appointments that stand at a meeting."""
    proxies = proxies_for(meeting)
    why = why_not(proxies, meeting)
    return [proxy for proxy in proxies if not why[proxy.ref]]


def for_some_shares(meeting: Meeting, member: Member) -> list[Proxy]:
    """A member's appointments that stand and are each for some of the shares."""
    return [each for each in standing_at(meeting) if each.member_ref == member.ref and each.shares is not None]


def who_comes(proxy: Proxy, meeting: Meeting) -> Person | None:
    """The proxy or, where that is the chair, whoever took the chair of the meeting; None if that is not on record."""
    return proxy.person or chair_of(meeting, None)


def begins(meeting: Meeting) -> datetime:
    return clock.at(meeting.on, meeting.begins)


def deadline_of(meeting: Meeting) -> datetime:
    """The last instant at which a proxy notice is in time."""
    asked = rules_in_force(meeting.body, meeting.on).of(PROXIES)
    return working_hours_before(begins(meeting), hours_asked(asked.number if asked else None))
