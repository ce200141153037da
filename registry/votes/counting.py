"""What a vote comes to. Pure: given the votes, and the majority that the rules in force ask for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from registry.proxies.standing import hands
from registry.votes.models import AGAINST, CARRIED, FOR, LOST


@dataclass(frozen=True)
class Count:
    """The votes for, against and withheld, and how many there were to cast."""

    votes_for: int
    votes_against: int
    withheld: int
    entitled: int

    @property
    def cast(self) -> int:
        """For and against: who withholds a vote casts none."""
        return self.votes_for + self.votes_against

    @property
    def is_equal(self) -> bool:
        return self.votes_for == self.votes_against


@dataclass(frozen=True)
class Majority:
    """What must vote for something: `number` of every `of` votes, at least or (if not) more than that.

    They are votes of those voting, of whom none is one that abstains unless `counts_abstentions`; or of all those
    `of_all` entitled. `name` is what is so passed, and `authority` what says so.
    """

    number: int
    of: int
    name: str
    authority: str
    at_least: bool = False
    of_all: bool = False
    counts_abstentions: bool = False


def base_of(count: Count, needed: Majority) -> int:
    """The votes of which a majority is needed (CA 2006, ss.282 and 283): at a meeting, those that are cast."""
    if needed.of_all:
        return count.entitled
    return count.cast + (count.withheld if needed.counts_abstentions else 0)


def reaches(votes_for: int, base: int, needed: Majority) -> bool:
    """Whether votes are the majority of so many; none at all never are."""
    has, wants = votes_for * needed.of, base * needed.number
    return votes_for > 0 and (has >= wants if needed.at_least else has > wants)


def outcome_of(count: Count, needed: Majority, casting: str = "") -> str:
    """What the votes come to, with the chair's casting vote if it was given."""
    chair = int(casting == FOR), int(casting == AGAINST)
    votes_for, base = count.votes_for + chair[0], base_of(count, needed)
    whole = base if needed.of_all else base + sum(chair)
    return CARRIED if reaches(votes_for, whole, needed) else LOST


def tally(ballots: Iterable[Any], entitled: Mapping[str, int], disallowed: Collection[str] = ()) -> Count:
    """The ballots of those entitled, by the ref of the entitlement; but for whose voting the chair disallowed."""
    counted = [each for each in ballots if each.entitlement_ref in entitled and each.person_ref not in disallowed]
    return Count(
        sum(each.votes_for for each in counted),
        sum(each.votes_against for each in counted),
        sum(each.withheld for each in counted),
        sum(entitled.values()),
    )


@dataclass(frozen=True)
class Hands:
    """How many hands may be raised at the most: all together, and either way."""

    most: int
    one_way: int


def hands_there(in_person: int, told_to_proxies: Mapping[str, Iterable[str]]) -> Hands:
    """One for each member there, and one for each proxy: but one each way, if told both ways (CA 2006, ss.284, 285).

    It is given how each proxy, by the person's ref, is told to vote by each of those who appointed her.
    """
    raised = sum(len(hands(told)) for told in told_to_proxies.values())
    return Hands(in_person + raised, in_person + len(told_to_proxies))
