"""How a batch is delivered: as files in a zip, with their list; or as one file to be printed, with a sheet between."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pikepdf

from registry import press
from registry.batches.listed import ListRow, line_of
from registry.batches.packets import ZIP
from registry.batches.printing import Printed, sheet_of
from registry.errands import Outcome
from registry.packs.binding import Leaves, bind
from registry.press.unsigned import unsigned
from registry.wording import counted

PDF, ZIPPED = "application/pdf", "application/zip"

UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
LONGEST_NAME = 100
NOT_PRINTED = "NOT PRINTED "


def delivered(papers: Iterator[Printed], *, delivered_as: str, title: str, into: Path) -> Outcome:
    """The whole batch as one file, and in words how much of it was printed."""
    lines, content = (_zipped if delivered_as == ZIP else _bound)(papers, title, into)
    kind, ending = (ZIPPED, "zip") if delivered_as == ZIP else (PDF, "pdf")
    return Outcome(f"{safe(title)}.{ending}", kind, content, _in_words(lines))


def _in_words(lines: Sequence[dict[str, Any]]) -> str:
    failed = sum(1 for line in lines if line["failure"])
    said = counted(len(lines) - failed, "paper")
    return f"{said}; {counted(failed, 'paper')} could not be printed, as the list says" if failed else said


def _zipped(papers: Iterator[Printed], title: str, into: Path) -> tuple[list[dict[str, Any]], Path]:
    """Each paper goes into the zip as it is printed: no more than one is held."""
    lines = []
    with NamedTemporaryFile(dir=into, delete=False) as apart, ZipFile(apart, "w") as zipped:
        for place, printed in enumerate(papers, start=1):
            name = file_name(place, printed)
            zipped.writestr(ZipInfo(name), printed.content)
            lines.append(line_of(printed) | {"file": name})
        listed = ListRow().dump_csv(ListRow().dump(lines, many=True))
        zipped.writestr(ZipInfo("list.csv"), listed, ZIP_DEFLATED)
    return lines, Path(apart.name)


def _bound(papers: Iterator[Printed], title: str, into: Path) -> tuple[list[dict[str, Any]], bytes]:
    """Every paper begins on the front of a sheet, whether both sides are printed or one."""
    printed = list(papers)
    lines = [line_of(each) | {"file": ""} for each in printed]
    leaves = [_list(lines, title), *_in_envelopes(printed, title)]
    return lines, bind(leaves, title=title, foot=None)


def _list(lines: list[dict[str, Any]], title: str) -> Leaves:
    html = sheet_of("list", title, row=ListRow(), facts=ListRow().dump(lines, many=True))
    return Leaves("list", "List", on_whole_sheets(press.typeset(html)))


def _in_envelopes(printed: Sequence[Printed], title: str) -> Iterator[Leaves]:
    """For each envelope the sheet that is its address, then what goes into it."""
    packets = list({each.number: each.packet for each in printed}.items())
    told = [{"packet": packet, "number": number, "of": len(packets)} for number, packet in packets]
    addressed = [sheet_of("address", title, fact=fact) for fact in told]
    for (number, packet), sheet in zip(packets, press.set_all(addressed), strict=True):
        yield Leaves(f"packet-{number}", f"{number}. {packet.name}", on_whole_sheets(sheet))
        for place, each in enumerate((each for each in printed if each.number == number), start=1):
            name = f"packet-{number}-{place}"
            yield Leaves(name, each.paper.title, on_whole_sheets(unsigned(each.content)), level=2)


def on_whole_sheets(content: bytes) -> bytes:
    """A paper with an empty page at its end, where it would end on the front of a sheet."""
    with pikepdf.open(BytesIO(content)) as paper:
        if len(paper.pages) % 2 == 0:
            return content
        left, bottom, right, top = map(float, paper.pages[-1].mediabox)
        paper.add_blank_page(page_size=(right - left, top - bottom))
        out = BytesIO()
        paper.save(out, deterministic_id=True)
        return out.getvalue()


def file_name(place: int, printed: Printed) -> str:
    """In the order of the batch, whatever sorts it; safe on every computer."""
    failed = NOT_PRINTED if printed.failure else ""
    return f"{place:04} {safe(f'{failed}{printed.paper.title}, {printed.packet.name}')}.pdf"


def safe(name: str) -> str:
    """A file's name without what some computer does not take in one."""
    return " ".join(UNSAFE.sub(" ", name).split())[:LONGEST_NAME].strip(". ")
