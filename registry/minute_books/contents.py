"""What a minute book is made of, in its order: minutes, what stands in none, attendance, and the registers."""

from collections.abc import Iterator
from typing import Any

from registry.wording import counted
from registry.wording import day as in_words

Line = dict[str, Any]

OTHERS = "others"
"""The section of what was decided and stands in no minutes of the book."""


def contents_of(book: Line) -> list[Line]:
    """A line for each section: `name` is what links to it say."""
    return [*(_minutes(each) for each in book["meetings"]), *_rest(book)]


def _minutes(meeting: Line) -> Line:
    minutes = meeting["minutes"]
    return _line(meeting["name"], f"Meeting of {in_words(meeting['on'])}", _state(minutes), minutes and minutes["ref"])


def _state(minutes: Line | None) -> str:
    if minutes is None:
        return "No minutes circulated"
    if minutes["authenticated"]:
        return f"Signed {minutes['authenticated'][:1].lower()}{minutes['authenticated'][1:]}"
    return "Approved, not signed" if minutes["approved"] else "Not approved, not signed"


def _rest(book: Line) -> Iterator[Line]:
    if others := [each for each in book["decisions"] if each["section"] == OTHERS]:
        yield _line(OTHERS, "Decisions that stand in no minutes", counted(len(others), "decision"))
    if book["attended"]:
        yield _line("attendance", "Attendance", counted(len(book["attended"]), "meeting"))
    yield _line("changes", "Changes in the registers", counted(len(book["changes"]), "change"))


def _line(name: str, title: str, about: str, minutes_ref: str | None = None) -> Line:
    return {"name": name, "title": title, "about": about, "minutes_ref": minutes_ref}


def standing_of(book: Line, is_over: bool) -> str:
    """Whether the year is over, and how many minutes are signed."""
    unsigned = [each for each in book["meetings"] if not each["is_signed"]]
    year, last = book["year"], in_words(book["last"])
    so_far = "" if is_over else f"{year} is not over: this is what it holds up to {last}. "
    return so_far + _signed(len(unsigned), len(book["meetings"]))


def _signed(unsigned: int, meetings: int) -> str:
    if not meetings:
        return "There was no meeting."
    if not unsigned:
        return "The minutes of every meeting are signed."
    return f"Of {counted(meetings, 'meeting')}, the minutes of {unsigned:,} are not signed."
