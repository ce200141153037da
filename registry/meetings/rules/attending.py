from collections.abc import Iterable, Sequence
from datetime import date

from registry.law import rule
from registry.meetings.models import LEFT, RETURNED

Mark = tuple[str, str | None, str]
"""A person's ref, an item's (None for the meeting as a whole), and how the person attended it."""


@rule("Companies Act 2006, s.248", field="lines")
def meeting_has_come(on: date, today: date) -> bool:
    """The minutes record what happened: attendance is recorded on the day of the meeting or after it."""
    return on <= today


@rule("Companies Act 2006, s.248", field="meeting")
def apologies_come_before(on: date, today: date, is_recorded: bool) -> bool:
    """Apologies are given on the day of the meeting at the latest, {on}; then attendance is recorded as it was."""
    return today <= on and not is_recorded


@rule("Model Articles, art. 10(1)", field="meeting")
def apologies_come_from_whoever_is_expected(is_expected: bool) -> bool:
    """Apologies come from whoever may take part: this person has no seat there on that day, nor is a member of it."""
    return is_expected


@rule("Companies Act 2006, s.248", field="comes_after_all")
def withdrawn_once_given(are_given: bool, comes_after_all: bool) -> bool:
    """Who can come after all had sent apologies before: there are none of this person’s."""
    return are_given or not comes_after_all


@rule("Companies Act 2006, s.248", field="lines")
def marked_once(marks: Sequence[Mark]) -> bool:
    """A person attends in one way: once for the meeting as a whole, and once for an item where that differs."""
    return len({(person, item) for person, item, _ in marks}) == len(marks)


@rule("Model Articles, art. 10(1)", field="lines")
def left_some_item(marks: Iterable[Mark]) -> bool:
    """A person takes part in each part of a meeting or does not: who left is marked so for the items missed."""
    return all(item is not None for _, item, mark in marks if mark in (LEFT, RETURNED))


@rule("Model Articles, art. 10(1)", field="lines")
def returned_after_leaving(marks: Iterable[tuple[str, int]]) -> bool:
    """Who returns to a meeting has left it, and who leaves it was there: L and R take turns, item after item."""
    turns = [mark for mark, item in sorted(marks, key=lambda each: each[1]) if mark in (LEFT, RETURNED)]
    return all(mark == (RETURNED if place % 2 else LEFT) for place, mark in enumerate(turns))


@rule("Companies Act 2006, s.248", field="lines")
def times_run_on(times: Sequence[str]) -> bool:
    """Times run on from when the meeting began, {times}: nobody leaves before that, nor returns before leaving."""
    return list(times) == sorted(times)
