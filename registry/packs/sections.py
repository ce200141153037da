"""The sections of a pack, each written apart: none knows its pages, nor the others, nor its place in the ledger."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template

from registry import press
from registry.doors.telling import Told
from registry.forms import Row
from registry.packs.binding import Uploaded
from registry.packs.uploaded import NotBoundIn, fetch

Facts = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A section as it goes to the press, and the uploaded paper that is then laid on its sheets, if it is for one.

    Links from other sections say `pack:` and its name.
    """

    name: str
    title: str
    html: str
    level: int = 1
    uploaded: Uploaded | None = None


def sections_of(told: Told) -> list[Section]:
    """Everything between the contents and the end."""
    pack = told.facts[0]
    return [_section(told.row, pack, line) for line in pack["contents"]]


def cover_of(told: Told, *, reader: str = "") -> Section:
    """The one page that says the ledger's root in full, and whose copy it is if it is a `reader`'s own."""
    pack = told.facts[0]
    restricted = [str(item["number"]) for item in pack["meeting"]["agenda"] if item["restricted"]]
    fact = pack | {"reader": reader, "restricted": ", ".join(restricted)}
    facts = press.on_paper({"fact": fact, "on": pack["on"], "known": told.asked.known, "bound": pack["title"]})
    facts |= _letterhead(pack)
    return Section("cover", pack["title"], render_template("packs/print/cover.html", **facts))


def contents_page(pack: Facts, lines: list[Facts]) -> Section:
    return Section("contents", "Contents", written("packs/print/contents.html", pack, facts=lines))


def _section(row: Row, pack: Facts, line: Facts) -> Section:
    if line["sha256"]:
        return _paper(pack, line)
    if line["item"]:
        template, facts = _sheet(pack, line)
    elif line["under_review"] is not None:
        template, facts = _reviewed(row, pack, line)
    else:
        template, facts = _standing(row, pack)[line["name"]]
    return Section(line["name"], line["title"], written(template, pack, **facts), line["level"])


def _paper(pack: Facts, line: Facts) -> Section:
    """The sheets for an uploaded paper; or, if it cannot be bound in, the page that says so in its place."""
    name, title, level = line["name"], line["title"], line["level"]
    try:
        uploaded = fetch(line["sha256"])
    except NotBoundIn as fault:
        html = written("packs/print/not_bound.html", pack, fact=line | {"fault": str(fault)})
        return Section(name, title, html, level)
    html = written("packs/print/paper.html", pack, fact=line, facts=uploaded.shapes)
    return Section(name, title, html, level, uploaded)


def _standing(row: Any, pack: Facts) -> dict[str, tuple[str, Facts]]:
    fields, whole = row.fields, {"row": row, "fact": pack}
    terms = {"row": fields["terms"].schema, "fact": pack["terms"]}
    return {
        "agenda": ("meetings/print/meeting.html", {"row": fields["meeting"].schema, "fact": pack["meeting"]}),
        "interests": ("packs/print/interests.html", whole),
        "conflicts": (
            "conflicts/print/plan.html",
            {"row": fields["conflicts"].schema, "fact": _of_business(pack)},
        ),
        "actions": ("packs/print/actions.html", {"row": fields["actions"].inner.schema, "fact": pack}),
        "minutes": ("minutes/print/minutes.html", {"row": fields["minutes"].schema, "fact": pack["minutes"]}),
        "decisions": ("packs/print/decisions.html", whole),
        "changes": ("packs/print/changes.html", {"row": fields["changes"].inner.schema, "fact": pack}),
        "ahead": ("packs/print/ahead.html", {"row": fields["ahead"].inner.schema, "fact": pack}),
        "terms": ("terms/print/version.html", terms) if pack["terms"] else ("packs/print/no_terms.html", whole),
    }


def _reviewed(row: Any, pack: Facts, line: Facts) -> tuple[str, Facts]:
    """The terms of another body, which this one is to look at."""
    terms = {"row": row.fields["reviewed"].inner.schema, "fact": pack["reviewed"][line["under_review"]]}
    return "terms/print/version.html", terms


def _of_business(pack: Facts) -> Facts:
    """The plan of conflicts, without the standing items, unless one of them touches somebody's interests."""
    standing = {item["number"] for item in pack["meeting"]["agenda"] if item["standing"]}
    planned: Facts = pack["conflicts"]
    kept = [item for item in planned["items"] if item["conflicts"] or item["number"] not in standing]
    return planned | {"items": kept}


def _sheet(pack: Facts, line: Facts) -> tuple[str, Facts]:
    """The front sheet of an item, or of one of its papers."""
    number = line["item"]
    item = next(item for item in pack["meeting"]["agenda"] if item["number"] == number)
    planned = next((each for each in pack["conflicts"]["items"] if each["number"] == number), None)
    sheet = item | {
        "body": pack["body"],
        "conflicts": planned and planned["conflicts"],
        "earlier": [each for each in pack["earlier"] if each["item"] == number],
    }
    if line["fronts"] is None:
        return "packs/print/item.html", {"fact": sheet}
    paper = next(paper for paper in item["papers"] if paper["letter"] == line["fronts"])
    return "packs/print/front.html", {"fact": sheet | {"paper": paper}}


def written(template: str, pack: Facts, **facts: Any) -> str:
    """The HTML of a section of a pack."""
    bound = {"bound": pack["title"], "sealed": None, "on": pack["on"], "known": None}
    bound["beside"] = [line["name"] for line in pack["contents"]]
    return render_template(template, **_letterhead(pack), **bound, **facts)


def _letterhead(pack: Facts) -> dict[str, str]:
    """Whose pack it is on the day of the meeting, whenever it is printed."""
    return press.letterhead(date.fromisoformat(pack["on"]))
