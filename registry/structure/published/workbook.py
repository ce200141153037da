"""From the bytes of a workbook to the rows of its sheets, by the names of their columns."""

import io
import zipfile
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from registry.practices.published.lines import Line, written
from registry.practices.published.problems import Problems, Unreadable, refuse

ZIP_BEGINS = b"PK\x03\x04"
LARGEST_BYTES = 10_000_000
LARGEST_UNPACKED_BYTES = 30_000_000
MOST_PARTS = 1_000
MOST_TAGS = 2_500_000
MOST_ROWS = 1_048_576
MOST_COLUMNS = 50

Cells = tuple[object, ...]
Row = dict[str, object]
Sheet = list[tuple[int, Cells]]


def sheets_of(file: bytes) -> dict[str, Sheet]:
    """Every sheet's numbered rows, the empty ones left out, by the sheet's name in plain words."""
    looks_like_a_workbook(file)
    # openpyxl raises whatever its parsers meet: KeyError, ValueError, ParseError, BadZipFile and more.
    try:
        unpacks_to_a_bounded_size(file)
        workbook = load_workbook(io.BytesIO(file), read_only=True, data_only=True)
        try:
            return {plain(sheet.title): rows_on(sheet) for sheet in workbook.worksheets}
        finally:
            workbook.close()
    except Unreadable:
        raise
    except Exception as broken:
        raise refuse("The file is not a workbook that can be read; fetch it again, or save it as .xlsx") from broken


def looks_like_a_workbook(file: bytes) -> None:
    if not file:
        raise refuse("The file is empty")
    if len(file) > LARGEST_BYTES:
        raise refuse(f"The file is larger than {LARGEST_BYTES // 1_000_000} MB, the most a published file can be")
    if not file.startswith(ZIP_BEGINS):
        raise refuse("The file is not an .xlsx workbook: it may be an older .xls, a CSV, or locked by a password")


def unpacks_to_a_bounded_size(file: bytes) -> None:
    """A small zip can unpack to more than a machine holds, and few bytes of XML to many objects.

    The zip's own list says how much; no part is ever unpacked beyond what the list says.
    """
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = archive.infolist()
        if (
            len(parts) > MOST_PARTS
            or sum(part.file_size for part in parts) > LARGEST_UNPACKED_BYTES
            or sum(archive.read(part).count(b"<") for part in parts) > MOST_TAGS
        ):
            raise refuse("The file unpacks to far more than a published file holds; it is not read")


def rows_on(sheet: Worksheet) -> Sheet:
    # A sheet's own word on its size may be wrong, and rows beyond it would be lost.
    sheet.reset_dimensions()  # type: ignore[attr-defined]  # its stubs know no read-only sheet
    found: Sheet = []
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        if number > MOST_ROWS:
            raise refuse(f"The sheet {sheet.title} has more rows than a sheet can have")
        if cells.count(None) < len(cells) and any(written(cell) for cell in cells):
            found.append((number, cells))
    return found


def rows_of(
    sheets: dict[str, Sheet], name: str, needed: tuple[str, ...], problems: Problems
) -> Iterator[tuple[Line, Row]]:
    """Each row below the heading, as its cells by column; none at all if the heading lacks a column."""
    if plain(name) not in sheets:
        problems.note(0, f"The workbook has no sheet {name}")
        return
    (number, heading), *rows = sheets[plain(name)] or [(1, ())]
    place = places_in(heading, needed, Line(number, problems, sheet=name))
    for number, cells in rows if place else ():
        yield Line(number, problems, sheet=name), {column: cells[index] for column, index in place.items()}


def places_in(heading: Cells, needed: tuple[str, ...], line: Line) -> dict[str, int]:
    there = {plain(cell): index for index, cell in enumerate(heading)}
    missing = [column for column in needed if plain(column) not in there]
    for column in missing:
        line.wrong(f"the heading has no column “{column}”")
    return {} if missing else {column: there[plain(column)] for column in needed}


def plain(name: object) -> str:
    """A name without its line breaks, and in the words of 2022, before which a sub-ICB was a CCG."""
    words = " ".join(written(name).casefold().split())
    return words.replace("location", "loc").replace("ccg code", "sub icb loc code")
