"""How what two people write at once becomes one draft, in which nothing that either wrote is lost. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

Lines = dict[tuple[str, str], dict[str, str]]
"""What is written in the lines of repeating questions: by the question and the line's place, box by box."""

LINE = re.compile(r"(?P<name>[a-z]+)-(?P<place>\d{1,3})-(?P<inner>[a-z_]+)")

Boxes = Mapping[str, str]


@dataclass(frozen=True)
class Merged:
    """The draft as both have written it, and what one wrote in boxes that the other had written in first."""

    boxes: dict[str, str]
    clashes: dict[str, str]


def merged(base: Boxes, theirs: Boxes, mine: Boxes) -> Merged:
    """What I send, who had seen `base`, put to `theirs`, which is there now. What I do not send I leave as it is.

    Where both have changed a box, theirs stays in it and mine is a clash; a line that both have begun in the same
    place becomes two.
    """
    boxes, clashes = dict(theirs), dict[str, str]()
    mine = _with_lines_apart(base, theirs, mine)
    for name, written in mine.items():
        before, there = base.get(name, ""), theirs.get(name, "")
        if written in (before, there):
            continue
        if there == before:
            boxes[name] = written
        elif written:
            clashes[name] = written
    return Merged({name: text for name, text in boxes.items() if text}, clashes)


def _with_lines_apart(base: Boxes, theirs: Boxes, mine: Boxes) -> Boxes:
    """My answers, those of each line that I have begun where they have begun another moved below all others."""
    old, there, here = map(_lines, (base, theirs, mine))
    moved = dict[tuple[str, str], str]()
    for name, place in sorted(here, key=lambda line: int(line[1])):
        begun_twice = (name, place) not in old and (name, place) in there
        if begun_twice and here[name, place] != there[name, place]:
            moved[name, place] = str(_next_place(name, [old, there, here], moved))
    apart = {box: text for box, text in mine.items() if _moved(box, moved) == box}
    return apart | {_moved(box, moved): text for box, text in mine.items() if _moved(box, moved) != box}


def _lines(boxes: Boxes) -> Lines:
    """The lines in which something is written."""
    found: Lines = {}
    for box, text in boxes.items():
        if text and (line := LINE.fullmatch(box)):
            found.setdefault((line["name"], line["place"]), {})[line["inner"]] = text
    return found


def _next_place(
    name: str, said: list[dict[tuple[str, str], dict[str, str]]], moved: Mapping[tuple[str, str], str]
) -> int:
    taken = [int(place) for lines in said for line, place in lines if line == name]
    return max([*taken, *(int(place) for (line, _), place in moved.items() if line == name)], default=-1) + 1


def _moved(box: str, moved: Mapping[tuple[str, str], str]) -> str:
    line = LINE.fullmatch(box)
    if line is None or (place := moved.get((line["name"], line["place"]))) is None:
        return box
    return f"{line['name']}-{place}-{line['inner']}"
