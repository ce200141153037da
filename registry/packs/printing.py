"""How a pack is printed: its sections set one by one, then bound."""

from typing import Any

from registry import press
from registry.doors.telling import Told
from registry.packs.binding import Leaves, bind
from registry.packs.sections import Section, contents_page, cover_of, sections_of
from registry.wording import day, instant

BEFORE_CONTENTS = 1
"""The cover is one page."""


def print_pack(told: Told) -> bytes:
    """The whole pack, or none of it."""
    pack = told.facts[0]
    cover, *sections = (_set(section) for section in (cover_of(told), *sections_of(told)))
    leaves = [cover, _contents(pack, sections), *sections]
    return bind(leaves, title=pack["title"], foot=foot_of(told))


def foot_of(told: Told) -> str:
    """What stands at the foot of every page: the day, what was known, and the place in the ledger."""
    paper = press.on_paper({"known": told.asked.known})
    as_at = f"As at {day(told.facts[0]['on'])}, as known on {instant(paper['known'])}"
    return f"{as_at} · Ledger entry {paper['sealed']['size']} · root {paper['sealed']['root'][:8]}…"


def _set(section: Section) -> Leaves:
    paper = section.uploaded.content if section.uploaded else None
    return Leaves(section.name, section.title, press.typeset(section.html), section.level, paper)


def _contents(pack: dict[str, Any], sections: list[Leaves]) -> Leaves:
    """The contents move every page they tell of by their own length: they are set until that is as they say."""
    length = 1
    while (
        contents := _set(contents_page(pack, numbered(pack, sections, after=BEFORE_CONTENTS + length)))
    ).count != length:
        length = contents.count
    return contents


def numbered(pack: dict[str, Any], sections: list[Leaves], *, after: int) -> list[dict[str, Any]]:
    """The lines of the contents, with the page each section begins on."""
    lines, page = [], after + 1
    for line, section in zip(pack["contents"], sections, strict=True):
        lines.append(line | {"page": page})
        page += section.count
    return lines
