"""The quorum of an item: who is counted, of how many, and whether it is one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from registry.meetings.quorum.conflicts import NO_CONFLICTS, Conflicts
from registry.meetings.quorum.matching import matched
from registry.meetings.quorum.needs import Needed
from registry.meetings.quorum.presence import Mark, how_each_attended
from registry.meetings.quorum.room import Room, Standing, Voice
from registry.meetings.quorum.sentences import in_words
from registry.meetings.rules import has_whom_a_quorum_includes, is_quorate

SEATS, MEMBERS = "with a vote", "members"
"""Among whom a quorum is counted: those whose seats have votes or, in general meeting, the members."""


@dataclass(frozen=True)
class Quorum:
    """The quorum of an item, or of the meeting as a whole: `counted` of those `seated`, who may vote.

    `people` is everybody who was counted, or might have been. One that is `foreseen` is of a meeting still to come.
    `quorate` is None where nothing in force says how many are needed.
    """

    counted: int
    seated: int
    needed: Needed
    quorate: bool | None
    people: Sequence[Standing] = ()
    among: str = SEATS
    foreseen: bool = False

    @property
    def voting(self) -> list[str]:
        """The refs of those who may vote on it."""
        return [each.person for each in self.people if each.votes]

    @property
    def sentence(self) -> str:
        return in_words(self)

    def without_conflicts(self) -> "Quorum":
        """The same without who has a conflict, or why: what is told of an item that the reader may not read."""
        return replace(self, people=[replace(each, why="", conflicted=False) for each in self.people])


def quorum_of(
    item: str | None,
    marks: Iterable[Mark],
    voices: Sequence[Voice],
    needed: Needed,
    *,
    names: Mapping[str, str],
    conflicts: Conflicts = NO_CONFLICTS,
    among: str = SEATS,
    foreseen: bool = False,
) -> Quorum:
    """The quorum of an item (None: of the meeting as a whole), given the voices that had a vote that day."""
    room = Room(voices, names, conflicts, how_each_attended(item, marks))
    people = [room.standing(person) for person in room.everyone]
    counted = [each.person for each in people if each.counted]
    quorate = None
    if needed.count is not None:
        kinds = {kind: sum(each.counted and kind in each.kinds for each in people) for kind in needed.includes}
        quorate = is_quorate.keeps(counted, (), needed.count)
        quorate = quorate and has_whom_a_quorum_includes.keeps(kinds, needed.includes)
    return Quorum(len(counted), seated(voices), needed, quorate, people, among, foreseen)


def seated(voices: Sequence[Voice]) -> int:
    """How many could be counted at the most: whoever holds two seats once, and a seat that two share once."""
    return len(matched([voice.holders for voice in voices]))
