"""How many votes a written resolution needs, and the agreement at which it has them. Pure: no books are asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from registry.law import Rule
from registry.resolutions import rules
from registry.resolutions.models import ORDINARY, SPECIAL, UNANIMOUSLY

PASSES_BY: dict[str, Rule] = {
    ORDINARY: rules.ordinary_passes_by_more_than_half,
    SPECIAL: rules.special_passes_by_three_quarters,
    UNANIMOUSLY: rules.unanimous_passes_by_all,
}
NEEDS = {
    ORDINARY: lambda total: total // 2 + 1,
    SPECIAL: lambda total: -(-total * 3 // 4),
    UNANIMOUSLY: lambda total: total,
}
SHARE_NEEDED = {ORDINARY: "more than half", SPECIAL: "at least three quarters", UNANIMOUSLY: "all"}


@dataclass(frozen=True)
class Agreement:
    """Votes in favour, and the instant at which they came."""

    at: datetime
    votes: int


def needed(passes_as: str, total: int) -> int:
    """The fewest votes by which it passes, of those of all who may agree."""
    return NEEDS[passes_as](total)


def tipping(agreements: Iterable[Agreement], passes_as: str, total: int, lapses: datetime | None) -> datetime | None:
    """The instant of the agreement with which it had the votes it needs, if they came before it lapsed."""
    agreed = 0
    for each in sorted(agreements, key=lambda each: each.at):
        agreed += each.votes
        if PASSES_BY[passes_as].keeps(agreed, total):
            return each.at if lapses is None or each.at < lapses else None
    return None
