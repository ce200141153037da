"""Issues of the register: what it said of a day, as it was known then."""

from dataclasses import dataclass
from datetime import date, datetime, time

from registry import clock


@dataclass(frozen=True)
class Issued:
    """The register as at a day, as it was known at an instant."""

    on: date
    known: datetime


def as_issued(on: date, known: datetime | None = None) -> Issued:
    """Without an instant, as it was known when that day ended."""
    return Issued(on, known or datetime.combine(on, time.max, clock.LONDON))
