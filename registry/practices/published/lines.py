"""One line of a published file: what its cells may hold, and how to say what they hold wrongly."""

import re
from collections.abc import Hashable
from datetime import date, datetime
from functools import lru_cache

from registry.practices.published.problems import Problems

PRACTICE_CODE = re.compile(r"[A-Z][0-9]{5}")
NETWORK_CODE = re.compile(r"U[0-9]{5}")
ANY_CODE = re.compile(r"[A-Z0-9]{3,8}")
MOST_SHOWN_CHARACTERS = 30


class Line:
    """A line that is being read; what is wrong with it is noted and the reading goes on."""

    def __init__(self, number: int, problems: Problems, *, sheet: str | None = None) -> None:
        self.number = number
        self._problems = problems
        self._kind = "row" if sheet else "line"
        self._where = f"Row {number} of {sheet}" if sheet else f"Line {number}"

    def wrong(self, what: str) -> None:
        self._problems.note(self.number, f"{self._where}: {what}")

    def odd(self, what: str) -> None:
        """As `wrong`, where the line itself is the subject of the sentence."""
        self._problems.note(self.number, f"{self._where} {what}")

    def once(self, key: Hashable, first_seen: dict, *, called: str) -> None:
        """`first_seen` remembers, for the whole file, where each key was first met."""
        before = first_seen.setdefault(key, self.number)
        if before != self.number:
            self.wrong(f"{called} is on {self._kind} {before} already")

    def required(self, text: str, *, called: str) -> str:
        if not text:
            self.wrong(f"the {called} is missing")
        return text

    def practice_code(self, text: str) -> str:
        # A network's code has the form of a practice's too, so it is looked for first.
        if NETWORK_CODE.fullmatch(text):
            self.wrong(f"{text} is the code of a primary care network, not of a practice")
        elif not PRACTICE_CODE.fullmatch(text):
            self.wrong(f"practice code {shown(text)} should be a capital letter and five digits, like C82001")
        return text

    def other_code(self, text: str) -> str:
        """The code of an organisation that is no GP practice; these have no one form."""
        if not ANY_CODE.fullmatch(text):
            self.wrong(f"code {shown(text)} should be three to eight capital letters and digits")
        return text

    def network_code(self, text: str) -> str:
        if not NETWORK_CODE.fullmatch(text):
            self.wrong(f"network code {shown(text)} should be U and five digits, like U09521")
        return text

    def day(self, cell: object, *, called: str) -> date | None:
        """The date in a cell; an empty cell has none."""
        if isinstance(cell, datetime):
            return cell.date()
        text = written(cell)
        found = day_of(text)
        if text and found is None:
            self.wrong(f"{called} {shown(text)} is not a date; write YYYYMMDD")
        return found

    def in_order(self, first: date | None, last: date | None, *, says: str) -> None:
        """`says` tells what it means that `last`, a last day, is before `first`."""
        if first and last and last < first:
            self.wrong(says.format(first=first.strftime("%Y%m%d"), last=last.strftime("%Y%m%d")))


def written(cell: object) -> str:
    """A cell as it would be written by hand; a workbook may hold 20191001 as a number."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def columns(count: int) -> str:
    return "1 column" if count == 1 else f"{count} columns"


def shown(text: str) -> str:
    """A cell quoted back, no longer than a sentence can bear."""
    if not text:
        return "(empty)"
    return text if len(text) <= MOST_SHOWN_CHARACTERS else f"{text[:MOST_SHOWN_CHARACTERS]}…"


# A national file has 12,000 lines and few different dates.
@lru_cache(maxsize=20_000)
def day_of(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{8}", text):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
