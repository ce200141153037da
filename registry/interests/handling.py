"""How interests are handled: the room of those who review them says it, and the register tells it."""

from collections.abc import Callable, Mapping
from datetime import date

Says = Callable[[date], Mapping[str, str]]
"""What is done about interests as at a day, in words, by the interest's ref."""

SAYING: list[Says] = []


def hang(says: Says) -> None:
    """Let a room say how interests are handled."""
    if says not in SAYING:
        SAYING.append(says)


def handled_on(day: date) -> dict[str, str]:
    """What is done about each interest, as at a day; those of which nobody says anything are not among them."""
    return {ref: words for says in SAYING for ref, words in says(day).items()}
