"""Notice is given of a meeting, and those who need none say so."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.agreeing import voting_shares
from registry.meetings.models import OMITTED, SPECIAL, Meeting, Notice, ShortNoticeConsent, Waiver
from registry.meetings.serving import ALSO_TOLD, entitled, not_told, told
from registry.members.models import Member
from registry.people.models import Person
from registry.structure.models import GENERAL_MEETING


@command
def give_notice(
    meeting: Meeting, *, notice_given: date, how: str = "", otherwise: Sequence[dict[str, Any]] = (), by: Actor
) -> None:
    """Record that notice of the meeting went out on a day.

    With `how`, it was sent in that way to everybody who must have it and had not; `otherwise` are those to whom it was
    sent in another way, or who were left out by accident. It is then given on the day that the law takes it to be.
    """
    rules.was_not_called_off(meeting.cancelled)
    rules.notice_has_gone_out(notice_given, clock.today())
    if meeting.body.kind == GENERAL_MEETING:
        _demand_content(meeting)
    meeting.notices.extend(_notices(meeting, notice_given, how, otherwise))
    last = (_last_given(meeting) if how or otherwise else None) or notice_given
    rules.notice_comes_before(last, meeting.on)
    meeting.notice_given = last


def _last_given(meeting: Meeting) -> date | None:
    """When the last had been told of this day of those who must be."""
    first: dict[str, date] = {}
    for notice in told(meeting):
        if notice.given is not None and notice.capacity != ALSO_TOLD:
            first[notice.person_ref] = min(notice.given, first.get(notice.person_ref, notice.given))
    return max(first.values(), default=None)


def _demand_content(meeting: Meeting) -> None:
    """The business of a general meeting, and each special resolution word for word."""
    items = [item for item in meeting.items if item.withdrawn is None]
    rules.there_is_business(len(items))
    for item in items:
        if item.resolution == SPECIAL:
            rules.special_resolution_has_its_text(item.proposed, item.restricted)


def _notices(meeting: Meeting, sent: date, how: str, otherwise: Sequence[dict[str, Any]]) -> Iterator[Notice]:
    whose = entitled(meeting, sent)
    apart = {line["person"].ref for line in otherwise}
    for ref in not_told(meeting, sent) if how else ():
        if ref not in apart:
            yield _notice(meeting, ref, whose[ref], how, sent)
    for line in otherwise:
        ref = line["person"].ref
        rules.omission_is_explained(line["how"], line.get("why", ""))
        yield _notice(meeting, ref, whose.get(ref, [ALSO_TOLD]), line["how"], sent, line.get("why", ""))


def _notice(meeting: Meeting, person: str, whose: list[str], how: str, sent: date, why: str = "") -> Notice:
    by_the_act = meeting.body.kind == GENERAL_MEETING
    rules.notice_to_members_is_written(how, by_the_act)
    return Notice(
        person_ref=person,
        capacity="; ".join(whose),
        how=how,
        sent=None if how == OMITTED else sent,
        given=None if how == OMITTED else rules.deemed_given(sent, how, by_the_act),
        told_of=meeting.on,
        agenda=meeting.version.number if meeting.version else "",
        why=why,
    )


@command
def waive_notice(meeting: Meeting, *, person: Person, on: date, by: Actor) -> None:
    """Record that somebody said, on a day, that he or she need have no notice of the meeting."""
    rules.waiver_is_of_a_directors_meeting(meeting.body.kind == GENERAL_MEETING)
    rules.waiver_is_in_time(on, meeting.on)
    rules.was_said_by_now(on, clock.today())
    rules.waiver_is_from_whoever_must_have_notice(person.ref in entitled(meeting, min(on, meeting.on)))
    if all(waiver.person_ref != person.ref for waiver in meeting.waivers):
        meeting.waivers.append(Waiver(person=person, on=on))


@command
def agree_short_notice(meeting: Meeting, *, members: Sequence[Member], on: date, by: Actor) -> None:
    """Record that members agreed, on a day, that a general meeting be held on shorter notice than is asked for."""
    rules.members_agree_of_a_general_meeting(meeting.body.kind == GENERAL_MEETING)
    rules.agreed_by_the_meeting(on, meeting.on)
    rules.was_said_by_now(on, clock.today())
    nominal = voting_shares(meeting.on)
    agreed = {consent.member_ref for consent in meeting.consents}
    for member in members:
        rules.has_the_right_to_vote(nominal.get(member.ref, 0))
        if member.ref not in agreed:
            meeting.consents.append(ShortNoticeConsent(member=member, on=on))
