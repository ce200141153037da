"""The bodies of a day as a chart: each to the right of the body that it answers to, under the heading of its root.

All lengths are in the chart’s own units, of which the page makes points or pixels.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from registry.structure.models import GROUPINGS, HEADINGS
from registry.structure.picture import BASELINE, INDENT, shortened

Line = dict[str, Any]

OWN = "The company and its bodies"
BOX, BETWEEN = 270, 60
HEIGHT, GAP, HEAD = 22, 5, 26
LETTERS_TO_A_BOX = 40


@dataclass
class Drawing:
    children: dict[str, list[Line]]
    boxes: list[Line] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    bottom: int = 0


def draw(bodies: Sequence[Line]) -> Line:
    """The chart in plain values; `bodies` are in the order of their kinds and names."""
    there = {body["ref"] for body in bodies}
    children: dict[str, list[Line]] = defaultdict(list)
    for body in bodies:
        children[body["parent_ref"] if body["parent_ref"] in there else ""].append(body)
    drawing = Drawing(children)
    for heading, roots in groupby(children[""], key=lambda body: HEADINGS.get(body["kind"], OWN)):
        drawing.titles.append({"text": heading, "y": drawing.bottom + BASELINE + 6})
        drawing.bottom += HEAD
        for root in roots:
            _place(drawing, root, depth=0)
    width = max((box["x"] + BOX for box in drawing.boxes), default=0)
    return {"width": width, "height": drawing.bottom} | {
        name: getattr(drawing, name) for name in ("boxes", "lines", "titles")
    }


def _place(drawing: Drawing, body: Line, depth: int) -> int:
    """Put a body in its place and all below it to its right; tells how high it stands."""
    left, top = depth * (BOX + BETWEEN), drawing.bottom
    drawing.boxes.append(_box(body, left, top))
    below = drawing.children[body["ref"]]
    for child in below:
        there = _place(drawing, child, depth + 1)
        drawing.lines.append(_elbow(left + BOX, top + HEIGHT // 2, there + HEIGHT // 2))
    if not below:
        drawing.bottom += HEIGHT + GAP
    return top


def _box(body: Line, left: int, top: int) -> Line:
    count = f" ({body['practices']})" if body["kind"] in GROUPINGS else ""
    text = f"{shortened(body['name'], LETTERS_TO_A_BOX - len(count))}{count}"
    box = {"x": left, "y": top, "width": BOX, "height": HEIGHT}
    return box | {"text_x": left + INDENT, "text_y": top + BASELINE + 5, "text": text}


def _elbow(left: int, start: int, end: int) -> str:
    return f"M{left} {start}H{left + BETWEEN // 2}V{end}H{left + BETWEEN}"
