"""What a cell of an old book tells: a day as well as it is known, or something on record by what it is called."""

from collections.abc import Callable
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields

from registry.answers import FIRST_DAY, LAST_DAY, NO_SUCH_DAY
from registry.openings import naming
from registry.openings.reckoning import Reckoned, reckoned

NO_DAY = (
    "Write a day, such as 2009-05-12 or 12 May 2009, or what the old book says of it: May 2009, 2009, about 2009, "
    "2017-18, undated but by 31 March 2018."
)
NOT_THE_DAY = "Write the day itself, such as 2009-05-12 or 12 May 2009; leave it empty if it is not on file."
NO_RANGES = "Write the numbers of the shares, such as 1-10 or 1-10; 21-30."


class Day(fields.Field[Reckoned]):
    """A day as well as it is known."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> Reckoned:
        return read_day(value, NO_DAY)


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
    except ValueError:
        raise ValidationError(otherwise) from None
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


class Ranges(fields.Field[list[tuple[int, int]]]):
    """Numbers of shares: 1-10; 21-30."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[tuple[int, int]]:
        found = []
        for told in str(value).replace("–", "-").split(";"):
            first, _dash, last = (each.strip() for each in told.partition("-"))
            if not (first.isdecimal() and (last or first).isdecimal() and len(first + last) <= 18):
                raise ValidationError(NO_RANGES)
            found.append((int(first), int(last or first)))
        if any(first < 1 or last < first for first, last in found):
            raise ValidationError(NO_RANGES)
        return found
