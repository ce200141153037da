"""The practices as the Organisation Data Service publishes them: epraccur, 27 columns and no heading."""

from dataclasses import dataclass
from datetime import date

from registry.practices.published.lines import Line, columns, shown
from registry.practices.published.problems import Problems
from registry.practices.published.text import rows_of

COLUMNS = 27
CODE, NAME, POSTCODE, OPENED, CLOSED, STATUS = 0, 1, 9, 10, 11, 12
COMMISSIONER, COMMISSIONED_SINCE, TELEPHONE, SETTING = 14, 15, 17, 25
ADDRESS = slice(4, 9)
STATUSES = {"A": "active", "C": "closed", "D": "dormant", "P": "proposed"}
GP_PRACTICE = "4"


@dataclass(frozen=True, slots=True)
class PublishedPractice:
    """A prescriber as a file tells of it; most are GP practices, with a prescribing setting of 4."""

    code: str
    name: str
    address: tuple[str, ...]
    postcode: str | None
    telephone: str | None
    opened: date | None
    closed_last_day: date | None
    status: str
    commissioner: str | None
    commissioner_since: date | None
    prescribing_setting: str

    @property
    def is_gp_practice(self) -> bool:
        return self.prescribing_setting == GP_PRACTICE


def practices_in(file: bytes) -> list[PublishedPractice]:
    """Every organisation of an epraccur file; raises `Unreadable` with all that is wrong."""
    problems = Problems()
    found: list[PublishedPractice] = []
    first_seen: dict[str, int] = {}
    for line, cells in rows_of(file, problems):
        if is_a_row(cells, line):
            line.once(cells[CODE], first_seen, called=shown(cells[CODE]))
            found.append(practice_on(line, cells))
    problems.refuse_if_any()
    return found


def is_a_row(cells: list[str], line: Line) -> bool:
    if "code" in cells[CODE].casefold():
        line.odd("is a heading; an epraccur file has none, so take it out")
    elif len(cells) != COLUMNS:
        line.odd(f"has {columns(len(cells))}; an epraccur file has {COLUMNS}")
    else:
        return True
    return False


def practice_on(line: Line, cells: list[str]) -> PublishedPractice:
    opened = line.day(cells[OPENED], called="open date")
    closed = line.day(cells[CLOSED], called="close date")
    line.in_order(opened, closed, says="closed on {last}, before it opened on {first}")
    return PublishedPractice(
        code=code_of(cells, line),
        name=line.required(cells[NAME], called="name"),
        address=tuple(filter(None, cells[ADDRESS])),
        postcode=cells[POSTCODE] or None,
        telephone=cells[TELEPHONE] or None,
        opened=opened,
        closed_last_day=closed,
        status=status_of(cells, line),
        commissioner=cells[COMMISSIONER] or None,
        commissioner_since=line.day(cells[COMMISSIONED_SINCE], called="date of joining its commissioner"),
        prescribing_setting=cells[SETTING],
    )


def code_of(cells: list[str], line: Line) -> str:
    if cells[SETTING] == GP_PRACTICE:
        return line.practice_code(cells[CODE])
    return line.other_code(cells[CODE])


def status_of(cells: list[str], line: Line) -> str:
    if cells[STATUS] not in STATUSES:
        known = ", ".join(f"{letter} ({meaning})" for letter, meaning in STATUSES.items())
        line.wrong(f"status {shown(cells[STATUS])} should be one of {known}")
    return cells[STATUS]
