from collections.abc import Sequence
from itertools import accumulate

MINUTES_OF_A_DAY = 24 * 60


def starts(begins: str, wanted: Sequence[int | None]) -> list[str]:
    """The clock time at which each item begins, by the minutes that each wants; "" after one that does not say."""
    hour, minute = map(int, begins.split(":"))
    known = next((place for place, minutes in enumerate(wanted) if minutes is None), len(wanted))
    times = accumulate((minutes or 0 for minutes in wanted[:known]), initial=60 * hour + minute)
    clock = [f"{time % MINUTES_OF_A_DAY // 60:02}:{time % 60:02}" for time in times]
    return [*clock, *[""] * len(wanted)][: len(wanted)]
