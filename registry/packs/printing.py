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
    assert told.wanted
    pages, foot = [cover_of(told), *sections_of(told)], foot_of(told)
    uploads = [line["sha256"] or "" for line in told.facts[0]["contents"]]
    code = press.code_of(foot, *(each.html for each in pages), *uploads)
    return press.issued(code, told.wanted, lambda: _bound(told.facts[0], pages, foot, code))


def _bound(pack: dict[str, Any], pages: list[Section], foot: str, code: str) -> bytes:
    cover, *sections = _set(*pages)
    return bind([cover, _contents(pack, sections), *sections], title=pack["title"], foot=foot, code=code)


def foot_of(told: Told) -> str:
    """What stands at the foot of every page: the day, what was known, and the place in the ledger."""
    paper = press.on_paper({"known": told.asked.known})
    as_at = f"As at {day(told.facts[0]['on'])}, as known on {instant(paper['known'])}"
    return f"{as_at} · Ledger entry {paper['sealed']['size']} · root {paper['sealed']['root'][:8]}…"


def _set(*sections: Section) -> list[Leaves]:
    return [
        Leaves(
            section.name, section.title, pages, section.level, section.uploaded.content if section.uploaded else None
        )
        for section, pages in zip(sections, press.set_all([section.html for section in sections]), strict=True)
    ]


def _contents(pack: dict[str, Any], sections: list[Leaves]) -> Leaves:
    """The contents move every page they tell of by their own length: they are set until that is as they say."""
    length = 1
    while True:
        [contents] = _set(contents_page(pack, numbered(pack, sections, after=BEFORE_CONTENTS + length)))
        if contents.count == length:
            return contents
        length = contents.count


def numbered(pack: dict[str, Any], sections: list[Leaves], *, after: int) -> list[dict[str, Any]]:
    """The lines of the contents, with the page each section begins on."""
    lines, page = [], after + 1
    for line, section in zip(pack["contents"], sections, strict=True):
        lines.append(line | {"page": page})
        page += section.count
    return lines
