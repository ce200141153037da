"""A pack as it was known when it was issued, drawn for one copy: each section on the pages that everybody's has."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

from flask import current_app, g, has_request_context

from registry import clock, ledger, press
from registry.accounts.caller import HOUSE
from registry.db import db
from registry.doors.asked import Asked
from registry.doors.telling import Told
from registry.editions.copies import READER, WHOLE, Copy, reads
from registry.editions.models import Edition, EditionSection
from registry.editions.rules import in_runs
from registry.editions.succession import superseded
from registry.meetings.models import Meeting
from registry.packs.models import CONFLICTS
from registry.packs.printing import foot_of
from registry.packs.queries import pack_of
from registry.packs.schemas import PackPage
from registry.packs.sections import Section, cover_of, sections_of, written
from registry.wording import day

Facts = dict[str, Any]

SUPERSEDED = "SUPERSEDED"


@dataclass(frozen=True)
class Drawn:
    """The sections of a pack as one copy has them, by the names that they keep; and of which item each is."""

    told: Told
    sections: dict[str, Section]
    item_refs: dict[str, str | None]

    @property
    def pack(self) -> Facts:
        return self.told.facts[0]


@dataclass(frozen=True)
class Place:
    """A section of a copy, or what stands for one that it has not; what everybody's pages of it are called."""

    section: Section
    labels: tuple[str, ...]
    line: Facts


@dataclass(frozen=True)
class Book:
    """A copy of an edition, before it goes to the press."""

    edition: Edition
    pack: Facts
    foot: str
    cover: Section
    places: list[Place]
    mark: str


def draw(meeting: Meeting, known: datetime, copy: Copy) -> Drawn:
    """The pack of a meeting for a copy, as the books knew it at an instant."""
    with as_known(known):
        then = db.session.get_one(Meeting, meeting.ref)
        facts = PackPage().dump(pack_of(then, reads(copy, then)))
        facts["contents"] = [line for line in facts["contents"] if line["name"] not in copy.left_out]
        if CONFLICTS in copy.left_out:
            facts["conflicts"] |= {"items": []}
        told = Told(PackPage(), [facts], Asked(then.on, known, 1, 1, ""), many=False, count=1)
        return _named(told, sections_of(told))


def book_of(edition: Edition, copy: Copy) -> Book:
    drawn = draw(edition.meeting, edition.known, copy)
    with as_known(edition.known):
        cover, places = _cover(edition, drawn.told, copy), list(_places(edition, drawn))
    return Book(edition, drawn.pack, foot_of(drawn.told), cover, places, _mark(edition, copy, drawn.pack))


def _mark(edition: Edition, copy: Copy, pack: Facts) -> str:
    """What stands across every page: that the archive’s is superseded, or whose it is, where the body wants that."""
    if copy.kind == WHOLE:
        return SUPERSEDED if superseded(edition) else ""
    return f"Copy of {copy.name}" if copy.kind == READER and pack["names_reader"] else ""


@contextmanager
def as_known(instant: datetime) -> Iterator[None]:
    """Within, what is written is as the books knew it, and has the addresses of pages, also where nobody asked."""
    with nullcontext() if has_request_context() else _asked_by_the_house(), ledger.known(instant):
        yield


@contextmanager
def _asked_by_the_house() -> Iterator[None]:
    with current_app.test_request_context():
        g.account, g.by_token = HOUSE, True
        yield


def key_of(section: Section) -> str:
    """What a section’s pages come to."""
    return press.key_of(section.html + (sha256(section.uploaded.content).hexdigest() if section.uploaded else ""))


def _named(told: Told, sections: list[Section]) -> Drawn:
    """An item's number and a paper's letter may change from one edition to the next: they are known by their refs."""
    items = {f"item-{item['number']}": item for item in told.facts[0]["meeting"]["agenda"]}
    names = {name: (f"item {item['ref']}", item["ref"]) for name, item in items.items()}
    for item in items.values():
        for paper in item["papers"]:
            for kind in ("front", "paper"):
                names[f"{kind}-{paper['letter']}"] = (f"{kind} {paper['ref']}", item["ref"])
    known = [(*names.get(section.name, (section.name, None)), section) for section in sections]
    return Drawn(told, {name: section for name, _, section in known}, {name: item for name, item, _ in known})


def _cover(edition: Edition, told: Told, copy: Copy) -> Section:
    pack = told.facts[0]
    status = f"Edition {edition.number}, issued on {day(clock.civil_day(edition.issued))}. {pack['status']}"
    return cover_of(replace(told, facts=[pack | {"status": status}]), reader=copy.name)


def _places(edition: Edition, drawn: Drawn) -> Iterator[Place]:
    """In the order of the edition; what the copy has not of one item stands together, on one sheet."""
    lines = {line["name"]: line for line in drawn.pack["contents"]}
    for key, group in groupby(edition.sections, key=lambda each: _whose(each, drawn)):
        sections = list(group)
        labels = tuple(label for each in sections for label in each.pages)
        section = drawn.sections.get(key[0])
        yield Place(section, labels, lines[section.name]) if section else _stand_in(drawn, sections, labels)


def _whose(section: EditionSection, drawn: Drawn) -> tuple[str, str | None]:
    return (section.name if section.name in drawn.sections else "", section.item_ref)


def _stand_in(drawn: Drawn, sections: list[EditionSection], labels: tuple[str, ...]) -> Place:
    """The sheet that keeps the place of what a copy has not: it says why, and nothing of what that is."""
    items = {item["ref"]: item for item in drawn.pack["meeting"]["agenda"]}
    item = items.get(sections[0].item_ref or "")
    title, name, pages = _heading(item), f"kept-{labels[0]}", in_runs(labels, labels)
    html = written("editions/print/withheld.html", drawn.pack, fact={"title": title, "item": item, "pages": pages})
    told = {"name": name, "title": title, "about": "Not in this copy", "level": 1, "listed": True}
    return Place(Section(name, title, html), labels, dict.fromkeys(drawn.pack["contents"][0]) | told)


def _heading(item: Facts | None) -> str:
    if item is None:
        return "Not published"
    return f"Item {item['number']}: {'papers kept' if item['kept'] else 'restricted'}"
