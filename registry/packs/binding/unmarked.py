"""An uploaded page without marks of its own: in a pack the whole page is one figure, and its tags lead nowhere.

What is marked as part of a layer stays so, lest something hidden be seen.
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object

BEGINS, ENDS, POINTS = {"BMC", "BDC"}, "EMC", {"MP", "DP"}
LAYER = Name.OC
MARKS = re.compile(rb"\b(BMC|BDC|MP|DP)\b")


def unmark(drawing: Object) -> None:
    """Take the marks out of a drawing that the book has, and out of every drawing that it is made of."""
    _unmark(drawing, set())


def _unmark(drawing: Any, done: set[tuple[int, int]]) -> None:
    if drawing.objgen in done:
        return
    done.add(drawing.objgen)
    if MARKS.search(drawing.read_bytes()):
        drawing.write(pikepdf.unparse_content_stream(list(_kept(pikepdf.parse_content_stream(drawing)))))
    for key in (Name.StructParents, Name.StructParent):
        if key in drawing:
            del drawing[key]
    for inner in drawing.get(Name.Resources, Dictionary()).get(Name.XObject, Dictionary()).values():
        if inner.get(Name.Subtype) == Name.Form:
            _unmark(inner, done)


def _kept(instructions: Any) -> Iterator[Any]:
    """Every instruction but marks; each end goes the way of what it ends."""
    opened: list[bool] = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in BEGINS:
            opened.append(instruction.operands[0] == LAYER)
            stays = opened[-1]
        elif operator == ENDS:
            stays = opened.pop() if opened else False
        else:
            stays = operator not in POINTS
        if stays:
            yield instruction
