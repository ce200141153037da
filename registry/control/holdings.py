"""The test for people with significant control: who has the benefit of how much of the shares and of the votes."""

from dataclasses import dataclass
from datetime import date

from registry.control.rules import is_significant
from registry.members.queries import classes_on
from registry.nominees.queries import beneficial_on

HUNDREDTHS_OF_A_PER_CENT = 10_000


@dataclass(frozen=True)
class Holding:
    """What one has the benefit of: shares, and hundredths of one per cent of the nominal capital and of the votes.

    Rounded up, so that nobody over a quarter seems to be at it.
    """

    name: str
    code: str | None
    folios: tuple[int, ...]
    count: int
    shares: int
    votes: int

    @property
    def is_significant(self) -> bool:
        return is_significant(self.shares, self.votes)


def holdings_on(day: date) -> list[Holding]:
    """Everyone with the benefit of shares on a day, the largest first."""
    nominal = {line["name"]: line["nominal"] for line in classes_on(day)}
    benefits = beneficial_on(day)
    values = [sum(count * nominal[name] for name, count in each["shares"].items()) for each in benefits]
    capital, votes = sum(values), sum(each["votes"] for each in benefits)
    holdings = [
        Holding(
            name=each["name"],
            code=each["code"],
            folios=tuple(sorted(each["folios"])),
            count=sum(each["shares"].values()),
            shares=_part(value, capital),
            votes=_part(each["votes"], votes),
        )
        for each, value in zip(benefits, values, strict=True)
    ]
    return sorted(holdings, key=lambda each: (-each.shares, -each.votes, each.name.casefold()))


def _part(some: int, whole: int) -> int:
    return -(-some * HUNDREDTHS_OF_A_PER_CENT // whole) if whole else 0
