"""Days as well as the old books tell them: “12 May 2009”, “May 2009”, “about 2009”, “undated, by 31 March 2018”."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
END_OF_THE_YEAR = (3, 31)
"""Month and day on which a year written 2017-18 ends: the NHS's, and most companies', is the financial year."""


class Reckoned(NamedTuple):
    """A day, and the words of a source that gives none; then it is the last day that they can mean."""

    day: date
    words: str


def reckoned(words: str) -> Reckoned:
    """When something was; raises ValueError if no day can be made out."""
    words = " ".join(words.split())
    for pattern, exact in CERTAIN:
        if told := pattern.fullmatch(words):
            return Reckoned(exact(told), "")
    if told := ROUGHLY.fullmatch(words):
        return Reckoned(reckoned(told["when"]).day, words)
    for pattern, last in UNCERTAIN:
        if told := pattern.fullmatch(words):
            return Reckoned(last(told), words)
    raise ValueError(f"“{words}” names no day")


def _in_figures(told: re.Match[str]) -> date:
    return date(int(told["year"]), int(told["month"]), int(told["day"]))


def _in_words(told: re.Match[str]) -> date:
    return date(int(told["year"]), _month(told["month"]), int(told["day"]))


def _end_of_month(told: re.Match[str]) -> date:
    year, month = int(told["year"]), _month(told["month"])
    return date(year, month, monthrange(year, month)[1])


def _end_of_year(told: re.Match[str]) -> date:
    return date(int(told["year"]), 12, 31)


def _end_of_financial_year(told: re.Match[str]) -> date:
    year = int(told["year"]) + 1
    if year % 100 != int(told["next"]) % 100:
        raise ValueError("the second year of two follows the first")
    return date(year, *END_OF_THE_YEAR)


def _month(word: str) -> int:
    found = [number for number, month in enumerate(MONTHS, start=1) if month.startswith(word.casefold())]
    if len(found) != 1:
        raise ValueError(f"“{word}” is no month")
    return found[0]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


Reading = tuple[re.Pattern[str], Callable[[re.Match[str]], date]]

YEAR, MONTH, DAY = r"(?P<year>\d{4})", r"(?P<month>[a-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
CERTAIN: tuple[Reading, ...] = (
    (_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"), _in_figures),
    (_pattern(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})"), _in_figures),
    (_pattern(f"{DAY} {MONTH} {YEAR}"), _in_words),
)
UNCERTAIN: tuple[Reading, ...] = (
    (_pattern(f"{MONTH} {YEAR}"), _end_of_month),
    (_pattern(YEAR), _end_of_year),
    (_pattern(YEAR + r"\s?[-–/]\s?(?P<next>\d{2}|\d{4})"), _end_of_financial_year),
)
ROUGHLY = _pattern(r"(?:.*\b(?:by|about|circa|around|in|during|of|early|late)|c\.?) (?P<when>.+)")
