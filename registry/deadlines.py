"""Deadlines, reckoned as the law reckons them, each with its reckoning in words."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from holidays import HolidayBase, country_holidays

from registry.periods import ONE_DAY
from registry.wording import day as in_words

SATURDAY = 5


@dataclass(frozen=True)
class Deadline:
    """`due` is the last day on which the thing is in time; `reckoned` says how that day was found."""

    due: date
    reckoned: str


def months_from(start: date, months: int) -> Deadline:
    """The day of the same number, so many months on, or the last of a month that has none.

    The day it runs from is not counted: a month from 31 January ends on 28 or 29 February.
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    due = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    return Deadline(due, f"{_so_many(months, 'month')} from {in_words(start)}")


def last_of_months(first: date, months: int) -> date:
    """The last day of so many months that begin with a day: a year from 29 February ends on 28 February."""
    after = months_from(first, months).due
    return after - ONE_DAY if after.day == first.day else after


def days_from(start: date, days: int) -> Deadline:
    """So many days on; the day it runs from is not counted."""
    return Deadline(start + timedelta(days), f"{_so_many(days, 'day')} from {in_words(start)}")


def days_beginning(first: date, days: int) -> Deadline:
    """The last of so many days of which the day itself is the first."""
    return Deadline(first + timedelta(days - 1), f"{_so_many(days, 'day')} beginning with {in_words(first)}")


def working_days_from(start: date, days: int) -> Deadline:
    """So many working days on; the day it runs from is not counted, nor are weekends and England's bank holidays.

    A working day is so defined in the Companies Act 2006, s.1173.
    """
    due, passed = start, list[str]()
    for _ in range(days):
        due += ONE_DAY
        while not is_working_day(due):
            if due.weekday() < SATURDAY and (holiday := bank_holidays().get(due)):
                passed.append(f"{holiday} on {in_words(due)}")
            due += ONE_DAY
    without = f", not counting {' and '.join(passed)}" if passed else ""
    return Deadline(due, f"{_so_many(days, 'working day')} from {in_words(start)}{without}")


def working_hours_before(at: datetime, hours: int) -> datetime:
    """The instant so many hours before another, with no part counted of a day that is not a working day.

    Days are those of the zone that `at` is told in, and so are hours, by its clocks (CA 2006, s.327(3)).
    """
    day, left = at.date(), timedelta(hours=hours)
    begins = datetime.combine(day, time(), at.tzinfo)
    into = at - begins if is_working_day(day) else timedelta()
    while left > into:
        left -= into
        begins -= ONE_DAY
        while not is_working_day(begins.date()):
            begins -= ONE_DAY
        into = ONE_DAY
    return begins + (into - left)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays()


@cache
def bank_holidays() -> HolidayBase:
    """England's, as proclaimed up to the date of the library, and as the law has them for the years after."""
    return country_holidays("GB", subdiv="ENG")


def _so_many(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
