"""Days as well as a source tells them: “12 May 2009”, “May 2009”, “about 2009”, “undated, by 31 March 2018”."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
END_OF_THE_YEAR = (3, 31)
"""Month and day on which a year written 2017/18 ends: the NHS's, and most companies', is the financial year."""
LONG_AGO = date(1800, 1, 1)


class Reckoned(NamedTuple):
    """A day, and the words of a source that gives none: the last that they can mean, `earliest` the first."""

    day: date
    words: str
    earliest: date


def reckoned(words: str) -> Reckoned:
    """When something was; raises ValueError, saying why, if no day can be made out."""
    words = " ".join(words.split())
    told = WEEKDAY.sub("", MIDNIGHT.sub("", words))
    for pattern, exact in CERTAIN:
        if found := pattern.fullmatch(told):
            day = exact(found)
            return Reckoned(day, "", day)
    if found := BEFORE.fullmatch(told):
        return Reckoned(_within(found["when"])[0] - timedelta(days=1), words, LONG_AGO)
    if found := ROUGHLY.match(told):
        first, last = _within(told[found.end() :])
        is_bound = BY.search(found[0]) is not None
        return Reckoned(last, words, LONG_AGO if is_bound else first)
    first, last = _within(told)
    return Reckoned(last, words, first)


def drawn(day: date, words: str, *, by: date) -> date:
    """The last day that words can mean, once it is known that it was by another: that other, if they can mean it."""
    return by if words and by < day and reckoned(words).earliest <= by else day


def _within(told: str) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year."""
    for pattern, exact in CERTAIN:
        if found := pattern.fullmatch(told):
            return exact(found), exact(found)
    for pattern, both in UNCERTAIN:
        if found := pattern.fullmatch(told):
            return both(found)
    if SHORT_YEAR.fullmatch(told):
        raise ValueError("Write the year in four figures.")
    raise ValueError("")


def _in_figures(told: re.Match[str]) -> date:
    return date(int(told["year"]), int(told["month"]), int(told["day"]))


def _in_words(told: re.Match[str]) -> date:
    return date(int(told["year"]), _month(told["month"]), int(told["day"]))


def _of_month(told: re.Match[str]) -> tuple[date, date]:
    year, month = int(told["year"]), _month(told["month"])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _of_year(told: re.Match[str]) -> tuple[date, date]:
    return date(int(told["year"]), 1, 1), date(int(told["year"]), 12, 31)


def _of_two_years(told: re.Match[str]) -> tuple[date, date]:
    """From 1 April to 31 March. With a hyphen, 2009-10 may as well be a month, and says neither."""
    year = int(told["year"])
    if (year + 1) % 100 != int(told["next"]) % 100:
        raise ValueError("")
    if told["between"] == "-" and len(told["next"]) == 2 and 1 <= int(told["next"]) <= 12:
        raise ValueError(f"“{told[0]}” may be a month or two years: write it as October 2009 or as 2009/10.")
    return date(year, 4, 1), date(year + 1, *END_OF_THE_YEAR)


def _month(word: str) -> int:
    found = [number for number, month in enumerate(MONTHS, start=1) if month.startswith(word.casefold())]
    if len(found) != 1:
        raise ValueError("")
    return found[0]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


Exact = tuple[re.Pattern[str], Callable[[re.Match[str]], date]]
Both = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[date, date]]]

YEAR, MONTH, DAY = r"(?P<year>\d{4})", r"(?P<month>[a-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
CERTAIN: tuple[Exact, ...] = (
    (_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"), _in_figures),
    (_pattern(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"), _in_figures),
    (_pattern(f"{DAY}(?: | of |-){MONTH}[ -]{YEAR}"), _in_words),
)
UNCERTAIN: tuple[Both, ...] = (
    (_pattern(f"{MONTH}[ -]{YEAR}"), _of_month),
    (_pattern(YEAR), _of_year),
    (_pattern(YEAR + r"\s?(?P<between>[-–/])\s?(?P<next>\d{2}|\d{4})"), _of_two_years),
)
SHORT_YEAR = _pattern(r"\d{1,2}(?:[/.-]\d{1,2}|[ -][a-z]{3,9})[/. -]\d{2}")
WEEKDAY = _pattern(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ")
MIDNIGHT = _pattern(r"[ T]00:00(?::00)?$")
BEFORE = _pattern(r"(?:undated,? )?before (?P<when>.+)")
BY = _pattern(r"\b(?:by|until)\b")
ROUGHLY = _pattern(
    r"(?:(?:undated|not dated)[,;]? (?:but )?)?"
    r"(?:(?:by|until|about|circa|around|c\.?|in|during|early|late|early in|late in|at the end of|the end of|"
    r"in the course of|over the course of|the course of|some time in) )+"
)
