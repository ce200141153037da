"""Where in a draft a box is, and what stands in it, in words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from marshmallow.fields import Date

from registry.answers import join_boxes
from registry.drafts.merging import LINE, lines_in
from registry.drafts.models import Boxes
from registry.forms import Lines, label
from registry.terms.schemas import WordsForm

DATE_BOX = re.compile(r"-(day|month|year)$")


@cache
def _form() -> WordsForm:
    return WordsForm()


def is_asked(box: str) -> bool:
    """Whether the page on which terms are written has a box of that name."""
    fields = _form().fields
    if line := LINE.fullmatch(box):
        group = fields.get(line["name"])
        return isinstance(group, Lines) and line["inner"] in group.form().fields
    stem = DATE_BOX.sub("", box)
    return isinstance(fields.get(stem), Date) if stem != box else box in fields and not isinstance(fields[box], Lines)


def in_words(box: str) -> str:
    """Sections, line 3: text."""
    fields = _form().fields
    if line := LINE.fullmatch(box):
        group = fields[line["name"]]
        inner = label(group.form().fields[line["inner"]])  # type: ignore[attr-defined]
        return f"{label(group)}, line {int(line['place']) + 1}: {inner.lower()}"
    return label(fields[DATE_BOX.sub("", box)])


def shown(box: str, text: str) -> str:
    """What stands in a box as a reader sees it: of a choice, its words."""
    return next((each["text"] for each in _options(box) if each["value"] == text), text)


def _options(box: str) -> list[dict[str, str]]:
    if (line := LINE.fullmatch(box)) is None:
        return []
    columns = next(each["columns"] for each in _form().questions() if each["name"] == line["name"])
    return next((column["options"] for column in columns if column["name"] == line["inner"]), [])


def joined(boxes: Boxes) -> dict[str, Any]:
    """What stands in the boxes, as a program would have sent it."""
    return join_boxes(boxes, _form().fields)


def sentences(problems: dict[str, Any], boxes: Boxes) -> list[str]:
    """What is wrong with what stands in the boxes, each with where it is."""
    return [_at(path, sentence, boxes) for path, sentence in _told(problems, ())]


def _told(problems: dict[Any, Any], before: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, said in problems.items():
        if isinstance(said, dict):
            yield from _told(said, (*before, str(name)))
        else:
            yield from (((*before, str(name)), sentence) for sentence in said)


def _at(path: tuple[str, ...], sentence: str, boxes: Boxes) -> str:
    """A sentence with its box in front, unless it begins with that; lines left blank are counted like the others."""
    name, *rest = path
    if rest and rest[0].isdecimal():
        places = list(lines_in(name, boxes))
        rest[0] = str(places[int(rest[0])]) if int(rest[0]) < len(places) else rest[0]
    box = "-".join((name, *rest))
    if not is_asked(box):
        return sentence
    where = in_words(box)
    return sentence if sentence.startswith(f"{where}: ") else f"{where}: {sentence}"
