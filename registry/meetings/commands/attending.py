from collections.abc import Sequence
from typing import Any

from marshmallow import ValidationError

from registry import clock
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import rules
from registry.meetings.commands.agenda import numbered
from registry.meetings.models import Attendance, Meeting
from registry.meetings.notices import demand_that_it_was_called
from registry.people.models import Person


@command
def record_attendance(meeting: Meeting, *, lines: Sequence[dict[str, Any]], by: Actor) -> None:
    """Record how persons attended: the meeting as a whole, or (where a line has an item's number) that item.

    Who is not among the lines stays as recorded.
    """
    told = [line | {"item": _item_ref(meeting, line.get("item"), place)} for place, line in enumerate(lines)]
    marks = [(line["person"].ref, line["item"], line["mark"]) for line in told]
    rules.meeting_has_come(meeting.on, clock.today())
    demand_that_it_was_called(meeting)
    rules.marked_once(marks)
    rules.left_some_item(marks)
    for line in told:
        _mark(meeting, **line)


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
