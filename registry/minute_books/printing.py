"""How a minute book is printed: its sections set one by one, then bound with one numbering through the year."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template

from registry import press
from registry.doors.telling import Told
from registry.packs.binding import Leaves, bind, in_front, plain
from registry.wording import day, instant

Facts = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A section as it goes to the press; links from others say `pack:` and its name."""

    name: str
    title: str
    html: str


def print_book(told: Told) -> bytes:
    """The whole book. Its code is that of what it says: where its pages fall follows from that."""
    assert told.wanted
    book, foot = told.facts[0], foot_of(told)
    sections = [_section(told, line) for line in book["contents"]]
    contents = json.dumps(book, sort_keys=True)
    code = press.code_of(told.wanted.style, foot, contents, *(each.html for each in sections))
    return press.issued(code, told.wanted, lambda: _bound(told, sections, foot, code))


def _bound(told: Told, sections: list[Section], foot: str, code: str) -> bytes:
    """What stands in front is numbered apart, so that the pages of the year are counted from its first minutes."""
    book, leaves = told.facts[0], _set(sections)
    labels = plain(sum(each.count for each in leaves))
    places = {"pages": _pages(leaves, labels), "total": len(labels)}
    front = _set([_front(told, name, title, places) for name, title in FRONT])
    numbered = [*in_front(sum(each.count for each in front)), *labels]
    style = told.asked.style
    return bind([*front, *leaves], title=book["title"], foot=foot, code=code, labels=numbered, style=style)


FRONT = (("cover", "Minute book"), ("contents", "Contents"), ("index", "Index of decisions"))


def _front(told: Told, name: str, title: str, places: Facts) -> Section:
    book = told.facts[0]
    words = press.on_paper({"on": told.asked.on, "known": told.asked.known, "bound": book["title"]})
    if name != "cover":
        words |= {"sealed": None}
    html = render_template(f"minute_books/print/{name}.html", **words, row=told.row, fact=book, summary=places)
    return Section(name, title, html)


def _pages(leaves: Sequence[Leaves], labels: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """The first and the last page of each section."""
    found, page = {}, 0
    for each in leaves:
        found[each.name] = (labels[page], labels[page + each.count - 1])
        page += each.count
    return found


def _section(told: Told, line: Facts) -> Section:
    book, fields = told.facts[0], told.row.fields
    template, facts = _standing(book, fields).get(line["name"]) or _minutes(book, fields, line["name"])
    words = {**press.letterhead(told.asked.on), "bound": book["title"], "sealed": None}
    words |= {"on": told.asked.on, "known": None}
    return Section(line["name"], line["title"], render_template(template, **words, **facts))


def _standing(book: Facts, fields: Any) -> dict[str, tuple[str, Facts]]:
    attendance = {"body": book["body"], "meetings": book["attended"]}
    rows = {"row": fields["attendance"].inner.schema, "facts": book["attendance"], "summary": attendance}
    return {
        "others": ("minute_books/print/others.html", {"fact": book}),
        "attendance": ("minute_books/print/attendance.html", rows),
        "changes": ("minute_books/print/changes.html", {"row": fields["changes"].inner.schema, "fact": book}),
    }


def _minutes(book: Facts, fields: Any, name: str) -> tuple[str, Facts]:
    meeting = next(each for each in book["meetings"] if each["name"] == name)
    if meeting["minutes"] is None:
        return "minute_books/print/no_minutes.html", {"fact": meeting}
    row = fields["meetings"].inner.schema.fields["minutes"].schema
    return "minutes/print/minutes.html", {"row": row, "fact": meeting["minutes"]}


def _set(sections: Sequence[Section]) -> list[Leaves]:
    set_in_turn = press.set_all([each.html for each in sections])
    return [
        Leaves(each.name, each.title, pages, html=each.html) for each, pages in zip(sections, set_in_turn, strict=True)
    ]


def foot_of(told: Told) -> str:
    """What stands at the foot of every page: the day, what was known, and the place in the ledger."""
    paper = press.on_paper({"known": told.asked.known})
    as_at = f"As at {day(told.asked.on)}, as known on {instant(paper['known'])}"
    return f"{as_at} · Ledger entry {paper['sealed']['size']} · root {paper['sealed']['root'][:8]}…"
