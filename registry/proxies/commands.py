from collections.abc import Iterable
from datetime import date
from typing import Any

from marshmallow import ValidationError

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import commands as meetings
from registry.meetings import rules as of_meetings
from registry.meetings.commands import numbered
from registry.meetings.models import PROXY, Meeting
from registry.meetings.voices import is_of_members, is_present
from registry.members.models import Member
from registry.people.models import Person
from registry.proxies import appointments, rules
from registry.proxies.models import Instruction, Proxy


@command
def lodge(
    meeting: Meeting,
    *,
    member: Member,
    signed_by: Person,
    lodged_on: date,
    lodged_at: str,
    person: Person | None = None,
    shares: int | None = None,
    instructions: Iterable[dict[str, Any]] = (),
    by: Actor,
) -> Proxy:
    """Record a proxy notice as it came, in time or late; `lodged_at` is the clock time in London, as HH:MM.

    The proxy is a person, or (None) the chair of the meeting. `shares` is for how many; None, for all.
    """
    rules.members_vote_by_proxy(is_of_members(meeting))
    of_meetings.was_not_called_off(meeting.cancelled)
    rules.is_a_member_on_the_day(member.is_member(meeting.on))
    holders = {holder.person_ref for holder in member.holders_on(meeting.on)}
    rules.proxy_is_another(person is not None and person.ref in holders)
    rules.signed_by_a_holder(signed_by.ref in holders)
    others = [] if shares is None else appointments.for_some_shares(meeting, member)
    rules.is_for_shares_that_are_held(shares, sum(each.shares or 0 for each in others), member.held(meeting.on))
    lodged = clock.at(lodged_on, lodged_at)
    rules.has_been_lodged(lodged, clock.now())
    proxy = Proxy(meeting=meeting, member=member, person=person, signed_by=signed_by, lodged=lodged, shares=shares)
    _instruct(proxy, list(instructions))
    db.session.add(proxy)
    return proxy


@command
def revoke(proxy: Proxy, *, revoked_on: date, revoked_at: str, by: Actor) -> None:
    """Note when notice arrived that an appointment is at an end; after the meeting began, it changes nothing."""
    revoked = clock.at(revoked_on, revoked_at)
    rules.revoked_once_after_it_was_lodged(proxy.lodged, revoked, clock.now(), proxy.revoked is not None)
    proxy.revoked = revoked


@command
def admit(meeting: Meeting, *, by: Actor) -> None:
    """Let whoever came as proxy, by an appointment that stands, be counted for the member who appointed her."""
    rules.members_vote_by_proxy(is_of_members(meeting))
    rules.attendance_is_known(meeting.attendance_is_recorded)
    for proxy in appointments.standing_at(meeting):
        person = appointments.who_comes(proxy, meeting)
        if person is not None and is_present(meeting, person.ref, None):
            meetings.represent(meeting, person=person, member=proxy.member, right=PROXY, by=by)


def _instruct(proxy: Proxy, instructions: list[dict[str, Any]]) -> None:
    rules.instructed_once([each["item"] for each in instructions])
    for place, each in enumerate(instructions):
        try:
            item = numbered(proxy.meeting, each["item"])
        except ValidationError as mistake:
            raise ValidationError({"instructions": {place: mistake.messages}}) from None
        proxy.instructions.append(Instruction(item_ref=item.ref, how=each["how"]))
