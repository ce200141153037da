from collections.abc import Iterable, Sequence
from datetime import date

from registry.law import rule
from registry.meetings.models import LEFT
from registry.meetings.rules.quorum import Mark


@rule("Companies Act 2006, s.248", field="lines")
def meeting_has_come(on: date, today: date) -> bool:
    """The minutes record what happened: attendance is recorded on the day of the meeting or after it."""
    return on <= today


@rule("Companies Act 2006, s.248", field="lines")
def marked_once(marks: Sequence[Mark]) -> bool:
    """A person attends in one way: once for the meeting as a whole, and once for an item where that differs."""
    return len({(person, item) for person, item, _ in marks}) == len(marks)


@rule("Model Articles, art. 10(1)", field="lines")
def left_some_item(marks: Iterable[Mark]) -> bool:
    """A person takes part in each part of a meeting or does not: who left is marked so for the items missed."""
    return all(item is not None for _, item, mark in marks if mark == LEFT)
