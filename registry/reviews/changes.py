"""What of an interest is not as it was when it was last reviewed, word by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from registry.interests.sentences import KINDS_IN_WORDS, WHOSE_IN_WORDS
from registry.terms.redline import Piece, pieces_of
from registry.wording import worded

SAID_AS = {
    "organisation": "With whom",
    "description": "What it is",
    "since": "When it began",
    "until": "First day without it",
    "public": "Published",
    "private_reason": "Why it is private",
    "kind": "Type",
    "whose": "Who has it",
    "relation": "What they are to the person",
    "nature": "What it is for them",
    "touches": "How it could touch our work",
    "topics": "Which of our work",
    "dates": "When it began, as it was put",
}
IN_WORDS: dict[str, dict[str, str]] = {"kind": KINDS_IN_WORDS, "nature": KINDS_IN_WORDS, "whose": WHOSE_IN_WORDS}
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
        and (was := _said(name, before.get(name))) != (says := _said(name, now.get(name)))
    ]


def _said(name: str, value: Any) -> str:
    return "" if value in (None, "", []) else IN_WORDS.get(name, {}).get(value) or worded(value)
