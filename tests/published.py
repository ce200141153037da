"""Files in the layouts of the NHS, written from plain facts: what it would have published."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from registry.demo.facts.practices import IN_2019
from registry.practices.published import PublishedPractice, Unreadable
from registry.structure.published import PublishedNetwork, PublishedSpell

LIST_SIZE_HEADING = "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS"
NETWORK_HEADING = (
    "PCN Code",
    "PCN Name",
    "Current Sub ICB Loc Code",
    "Sub ICB Location",
    "Open Date",
    "Close Date",
    "Address Line 1",
    "Address Line 2",
    "Address Line 3",
    "Address Line 4",
    "Address Line 5",
    "Postcode",
)
SPELL_HEADING = (
    "Partner\nOrganisation\nCode",
    "Partner\nName",
    "Practice\nParent\nSub ICB Loc Code",
    "Practice\nParent\nSub ICB Loc Name",
    "PCN Code",
    "PCN Name",
    "PCN Parent\nSub ICB Loc Code",
    "PCN Parent\nSub ICB Loc Name",
    "Practice to PCN\nRelationship\nStart Date",
    "Practice to PCN\nRelationship\nEnd Date",
    "Practice Sub ICB Loc and PCN Sub ICB Loc Match ",
)


WHERE_PUBLISHED_FILES_MAY_BE = Path(__file__).parents[2] / "shared" / "data"


def either(name: str, written: bytes) -> pytest.MarkDecorator:
    """Runs a test on the file written here and, on a machine that has it, on the published one too."""
    files = [pytest.param(written, id="written here")]
    published = WHERE_PUBLISHED_FILES_MAY_BE / name
    if published.exists():
        files.append(pytest.param(published.read_bytes(), id="as published"))
    return pytest.mark.parametrize("file", files)


def problems_in(read: Callable, file: bytes) -> list[tuple[int, str]]:
    """What is said of a file that cannot be taken, by line."""
    with pytest.raises(Unreadable) as refused:
        read(file)
    return refused.value.problems


def epraccur(practices: Iterable[PublishedPractice]) -> bytes:
    """27 columns, every cell quoted, no heading, lines ended as on Windows."""
    return quoted(epraccur_cells(practice) for practice in practices)


def quoted(rows: Iterable[list[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return file.getvalue().encode()


def a_row(changes: dict[int, str] | None = None) -> list[str]:
    """The first practice's line, with other texts in some of its columns."""
    cells = epraccur_cells(IN_2019[0])
    for column, text in (changes or {}).items():
        cells[column] = text
    return cells


def epraccur_cells(practice: PublishedPractice) -> list[str]:
    commissioner = practice.commissioner or ""
    closed = compact(practice.closed_last_day)
    cells = [practice.code, practice.name, "Y60", "Q78", *filled(practice.address), practice.postcode or ""]
    cells += [compact(practice.opened), closed, practice.status, "B", commissioner]
    cells += [compact(practice.commissioner_since), closed, practice.telephone or "", "", "", "", "0", ""]
    return [*cells, commissioner, "", practice.prescribing_setting, ""]


def list_sizes(patients: dict[str, int], on: date) -> bytes:
    day = on.strftime("%d%b%Y").upper()
    lines = [
        f"GP_PRAC_PAT_LIST,{day},GP,03W,E38000051,{code},LE8 0LG,ALL,ALL,{count}" for code, count in patients.items()
    ]
    return "".join(f"{line}\r\n" for line in (LIST_SIZE_HEADING, *lines)).encode()


def epcn(networks: Iterable[PublishedNetwork], spells: Iterable[PublishedSpell]) -> bytes:
    """Two sheets, with line breaks inside the headings of the second."""
    return workbook(
        {
            "PCNDetails": [NETWORK_HEADING, *map(network_cells, networks)],
            "PCN Core Partner Details": [SPELL_HEADING, *map(spell_cells, spells)],
        }
    )


def workbook(sheets: dict[str, list]) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def network_cells(network: PublishedNetwork) -> list[str | None]:
    dates = [compact(network.opened) or None, compact(network.closed_last_day) or None]
    of_nhs = f"NHS ICB - {network.sub_icb}"
    return [
        network.code,
        network.name,
        network.sub_icb,
        of_nhs,
        *dates,
        *filled(network.address),
        network.postcode,
    ]


def spell_cells(spell: PublishedSpell) -> list[str | bool | None]:
    practice = [spell.practice_code, spell.practice_name, spell.practice_commissioner, "NHS ICB"]
    network = [spell.network_code, spell.network_name, "03W", "NHS ICB - 03W"]
    dates = [compact(spell.first_day), compact(spell.last_day) or None]
    return [*practice, *network, *dates, spell.practice_commissioner == "03W"]


def compact(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else ""


def filled(address: tuple[str, ...]) -> list[str]:
    return [*address, "", "", "", "", ""][:5]
