"""The numbered or lettered paragraphs of a decision's text, of which a later one may supersede or rescind some."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MARK = re.compile(r"(?:(?<=\s)|^)\((?P<within>[a-z]|\d{1,2})\)\s|^(?P<leading>[a-z]|\d{1,2})[.)]\s", re.MULTILINE)
"""(a) or (1) anywhere; a. or 1) where a line begins."""
FIRST = ("a", "1")


@dataclass(frozen=True)
class Limb:
    """One paragraph: its letter or its number, and its words."""

    mark: str
    words: str

    @property
    def cited(self) -> str:
        return f"({self.mark})"


def limbs_of(text: str) -> list[Limb]:
    """The paragraphs that follow one another from (a), or from (1); none, where there are not two."""
    found = list(_in_turn(MARK.finditer(text)))
    ends = [match.start() for match in found[1:]] + [len(text)]
    if len(found) < 2:
        return []
    return [Limb(_mark(match), text[match.end() : end].strip()) for match, end in zip(found, ends, strict=True)]


def _in_turn(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Each mark that is the next: one inside a paragraph, such as (i) after (b), is part of its words."""
    wanted: tuple[str, ...] = FIRST
    for match in matches:
        if _mark(match) in wanted:
            yield match
            wanted = (_after(_mark(match)),)


def _mark(match: re.Match[str]) -> str:
    return match["within"] or match["leading"]


def _after(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdecimal() else chr(ord(mark) + 1)


def marks_in(said: str) -> list[str]:
    """The marks that somebody names, once each: “(a) and (c)”, “a, c”, “1, 3”."""
    words = (word.strip("().") for word in re.split(r"[\s,;]+", said.lower()))
    return list(dict.fromkeys(word for word in words if word and word != "and"))


def cited(marks: Sequence[str]) -> str:
    """Marks as a sentence names them: (a), (c)."""
    return ", ".join(f"({mark})" for mark in marks)
