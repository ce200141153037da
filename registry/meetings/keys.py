"""Attendance as a secretary keys it in during a meeting: P L3 R5, present but for items 3 and 4.

P is present, A absent, E apologies; L3, left before item 3; R5@14:35, returned for item 5, at 14:35. P4 is present for
item 4 alone, and so are A4 and E4. Pure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from registry.meetings.models import ABSENT, APOLOGIES, LEFT, PRESENT, RETURNED

KEYS = {"P": PRESENT, "A": ABSENT, "E": APOLOGIES, "L": LEFT, "R": RETURNED}
LETTERS = {mark: key for key, mark in KEYS.items()}
UNREADABLE = "“{key}” is no key: write P, A or E, then what differs by the number of the item, such as P L3 R5@14:35."

_KEY = re.compile(r"(?P<key>[PAELR])(?P<item>\d{0,3})(?:@(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d))?", re.I)


class Key(NamedTuple):
    """A mark, of the item of that number or (None) of the meeting as a whole; `at` is when, as HH:MM, or empty."""

    mark: str
    item: int | None = None
    at: str = ""


def read(text: str) -> list[Key]:
    """The keys of a line; raises ValueError for what is none. A mark in words stands for its key."""
    typed = text.strip()
    return [_read(key) for key in re.split(r"[\s,;]+", LETTERS.get(typed.casefold(), typed))]


def _read(key: str) -> Key:
    if (found := _KEY.fullmatch(key)) is None:
        raise ValueError(UNREADABLE.format(key=key))
    at = f"{int(found['hour']):02}:{found['minute']}" if found["hour"] else ""
    return Key(KEYS[found["key"].upper()], int(found["item"]) if found["item"] else None, at)


def item_by_item(keys: Sequence[Key], numbers: Sequence[int]) -> Iterator[Key]:
    """A mark for the meeting as a whole, and one for each item, of these numbers in order, at which it differed.

    Who left is marked so for every item until she returned.
    """
    yield from (key for key in keys if key.item is None)
    told, away = {key.item: key for key in keys if key.item is not None}, False
    for number in numbers:
        if (key := told.get(number)) is not None:
            away = key.mark == LEFT or (away and key.mark != RETURNED)
            yield key
        elif away:
            yield Key(LEFT, number)


def written(keys: Mapping[int | None, Key], numbers: Sequence[int]) -> str:
    """The marks of one person, by the number of the item, as they would be keyed in."""
    line = [keys[None]] if None in keys else []
    away = False
    for number in numbers:
        key = keys.get(number) or (Key(RETURNED, number) if away else None)
        if key is not None and not (away and key.mark == LEFT):
            line.append(key)
        away = key is not None and key.mark == LEFT
    return " ".join(map(_write, line))


def _write(key: Key) -> str:
    return f"{LETTERS[key.mark]}{key.item or ''}{f'@{key.at}' if key.at else ''}"
