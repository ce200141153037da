"""The clock and the dice: what time it is, and values that no two things share."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
TICK = timedelta(microseconds=1)
"""The least that the clock tells apart."""
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Told:
    """A time that was told rather than read, with dice that fall the same way every time."""

    at: datetime
    dice: Random = field(default_factory=lambda: Random(0))


_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def telling(at: datetime, seed: int = 0) -> Iterator[Told]:
    """Within, it is `at` (set `.at` to move on), and refs and salts follow from `seed`."""
    token = _told.set(told := Told(at, Random(seed)))
    try:
        yield told
    finally:
        _told.reset(token)


def now() -> datetime:
    """This instant, in UTC, to the microsecond."""
    return told.at if (told := _told.get()) else datetime.now(UTC)


def at(day: date, shown: str) -> datetime:
    """The instant at which the clocks of London show a time, as HH:MM, on a day."""
    return datetime.combine(day, time.fromisoformat(shown), LONDON)


def today() -> date:
    """The civil day in London."""
    return civil_day(now())


def civil_day(instant: datetime) -> date:
    """The day an instant falls on in London."""
    return instant.astimezone(LONDON).date()


def chance(size: int) -> bytes:
    """`size` bytes that nobody could foretell."""
    return told.dice.randbytes(size) if (told := _told.get()) else secrets.token_bytes(size)


def new_ref() -> str:
    """A ULID: 48 bits of milliseconds, 80 of chance, in 26 letters that sort by time."""
    number = int(now().timestamp() * 1000) << 80 | int.from_bytes(chance(10))
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
