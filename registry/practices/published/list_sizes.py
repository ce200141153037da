"""How many patients each practice has, as published on a day: gp-reg-pat-prac-all, with a heading."""

import difflib
import re
from dataclasses import dataclass
from datetime import date

from registry.practices.published.lines import Line, columns, day_of, shown
from registry.practices.published.problems import Problems, refuse
from registry.practices.published.text import rows_of

DAY, CODE, SEX, AGE, PATIENTS = "EXTRACT_DATE", "CODE", "SEX", "AGE", "NUMBER_OF_PATIENTS"
NEEDED = (DAY, CODE, SEX, AGE, PATIENTS)
# Not strptime's %b, which reads the months of whatever language the machine speaks.
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
MOST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class PublishedListSize:
    """The registered patients of a practice on one day, all ages and sexes."""

    code: str
    patients: int
    as_at: date


def list_sizes_in(file: bytes) -> list[PublishedListSize]:
    """Every practice's whole list; raises `Unreadable` with all that is wrong."""
    problems = Problems()
    rows = rows_of(file, problems)
    heading = next((cells for _, cells in rows), [])
    problems.refuse_if_any()
    place = places_in(heading)
    found: list[PublishedListSize] = []
    first_seen: dict[tuple[str, date], int] = {}
    for line, cells in rows:
        if has_all_columns(cells, heading, line) and is_whole_list(cells, place):
            size = list_size_on(line, cells, place)
            if size:
                line.once((size.code, size.as_at), first_seen, called=size.code)
                found.append(size)
    problems.refuse_if_any()
    if not found:
        raise refuse("The file has a heading but no line for SEX ALL and AGE ALL, the whole list of a practice")
    return found


def places_in(heading: list[str]) -> dict[str, int]:
    """Which column is where. Columns that the register has no need of may come and go."""
    place = {name.upper(): index for index, name in enumerate(heading)}
    missing = [missing_column(name, list(place)) for name in NEEDED if name not in place]
    if missing:
        problems = Problems()
        for sentence in missing:
            problems.note(1, f"Line 1: {sentence}")
        problems.refuse_if_any()
    return place


def missing_column(name: str, there: list[str]) -> str:
    near = difflib.get_close_matches(name, [other for other in there if other not in NEEDED], n=1, cutoff=0.8)
    instead = f"; {shown(near[0])} looks like it, misspelt" if near else ""
    return f"the heading has no column {name}{instead}"


def has_all_columns(cells: list[str], heading: list[str], line: Line) -> bool:
    if len(cells) != len(heading):
        line.odd(f"has {columns(len(cells))}; the heading of this file has {len(heading)}")
    return len(cells) == len(heading)


def is_whole_list(cells: list[str], place: dict[str, int]) -> bool:
    """Other lines count one sex or one age, and are left alone."""
    return cells[place[SEX]].upper() == "ALL" and cells[place[AGE]].upper() == "ALL"


def list_size_on(line: Line, cells: list[str], place: dict[str, int]) -> PublishedListSize | None:
    code = line.practice_code(cells[place[CODE]])
    patients = patients_of(cells[place[PATIENTS]], line)
    as_at = extracted_on(cells[place[DAY]], line)
    if patients is None or as_at is None:
        return None
    return PublishedListSize(code, patients, as_at)


def patients_of(text: str, line: Line) -> int | None:
    if not re.fullmatch(rf"[0-9]{{1,{MOST_DIGITS}}}", text):
        line.wrong(f"number of patients {shown(text)} should be a whole number, without commas or a sign")
        return None
    return int(text)


def extracted_on(text: str, line: Line) -> date | None:
    """The day of an extract, written 01JAN2021."""
    day, month, year = text[:2], text[2:5].upper(), text[5:]
    found = day_of(f"{year}{MONTHS.index(month) + 1:02}{day}") if month in MONTHS else None
    if found is None:
        line.wrong(f"extract date {shown(text)} is not a date; write it like 01JAN2021")
    return found
