"""How values are worded, on screens and on paper alike."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from registry.clock import LONDON

NOTHING = "–"
DATE = re.compile(r"\d{4}-\d\d-\d\d")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


ONES = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SIZES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))


def worded(value: Any, *, numeric: bool = False) -> str:
    """Any plain value in words. Only a count takes commas: an entry number or a year does not."""
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return "Yes" if value else "No"
        case int() if numeric:
            return f"{value:,}".replace("-", "−")
        case list() | tuple():
            told = [worded(each, numeric=numeric) for each in value]
            has_marks = any(mark in each for each in told for mark in (", ", ": "))
            return ("; " if has_marks else ", ").join(told)
        case dict():
            return worded([each for each in value.values() if each is not None])
        case _:
            return _worded_time(value) if is_a_time(value) else str(value)


def is_a_time(value: Any) -> bool:
    """Whether it is a date or an instant, also one that a schema has told as ISO text."""
    if isinstance(value, str):
        return bool(DATE.fullmatch(value) or INSTANT.fullmatch(value))
    return isinstance(value, date)


def _worded_time(value: date | str) -> str:
    if isinstance(value, datetime) or isinstance(value, str) and "T" in value:
        return instant(value)
    return day(value)


@lru_cache(maxsize=4_096)
def day(value: date | str | None) -> str:
    """1 April 2022."""
    if not value:
        return NOTHING
    on = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{on.day} {on:%B %Y}"


def instant(value: datetime | str | None) -> str:
    """2 May 2022 at 10:00, as the clocks stood in London."""
    if not value:
        return NOTHING
    here = _in_london(value)
    return f"{day(here.date())} at {here:%H:%M}"


def to_the_second(value: datetime | str | None) -> str:
    """London time as a browser's own field for it takes it.

    Never before the moment itself: rounding down would lose the entry that a link was made to show.
    """
    if not value:
        return ""
    here = _in_london(value)
    whole = here.replace(microsecond=0)
    return f"{whole + timedelta(seconds=whole != here):%Y-%m-%dT%H:%M:%S}"


def pounds(pence: int | str | None) -> str:
    """£1,234.56, from whole pence, or from the amount as a schema has told it: 1234.56."""
    if pence is None:
        return NOTHING
    if isinstance(pence, str):
        pence = int(pence.replace(".", ""))
    whole, rest = divmod(abs(pence), 100)
    return f"{'−' if pence < 0 else ''}£{whole:,}.{rest:02}"


def spelt(number: int) -> str:
    """One hundred and five: a whole number up to a billion, as an instrument or a certificate writes it out."""
    said = _spelt(number)
    return said[:1].upper() + said[1:]


def _spelt(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    size, word = next((size, word) for size, word in SIZES if number >= size)
    many, rest = divmod(number, size)
    if not rest:
        return f"{_spelt(many)} {word}"
    return f"{_spelt(many)} {word}{' and' if rest < 100 else ','} {_spelt(rest)}"


def _in_london(value: datetime | str) -> datetime:
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at.astimezone(LONDON)


def counted(number: int, one: str, many: str = "") -> str:
    """1 practice; 1,024 practices; 2 bodies, where `many` says so."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
