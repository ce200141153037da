"""The two kinds of date a body or a belonging has: those agreed, and those the NHS records."""

from datetime import date
from typing import NamedTuple, Self

from registry.periods import ONE_DAY
from registry.structure.models import Belonging, Body
from registry.wording import day


class Dates(NamedTuple):
    """When something held by agreement, and when by the Organisation Data Service (ODS)."""

    since: date
    until: date | None
    ods_since: date | None
    ods_until: date | None

    @classmethod
    def of(cls, row: Body | Belonging) -> Self:
        return cls(row.since, row.until, row.ods_since, row.ods_until)

    def overlaps(self, other: "Dates") -> bool:
        return (other.until is None or self.since < other.until) and (self.until is None or other.since < self.until)

    def within(self, other: "Dates") -> bool:
        return other.since <= self.since and (
            other.until is None or (self.until is not None and self.until <= other.until)
        )


def beside(agreed: Dates | None, first: date, last: date | None) -> Dates:
    """The dates agreed, and beside them those ODS gives, from its first day to its last.

    What was not agreed otherwise is as ODS has it, and moves when ODS moves it.
    """
    until = last and last + ONE_DAY
    if agreed is None:
        return Dates(first, until, first, until)
    return Dates(
        since=first if agreed.since == agreed.ods_since else agreed.since,
        until=until if agreed.until in (None, agreed.ods_until) else agreed.until,
        ods_since=first,
        ods_until=until,
    )


def in_words(dates: Dates) -> str:
    """1 July 2019 to 31 March 2022; by ODS from 1 October 2019 to 31 March 2022."""
    if dates.ods_since is None:
        return _period(dates.since, dates.until)
    if (dates.since, dates.until) == (dates.ods_since, dates.ods_until):
        return f"{_period(dates.since, dates.until)}, as ODS records"
    return f"{_period(dates.since, dates.until)}; by ODS {_period(dates.ods_since, dates.ods_until)}"


def _period(since: date, until: date | None) -> str:
    return f"from {day(since)} to {day(until - ONE_DAY)}" if until else f"from {day(since)}"
