"""Numbers that the old books use twice: a number cites one thing, so the second of them is told apart."""

from collections.abc import Callable
from itertools import count

USED_TWICE = "The old books use the number {original} twice; this one is cited as {number}."


def remarks_on_number(original: str, number: str) -> list[str]:
    return [] if number == original else [USED_TWICE.format(original=original, number=number)]


def first_free(number: str, is_used: Callable[[str], bool]) -> str:
    """The number, if nothing has it; else 17 (2), 17 (3), and so on."""
    if not is_used(number):
        return number
    return next(told for times in count(2) if not is_used(told := f"{number} ({times})"))
