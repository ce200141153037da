from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from registry.meetings.models import PRESENT
from registry.meetings.quorum.conflicts import NO_CONFLICTS, Conflicts
from registry.meetings.quorum.matching import matched
from registry.meetings.quorum.needs import Needed
from registry.meetings.quorum.presence import Mark, how_each_attended
from registry.meetings.quorum.sentences import in_words
from registry.meetings.rules import has_whom_a_quorum_includes, is_quorate

SEATS, MEMBERS = "with a vote", "members"
"""Among whom a quorum is counted: those whose seats have votes or, in general meeting, the members."""


@dataclass(frozen=True)
class Voice:
    """What gives a vote: a seat, or in general meeting a member’s account. One person at a time is counted for it.

    `holders` hold it, whoever casts its votes first. Where none of them can be counted, one of `others` is: a deputy
    or a proxy, each with the words for what she comes as.
    """

    of: str
    holders: Sequence[str]
    kind: str = ""
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Standing:
    """A person before an item: whether counted for the quorum, whether free to vote, and why, where that needs saying.

    `kinds` are those of the seats that she is counted for; `comes_as` is what a deputy or a proxy is.
    """

    person: str
    name: str
    counted: bool
    votes: bool
    why: str = ""
    kinds: frozenset[str] = frozenset()
    comes_as: str = ""
    conflicted: bool = False


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
    room = _Room(voices, names, conflicts, how_each_attended(item, marks))
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


@dataclass
class _Room:
    """Who is in the room for an item, and for whose voice each is counted."""

    voices: Sequence[Voice]
    names: Mapping[str, str]
    conflicts: Conflicts
    attended: Mapping[str, str]

    @cached_property
    def speaking(self) -> dict[str, int]:
        return matched([self._who_may_speak(voice) for voice in self.voices])

    @property
    def everyone(self) -> list[str]:
        here = (person for person, how in self.attended.items() if how == PRESENT)
        return list(dict.fromkeys([*(each for voice in self.voices for each in voice.holders), *here]))

    def standing(self, person: str) -> Standing:
        conflicted, counted = person in self.conflicts.excluded, person in self.speaking
        return Standing(
            person,
            self.names.get(person, person),
            counted=counted,
            votes=counted and self.conflicts.let_vote(person),
            why=self._why(person),
            kinds=frozenset(voice.kind for voice in self._voices_of(person)),
            comes_as=self._comes_as(person),
            conflicted=conflicted,
        )

    def _who_may_speak(self, voice: Voice) -> list[str]:
        holders = [person for person in voice.holders if self._is_free(person)]
        return holders or [person for person in voice.others if self._is_free(person)]

    def _is_free(self, person: str) -> bool:
        return self.attended.get(person) == PRESENT and self.conflicts.let_count(person)

    def _voices_of(self, person: str) -> list[Voice]:
        """Those she holds, and the one for which she comes."""
        spoken = [self.voices[self.speaking[person]]] if person in self.speaking else []
        return [*(voice for voice in self.voices if person in voice.holders), *spoken]

    def _comes_as(self, person: str) -> str:
        if person not in self.speaking:
            return ""
        voice = self.voices[self.speaking[person]]
        return "" if person in voice.holders else voice.others[person]

    def _why(self, person: str) -> str:
        """Why somebody is not counted, or is counted without a vote; nothing where neither."""
        if person in self.conflicts.excluded:
            return f"conflict: {self.conflicts.excluded[person]}"
        if person in self.speaking:
            return ""
        if (how := self.attended.get(person, "not marked")) != PRESENT:
            return how
        return self._whose_voice_is_taken(person)

    def _whose_voice_is_taken(self, person: str) -> str:
        places = {place: who for who, place in self.speaking.items()}
        for place, voice in enumerate(self.voices):
            if (person in voice.holders or person in voice.others) and place in places:
                return f"{voice.of} is counted by {self.names.get(places[place], places[place])}"
        return "no vote"
