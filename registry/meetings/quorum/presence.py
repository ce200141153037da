"""How each person attended an item, from the marks of the meeting as a whole and of its items."""

from collections.abc import Iterable
from typing import NamedTuple

from registry.meetings.models import PRESENT, TAKING_PART

UNHEARD = "could not be heard by the others"


class Mark(NamedTuple):
    """How a person attended an item, or (None) the meeting as a whole; and whether the others could hear her."""

    person: str
    item: str | None
    mark: str
    heard: bool = True


def how_each_attended(item: str | None, marks: Iterable[Mark]) -> dict[str, str]:
    """How each person attended an item: as marked for it, or else as marked for the meeting as a whole."""
    whole: dict[str, str] = {}
    for_it: dict[str, str] = {}
    for person, about, mark, heard in marks:
        if about in (None, item):
            told = PRESENT if mark in TAKING_PART else mark
            (whole if about is None else for_it)[person] = told if heard or told != PRESENT else UNHEARD
    return whole | for_it
