"""Who is in the room for an item, and for whose voice each is counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from registry.meetings.models import LEFT, PRESENT
from registry.meetings.quorum.conflicts import Conflicts
from registry.meetings.quorum.matching import matched


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


@dataclass
class Room:
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
        counted, conflicted = person in self.speaking, self._is_kept_out(person)
        return Standing(
            person,
            self.names.get(person, person),
            counted=counted,
            votes=counted and self.conflicts.let_vote(person),
            why=self._why(person),
            kinds=frozenset(self._kinds_of(person)),
            comes_as=self._comes_as(person),
            conflicted=conflicted,
        )

    def _who_may_speak(self, voice: Voice) -> list[str]:
        """Of those who hold a seat, whoever may also vote comes first."""
        holders = [person for person in voice.holders if self._is_free(person)]
        others = [person for person in voice.others if self._is_free(person)]
        return sorted(holders, key=self.conflicts.let_vote, reverse=True) or others

    def _is_free(self, person: str) -> bool:
        return self.attended.get(person) == PRESENT and self.conflicts.let_count(person)

    def _is_kept_out(self, person: str) -> bool:
        """Whether a conflict is why somebody is not counted, or has no vote, and not that she did not come."""
        return person in self.conflicts.excluded and self.attended.get(person) in (PRESENT, LEFT)

    def _kinds_of(self, person: str) -> Iterator[str]:
        """Those of the voices that she holds and nobody else is counted for, and of the one for which she comes."""
        spoken_by = {place: who for who, place in self.speaking.items()}
        for place, voice in enumerate(self.voices):
            if spoken_by.get(place, person if person in voice.holders else "") == person:
                yield voice.kind

    def _comes_as(self, person: str) -> str:
        if person not in self.speaking:
            return ""
        voice = self.voices[self.speaking[person]]
        return "" if person in voice.holders else voice.others[person]

    def _why(self, person: str) -> str:
        """Why somebody is not counted, or is counted without a vote; nothing where neither."""
        if self._is_kept_out(person):
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
