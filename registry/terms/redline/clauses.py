"""A version's text as clauses, each with the number by which it is cited: a heading, 3; what stands under it, 3.1."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BETWEEN_BLOCKS = re.compile(r"\n\s*\n")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
STRESS = re.compile(r"(?<!\\)(?:\*\*|__)")
A_TABLE = re.compile(r"\s*\|")


@dataclass(frozen=True)
class Clause:
    """A paragraph, an item of a list, or a table whole; or a heading, if it is one."""

    number: str
    text: str
    is_heading: bool = False


def clauses_in(sections: Iterable[Mapping[str, Any]]) -> list[Clause]:
    """The clauses of a version, in turn; each section is `{"number", "heading", "text"}`, its text in Markdown."""
    return [clause for section in sections for clause in _of_section(section)]


def _of_section(section: Mapping[str, Any]) -> Iterator[Clause]:
    yield Clause(str(section["number"]), section["heading"], is_heading=True)
    for number, text in numbered(section):
        yield Clause(number, _in_one_line(STRESS.sub("", text)))


def numbered(section: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each clause under a section's heading as it was written, in Markdown, with its number."""
    blocks = (block for each in BETWEEN_BLOCKS.split(section["text"].strip()) for block in _items(each))
    return [(f"{section['number']}.{place}", text) for place, text in enumerate(filter(None, blocks), start=1)]


def _items(block: str) -> Iterator[str]:
    """A block as it is, or each item of a list without its mark; lines that go on an item belong to it."""
    lines = block.strip("\n").splitlines()
    if not lines or A_TABLE.match(lines[0]) or not ITEM.match(lines[0]):
        yield block.strip()
        return
    item: list[str] = []
    for line in lines:
        mark = ITEM.match(line)
        if mark and item:
            yield "\n".join(item)
            item = []
        item.append(line[mark.end() if mark else 0 :].strip())
    yield "\n".join(item)


def _in_one_line(text: str) -> str:
    """The lines of a paragraph as one; those of a table stay apart."""
    return text if A_TABLE.match(text) else " ".join(text.splitlines())
