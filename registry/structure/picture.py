"""The schemes of grouping as a picture: a column for each, a line for each practice from where it was to where it is.

All lengths are in the picture’s own units, of which the page makes points or pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

BOX, BETWEEN = 204, 40
HEAD, ROW, GAP, TITLE = 20, 14, 12, 26
INDENT, BASELINE = 8, 10
LETTERS_TO_A_LINE, LETTERS_TO_A_HEAD = 30, 22
IN_NONE = "In none of them"
NONE_ON_RECORD = "No practice on record"

Practice = tuple[str, str]
"""A practice’s code, and its name."""


@dataclass(frozen=True)
class Group:
    """A body, and the practices in it."""

    name: str
    practices: Sequence[Practice]
    is_none: bool = False


@dataclass(frozen=True)
class Column:
    """A scheme, and the bodies of it."""

    title: str
    groups: Sequence[Group]


@dataclass
class Drawing:
    boxes: list[dict[str, Any]] = field(default_factory=list)
    titles: list[dict[str, Any]] = field(default_factory=list)
    ends: list[dict[str, float]] = field(default_factory=list)
    height: int = TITLE


def draw(columns: Sequence[Column]) -> dict[str, Any]:
    """The picture in plain values: titles, boxes with their rows, and the lines between them."""
    everyone = sorted({practice for column in columns for group in column.groups for practice in group.practices})
    drawing = Drawing()
    place: dict[str, float] = {}
    for number, column in enumerate(columns):
        groups = _in_order(_with_the_rest(column, everyone), place)
        place = _stack(drawing, column.title, groups, left=number * (BOX + BETWEEN))
    return {
        "width": max(0, len(columns) * (BOX + BETWEEN) - BETWEEN),
        "height": drawing.height,
        "titles": drawing.titles,
        "boxes": drawing.boxes,
        "lines": _lines(drawing.ends, dict(everyone)),
    }


def _with_the_rest(column: Column, everyone: Sequence[Practice]) -> list[Group]:
    """The groups of a column, and after them the practices that are in none, if the column groups any."""
    placed = {practice for group in column.groups for practice in group.practices}
    rest = [practice for practice in everyone if practice not in placed]
    return [*column.groups, Group(IN_NONE, rest, is_none=True)] if placed and rest else list(column.groups)


def _in_order(groups: Sequence[Group], before: dict[str, float]) -> list[Group]:
    """Each group about as high as its practices were in the column before, and each practice likewise."""

    def height(practice: Practice) -> tuple[float, str]:
        return before.get(practice[0], 0), practice[0]

    def mean(group: Group) -> tuple[bool, float]:
        heights = [before[code] for code, _ in group.practices if code in before]
        return group.is_none, sum(heights) / len(heights) if heights else 0

    ordered = [Group(group.name, sorted(group.practices, key=height), group.is_none) for group in groups]
    return sorted(ordered, key=mean)


def _stack(drawing: Drawing, title: str, groups: Sequence[Group], left: int) -> dict[str, float]:
    """Put a column’s boxes one below the other; tells how high each practice has come to stand."""
    drawing.titles.append({"x": left, "y": BASELINE + 4, "text": title})
    top = TITLE
    ends: dict[str, float] = {}
    for group in groups:
        rows: list[dict[str, Any]] = [
            {"x": left + INDENT, "y": top + HEAD + place * ROW + BASELINE, "code": code, "text": shortened(name)}
            for place, (code, name) in enumerate(group.practices)
        ]
        height = HEAD + max(1, len(rows)) * ROW + 4
        drawing.boxes.append(_box(group, rows, left=left, top=top, height=height))
        ends |= {row["code"]: row["y"] - BASELINE / 2 + 1 for row in rows if not group.is_none}
        top += height + GAP
    drawing.height = max(drawing.height, top)
    drawing.ends.append(ends)
    return ends


def _box(group: Group, rows: list[dict[str, Any]], *, left: int, top: int, height: int) -> dict[str, Any]:
    nothing = [{"x": left + INDENT, "y": top + HEAD + BASELINE, "code": "", "text": NONE_ON_RECORD}]
    count = f" ({len(rows)})" if rows else ""
    head = {"x": left + INDENT, "y": top + BASELINE + 4, "text": f"{shortened(group.name, LETTERS_TO_A_HEAD)}{count}"}
    box = {"x": left, "y": top, "width": BOX, "height": height, "head": head, "rows": rows or nothing}
    return box | {"is_none": group.is_none}


def _lines(ends: Sequence[dict[str, float]], names: dict[str, str]) -> list[dict[str, str]]:
    """A line for each practice from one column to the next in which it has a place."""
    lines = []
    for number, (here, there) in enumerate(zip(ends, ends[1:], strict=False)):
        left = number * (BOX + BETWEEN) + BOX
        for code in here.keys() & there.keys():
            path = _path(left, here[code], left + BETWEEN, there[code])
            lines.append({"code": code, "name": names[code], "d": path})
    return sorted(lines, key=lambda line: (line["d"], line["code"]))


def _path(left: float, start: float, right: float, end: float) -> str:
    middle = (left + right) / 2
    return f"M{left:g} {start:g}C{middle:g} {start:g} {middle:g} {end:g} {right:g} {end:g}"


def shortened(name: str, letters: int = LETTERS_TO_A_LINE) -> str:
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"
