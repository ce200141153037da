from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from marshmallow import ValidationError

from registry import clock
from registry.db import db
from registry.files import Paper
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.models import AgendaPaper, Attendance, Item, Meeting, Party
from registry.meetings.parties import Known, name_of
from registry.people.models import Person
from registry.structure.models import Body


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
    for item in items:
        _put(meeting, **item)
    db.session.add(meeting)
    return meeting


@command
def give_notice(meeting: Meeting, *, notice_given: date, by: Actor) -> None:
    """Record the day on which notice of the meeting went out."""
    rules.notice_comes_before(notice_given, meeting.on)
    meeting.notice_given = notice_given


@command
def add_item(
    meeting: Meeting,
    *,
    title: str,
    purpose: str,
    presenter: Person | None = None,
    proposed: str = "",
    topic: str = "",
    parties: Iterable[dict[str, Any]] = (),
    by: Actor,
) -> Item:
    """Put an item at the end of the agenda; `proposed` is the text of the decision it asks for.

    It is about each of the `parties`: a `party` of the registers, or the `name` of somebody else.
    """
    return _put(
        meeting, title=title, purpose=purpose, presenter=presenter, proposed=proposed, topic=topic, parties=parties
    )


def _put(meeting: Meeting, *, parties: Iterable[dict[str, Any]] = (), **facts: Any) -> Item:
    item = Item(place=len(meeting.items) + 1, **facts)
    meeting.items.append(item)
    meeting.parties.extend(_party(meeting, item, **told) for told in parties)
    return item


def _party(meeting: Meeting, item: Item, *, party: Known | None = None, name: str = "") -> Party:
    if party is None:
        return Party(item_ref=item.ref, party_ref=None, name=name)
    return Party(item_ref=item.ref, party_ref=party.ref, name=name_of(party, meeting.on))


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


@command
def record_attendance(meeting: Meeting, *, lines: Sequence[dict[str, Any]], by: Actor) -> None:
    """Record how persons attended: the meeting as a whole, or (where a line has an item's number) that item.

    Who is not among the lines stays as recorded.
    """
    told = [line | {"item": _item_ref(meeting, line.get("item"), place)} for place, line in enumerate(lines)]
    marks = [(line["person"].ref, line["item"], line["mark"]) for line in told]
    rules.meeting_has_come(meeting.on, clock.today())
    rules.marked_once(marks)
    rules.left_some_item(marks)
    for line in told:
        _mark(meeting, **line)


def numbered(meeting: Meeting, number: int) -> Item:
    """The item of a number on the agenda; raises ValidationError if there is none."""
    found = next((item for item in meeting.items if item.place == number), None)
    if found is None:
        raise ValidationError({"item": [f"The agenda of this meeting has no item {number}."]})
    return found


def _item_ref(meeting: Meeting, number: int | None, line: int) -> str | None:
    try:
        return None if number is None else numbered(meeting, number).ref
    except ValidationError as mistake:
        raise ValidationError({"lines": {line: mistake.messages}}) from None


def _mark(meeting: Meeting, *, person: Person, item: str | None, mark: str, reason: str = "") -> None:
    known = (each for each in meeting.attendances if (each.person_ref, each.item_ref) == (person.ref, item))
    if (found := next(known, None)) is None:
        meeting.attendances.append(Attendance(person=person, item_ref=item, mark=mark, reason=reason))
    else:
        found.mark, found.reason = mark, reason
