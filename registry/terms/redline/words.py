"""What changed within a clause, word by word."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import NamedTuple

KEPT, INSERTED, DELETED = "kept", "inserted", "deleted"
MOST_LETTERS = 4_000
"""Of a line: a longer one is compared sentence by sentence, for word by word would take minutes."""
SENTENCE = re.compile(r".+?(?:[.;:?!](?=\s)\s*|$)", re.DOTALL)
WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(NamedTuple):
    """Some words, and what became of them."""

    what: str
    text: str


def words_in(text: str) -> list[str]:
    """The words and marks of a text, in whatever case, without what is between them."""
    return [word for word in WORD.findall(text.casefold()) if not word.isspace()]


def pieces_of(old: str, new: str) -> list[Piece]:
    """Both texts as one, piece by piece: what was kept, and what was deleted before what was inserted in its place.

    Texts of many lines, such as tables, are compared line by line first: a row with the row that took its place.
    """
    return list(_told(_without_islands(_by_lines(_lines(old), _lines(new)))))


def _lines(text: str) -> list[str]:
    lines = text.splitlines(True)
    return [part for line in lines for part in (SENTENCE.findall(line) if len(line) > MOST_LETTERS else [line])]


def _by_lines(old: list[str], new: list[str]) -> Iterator[Piece]:
    for what, start, end, begins, ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(KEPT, "".join(old[start:end]))
            continue
        for before, after in zip_longest(old[start:end], new[begins:ends], fillvalue=""):
            is_long = max(len(before), len(after)) > MOST_LETTERS
            yield from _steps(
                *(([text] if text else []) if is_long else WORD.findall(text) for text in (before, after))
            )


def _words(before: str, after: str) -> tuple[list[str], list[str]]:
    """The words of both or, of a sentence that is longer than any, that whole."""
    if max(len(before), len(after)) > MOST_LETTERS:
        return list(filter(None, [before])), list(filter(None, [after]))
    return WORD.findall(before), WORD.findall(after)


def _steps(before: list[str], after: list[str]) -> Iterator[Piece]:
    for what, start, end, begins, ends in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(KEPT, "".join(before[start:end]))
            continue
        if start < end:
            yield Piece(DELETED, "".join(before[start:end]))
        if begins < ends:
            yield Piece(INSERTED, "".join(after[begins:ends]))


def _without_islands(steps: Iterable[Piece]) -> Iterator[Piece]:
    """A space kept between two changes is part of both: a reader sees one change, not two."""
    pieces = list(steps)
    for place, piece in enumerate(pieces):
        is_island = 0 < place < len(pieces) - 1 and piece.what == KEPT and not piece.text.strip()
        if is_island:
            yield Piece(DELETED, piece.text)
            yield Piece(INSERTED, piece.text)
        else:
            yield piece


def _told(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Changes that follow one another as one: all that was deleted, and then all that was inserted."""
    for is_kept, run in groupby(pieces, key=lambda piece: piece.what == KEPT):
        found = list(run)
        if is_kept:
            yield Piece(KEPT, "".join(piece.text for piece in found))
            continue
        for what in (DELETED, INSERTED):
            if text := "".join(piece.text for piece in found if piece.what == what):
                yield Piece(what, text)
