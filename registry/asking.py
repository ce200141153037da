"""What a form's page works out from its questions: which lines to draw, and what is wrong where."""

import re
from typing import Any

SPARE_LINES = 3

Question = dict[str, Any]
Place = tuple[int, int, int]


def lines(question: Question, values: dict[str, Any]) -> range:
    """The lines of a repeating group to draw: those drawn before, and some to spare after the last one used.

    More are drawn where the button for it was pressed: it is named `more` and carries the question's name.
    """
    name = question["name"]
    drawn, used = _ends(name, values)
    more = SPARE_LINES if values.get("more") == name else 0
    return range(max(drawn + more, used + SPARE_LINES))


def faults(questions: list[Question], problems: dict[str, Any]) -> list[dict[str, str | None]]:
    """Each problem's sentence with the address of the question it is about, in the order they are asked."""
    found = [(*_place(questions, name), name) for name in problems if name != "law"]
    return [
        {"text": sentence, "href": address}
        for _, address, name in sorted(found, key=lambda each: each[0])
        for sentence in problems[name]
    ]


def _ends(name: str, values: dict[str, Any]) -> tuple[int, int]:
    """How many lines there were, and how many up to the last in which something was written."""
    boxes = [(re.match(rf"{re.escape(name)}-(\d+)-", box), value) for box, value in values.items()]
    numbers = [(int(found[1]) + 1, value) for found, value in boxes if found]
    used = (number for number, value in numbers if value not in ("", None, []))
    return max((number for number, _ in numbers), default=0), max(used, default=0)


def _place(questions: list[Question], name: str) -> tuple[Place, str | None]:
    """Where on the page the question of that name stands; what no question asks comes first, without address."""
    for number, question in enumerate(questions):
        if question["name"] == name:
            return (number, 0, 0), _address(question, name)
        if question["kind"] == "lines" and (line := re.fullmatch(rf"{re.escape(question['name'])}-(\d+)(-.+)?", name)):
            at, address = _place_in_line(question["columns"], line, name)
            return (number, int(line[1]), at), address
    return (-1, 0, 0), None


def _place_in_line(columns: list[Question], line: re.Match[str], name: str) -> tuple[int, str]:
    for at, column in enumerate(columns):
        if line[2] == f"-{column['name']}":
            return at, _address(column, name)
    return -1, f"#{name}"


def _address(question: Question, name: str) -> str:
    return f"#{name}-day" if question["kind"] == "date" else f"#{name}"
