"""How whoever keeps a pack on paper makes the next edition of it out of the last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from registry.packs.binding import TO

REPLACE, INSERT, TAKE_OUT = "replace", "insert", "take out"


@dataclass(frozen=True)
class Sheet:
    """A page of a book: what it is called, and what all that is printed on it comes to."""

    label: str
    key: str


@dataclass(frozen=True)
class Step:
    """One thing to be done to pages that stand together; what is inserted comes `after` another page, or first."""

    do: str
    labels: tuple[str, ...]
    after: str = ""

    @property
    def sentence(self) -> str:
        words = f"{self.do.capitalize()} {pages(self.labels)}"
        if self.do != INSERT:
            return f"{words}."
        return f"{words} after page {self.after}." if self.after else f"{words} in front."


def steps(old: Sequence[Sheet], new: Sequence[Sheet]) -> list[Step]:
    """What is to be done to the old book, from front to back. Pages that both have stand in the same order in both."""
    together = [list(group) for _, group in groupby(_page_by_page(old, new), key=_kind)]
    return [
        Step(group[0].do, sum((each.labels for each in group), ()), group[0].after) for group in together if group[0].do
    ]


def _kind(step: Step) -> tuple[str, bool]:
    """Pages in front are named apart from those that are numbered."""
    return step.do, step.labels[0][0].isdigit()


def pages(labels: Sequence[str]) -> str:
    """Pages that stand together, in words."""
    if len(labels) == 1 and TO not in labels[0]:
        return f"page {labels[0]}"
    return f"pages {labels[0]}" if len(labels) == 1 else f"pages {_first(labels[0])}{TO}{_last(labels[-1])}"


def in_runs(labels: Sequence[str], book: Sequence[str]) -> str:
    """Some pages of a book, those that stand together as one: 12–14, 46a."""
    places = {label: place for place, label in enumerate(book)}
    runs = list[list[str]]()
    for before, label in pairwise([None, *labels]):
        if before is not None and label is not None and places[label] == places[before] + 1:
            runs[-1].append(label)
        elif label is not None:
            runs.append([label])
    return ", ".join(run[0] if len(run) == 1 else f"{_first(run[0])}{TO}{_last(run[-1])}" for run in runs)


def _page_by_page(old: Sequence[Sheet], new: Sequence[Sheet]) -> Iterator[Step]:
    """What is done to each page; nothing, to one that stays, which parts what is done before it from what is after."""
    was, to_be = {sheet.label: sheet.key for sheet in old}, {sheet.label for sheet in new}
    rest, before = list(old), ""
    for sheet in new:
        while rest and rest[0].label not in to_be:
            yield Step(TAKE_OUT, (rest.pop(0).label,))
        if sheet.label not in was:
            yield Step(INSERT, (sheet.label,), before)
        else:
            rest.pop(0)
            yield Step("" if was[sheet.label] == sheet.key else REPLACE, (sheet.label,))
        before = sheet.label
    yield from (Step(TAKE_OUT, (sheet.label,)) for sheet in rest)


def _first(label: str) -> str:
    return label.partition(TO)[0]


def _last(label: str) -> str:
    return label.rpartition(TO)[2]
