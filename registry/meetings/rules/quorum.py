from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from registry.law import rule
from registry.meetings.models import PRESENT
from registry.terms.in_force import RulesInForce
from registry.terms.provisions import MORE, QUORUM, QUORUM_INCLUDES

Seated = Mapping[str, Collection[str]]
"""Those with a vote, by their refs, and the kinds of the seats that give it."""

Mark = tuple[str, str | None, str]
"""A person's ref, an item's (None for the meeting as a whole), and how the person attended it."""


@rule("Model Articles, art. 11")
def is_quorate(present_voting: Collection[str], excluded: Collection[str], needed: int) -> bool:
    """Without a quorum, nothing is voted on but the calling of another meeting; it is counted item by item."""
    return len(set(present_voting) - set(excluded)) >= needed


@rule("Model Articles, art. 5")
def has_whom_a_quorum_includes(counted: Mapping[str, int], needed: Mapping[str, int]) -> bool:
    """Where terms say that a quorum includes some of a kind, it is none without them."""
    return all(counted.get(kind, 0) >= least for kind, least in needed.items())


@dataclass(frozen=True)
class Needed:
    """How many make a quorum and what says so; no count where nothing in force says.

    `includes` is the least number of each kind of seat among them.
    """

    count: int | None
    authority: str
    includes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Quorum:
    """The quorum of an item, or of the meeting as a whole: who was counted, of how many who may vote.

    In a general meeting, where members vote and not seats, nobody is counted and `quorate` is unknown.
    """

    counted: int
    seated: int
    needed: Needed
    quorate: bool | None

    @property
    def sentence(self) -> str:
        if self.needed.count is None:
            return f"{self.counted} of {self.seated} counted; nothing in force says how many are needed"
        among = "".join(f", {least} {kind} among them," for kind, least in self.needed.includes.items())
        asked = f"{self.needed.count} needed{among} under {self.needed.authority}"
        if self.quorate is None:
            return f"{asked}, counted among the members, who have no seats"
        return f"{self.counted} of {self.seated} counted; {asked}: {'quorate' if self.quorate else 'not quorate'}"


def needed_for(in_force: RulesInForce, voting: int) -> Needed:
    """What the rules in force that day ask for of a body on which so many may vote."""
    asked = in_force.of(QUORUM)
    if asked is None or asked.number is None:
        return Needed(None, "")
    count = asked.number
    if asked.of:
        count = voting * asked.number // asked.of + 1 if asked.who == MORE else -(-voting * asked.number // asked.of)
    includes = {rule.who: rule.number or 0 for rule in in_force.every(QUORUM_INCLUDES)}
    return Needed(count, asked.authority, includes)


def quorum_of(item: str | None, marks: Iterable[Mark], seated: Seated | None, needed: Needed) -> Quorum:
    """The quorum of an item (None: of the meeting as a whole) among those `seated` with a vote that day.

    They are None where it is not seats that have votes.
    """
    if seated is None:
        return Quorum(0, 0, needed, None)
    present, away = taking_part(item, marks)
    voting = present & set(seated)
    kinds = Counter(kind for person in voting - away for kind in set(seated[person]))
    quorate = None
    if needed.count is not None:
        whom = has_whom_a_quorum_includes.keeps(kinds, needed.includes)
        quorate = whom and is_quorate.keeps(voting, away, needed.count)
    return Quorum(len(voting - away), len(seated), needed, quorate)


def taking_part(item: str | None, marks: Iterable[Mark]) -> tuple[set[str], set[str]]:
    """Those present at the meeting or for an item of it, and those who were away for the item."""
    marks = list(marks)
    present = {person for person, about, mark in marks if about in (None, item) and mark == PRESENT}
    away = {person for person, about, mark in marks if item is not None and about == item and mark != PRESENT}
    return present, away
