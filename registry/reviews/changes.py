"""What of an interest is not as it was when it was last reviewed, word by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from registry.terms.redline import Piece, pieces_of
from registry.wording import worded

SAID_AS = {
    "organisation": "With whom",
    "description": "What it is",
    "since": "When it began",
    "until": "First day without it",
    "public": "Published",
    "private_reason": "Why it is private",
}
NOT_ITS_OWN = "ref", "declared_on"


@dataclass(frozen=True)
class Change:
    """One thing that is said of an interest, as it was and as it is, as one text."""

    label: str
    pieces: list[Piece]

    @property
    def in_words(self) -> str:
        """The same without marks: What it is: Partner [deleted: in the practice] [inserted: on leave]."""
        told = (text if what == "kept" else f"[{what}: {text.strip()}]" for what, text in self.pieces)
        return f"{self.label}: {' '.join(''.join(told).split())}"


def changes_between(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """What two texts of an interest differ in; the day on which it was declared stays what it was."""
    names = [*SAID_AS, *sorted(now.keys() - SAID_AS.keys())]
    return [
        Change(SAID_AS.get(name, name.replace("_", " ").capitalize()), pieces_of(was, says))
        for name in names
        if name not in NOT_ITS_OWN
        and not name.endswith("_ref")
        and (was := _said(before.get(name))) != (says := _said(now.get(name)))
    ]


def _said(value: Any) -> str:
    return "" if value in (None, "", []) else worded(value)
