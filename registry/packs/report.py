"""The build report of a pack: of each uploaded paper, how it is bound in, or why it is not."""

from typing import Any

from registry.files import Receipt, receipts
from registry.packs.binding import Uploaded
from registry.packs.uploaded import NotBoundIn, fetch
from registry.wording import counted

Line = dict[str, Any]

BOUND, NOT_BOUND = "Bound in", "Not bound in"
ARCHIVAL = "Fit to be kept: PDF/A-3"
NOT_KNOWN = "it was sent before papers were turned into PDF/A"


def report_of(contents: list[Line]) -> list[Line]:
    """A line for each paper; `fault` is why it is not bound in, and `why_not` why it is no PDF/A."""
    papers = [line for line in contents if line["sha256"]]
    received = receipts(line["sha256"] for line in papers)
    return [_line(line, received.get(line["sha256"])) for line in papers]


def archival(report: list[Line]) -> str:
    """Whether the pack is PDF/A, and because of which papers it is not."""
    wanting = [line["title"].partition(":")[0] for line in report if line["state"] == BOUND and line["why_not"]]
    return f"Not PDF/A, because of {_listed(wanting)}" if wanting else ARCHIVAL


def _line(line: Line, receipt: Receipt | None) -> Line:
    told = {name: line[name] for name in ("name", "title", "pages", "page")}
    told |= {"why_not": receipt.why_not if receipt else NOT_KNOWN, "removed": receipt.removed if receipt else []}
    try:
        told |= {"state": BOUND, "fault": ""} | _lies(fetch(line["sha256"]))
    except NotBoundIn as fault:
        told |= {"state": NOT_BOUND, "fault": str(fault), "drawn_at": "", "on_its_side": ""}
    return told | {"notes": " ".join(_notes(told))}


def _lies(paper: Uploaded) -> Line:
    """At what share of its own size it is drawn, from its smallest to its largest; and how many of its pages lie."""
    shares = sorted({round(100 * lie.share) for lie in paper.lies})
    wide = sum(lie.wide for lie in paper.lies)
    drawn_at = " to ".join(f"{share} %" for share in dict.fromkeys((shares[0], shares[-1])))
    return {"drawn_at": drawn_at, "on_its_side": counted(wide, "page") if wide else ""}


def _notes(line: Line) -> list[str]:
    notes = []
    if line["fault"]:
        return [f"{line['fault'].capitalize()}. A page in its place says so."]
    if line["why_not"]:
        notes.append(f"It is not PDF/A: {line['why_not']}.")
    if removed := line["removed"]:
        was = "was" if len(removed) == 1 and removed[0].startswith("a ") else "were"
        notes.append(f"{_listed(removed).capitalize()} {was} removed from it.")
    return notes


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
