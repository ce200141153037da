"""From the bytes of a CSV file to its lines of cells."""

import csv
import re
from collections.abc import Iterator

from registry.practices.published.lines import Line
from registry.practices.published.problems import Problems, refuse

LARGEST_BYTES = 20_000_000
ZIP_BEGINS = b"PK\x03\x04"
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def rows_of(file: bytes, problems: Problems) -> Iterator[tuple[Line, list[str]]]:
    """Each line with its cells, trimmed. A line that is not CSV is noted and left out.

    Lines are parsed one by one, so that a quote left open spoils its own line and no other.
    """
    for number, text in enumerate(lines_of(file), start=1):
        line = Line(number, problems)
        cells = cells_of(text, line)
        if cells is not None:
            yield line, cells


def lines_of(file: bytes) -> list[str]:
    text = text_of(file).replace("\r\n", "\n").replace("\r", "\n").rstrip("\n ")
    if not text.strip():
        raise refuse("The file is empty")
    return text.split("\n")


def text_of(file: bytes) -> str:
    if len(file) > LARGEST_BYTES:
        raise refuse(f"The file is larger than {LARGEST_BYTES // 1_000_000} MB, the most a published file can be")
    if file.startswith(ZIP_BEGINS):
        raise refuse("The file is a zip or a workbook, not a CSV file; take the CSV file out of it")
    if b"\x00" in file:
        raise refuse("The file has NUL bytes in it: it is not a CSV file in UTF-8")
    return decoded(file)


def decoded(file: bytes) -> str:
    """UTF-8, or else Windows-1252, in which NHS files are sometimes saved."""
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return file.decode("cp1252")
    except UnicodeDecodeError as odd:
        line = file.count(b"\n", 0, odd.start) + 1
        raise refuse(f"The file is not text: line {line} is neither UTF-8 nor Windows-1252") from odd


def cells_of(text: str, line: Line) -> list[str] | None:
    if NOT_TEXT.search(text):
        line.odd("has control characters in it, which are not text")
    elif not text.strip():
        line.odd("is empty")
    else:
        return split(text, line)
    return None


def split(text: str, line: Line) -> list[str] | None:
    try:
        return [cell.strip() for cell in next(csv.reader([text], strict=True))]
    except csv.Error:
        line.odd("is not CSV: a quote is left open, or something stands between a quote and a comma")
        return None
