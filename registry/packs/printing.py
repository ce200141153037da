"""How a pack is printed: its sections set one by one, then bound."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from registry import press
from registry.doors.telling import Told
from registry.packs.binding import Leaves, bind, in_front, plain
from registry.packs.sections import Section, contents_page, cover_of, sections_of
from registry.wording import day, instant


def print_pack(told: Told) -> bytes:
    """The whole pack, or none of it."""
    assert told.wanted
    pages, foot, style = [cover_of(told), *sections_of(told)], foot_of(told), told.wanted.style
    uploads = [line["sha256"] or "" for line in told.facts[0]["contents"]]
    sides = "right" if told.facts[0]["starts_on_right"] else "either"
    code = press.code_of(style, sides, foot, *(each.html for each in pages), *uploads)
    return press.issued(code, told.wanted, lambda: _bound(told.facts[0], pages, foot, code, style))


def _bound(pack: dict[str, Any], pages: list[Section], foot: str, code: str, style: str) -> bytes:
    """The cover and the contents are numbered apart: however long they become, they move no page."""
    right = pack["starts_on_right"]
    cover, *sections = leaves_of(*pages, starts_on_right=right)
    labels = plain(sum(section.count for section in sections))
    [contents] = leaves_of(contents_page(pack, numbered(pack, sections, labels)), starts_on_right=right)
    labels = [*in_front(cover.count + contents.count), *labels]
    book = [cover, contents, *sections]
    return bind(book, title=pack["title"], foot=foot, code=code, labels=labels, style=style)


def foot_of(told: Told) -> str:
    """What stands at the foot of every page: the day, what was known, and the place in the ledger."""
    paper = press.on_paper({"known": told.asked.known})
    as_at = f"As at {day(told.facts[0]['on'])}, as known on {instant(paper['known'])}"
    return f"{as_at} · Ledger entry {paper['sealed']['size']} · root {paper['sealed']['root'][:8]}…"


def leaves_of(*sections: Section, starts_on_right: bool = False) -> list[Leaves]:
    """The pages of sections, set at once; if each is to start on a right-hand page, all end on a left-hand one."""
    leaves = [_leaves(*each) for each in zip(sections, _set(sections), strict=True)]
    if starts_on_right:
        odd = {each.name for each in leaves if each.count % 2}
        return leaves_of(*(_with_a_blank_page(each) if each.name in odd else each for each in sections))
    return leaves


def _set(sections: Sequence[Section]) -> list[bytes]:
    return press.set_all([section.html for section in sections])


def _leaves(section: Section, pages: bytes) -> Leaves:
    return Leaves(section.name, section.title, pages, section.level, section.uploaded, section.html)


def _with_a_blank_page(section: Section) -> Section:
    return replace(section, html=press.with_a_blank_page(section.html))


def numbered(pack: dict[str, Any], sections: list[Leaves], labels: Sequence[str]) -> list[dict[str, Any]]:
    """The lines of the contents, with the page each section begins on."""
    lines, page = [], 0
    for line, section in zip(pack["contents"], sections, strict=True):
        lines.append(line | {"page": labels[page]})
        page += section.count
    return lines
