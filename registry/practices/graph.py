"""A practice’s list sizes as a graph: patients upwards from none, years from left to right, a point for each count.

All lengths are in the graph’s own units, of which the page makes points or pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.practices.models import REGISTERED_PATIENTS
from registry.wording import day

WIDTH, HEIGHT = 640, 270
LEFT, RIGHT, TOP, FLOOR = 62, 612, 34, 220
ABOVE, BELOW = 10, 19
"""How far from its point a number stands."""
FIGURE = 7.5
"""How wide a figure is."""
MOST_LEVELS, MOST_YEARS = 5, 10


@dataclass(frozen=True)
class Count:
    """How many patients were registered on a day, by whose count."""

    on: date
    patients: int
    source: str


@dataclass(frozen=True)
class Scale:
    """Where a day and a number of patients stand."""

    first: date
    last: date
    most: int

    def x(self, on: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (on - self.first).days / (self.last - self.first).days, 1)

    def y(self, patients: int) -> float:
        return round(FLOOR - (FLOOR - TOP) * patients / self.most, 1)


def draw(counts: Sequence[Count]) -> dict[str, Any]:
    """The graph in plain values; nothing, of fewer than two counts, which show no course."""
    if len(counts) < 2:
        return {}
    told = sorted(counts, key=lambda count: count.on)
    step = _step(max(count.patients for count in told))
    scale = Scale(date(told[0].on.year, 1, 1), _end(told[-1].on), step * _levels(told, step))
    points = [_point(count, scale) for count in told]
    return {
        "label": f"Patients from {day(told[0].on)} to {day(told[-1].on)}; the table below says the same in words",
        "levels": [{"y": scale.y(n), "text": f"{n:,}"} for n in range(0, scale.most + 1, step)],
        "years": _years(scale),
        "path": "M" + "L".join(f"{point['x']:g} {point['y']:g}" for point in points),
        "points": points,
        "numbers": [_number(points[0], points[1], told[0], "start"), _number(points[-1], points[-2], told[-1], "end")],
        "others": any(not point["published"] for point in points),
    }


def _step(most: int) -> int:
    """How far the levels stand apart: 1, 2 or 5, or ten times as much, and so on."""
    steps = (digit * 10**power for power in range(12) for digit in (1, 2, 5))
    return next(step for step in steps if most <= step * MOST_LEVELS)


def _levels(counts: Sequence[Count], step: int) -> int:
    """How many levels the largest count reaches up to, and one where there is nobody."""
    return max(1, -(-max(count.patients for count in counts) // step))


def _end(last: date) -> date:
    """The years are drawn whole."""
    return last if (last.month, last.day) == (1, 1) else date(last.year + 1, 1, 1)


def _years(scale: Scale) -> list[dict[str, Any]]:
    first, last = scale.first.year, scale.last.year
    step = -(-(last - first) // MOST_YEARS)
    return [{"x": scale.x(date(year, 1, 1)), "text": str(year)} for year in range(first, last + 1, step)]


def _point(count: Count, scale: Scale) -> dict[str, Any]:
    title = f"{day(count.on)}: {count.patients:,} patients. {count.source}"
    published = count.source == REGISTERED_PATIENTS
    return {"x": scale.x(count.on), "y": scale.y(count.patients), "title": title, "published": published}


def _number(point: dict[str, Any], beside: dict[str, Any], count: Count, anchor: str) -> dict[str, Any]:
    """A count in figures, on that side of its point where the line does not pass."""
    below = beside["y"] < point["y"] and point["y"] + BELOW < FLOOR
    y = round(point["y"] + (BELOW if below else -ABOVE), 1)
    text = f"{count.patients:,}"
    width = FIGURE * len(text)
    left = point["x"] if anchor == "start" else point["x"] - width
    return {"x": point["x"], "y": y, "anchor": anchor, "text": text, "left": round(left, 1), "width": width}
