"""The lines of a pack's contents: what there is of each section it is made up of, in their order."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from registry.meetings.models import DECIDE, DISCUSS, NOTE
from registry.packs.makeup import TITLES
from registry.packs.models import (
    ACTIONS,
    AGENDA,
    AHEAD,
    CHANGES,
    CONFLICTS,
    DECISIONS,
    INTERESTS,
    MINUTES,
    TERMS,
    TO_DECIDE,
    TO_DISCUSS,
    TO_NOTE,
)

Line = dict[str, Any]

MAY_BE = "presenter", "minutes", "item", "fronts", "under_review", "pages", "sha256"
"""What a line says only where it is one of an item, of a paper, or of what is under review."""


def contents_of(pack: Line) -> list[Line]:
    """A line for each section: `name` is what links to it say, `level` 2 if it stands under the one before."""
    return [line for section in pack["sections"] for line in LINES[section](pack)]


def _agenda(pack: Line) -> Iterator[Line]:
    about = _counted(len(pack["meeting"]["agenda"]), "item")
    yield _line(AGENDA, about, page=("meetings.meeting", {"word": pack["ref"]}))


def _interests(pack: Line) -> Iterator[Line]:
    page = ("interests.register", {"on": pack["meeting"]["on"]})
    yield _line(INTERESTS, _counted(len(pack["seated"]), "seat holder"), page=page)


def _conflicts(pack: Line) -> Iterator[Line]:
    if touched := sum(1 for item in pack["conflicts"]["items"] if item["conflicts"]):
        yield _line(CONFLICTS, _counted(touched, "item"), page=("conflicts.plan", {"word": pack["ref"]}))


def _minutes(pack: Line) -> Iterator[Line]:
    if minutes := pack["minutes"]:
        about = f"Version {minutes['version']}, {minutes['state']}"
        yield _line(MINUTES, about, page=("minutes.minutes", {"word": minutes["ref"]}))


def _actions(pack: Line) -> Iterator[Line]:
    if pack["actions"]:
        page = ("actions.register", {"body": pack["meeting"]["body_ref"], "on": pack["meeting"]["on"]})
        yield _line(ACTIONS, _counted(len(pack["actions"]), "action"), page=page)


def _decisions(pack: Line) -> Iterator[Line]:
    page = ("decisions.register", {"body": pack["meeting"]["body_ref"]})
    yield _line(DECISIONS, _counted(len(pack["decisions"]), "decision"), page=page)


def _terms(pack: Line) -> Iterator[Line]:
    terms = pack["terms"]
    about = f"Version {terms['version']}" if terms else "None in force"
    yield _line(TERMS, about, page=("terms.version", {"word": terms["ref"]}) if terms else None)
    for place, other in enumerate(pack["reviewed"]):
        page = ("terms.version", {"word": other["ref"]})
        title = f"{TITLES[TERMS]} of {other['body']}"
        yield _line(f"{TERMS}-{place}", f"Version {other['version']}", title=title, page=page) | {"under_review": place}


def _changes(pack: Line) -> Iterator[Line]:
    if pack["changes"]:
        yield _line(CHANGES, _counted(len(pack["changes"]), "change"))


def _ahead(pack: Line) -> Iterator[Line]:
    if pack["ahead"]:
        yield _line(AHEAD, f"{len(pack['ahead'])} to come")


def _items(pack: Line, purpose: str) -> Iterator[Line]:
    """The items for a purpose that have papers, each with those."""
    for item in pack["meeting"]["agenda"]:
        if item["purpose"] == purpose and (item["papers"] or item["kept"]):
            title = f"Item {item['number']}: {item['title']}"
            line = _line(f"item-{item['number']}", f"To {purpose}", title=title) | {"item": item["number"]}
            yield line | {"presenter": item["presenter"], "minutes": item["time_wanted"]}
            for place, paper in enumerate(item["papers"]):
                if place > 0:
                    yield _front(item, paper)
                yield _paper(pack, paper) | {"item": item["number"]}


def _front(item: Line, paper: Line) -> Line:
    """The front sheet of a paper; an item's first shares the item's."""
    title = f"Front sheet of paper {paper['letter']}"
    told = {"item": item["number"], "level": 2, "fronts": paper["letter"]}
    return _line(f"front-{paper['letter']}", f"To {item['purpose']}", title=title) | told


def _paper(pack: Line, paper: Line) -> Line:
    line = _line(
        f"paper-{paper['letter']}",
        _counted(paper["pages"], "page"),
        title=f"Paper {paper['letter']}: {paper['title']}",
        page=("meetings.paper", {"word": pack["ref"], "paper": paper["ref"]}),
    )
    return line | {"level": 2, "pages": paper["pages"], "sha256": pack["files"][paper["ref"]]}


def _line(name: str, about: str, *, title: str = "", page: tuple[str, Line] | None = None) -> Line:
    """`page` is where the registers tell the same: a door, and its words."""
    standing = {
        "level": 1,
        **dict.fromkeys(("presenter", "minutes", "item", "fronts", "under_review", "pages", "sha256")),
    }
    return {"name": name, "title": title or TITLES[name], "about": about, "page": page} | standing


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


LINES: dict[str, Callable[[Line], Iterable[Line]]] = {
    AGENDA: _agenda,
    INTERESTS: _interests,
    CONFLICTS: _conflicts,
    MINUTES: _minutes,
    ACTIONS: _actions,
    DECISIONS: _decisions,
    TO_DECIDE: partial(_items, purpose=DECIDE),
    TO_DISCUSS: partial(_items, purpose=DISCUSS),
    TO_NOTE: partial(_items, purpose=NOTE),
    TERMS: _terms,
    CHANGES: _changes,
    AHEAD: _ahead,
}
