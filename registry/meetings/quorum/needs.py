"""How many make a quorum, and of how many that is a part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from registry.terms.in_force import RulesInForce
from registry.terms.provisions import MORE, QUORUM, QUORUM_INCLUDES

ONE_MEMBER_COMPANY = "Companies Act 2006, s.318(1)"


@dataclass(frozen=True)
class Needed:
    """How many make a quorum and what says so; no count where nothing in force says.

    `includes` is the least number of each kind of seat among them; `base`, of what the count is a part, if it is.
    """

    count: int | None
    authority: str
    includes: Mapping[str, int] = field(default_factory=dict)
    base: str = ""


def needed_for(in_force: RulesInForce, voting: int) -> Needed:
    """What the rules in force that day ask for of a body on which so many may vote.

    Those who may vote are all whose seats have one: whoever has a conflict about an item is among them still.
    """
    asked = in_force.of(QUORUM)
    if asked is None or asked.number is None:
        return Needed(None, "")
    count, base = asked.number, ""
    if asked.of:
        count = voting * asked.number // asked.of + 1 if asked.who == MORE else -(-voting * asked.number // asked.of)
        most = f"{asked.who} " if asked.who else ""
        base = f"{most}{asked.number}/{asked.of} of the {voting} who may vote"
    includes = {rule.who: rule.number or 0 for rule in in_force.every(QUORUM_INCLUDES)}
    return Needed(count, asked.authority, includes, base)


def needed_of_members(in_force: RulesInForce, members: int) -> Needed:
    """The same of a general meeting: one is enough where the company has one member, whatever its articles say."""
    return Needed(1, ONE_MEMBER_COMPANY) if members == 1 else needed_for(in_force, members)


def said_of(needed: Needed) -> str:
    """5 needed, more than 1/2 of the 9 who may vote, of them 2 ACD."""
    among = "".join(f", of them {least} {kind}" for kind, least in needed.includes.items())
    base = f", {needed.base}" if needed.base else ""
    return f"{needed.count} needed{base}{among}"
