from datetime import date

from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.disclosures import rules
from registry.disclosures.effect import effect_of, following
from registry.disclosures.models import Disclosure, InterestNotice
from registry.disclosures.standing import Directing, board_meetings
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings.commands import numbered
from registry.meetings.models import Meeting
from registry.meetings.rules import was_not_called_off
from registry.people.models import Person
from registry.structure.models import BOARD

Declaration = InterestNotice | Disclosure


@command
def give(
    *,
    person: Person,
    kind: str,
    organisation: str,
    organisation_ref: str | None = None,
    transaction: str = "",
    entered: date | None = None,
    arose: date | None = None,
    nature: str,
    extent: str = "",
    since: date,
    meeting: Meeting | None = None,
    earlier: Declaration | None = None,
    by: Actor,
) -> InterestNotice:
    """Enter a notice that a director gave on `since`: at a `meeting` of the directors, or to the others in writing."""
    notice = InterestNotice(
        person=person,
        kind=kind,
        organisation=organisation,
        organisation_ref=organisation_ref,
        transaction=transaction,
        entered=entered,
        arose=arose,
        nature=nature,
        extent=extent,
        since=since,
        given_at=meeting,
        earlier_ref=earlier and earlier.ref,
    )
    _may_be_given(notice, earlier)
    db.session.add(notice)
    return notice


@command
def bring_up(notice: InterestNotice, *, meeting: Meeting, item: int | None = None, by: Actor) -> None:
    """Enter that a notice was brought up and read at a meeting of the directors or, of a written one, noted there."""
    rules.is_brought_up_once(notice.is_brought_up)
    rules.is_a_meeting_of_the_directors(meeting.body.kind == BOARD)
    rules.meeting_has_been_held(meeting.on, clock.today())
    rules.is_brought_up_at_the_next_meeting(meeting.on, notice.since, following(notice.since, board_meetings()))
    notice.read_at = meeting
    notice.read_item_ref = None if item is None else numbered(meeting, item).ref


@command
def end(notice: InterestNotice, *, until: date, by: Actor) -> None:
    """Enter that a notice was withdrawn, or its interest is over; `until` is the first day on which it is no notice."""
    rules.ends_once_after_it_was_given(notice.since, until, notice.until)
    notice.until = until


@command
def declare(
    meeting: Meeting,
    *,
    person: Person,
    item: int,
    entered: date | None = None,
    arose: date | None = None,
    nature: str = "",
    extent: str = "",
    notice: InterestNotice | None = None,
    earlier: Declaration | None = None,
    by: Actor,
) -> Disclosure:
    """Enter what a director declared at a meeting, of an interest in what the item of that number is about.

    `entered` is the day on which the company entered into the transaction, if it had; `arose`, that on which the
    interest began, if only later.
    """
    disclosure = Disclosure(
        meeting=meeting,
        item_ref=numbered(meeting, item).ref,
        person=person,
        entered=entered,
        arose=arose,
        nature=nature,
        extent=extent,
        notice=notice,
        earlier_ref=earlier and earlier.ref,
    )
    _may_be_declared(disclosure, earlier)
    db.session.add(disclosure)
    return disclosure


def _may_be_given(notice: InterestNotice, earlier: Declaration | None) -> None:
    meeting, today = notice.given_at, clock.today()
    _is_a_director(notice.person, notice.since)
    rules.has_been_given(notice.since, today)
    rules.has_been_entered_into(notice.entered, today)
    rules.has_arisen(notice.arose, notice.since)
    rules.is_declared_against_its_item(notice.kind, meeting is not None)
    rules.extent_is_told(notice.kind, notice.extent)
    if meeting is not None:
        rules.is_a_meeting_of_the_directors(meeting.body.kind == BOARD)
        rules.is_given_on_the_day_of_the_meeting(notice.since, meeting.on)
    if earlier is not None:
        rules.completes_an_earlier_one(earlier.person_ref == notice.person.ref, earlier.made, notice.since)


def _may_be_declared(disclosure: Disclosure, earlier: Declaration | None) -> None:
    meeting, person, today = disclosure.meeting, disclosure.person, clock.today()
    rules.is_a_meeting_of_the_directors(meeting.body.kind == BOARD)
    was_not_called_off(meeting.cancelled)
    rules.meeting_has_been_held(meeting.on, today)
    _is_a_director(person, meeting.on)
    rules.has_been_entered_into(disclosure.entered, today)
    rules.has_arisen(disclosure.arose, meeting.on)
    rules.interest_is_told(disclosure.nature, disclosure.extent, disclosure.notice is not None)
    if disclosure.notice is not None:
        _is_noticed(disclosure.notice, person, meeting.on)
    if earlier is not None:
        rules.completes_an_earlier_one(earlier.person_ref == person.ref, earlier.made, meeting.on)
    rules.says_that_it_completes_the_first(_has_declared(person, disclosure.item_ref), earlier is not None)


def _is_noticed(notice: InterestNotice, person: Person, on: date) -> None:
    effective = effect_of(notice, board_meetings(), on).effective
    is_own = notice.is_general and notice.person_ref == person.ref
    rules.notice_is_in_effect(is_own, effective, on, held=notice.holds(on))


def _is_a_director(person: Person, on: date) -> None:
    rules.is_declared_by_a_director(person.ref in Directing().on(on), person.name_on(on), on)


def _has_declared(person: Person, item_ref: str) -> bool:
    same = select(Disclosure.ref).filter_by(person_ref=person.ref, item_ref=item_ref).limit(1)
    return db.session.scalar(same) is not None
