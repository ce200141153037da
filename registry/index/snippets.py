"""The few words around what was found."""

from collections.abc import Iterator
from dataclasses import dataclass

from registry.index.engines import BEGINS, ENDS

BEFORE, LONGEST = 80, 240
CUT = "…"


@dataclass(frozen=True)
class Piece:
    """Part of what is told: as it was said, and whether it is what was sought."""

    text: str
    found: bool


def snippet(said: str, marked: str) -> list[Piece]:
    """Some words of a passage about the first place where most was found together, piece by piece."""
    spans = list(_spans(marked))
    start = max(0, _best(spans) - BEFORE)
    start = said.find(" ", start) + 1 if start else 0
    end = _end(said, start)
    pieces = [*_pieces(said, [span for span in spans if start <= span[0] and span[1] <= end], start, end)]
    before, after = ([Piece(CUT, False)] if cut else [] for cut in (start > 0, end < len(said)))
    return [*before, *pieces, *after]


def _end(said: str, start: int) -> int:
    """Where the last whole word ends that there is room for."""
    if len(said) <= start + LONGEST:
        return len(said)
    end = said.rfind(" ", start, start + LONGEST + 1)
    return end if end > start else start + LONGEST


def found_in(said: str, marked: str) -> set[str]:
    """The different words that were found in a passage."""
    return {said[begins:ends].casefold() for begins, ends in _spans(marked)}


def _spans(marked: str) -> Iterator[tuple[int, int]]:
    """Where each mark begins and ends in the words without the marks."""
    place = begun = 0
    for letter in marked:
        if letter == BEGINS:
            begun = place
        elif letter == ENDS:
            yield begun, place
        else:
            place += 1


def _best(spans: list[tuple[int, int]]) -> int:
    """Where the window begins that holds the most of what was found: the first such."""
    reach = LONGEST - BEFORE
    held = [sum(1 for other in spans if span[0] <= other[0] < span[0] + reach) for span in spans[:50]]
    return spans[held.index(max(held))][0] if held else 0


def _pieces(said: str, spans: list[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    for begins, ends in spans:
        if begins > start:
            yield Piece(said[start:begins], False)
        yield Piece(said[begins:ends], True)
        start = ends
    if end > start:
        yield Piece(said[start:end], False)
