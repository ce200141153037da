"""Which clause of one version is which of the other, and what became of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from registry.terms.redline.clauses import Clause
from registry.terms.redline.words import DELETED as DELETED_WORDS
from registry.terms.redline.words import INSERTED as INSERTED_WORDS
from registry.terms.redline.words import KEPT, Piece, pieces_of, words_in

SAME, CHANGED, INSERTED, DELETED = "same", "changed", "inserted", "deleted"
LEAST_ALIKE = 0.4
"""Of the words of two clauses, the least share in common for the one to be taken as the other, changed."""

MOST_WORDS = 400
"""Beyond them it is enough that two have the same words, in whatever order."""

Pairs = dict[int, int]
"""By place in the new version, the place in the old one."""


@dataclass(frozen=True)
class Compared:
    """A clause of the old version, of the new one, or of both; `moved`, if it stands elsewhere among the others."""

    what: str
    was: Clause | None
    now: Clause | None
    moved: bool
    pieces: tuple[Piece, ...]

    @property
    def is_change(self) -> bool:
        return self.what != SAME or self.moved


def compare(old: Sequence[Clause], new: Sequence[Clause]) -> list[Compared]:
    """The new version in its order, with each clause that was deleted where it used to stand."""
    pairs = _paired(old, new)
    moved = _moved(pairs)
    gone = _gone_after(len(old), pairs, moved)
    found = [_deleted(old[place]) for place in gone[-1]]
    for place, clause in enumerate(new):
        before = pairs.get(place)
        found.append(_now(None if before is None else old[before], clause, place in moved))
        found += [_deleted(old[each]) for each in (gone[before] if before is not None else ())]
    return found


def _paired(old: Sequence[Clause], new: Sequence[Clause]) -> Pairs:
    """Those that say the same, in turn and then wherever they are; and of the rest, the most alike."""
    pairs: Pairs = {}
    said, says = ([f"{clause.is_heading} {clause.text}" for clause in side] for side in (old, new))
    for match in SequenceMatcher(None, said, says, autojunk=False).get_matching_blocks():
        pairs |= {match.b + step: match.a + step for step in range(match.size)}
    for alike, before, after in sorted(_likenesses(old, new, pairs), reverse=True):
        if alike >= LEAST_ALIKE and -after not in pairs and -before not in pairs.values():
            pairs[-after] = -before
    return pairs


def _likenesses(old: Sequence[Clause], new: Sequence[Clause], pairs: Pairs) -> Iterator[tuple[float, int, int]]:
    """How alike each two are that are not yet paired; places are negative, so that of equals the first come first."""
    taken = set(pairs.values())
    left = [(place, words_in(old[place].text)) for place in range(len(old)) if place not in taken]
    right = [(place, words_in(new[place].text)) for place in range(len(new)) if place not in pairs]
    for (before, said), (after, says) in product(left, right):
        if old[before].is_heading == new[after].is_heading:
            matcher = SequenceMatcher(None, said, says, autojunk=False)
            if (alike := matcher.quick_ratio()) >= LEAST_ALIKE:
                is_long = max(len(said), len(says)) > MOST_WORDS
                yield alike if is_long else matcher.ratio(), -before, -after


def _moved(pairs: Pairs) -> set[int]:
    """The fewest that one would have to move, for all the rest to stand in their old order."""
    in_turn = sorted(pairs)
    ends: list[int] = []
    chains: dict[int, list[int]] = {-1: []}
    for place in in_turn:
        at = bisect_left(ends, pairs[place])
        chains[at] = [*chains.get(at - 1, []), place]
        ends[at : at + 1] = [pairs[place]]
    stayed = set(chains[len(ends) - 1]) if ends else set()
    return set(in_turn) - stayed


def _gone_after(count: int, pairs: Pairs, moved: set[int]) -> dict[int, list[int]]:
    """By the place of the last clause before them that stayed, those of the old version that are no more."""
    stayed = {pairs[place] for place in pairs.keys() - moved}
    kept = set(pairs.values())
    gone: dict[int, list[int]] = defaultdict(list)
    last = -1
    for place in range(count):
        if place in stayed:
            last = place
        elif place not in kept:
            gone[last].append(place)
    return gone


def _now(was: Clause | None, now: Clause, moved: bool) -> Compared:
    if was is None:
        return Compared(INSERTED, None, now, False, (Piece(INSERTED_WORDS, now.text),))
    if was.text == now.text:
        return Compared(SAME, was, now, moved, (Piece(KEPT, now.text),))
    return Compared(CHANGED, was, now, moved, tuple(pieces_of(was.text, now.text)))


def _deleted(clause: Clause) -> Compared:
    return Compared(DELETED, clause, None, False, (Piece(DELETED_WORDS, clause.text),))
