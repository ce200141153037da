"""The certificates of an account, which a room after this one keeps, as the register names them beside it."""

from collections.abc import Callable, Sequence
from datetime import date

Numbers = dict[str, list[str]]

CERTIFIED: list[Callable[[Sequence[str], date], Numbers]] = []


def certificates_of(refs: Sequence[str], on: date) -> Numbers:
    """The numbers of the certificates that are live on a day, by the ref of their account."""
    found: Numbers = {}
    for told in CERTIFIED:
        found |= told(refs, on)
    return found
