"""Where in a draft a box is, and what stands in it, in words."""

import re
from functools import cache
from typing import Any

from registry.answers import join_boxes
from registry.drafts.merging import LINE
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
    return box in fields or DATE_BOX.sub("", box) in fields


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


def sentences(problems: dict[str, Any], before: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with what stands in the boxes, each with where it is."""
    found = list[str]()
    for name, said in problems.items():
        if isinstance(said, dict):
            found += sentences(said, (*before, str(name)))
        else:
            found += [_at((*before, str(name)), sentence) for sentence in said]
    return found


def _at(path: tuple[str, ...], sentence: str) -> str:
    box = "-".join(path)
    return f"{in_words(box)}: {sentence}" if is_asked(box) else sentence
