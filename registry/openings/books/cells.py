"""What a cell of an old book tells: a day as well as it is known, or something on record by what it is called."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields
from marshmallow.validate import OneOf

from registry import clock
from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.openings import naming
from registry.reckoning import LONG_AGO, Reckoned, reckoned

NO_DAY = (
    "Write a day, such as 2009-05-12 or 12 May 2009, or what the old book says of it: May 2009, 2009, about 2009, "
    "2017/18, undated but by 31 March 2018."
)
NOT_ON_FILE = ("not on file", "not known", "unknown")
NOT_THE_DAY = "Write the day itself, such as 2009-05-12 or 12 May 2009; leave it empty if it is not on file."
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
HIGHEST_NUMBER = 1_000_000_000
NO_RANGES = "Write the numbers of the shares, such as 1-10 or 1-10; 21-30."


class Day(fields.Field[Reckoned]):
    """A day as well as it is known."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Reckoned:
        return read_day(value, NO_DAY)


class End(Day):
    """The first day no longer, as well as it is known; “not on file”, of what has ended nobody knows when."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Reckoned:
        if str(value).casefold() in NOT_ON_FILE:
            return Reckoned(clock.today(), "on a day not on file", LONG_AGO)
        return super()._deserialize(value, attr, data, **more)


class ExactDay(fields.Field[date]):
    """A day that is certain, or nothing."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> date:
        told = read_day(value, NOT_THE_DAY)
        if told.words:
            raise ValidationError(NOT_THE_DAY)
        return told.day


def read_day(value: Any, otherwise: str) -> Reckoned:
    try:
        told = reckoned(str(value))
    except ValueError as odd:
        why = f"{odd} " if str(odd).endswith((".", ". ")) else ""
        raise ValidationError(f"{why}{otherwise}") from None
    if not FIRST_DAY <= told.day <= LAST_DAY:
        raise ValidationError(NO_SUCH_DAY)
    return told


class Called(fields.Field[Any]):
    """Something on record, by what people or the old books call it."""

    def __init__(self, finds: Callable[[str], Any], **more: Any) -> None:
        super().__init__(**more)
        self.finds = finds

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Any:
        try:
            return self.finds(str(value))
        except naming.NotOne as none:
            raise ValidationError(str(none)) from None


class Whole(fields.Integer):
    """A whole number, also as spreadsheets write it: 1,000."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> Any:
        text = str(value)
        return super()._deserialize(text.replace(",", "") if THOUSANDS.fullmatch(text) else text, attr, data, **more)


class Choice(fields.String):
    """One of a few words, in whatever case."""

    def __init__(self, words: Sequence[str], **more: Any) -> None:
        super().__init__(validate=OneOf(words, error=f"Write one of: {', '.join(words)}."), **more)
        self.words = {word.casefold(): word for word in words}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **more: Any) -> str:
        text = str(super()._deserialize(value, attr, data, **more))
        return self.words.get(text.casefold(), text)


class Ranges(fields.Field[list[tuple[int, int]]]):
    """Numbers of shares: 1-10; 21-30."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[tuple[int, int]]:
        found = []
        for told in str(value).replace("–", "-").replace(" to ", "-").split(";"):
            first, _dash, last = (each.strip() for each in told.partition("-"))
            if not (first.isdecimal() and (last or first).isdecimal() and len(first + last) <= 18):
                raise ValidationError(NO_RANGES)
            found.append((int(first), int(last or first)))
        if any(not 1 <= first <= last <= HIGHEST_NUMBER for first, last in found):
            raise ValidationError(NO_RANGES)
        return found
