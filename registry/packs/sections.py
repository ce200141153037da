"""The sections of a pack, each written apart: none knows its pages, nor the others, nor its place in the ledger."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template

from registry import press
from registry.doors.telling import Told
from registry.forms import Row
from registry.packs.uploaded import Uploaded, fetch

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


def cover_of(told: Told) -> Section:
    """The one page that says the ledger's root in full."""
    pack = told.facts[0]
    facts = press.on_paper({"fact": pack, "on": pack["on"], "known": told.asked.known, "bound": pack["title"]})
    facts |= _letterhead(pack)
    return Section("cover", pack["title"], render_template("packs/print/cover.html", **facts))


def contents_page(pack: Facts, lines: list[Facts]) -> Section:
    return Section("contents", "Contents", written("packs/print/contents.html", pack, facts=lines))


def _section(row: Row, pack: Facts, line: Facts) -> Section:
    if line["sha256"]:
        uploaded = fetch(line["sha256"], line["title"])
        html = written("packs/print/paper.html", pack, fact=line, facts=uploaded.lying)
        return Section(line["name"], line["title"], html, line["level"], uploaded)
    template, facts = _standing(row, pack).get(line["name"]) or _item(pack, line["name"])
    return Section(line["name"], line["title"], written(template, pack, **facts))


def _standing(row: Any, pack: Facts) -> dict[str, tuple[str, Facts]]:
    fields, whole = row.fields, {"row": row, "fact": pack}
    terms = {"row": fields["terms"].schema, "fact": pack["terms"]}
    return {
        "agenda": ("meetings/print/meeting.html", {"row": fields["meeting"].schema, "fact": pack["meeting"]}),
        "interests": ("packs/print/interests.html", whole),
        "conflicts": (
            "conflicts/print/plan.html",
            {"row": fields["conflicts"].schema, "fact": pack["conflicts"]},
        ),
        "actions": ("packs/print/actions.html", {"row": fields["actions"].inner.schema, "fact": pack}),
        "minutes": ("minutes/print/minutes.html", {"row": fields["minutes"].schema, "fact": pack["minutes"]}),
        "decisions": ("packs/print/decisions.html", whole),
        "terms": ("terms/print/version.html", terms) if pack["terms"] else ("packs/print/no_terms.html", whole),
    }


def _item(pack: Facts, name: str) -> tuple[str, Facts]:
    item = next(item for item in pack["meeting"]["agenda"] if f"item-{item['number']}" == name)
    return "packs/print/item.html", {"fact": item}


def written(template: str, pack: Facts, **facts: Any) -> str:
    """The HTML of a section of a pack."""
    bound = {"bound": pack["title"], "sealed": None, "on": pack["on"], "known": None}
    bound["beside"] = [line["name"] for line in pack["contents"]]
    return render_template(template, **_letterhead(pack), **bound, **facts)


def _letterhead(pack: Facts) -> dict[str, str]:
    """Whose pack it is on the day of the meeting, whenever it is printed."""
    return press.letterhead(date.fromisoformat(pack["on"]))
