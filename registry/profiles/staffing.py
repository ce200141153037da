"""Numbers of staff, some of which are not known: a blank is never taken for 0."""

from collections.abc import Iterable
from dataclasses import dataclass

HUNDREDTHS = 100


@dataclass(frozen=True)
class Total:
    """What the known ones of several numbers come to: of how many roles, and of how many it is not known."""

    number: int
    roles: int
    not_known: int


def added_up(numbers: Iterable[int | None]) -> Total:
    told = list(numbers)
    known = [number for number in told if number is not None]
    return Total(sum(known), len(known), len(told) - len(known))


def as_full_time(hundredths: int | None) -> str | None:
    """12, 3.5 or 0.75, of what is kept as 1200, 350 or 75."""
    if hundredths is None:
        return None
    whole, part = divmod(hundredths, HUNDREDTHS)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")
