"""How what two people write at once becomes one draft, in which nothing that either wrote is lost. Pure."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

LINE = re.compile(r"(?P<name>[a-z]+)-(?P<place>0|[1-9]\d?)-(?P<inner>[a-z_]+)")
"""A box of a line of a repeating question, by the question, the line’s place, and the question asked in the line."""

Boxes = Mapping[str, str]


@dataclass(frozen=True)
class Merged:
    """The draft as both have written it, and what I wrote in boxes in which they had written something else."""

    boxes: dict[str, str]
    clashes: dict[str, str]


def merged(was: Boxes, theirs: Boxes, mine: Boxes, own: Collection[str] = ()) -> Merged:
    """What I send put to `theirs`, which is there now; `was` is what stood in each box that I send when I saw it.

    What I do not send I leave as it is. Where they have changed a box that I have changed too, theirs stays in it and
    mine is a clash. `own` are the boxes in which what is there is mine already, from a moment ago.
    """
    boxes, clashes = dict(theirs), dict[str, str]()
    for name, written in mine.items():
        before, there = was.get(name, ""), theirs.get(name, "")
        if written == there:
            continue
        if there == before or name in own:
            boxes[name] = written
        elif written != before:
            clashes[name] = written
    return Merged({name: text for name, text in boxes.items() if text}, clashes)


def line_of(box: str) -> tuple[str, str] | None:
    """The line that a box belongs to: the question, and its place."""
    line = LINE.fullmatch(box)
    return (line["name"], line["place"]) if line else None


def lines_in(name: str, boxes: Boxes) -> dict[int, dict[str, str]]:
    """The lines of a repeating question in which something is written, by their places: box by box."""
    found: dict[int, dict[str, str]] = {}
    for box, text in boxes.items():
        if text and (line := LINE.fullmatch(box)) and line["name"] == name:
            found.setdefault(int(line["place"]), {})[line["inner"]] = text
    return dict(sorted(found.items()))


def moved(box: str, place: int) -> str:
    """The same box of a line in another place."""
    line = LINE.fullmatch(box)
    return box if line is None else f"{line['name']}-{place}-{line['inner']}"
