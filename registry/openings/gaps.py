"""Numbers that are missing where numbers run on: pure, of plain numbers and of those with letters before them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

Range = tuple[int, int]

OF_A_YEAR = re.compile(r"\b\d\d/$")
ENDS_IN_FIGURES = re.compile(r"(?P<before>.*?)(?P<figures>\d{1,9})")


def missing(ranges: Iterable[Range], *, start: int = 1) -> list[Range]:
    """What lies between ranges of numbers, and before the first of them, from a number on."""
    found = []
    for first, last in sorted(ranges):
        if first > start:
            found.append((start, first - 1))
        start = max(start, last + 1)
    return found


def missing_numbers(numbers: Iterable[str]) -> Iterator[str]:
    """Of numbers such as M/09/1 and M/09/4, those between: M/09/2 to 3. What is counted year by year begins at 1."""
    series: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        if told := ENDS_IN_FIGURES.fullmatch(number):
            series[told["before"]].add(int(told["figures"]))
    for before, figures in sorted(series.items()):
        start = 1 if OF_A_YEAR.search(before) else min(figures)
        for gap in missing([(figure, figure) for figure in figures], start=start):
            yield in_words(gap, before)


def in_words(numbers: Range, before: str = "") -> str:
    """31; 31 to 40; M/09/2 to 3."""
    first, last = numbers
    return f"{before}{first}" if first == last else f"{before}{first} to {last}"
