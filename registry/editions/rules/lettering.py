"""What the pages of an edition are called, so that nobody's page references move: late ones take letters.

Between 46 and 47 come 46a, 46b; between 46a and 46b, 46aa. What must stand before 46a is 46za, as the draftsmen of
statutes have it: the letters after a number are ordered as a fraction's digits are, with z for nought.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from registry.packs.binding import TO

NOUGHT, FIRST, LAST = "z", "a", "y"
LETTERS = NOUGHT + "abcdefghijklmnopqrstuvwxy"
LABEL = re.compile(r"(\d+)([a-z]*)")

Place = tuple[int, tuple[int, ...]]


@dataclass(frozen=True)
class Bound:
    """A section of an edition that was issued, and what its pages are called."""

    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Coming:
    """A section that is to be issued, of so many pages."""

    name: str
    pages: int


def labelled(coming: Sequence[Coming], last: Sequence[Bound], used: Iterable[str]) -> list[tuple[str, ...]]:
    """What the pages of each section are called. Where none was issued, they count from 1.

    A section of the last edition keeps its labels, and goes on with letters if it has grown; one that is new, or
    stands elsewhere, is lettered after the page it follows. No label `used` before is used for another page.
    """
    if not last:
        return _counted(coming)
    staying, taken = _staying(coming, last), {*used}
    found, before = list[tuple[str, ...]](), "0"
    for place, section in enumerate(coming):
        kept = staying.get(section.name, ())[: section.pages]
        limit = next((staying[later.name][0] for later in coming[place + 1 :] if later.name in staying), None)
        labels = [*kept, *_letters(kept[-1] if kept else before, limit, section.pages - len(kept), taken)]
        found.append(tuple(labels))
        before = labels[-1]
    return found


def place_of(label: str) -> Place:
    """Where a label stands among others."""
    number, letters = _parts(label)
    return number, tuple(LETTERS.index(letter) for letter in letters)


def fitted(labels: Sequence[str], pages: int) -> list[str]:
    """What the pages of a reader's section are called, of which everybody's has these labels.

    A shorter one's last page stands for all that follow; of a longer one, the pages beyond are further sheets of its
    last.
    """
    if pages >= len(labels):
        return [*labels, *(f"{labels[-1]} ({sheet})" for sheet in range(2, pages - len(labels) + 2))]
    return [*labels[: pages - 1], f"{labels[pages - 1]}{TO}{labels[-1]}"]


def _counted(coming: Sequence[Coming]) -> list[tuple[str, ...]]:
    found, first = [], 1
    for section in coming:
        found.append(tuple(map(str, range(first, first + section.pages))))
        first += section.pages
    return found


def _staying(coming: Sequence[Coming], last: Sequence[Bound]) -> dict[str, tuple[str, ...]]:
    """The labels of those sections that stand in the order they stood in: as many pages as can be."""
    places = {section.name: place for place, section in enumerate(coming)}
    common = [section for section in last if section.name in places]
    best = list[tuple[int, list[Bound]]]()
    for section in common:
        ends = [each for each in best if not each[1] or places[each[1][-1].name] < places[section.name]]
        pages, before = max(ends, key=lambda each: each[0], default=(0, []))
        best.append((pages + len(section.labels), [*before, section]))
    _, stay = max(best, key=lambda each: each[0], default=(0, []))
    return {section.name: section.labels for section in stay}


def _letters(after: str, limit: str | None, count: int, taken: set[str]) -> Iterator[str]:
    """So many labels that come after one and before another, none of them `taken` yet."""
    while count > 0:
        after = _next(after, limit)
        if after not in taken:
            taken.add(after)
            count -= 1
            yield after


def _next(label: str, limit: str | None) -> str:
    """The label that one would expect after another; what stands between the two, where that is the limit."""
    number, letters = _parts(label)
    if letters and letters[-1] != LAST:
        beside = f"{number}{letters[:-1]}{LETTERS[LETTERS.index(letters[-1]) + 1]}"
        if _is_before(beside, limit):
            return beside
    noughts = 0
    while not _is_before(below := f"{label}{NOUGHT * noughts}{FIRST}", limit):
        noughts += 1
    return below


def _is_before(label: str, limit: str | None) -> bool:
    return limit is None or place_of(label) < place_of(limit)


def _parts(label: str) -> tuple[int, str]:
    number, letters = LABEL.fullmatch(label).groups()  # type: ignore[union-attr]
    return int(number), letters
