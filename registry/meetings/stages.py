"""How far a meeting has come beyond its being held: a later room says it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from registry.meetings.models import Meeting

Line = dict[str, Any]
Tells = Callable[[Meeting, date], Iterable[Line]]

TELLING: list[Tells] = []


def hang(tells: Tells) -> None:
    """Let a room tell the stages that come after a meeting was held: each is a `stage`, and whether it is `done`."""
    if tells not in TELLING:
        TELLING.append(tells)


def further(meeting: Meeting, day: date) -> list[Line]:
    return [line for tells in TELLING for line in tells(meeting, day)]
