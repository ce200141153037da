"""Reading answers as a clerk reads them: trimmed, a blank is no answer, three boxes make a date."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import fields

Answers = dict[str, Any]

MISSING = "{label}: an answer is needed."
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_LINE = 1_000
LONGEST_TEXT = 100_000
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2200, 12, 31)
NO_SUCH_DAY = "Write a day between 1800 and 2200, with the year in four figures."

_numbered = re.compile(r"^(?P<name>.+?)-(?P<place>\d{1,3})-(?P<inner>.+)$")


def tidy(answers: Mapping[str, Any]) -> Answers:
    """Trim every text, write its lines as one reader would, and leave out blanks."""
    kept = {name: _trim(value) for name, value in answers.items()}
    return {name: value for name, value in kept.items() if value not in ("", None, [])}


def trimmed(text: str) -> str:
    """A text with its lines written as one reader would write them, and nothing before or after it."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def _trim(value: Any) -> Any:
    if isinstance(value, str):
        return trimmed(value)
    if isinstance(value, list):
        return [kept for each in value if (kept := _trim(each)) not in ("", None)]
    return value


def join_boxes(answers: Mapping[str, Any], asked: Mapping[str, fields.Field[Any]]) -> Answers:
    """What a web form sends, as JSON would have sent it: dates from three boxes, lists from repeats and rows."""
    joined = {name: value for name, value in answers.items() if not _is_box(name, asked)}
    for name, field in asked.items():
        if isinstance(field, fields.Date) and f"{name}-day" in answers:
            joined[name] = _date(*(str(answers.get(f"{name}-{box}", "")).strip() for box in ("year", "month", "day")))
        elif isinstance(field, fields.List):
            joined |= _list(name, field, answers)
    return joined


def _is_box(name: str, asked: Mapping[str, Any]) -> bool:
    stem, _, box = name.rpartition("-")
    if box in ("day", "month", "year") and stem in asked:
        return True
    return bool((row := _numbered.match(name)) and row["name"] in asked)


def _date(year: str, month: str, day: str) -> str:
    """ISO where the boxes hold digits; as typed where not, for the field to refuse."""
    if not (year or month or day):
        return ""
    if all(box.isdecimal() and len(box) <= 4 for box in (year, month, day)) and len(year) == 4:
        return f"{int(year):04}-{int(month):02}-{int(day):02}"
    return f"{day} {month} {year}"


def _list(name: str, field: fields.List[Any], answers: Mapping[str, Any]) -> Answers:
    rows: dict[int, Answers] = {}
    for sent, value in answers.items():
        if (row := _numbered.match(sent)) and row["name"] == name:
            rows.setdefault(int(row["place"]), {})[row["inner"]] = value
    if rows:
        filled = [rows[place] for place in sorted(rows) if any(str(v).strip() for v in rows[place].values())]
        return {name: filled}
    if name in answers and not isinstance(answers[name], list):
        return {name: [part for part in re.split(r";\s*", str(answers[name])) if part]}
    return {}
