"""How one conflict is told: its grounds, what was made of it, and how it was handled."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.conflicts import sentences
from registry.conflicts.finding import Pair
from registry.conflicts.matching import CERTAIN, DISCLOSURE, GRADES, LIKELY, Match
from registry.conflicts.models import CONFIRMED, DISMISSED, Conflict, Ground
from registry.conflicts.ties import KEPT_PRIVATE
from registry.meetings.models import Item, Meeting
from registry.people.models import Person

Line = dict[str, Any]

STRUCK = "An item since struck from the agenda"


@dataclass(frozen=True)
class Told:
    """One person and one item of a meeting, with what is found now and what is on record.

    `private` says that the reader may be told what the person keeps private; `withheld` are the refs of the interests
    that are kept so today, though they may have been open when the conflict was handled.
    """

    meeting: Meeting
    pair: Pair
    found: Sequence[Match]
    conflict: Conflict | None
    person: Person
    private: bool
    withheld: Collection[str] = ()

    @property
    def declared(self) -> date | None:
        """The day of the meeting, if the interest was declared there."""
        if any(match.tie.source == DISCLOSURE for match in self.found):
            return self.meeting.on
        return self.conflict.declared if self.conflict else None

    @property
    def item(self) -> Item | None:
        """The item, unless it has since been struck from the agenda."""
        return next((item for item in self.meeting.items if item.ref == self.pair[0]), None)

    @property
    def all_grounds(self) -> list[Match | Ground]:
        """What is found now, and what was when it was handled."""
        return [*self.found, *(self.conflict.grounds if self.conflict else ())]

    @property
    def grounds(self) -> list[tuple[str, str]]:
        """The grade of each ground and its words, the surest first, each once."""
        told = {each.reason: (each.grade, self.words(each)) for each in self.all_grounds}
        return sorted(dict.fromkeys(told.values()), key=lambda ground: GRADES.index(ground[0]))

    def words(self, ground: Match | Ground) -> str:
        """What this reader is told of it."""
        return ground.reason if self.private else self.openly(ground)

    @property
    def tells_what_is_private(self) -> bool:
        return self.private and any(self.openly(each) != each.reason for each in self.all_grounds)

    def openly(self, ground: Match | Ground) -> str:
        """What everyone may be told of it."""
        return KEPT_PRIVATE if isinstance(ground, Ground) and ground.source_ref in self.withheld else ground.openly


def line_of(told: Told, day: date) -> Line:
    conflict, meeting, item = told.conflict, told.meeting, told.item
    reasons, name = [reason for _, reason in told.grounds], told.person.name_on(meeting.on)
    return {
        "ref": conflict and conflict.ref,
        "meeting_ref": meeting.ref,
        "meeting": meeting.called,
        "on": meeting.on,
        "item_ref": told.pair[0],
        "number": item and item.place,
        "title": item.title if item else STRUCK,
        "person_ref": told.person.ref,
        "name": name,
        "by": told.person.borne_on(meeting.on).surname,
        "grade": told.grounds[0][0],
        "reasons": reasons,
        "public": not told.tells_what_is_private,
        "state": sentences.state_of(conflict),
        "dismissed": conflict is not None and conflict.state == DISMISSED,
        "confirmed": conflict is not None and conflict.state == CONFIRMED,
        "answer": sentences.answer_of(conflict),
        "answered": conflict is not None and conflict.answered is not None,
        "declared": told.declared,
        "ruling": sentences.ruling_of(conflict),
        "minute": _minute(told) if meeting.attendance_is_recorded and meeting.on <= day else "",
    }


def _minute(told: Told) -> str:
    """As it was declared at the meeting or, where it was not, by the surest of what is known."""
    if told.conflict is None or told.item is None:
        return ""
    declared = [match.tie.words for match in told.found if match.tie.source == DISCLOSURE]
    surest = [reason for grade, reason in told.grounds if grade == told.grounds[0][0]]
    name, is_declared = told.person.name_on(told.meeting.on), told.declared is not None
    return sentences.minute_of(told.conflict, name, told.item.place, declared or surest, declared=is_declared)


def might_count(line: Line) -> bool:
    """Whether a conflict is one to reckon with, though nobody has confirmed it yet: by what is more than words."""
    return line["grade"] in (CERTAIN, LIKELY) and not (line["confirmed"] or line["dismissed"])


def in_turn(lines: Iterable[Line]) -> list[Line]:
    """Item by item, the surest first; those dismissed after the others."""

    def place(line: Line) -> tuple[Any, ...]:
        return line["number"] or 0, line["dismissed"], GRADES.index(line["grade"]), line["by"]

    return sorted(lines, key=place)
