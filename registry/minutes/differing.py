"""What the registers say otherwise than when minutes were circulated; and one version beside another. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from registry.minutes.said import HEADING, WRITTEN
from registry.terms.redline import Clause, Compared, Piece, compare, pieces_of

Told = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """A sentence that the registers gave and what they say now; "" for what is no more, or is new."""

    item_ref: str | None
    was: str
    now: str

    @property
    def sentence(self) -> str:
        if not self.was:
            return f"Now said: “{self.now}”"
        if not self.now:
            return f"No longer said: “{self.was}”"
        return f"“{self.was}” is now “{self.now}”"

    @property
    def pieces(self) -> list[Piece]:
        return pieces_of(self.was, self.now)


def changes_since(circulated: Sequence[Told], now: Sequence[Told]) -> list[Change]:
    """What the registers say of the same meeting otherwise than they did; what was written is left out of it."""
    items = list(dict.fromkeys(each["item_ref"] for each in (*circulated, *now)))
    return [change for item in items for change in _of_item(item, _facts(circulated, item), _facts(now, item))]


def _facts(passages: Iterable[Told], item: str | None) -> list[str]:
    wanted = (each for each in passages if each["item_ref"] == item and each["source"] != WRITTEN)
    return [f"{each['label']} {each['text']}".strip() for each in wanted]


def _of_item(item: str | None, was: list[str], now: list[str]) -> Iterable[Change]:
    for what, start, end, begins, ends in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what != "equal":
            pairs = zip_longest(was[start:end], now[begins:ends], fillvalue="")
            yield from (Change(item, before, after) for before, after in pairs)


def compared(before: Sequence[Told], after: Sequence[Told]) -> list[Compared]:
    """Passage by passage, then word by word."""
    return compare(list(map(_clause, before)), list(map(_clause, after)))


def _clause(passage: Told) -> Clause:
    text = f"{passage['label']}. {passage['text']}" if passage["label"] else passage["text"]
    return Clause(str(passage["place"]), text, is_heading=passage["source"] == HEADING)
