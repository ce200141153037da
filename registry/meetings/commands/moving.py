"""A meeting is moved, called off, or adjourned."""

from datetime import date

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.commands.agenda import in_place, open_item
from registry.meetings.models import AgendaPaper, FormerTime, Item, Meeting, Party

CARRIED = (
    "title", "purpose", "presenter_ref", "proposed", "topic", "reference", "standing", "time_wanted", "restricted",
    "resolution", "awaits_paper",
)  # fmt: skip

OF_A_PAPER = "letter", "title", "file_name", "sha256", "pages", "author_ref", "author_named"


@command
def move(meeting: Meeting, *, on: date, begins: str, place: str, joining: str = "", reason: str, by: Actor) -> None:
    """Hold the meeting at another time or place. Of another day, notice must be given anew.

    What it is held to is then what is in force on that day.
    """
    rules.was_not_called_off(meeting.cancelled)
    rules.has_not_been_held(meeting.attendance_is_recorded)
    rules.body_exists(meeting.body.since, meeting.body.until, on)
    before = (meeting.on, meeting.begins, meeting.place, meeting.joining)
    rules.is_another_time(before, (on, begins, place, joining))
    former = FormerTime(on=meeting.on, begins=meeting.begins, place=meeting.place, moved=clock.today(), reason=reason)
    meeting.former_times.append(former)
    if on != meeting.on:
        meeting.notice_given = None
    meeting.on, meeting.begins, meeting.place, meeting.joining = on, begins, place, joining


@command
def call_off(meeting: Meeting, *, reason: str, by: Actor) -> None:
    """Let the meeting not be held. What was on its agenda stays on record as it stands."""
    rules.was_not_called_off(meeting.cancelled)
    rules.has_not_been_held(meeting.attendance_is_recorded)
    meeting.cancelled, meeting.cancelled_why = clock.today(), reason


@command
def adjourn(meeting: Meeting, *, item: int, on: date, begins: str, place: str, joining: str = "", by: Actor) -> Meeting:
    """Let a meeting go on at a later one, from the item of that number: with that business, and no other."""
    first = open_item(meeting, item)
    rules.goes_on_once_it_has_begun(meeting.on, clock.today())
    rules.goes_on_later(meeting.on, on)
    rules.body_exists(meeting.body.since, meeting.body.until, on)
    later = Meeting(body=meeting.body, on=on, begins=begins, place=place, joining=joining, adjourned_from=meeting)
    db.session.add(later)
    for left in in_place(meeting):
        if left.place >= first.place and left.withdrawn is None:
            _carry(meeting, left, later)
    return later


def _carry(meeting: Meeting, left: Item, later: Meeting) -> None:
    """An item as it stands, with whom it is about and its papers."""
    item = Item(place=len(later.items) + 1, **{name: getattr(left, name) for name in CARRIED})
    later.items.append(item)
    for party in meeting.parties:
        if party.item_ref == left.ref:
            later.parties.append(Party(item_ref=item.ref, party_ref=party.party_ref, name=party.name))
    for paper in meeting.papers_for(left):
        later.papers.append(AgendaPaper(item_ref=item.ref, **{name: getattr(paper, name) for name in OF_A_PAPER}))
