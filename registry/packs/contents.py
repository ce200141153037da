"""What a pack is made of, in its order: the body's standing papers, then each item that has papers, and those."""

from collections.abc import Iterator
from typing import Any

Line = dict[str, Any]


def contents_of(pack: Line) -> list[Line]:
    """A line for each section: `name` is what links to it say, `level` 2 if it stands under the one before."""
    return [*_business(pack), *_since_the_last_meeting(pack), _terms(pack["terms"]), *_items(pack)]


def _business(pack: Line) -> Iterator[Line]:
    """The agenda, and whose interests it may touch."""
    meeting = pack["meeting"]
    page = ("meetings.meeting", {"word": pack["ref"]})
    yield _line("agenda", "Agenda", _counted(len(meeting["agenda"]), "item"), page=page)
    page = ("interests.register", {"on": meeting["on"]})
    yield _line("interests", "Register of interests", _counted(len(pack["seated"]), "seat holder"), page=page)
    if touched := sum(1 for item in pack["conflicts"]["items"] if item["conflicts"]):
        page = ("conflicts.plan", {"word": pack["ref"]})
        yield _line("conflicts", "Conflicts of interest", _counted(touched, "item"), page=page)


def _since_the_last_meeting(pack: Line) -> Iterator[Line]:
    """What was minuted of it, what it left to be done, and what has been decided from it on."""
    body = {"body": pack["meeting"]["body_ref"]}
    if minutes := pack["minutes"]:
        about = f"Version {minutes['version']}, {minutes['state']}"
        page = ("minutes.minutes", {"word": minutes["ref"]})
        yield _line("minutes", "Minutes of the last meeting", about, page=page)
    if pack["actions"]:
        page = ("actions.register", body | {"on": pack["meeting"]["on"]})
        yield _line("actions", "Matters arising", _counted(len(pack["actions"]), "action"), page=page)
    page = ("decisions.register", body)
    yield _line("decisions", "Previous decisions", _counted(len(pack["decisions"]), "decision"), page=page)


def _terms(terms: Line | None) -> Line:
    about = f"Version {terms['version']}" if terms else "None in force"
    page = ("terms.version", {"word": terms["ref"]}) if terms else None
    return _line("terms", "Terms of reference", about, page=page)


def _items(pack: Line) -> Iterator[Line]:
    for item in pack["meeting"]["agenda"]:
        if item["papers"] or item["kept"]:
            title = f"Item {item['number']}: {item['title']}"
            yield _line(f"item-{item['number']}", title, f"To {item['purpose']}") | {"presenter": item["presenter"]}
            yield from (_paper(pack, paper) for paper in item["papers"])


def _paper(pack: Line, paper: Line) -> Line:
    line = _line(
        f"paper-{paper['letter']}",
        f"Paper {paper['letter']}: {paper['title']}",
        _counted(paper["pages"], "page"),
        page=("meetings.paper", {"word": pack["ref"], "paper": paper["ref"]}),
    )
    return line | {"level": 2, "pages": paper["pages"], "sha256": pack["files"][paper["ref"]]}


def _line(name: str, title: str, about: str, *, page: tuple[str, Line] | None = None) -> Line:
    """`page` is where the registers tell the same: a door, and its words."""
    standing = {"level": 1, "presenter": None, "pages": None, "sha256": None}
    return {"name": name, "title": title, "about": about, "page": page} | standing


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
