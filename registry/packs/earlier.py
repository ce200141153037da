"""What the body decided before on the subject of an item, each with why it is said to be on it.

It is found by what the item and the decision themselves say, so that no other entry in the books changes it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import Decision
from registry.decisions.reading import is_open
from registry.index.words import LETTERS, UNSAID, folded
from registry.meetings.models import Item, Meeting, Party
from registry.wording import day as in_words

Line = dict[str, Any]

MOST = 4
ALIKE_FROM = 3
"""So many words of weight in common make two texts be about the same."""

SHORTEST = 4
IN_ALL = frozenset((
    "agreed", "approve", "approved", "board", "body", "committee", "company", "decide", "decided", "director",
    "directors", "federation", "item", "limited", "meeting", "member", "members", "minutes", "note", "noted", "paper",
    "papers", "practice", "practices", "proposed", "receive", "received", "report", "resolved", "year",
))  # fmt: skip
"""Words that decisions of a federation are made of, whatever they are about."""


@dataclass(frozen=True)
class TakenAt:
    """The item at which a decision was taken: what it was called, its reference, and whom it was about."""

    title: str
    reference: str
    parties: Mapping[str, str]


NOWHERE = TakenAt("", "", {})


def earlier_on(meeting: Meeting, taken: Iterable[Line]) -> list[Line]:
    """Of what the body had `taken` by then, the little that is on each item that has papers: the surest first."""
    taken = [line for line in taken if is_open(line)]
    items = [item for item in meeting.items if meeting.papers_for(item) and not item.standing]
    if not (taken and items):
        return []
    at = _taken_at([line["ref"] for line in taken])
    return [line for item in items for line in _on(meeting, item, taken, at)]


def _on(meeting: Meeting, item: Item, taken: Iterable[Line], at: Mapping[str, TakenAt]) -> list[Line]:
    about = {each.party_ref: each.name for each in meeting.parties if each.item_ref == item.ref and each.party_ref}
    told = ((_why(item, about, line, at.get(line["ref"], NOWHERE)), line) for line in taken)
    found = [(sureness, line, why) for (sureness, why), line in told if why]
    found.sort(key=lambda each: (each[0], -each[1]["on"].toordinal(), each[1]["ref"]))
    return [
        {name: line[name] for name in ("ref", "number", "on", "text", "status")} | {"item": item.place, "why": why}
        for _, line, why in found[:MOST]
    ]


def _why(item: Item, about: Mapping[str, str], line: Line, at: TakenAt) -> tuple[int, str]:
    """The best reason to say that a decision is on the subject of an item, and how sure it is; nothing, if none is."""
    if line["number"] in item.proposed.replace(",", " ").split():
        return 0, "it is named in the decision proposed"
    if item.reference and item.reference == at.reference:
        return 1, "it was taken at this item before it was carried over"
    if folded(item.title) == folded(at.title):
        return 2, f"it was taken at the item of the same name on {in_words(line['on'])}"
    changed = {effect["ref"] for effect in line["effects"]}
    if shared := sorted(name for ref, name in about.items() if ref in changed or ref in at.parties):
        return 3, f"it was also about {'; '.join(shared)}"
    return 4, _alike(item, line["text"])


def _alike(item: Item, text: str) -> str:
    """The words that the item and a decision have in common, if they make them be about the same."""
    title, said = words_of_weight(item.title), words_of_weight(text)
    common = (title | words_of_weight(item.proposed)) & said
    is_named = len(title) > 1 and title <= said
    if not is_named and len(common) < ALIKE_FROM:
        return ""
    return f"it too says {', '.join(f'“{word}”' for word in sorted(common))}"


def words_of_weight(text: str) -> set[str]:
    """The words of a text that tell it from others, without regard to case, accents and the plural."""
    words = {word for word in LETTERS.findall(folded(text)) if word.isalpha() and len(word) >= SHORTEST}
    return {word.removesuffix("s") for word in words - UNSAID - IN_ALL}


def _taken_at(refs: Collection[str]) -> dict[str, TakenAt]:
    """At which item each of these decisions was taken, of those that were taken at one."""
    wanted = select(Decision.ref, Item.ref, Item.title, Item.reference).join(Item, Item.ref == Decision.item_ref)
    found = db.session.execute(wanted.where(Decision.ref.in_(refs))).all()
    parties = db.session.scalars(select(Party).where(Party.item_ref.in_({item for _, item, _, _ in found}))).all()
    return {
        ref: TakenAt(title, reference, {p.party_ref: p.name for p in parties if p.item_ref == item and p.party_ref})
        for ref, item, title, reference in found
    }
