from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.db import db
from registry.files import Paper
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.attending import apologise, record_attendance, represent, take_chair
from registry.meetings.models import AgendaPaper, Item, Meeting
from registry.meetings.numbered import numbered
from registry.people.models import Person
from registry.structure.models import Body

__all__ = [
    "add_item",
    "add_paper",
    "apologise",
    "convene",
    "give_notice",
    "record_attendance",
    "represent",
    "take_chair",
]


@command
def convene(
    *,
    body: Body,
    on: date,
    begins: str,
    place: str,
    notice_given: date | None = None,
    items: Iterable[dict[str, Any]] = (),
    by: Actor,
) -> Meeting:
    """Call a meeting, with as much of its agenda as is settled. `notice_given` is the day notice went out."""
    rules.body_exists(body.since, body.until, on)
    rules.notice_comes_before(notice_given, on)
    meeting = Meeting(body=body, on=on, begins=begins, place=place, notice_given=notice_given)
    meeting.items.extend(Item(place=number, **item) for number, item in enumerate(items, start=1))
    db.session.add(meeting)
    return meeting


@command
def give_notice(meeting: Meeting, *, notice_given: date, by: Actor) -> None:
    """Record the day on which notice of the meeting went out."""
    rules.notice_comes_before(notice_given, meeting.on)
    meeting.notice_given = notice_given


@command
def add_item(
    meeting: Meeting, *, title: str, purpose: str, presenter: Person | None = None, proposed: str = "", by: Actor
) -> Item:
    """Put an item at the end of the agenda; `proposed` is the text of the decision it asks for."""
    item = Item(place=len(meeting.items) + 1, title=title, purpose=purpose, presenter=presenter, proposed=proposed)
    meeting.items.append(item)
    return item


@command
def add_paper(meeting: Meeting, *, item: int, title: str, file: Paper, by: Actor) -> AgendaPaper:
    """Put a paper to the item of that number. The papers are lettered anew: an item's second makes its first A1."""
    about = numbered(meeting, item).ref
    paper = AgendaPaper(
        item_ref=about, letter="", title=title, file_name=file.name, sha256=file.sha256, pages=file.pages
    )
    papers = [*sorted(meeting.papers, key=lambda paper: rules.in_order(paper.letter)), paper]
    for each, letter in zip(papers, rules.letters([each.item_ref for each in papers]), strict=True):
        each.letter = letter
    meeting.papers.append(paper)
    return paper
