"""The quorum of a meeting, counted from the books: seats and deputies, or members, of its day, and who came."""

from collections.abc import Collection, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

from registry.directors.queries import directors_on
from registry.meetings.bars import bars_at
from registry.meetings.models import APOLOGIES, PRESENT, Meeting
from registry.meetings.quorum import (
    MEMBERS,
    SEATS,
    Conflicts,
    Mark,
    Needed,
    Quorum,
    Remedy,
    Voice,
    needed_for,
    needed_of_members,
    quorum_of,
    remedies,
    seated,
)
from registry.meetings.voices import is_of_members, marks_of, names_of, voices_of
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.provisions import IN_BOTH, OUT_OF_BOTH, RECUSAL

NOBODY: Mapping[str, str] = MappingProxyType({})


class Counting:
    """What the quorum of each item of one meeting is counted from, read once."""

    def __init__(self, meeting: Meeting, seats: list[dict[str, Any]], in_force: RulesInForce | None = None) -> None:
        """`seats` are the body’s own that somebody held on the day; `in_force`, its rules, if they are read already."""
        self.meeting, self.seats = meeting, seats
        self.in_force = in_force or rules_in_force(meeting.body, meeting.on)
        self.voices: list[Voice] = voices_of(meeting, seats, self.in_force)
        self.bars = bars_at(meeting)

    def quorum(self, item: str | None, excluded: Mapping[str, str] = NOBODY, *, by_rule: bool = True) -> Quorum:
        """Of an item by its ref, or of the meeting as a whole."""
        return self._count(item, self.marks, self._conflicts(item, excluded, by_rule=by_rule))

    def quorums(self, hidden: Collection[str] = ()) -> dict[str | None, Quorum]:
        """Of the meeting as a whole and of each item; of the `hidden` ones, not who has a conflict."""
        counted = {item: self.quorum(item) for item in (None, *(each.ref for each in self.meeting.items))}
        return {item: each.without_conflicts() if item in hidden else each for item, each in counted.items()}

    def foreseen(self, item: str | None, excluded: Mapping[str, str] = NOBODY) -> Quorum:
        """The same of a meeting to come: everybody is expected who has not sent apologies."""
        expected = [Mark(person, None, PRESENT) for voice in self.voices for person in voice.holders]
        apologies = [mark for mark in self.marks if mark.mark == APOLOGIES]
        return self._count(item, [*expected, *apologies], self._conflicts(item, excluded), foreseen=True)

    def remedies(self, quorum: Quorum) -> list[Remedy]:
        """What remains possible for an item without a quorum; nothing where there is one."""
        return [] if quorum.quorate is not False else remedies(quorum, self.meeting.body.kind, self.directors)

    @cached_property
    def directors(self) -> int:
        """How many direct the company: all who have votes on its board, also if the register of directors lags."""
        return max(len(directors_on(self.meeting.on)), seated(self.voices))

    @cached_property
    def marks(self) -> list[Mark]:
        return marks_of(self.meeting)

    @cached_property
    def needed(self) -> Needed:
        asked = needed_of_members if is_of_members(self.meeting) else needed_for
        return asked(self.in_force, seated(self.voices))

    @cached_property
    def names(self) -> Mapping[str, str]:
        named = {person for voice in self.voices for person in (*voice.holders, *voice.others)}
        seated = {person for line in self.seats for person in line["people"]}
        return names_of(named | seated | {mark.person for mark in self.marks}, self.meeting.on)

    @property
    def recusal(self) -> str:
        """What the rules in force make of a conflict; where none does, it is kept out of both.

        A member in general meeting votes as she likes: there, only directors’ decisions know of conflicts.
        """
        if is_of_members(self.meeting):
            return IN_BOTH
        asked = self.in_force.of(RECUSAL)
        return asked.who if asked else OUT_OF_BOTH

    def _count(self, item: str | None, marks: list[Mark], conflicts: Conflicts, *, foreseen: bool = False) -> Quorum:
        return quorum_of(
            item,
            marks,
            self.voices,
            self.needed,
            names=self.names,
            conflicts=conflicts,
            among=MEMBERS if is_of_members(self.meeting) else SEATS,
            foreseen=foreseen,
        )

    def _conflicts(self, item: str | None, excluded: Mapping[str, str], *, by_rule: bool = True) -> Conflicts:
        """Those with a conflict that is on record, and the `excluded` with them."""
        bars = {bar.person_ref: bar for bar in self.bars if bar.item_ref == item}
        why = {**excluded, **{person: bar.why for person, bar in bars.items()}}
        gone = {person for person, bar in bars.items() if not bar.stays}
        silent = {person for person, bar in bars.items() if not bar.votes}
        return Conflicts(why, self.recusal, gone if by_rule else {*gone, *excluded}, silent)
