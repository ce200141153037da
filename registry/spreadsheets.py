"""CSV: read as spreadsheets write it, line by line, and written so that none of them runs what it says."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any, Protocol

from marshmallow import ValidationError

from registry.answers import FORMULA_STARTS, Answers

Line = dict[str | Any, Any]
ODD_LENGTH = "This line has more or fewer cells than the headings."


class Asks(Protocol):
    """A form, as far as a file of its answers goes."""

    fields: Any

    def labels(self) -> dict[str, str]: ...

    def load(self, answers: Any) -> Any: ...


def load(form: Asks, text: str) -> list[tuple[int, Answers]]:
    """Every line that says anything, with its number in the file; raises ValidationError with the mistakes of all."""
    text = text.removeprefix("\ufeff")
    lines = csv.DictReader(StringIO(text, newline=None), delimiter=separator_of(text), strict=True)
    try:
        return _load(form, lines)
    except csv.Error:
        sentence = "This line cannot be read as CSV: a quotation mark may be missing, here or further up."
        raise ValidationError({str(lines.line_num + 1): [sentence]}) from None


def separator_of(text: str) -> str:
    """What stands between the cells: a comma, or the semicolon that some spreadsheets write instead."""
    heads = text.partition("\n")[0]
    return ";" if ";" in heads and "," not in heads else ","


def _load(form: Asks, lines: "csv.DictReader[str]") -> list[tuple[int, Answers]]:
    heads = _names(form, lines.fieldnames or [])
    loaded, mistakes = [], {}
    for line in _told(lines):
        try:
            loaded.append((lines.line_num, form.load(_answers(line, heads))))
        except ValidationError as mistake:
            mistakes[str(lines.line_num)] = mistake.messages
    if mistakes:
        raise ValidationError(mistakes)
    if not loaded:
        raise ValidationError({"1": ["There are no lines below the headings."]})
    return loaded


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    """Without the rows of empty cells that spreadsheets leave below the last."""
    for line in lines:
        if any(cell for cells in line.values() for cell in (cells if isinstance(cells, list) else [cells])):
            yield line


def _names(form: Asks, columns: Iterable[str]) -> dict[str, str]:
    """The questions by their headings, however these are cased; a column without one may only be empty."""
    labels = {words.casefold(): name for name, words in form.labels().items()}
    names = labels | {name: name for name in form.fields}
    found: dict[str, str] = {}
    for head in (column for column in columns if column.strip()):
        if (name := names.get(head.strip().casefold())) is None:
            asked = ", ".join(form.labels().values())
            raise ValidationError({"1": [f"The heading “{head}” is not one of: {asked}."]})
        if name in found.values():
            raise ValidationError({"1": [f"Two columns have the heading “{head.strip()}”; each has one of its own."]})
        found[head] = name
    return found


def _answers(line: Line, heads: Mapping[str, str]) -> Answers:
    beyond = [cell for head, cells in line.items() if head not in heads
              for cell in (cells if isinstance(cells, list) else [cells])]  # fmt: skip
    if any(beyond) or None in (line[head] for head in heads):
        raise ValidationError([ODD_LENGTH])
    return {name: line[head] for head, name in heads.items()}


def written(labels: Mapping[str, str], lines: Iterable[Mapping[str, Any]]) -> str:
    """Lines under their headings; a cell that a spreadsheet would run is quoted."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(labels.values())
    writer.writerows([_cell(line.get(name)) for name in labels] for line in lines)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
