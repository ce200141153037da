"""Alterations of the register that are still to be made: rooms after this one say how many (CA 2006, s.120)."""

from collections.abc import Callable
from datetime import date

PENDING: list[Callable[[date], int]] = []


def alterations_pending(on: date) -> int:
    """How many, on a day, had been asked for and were neither made nor refused."""
    return sum(count(on) for count in PENDING)
