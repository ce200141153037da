"""Who served when, as a picture: a row for each seat, or for each person, and along it a bar for each turn.

All lengths are in the picture’s own units, of which the page makes points or pixels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

LABELS, WIDTH, RIGHT = 270, 560, 10
ROW, BAR, HEAD = 26, 16, 24
LETTERS_TO_A_LABEL, UNITS_TO_A_LETTER = 52, 6.2
MOST_YEARS_NAMED = 12


@dataclass(frozen=True)
class Bar:
    """One turn: whose, or in which seat, from its first day up to `until`, which is None while it goes on."""

    text: str
    since: date
    until: date | None
    lighter: bool = False


@dataclass(frozen=True)
class ChartRow:
    label: str
    bars: Sequence[Bar]


def draw(rows: Sequence[ChartRow], day: date) -> dict[str, Any]:
    """The picture in plain values, from the first day of any row up to a day."""
    starts = [bar.since for row in rows for bar in row.bars if bar.since <= day]
    first = date(min(starts, default=day).year, 1, 1)
    scale = WIDTH / max(1, (day - first).days)

    def place(when: date) -> float:
        return round(LABELS + min(max((when - first).days, 0) * scale, WIDTH), 1)

    return {
        "width": LABELS + WIDTH + RIGHT,
        "height": HEAD + len(rows) * ROW + 4,
        "years": [{"x": place(date(year, 1, 1)), "text": str(year)} for year in _years(first, day)],
        "right": LABELS + WIDTH,
        "rows": [_row(number, row, place, day) for number, row in enumerate(rows)],
    }


def _years(first: date, day: date) -> Iterable[int]:
    step = -(-(day.year - first.year + 1) // MOST_YEARS_NAMED)
    return range(first.year, day.year + 1, step)


def _row(number: int, row: ChartRow, place: Any, day: date) -> dict[str, Any]:
    top = HEAD + number * ROW
    label = row.label if len(row.label) <= LETTERS_TO_A_LABEL else f"{row.label[: LETTERS_TO_A_LABEL - 1]}…"
    bars = [_bar(bar, top, place, day) for bar in row.bars if bar.since <= day]
    return {"label": label, "baseline": top + BAR - 4, "bars": bars}


def _bar(bar: Bar, top: int, place: Any, day: date) -> dict[str, Any]:
    left, right = place(bar.since), place(min(bar.until or day, day))
    width = round(max(right - left, 1.5), 1)
    room = int((width - 6) // UNITS_TO_A_LETTER)
    text = bar.text if len(bar.text) <= room else f"{bar.text[: room - 1]}…" if room > 3 else ""
    return {"x": left, "y": top, "width": width, "height": BAR, "text": text, "whole": bar.text, "lighter": bar.lighter}
