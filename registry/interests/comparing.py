"""Two issues of the register compared: each as at a day, and as it was known then."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry import clock
from registry.interests import queries
from registry.interests.issues import Issued
from registry.interests.lines import Line
from registry.interests.rules import days_late
from registry.ledger import known, live
from registry.terms.redline import pieces_of
from registry.wording import worded

ADDED, LATE, ENDED, CHANGED, PUBLISHED, WITHHELD, GONE, CONFIRMED, NO_LONGER = (
    "added",
    "late",
    "ended",
    "changed",
    "newly published",
    "withheld",
    "no longer shown",
    "confirmed nothing to declare",
    "no longer confirmed",
)
TOLD = {
    "kind": "Type",
    "organisation": "Organisation",
    "description": "Interest",
    "whose": "Who has it",
    "relation": "What they are to the person",
    "nature": "What it is for them",
    "touches": "How it could touch our work",
    "topics": "Which of our work",
    "since": "Arose",
    "last_day": "Last day",
}
"""What is compared of an interest that stands in both issues, in the words of the register."""

Issue = dict[str, Line]
"""Its lines, by the ref of the interest or, where there is none, of the person."""


def compared(before: Issued, after: Issued, *, private: bool) -> list[Line]:
    """What is not in the later issue as it is in the earlier, person by person."""
    was, now = _issue(before), _issue(after)
    shown_then, shown_now = (_shown(issue, asked.on, private=private) for issue, asked in ((was, before), (now, after)))
    refs = sorted({*shown_then, *shown_now}, key=lambda ref: ((now.get(ref) or was[ref])["by"], ref))
    told = (_difference(ref, was, now, shown_then, shown_now) for ref in refs)
    return [line for line in told if line["what"]]


def _issue(asked: Issued) -> Issue:
    """Every line, private ones among them: of a person's word that there are none, under the person's ref."""
    with live(), known(asked.known if asked.known < clock.now() else None):
        lines = queries.interests_on(asked.on, private=True)
    return {line["person_ref"] if line["since"] is None else line["ref"]: line for line in lines}


def _shown(issue: Issue, on: date, *, private: bool) -> set[str]:
    if private:
        return set(issue)
    withheld = queries.withheld_now()
    return {ref for ref, line in issue.items() if line["published"] and line["ref"] not in withheld}


def _difference(ref: str, was: Issue, now: Issue, shown_then: set[str], shown_now: set[str]) -> Line:
    before, after = (was[ref] if ref in shown_then else None), (now[ref] if ref in shown_now else None)
    told = after or before
    assert told is not None
    changes = list(_changes(before, after)) if before and after else []
    if before is None:
        what = _came(told, was.get(ref))
    elif after is None:
        what = _went(told, now.get(ref))
    else:
        what = _became(before, after, changes)
    names = ("ref", "person", "person_ref", "organisation", "description", "since", "marks")
    return {name: told[name] for name in names} | {"what": what, "changes": changes}


def _came(line: Line, withheld: Line | None) -> list[str]:
    """What is told of a line that the earlier issue did not show, or was `withheld` from it."""
    if line["since"] is None:
        return [CONFIRMED]
    if withheld is not None:
        return [PUBLISHED]
    return [ADDED] if days_late(line["since"], line["declared_on"]) is None else [ADDED, LATE]


def _went(line: Line, still_kept: Line | None) -> list[str]:
    """What is told of a line that the later issue no longer shows, though it may be `still_kept` in private."""
    if line["since"] is None:
        return [NO_LONGER]
    return [GONE if still_kept is None or still_kept["public"] else WITHHELD]


def _became(before: Line, after: Line, changes: list[Line]) -> list[str]:
    """What became of an interest that is in both, in as many words as apply."""
    found = {
        CONFIRMED: after["since"] is None and after["declared_on"] != before["declared_on"],
        ENDED: "ended" in after["marks"] and "ended" not in before["marks"],
        PUBLISHED: after["public"] and not before["public"],
        WITHHELD: before["public"] and not after["public"],
        CHANGED: any(change["field"] != TOLD["last_day"] for change in changes),
    }
    return [what for what, so in found.items() if so]


def _changes(before: Line, after: Line) -> Iterable[dict[str, Any]]:
    """Field by field, what it said before and says now, and that word by word."""
    if before["since"] is None or after["since"] is None:
        return
    for name, label in TOLD.items():
        was, now = (worded(line[name]) if line[name] else "" for line in (before, after))
        if was != now:
            pieces = [piece._asdict() for piece in pieces_of(was, now)]
            yield {"field": label, "before": was, "after": now, "pieces": pieces}
