"""What happened, in words."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from registry.reorganisations.models import (
    DEPARTURE,
    LEFT,
    MERGED,
    MERGER,
    MOVE,
    MOVED,
    REGROUPING,
    SET_UP,
    SPLIT,
    TOOK_IN,
    WAS_SPLIT,
    Reorganisation,
    Succession,
)

Names = Mapping[str, Sequence[str]]
"""By what became of them, the practices that a reorganisation is about."""


def sentence_of(reorganisation: Reorganisation) -> str:
    """C82036 TWO SHIRES merged into C82001 SOUTH LEICESTERSHIRE."""
    names: dict[str, list[str]] = {}
    for subject in reorganisation.subjects:
        name = f"{subject.practice.code} {subject.practice.name_on(reorganisation.on)}"
        names.setdefault(subject.became, []).append(name)
    return SAID[reorganisation.kind](names, reorganisation.successions)


def _moved(names: Names, successions: Sequence[Succession]) -> str:
    here = " and ".join(each.before.name for each in successions if each.before)
    return f"{_and(names[MOVED])} moved from {here} to {_and(each.after.name for each in successions)}"


def _regrouped(names: Names, successions: Sequence[Succession]) -> str:
    before = {each.before.name for each in successions if each.before}
    after = {each.after.name for each in successions}
    return f"{_and(sorted(before)) or 'The practices'} regrouped as {_and(sorted(after))}"


def _and(names: Iterable[str]) -> str:
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


SAID: dict[str, Callable[[Names, Sequence[Succession]], str]] = {
    MERGER: lambda names, _: f"{_and(names[MERGED])} merged into {_and(names[TOOK_IN])}",
    SPLIT: lambda names, _: f"{_and(names[SET_UP])} set up out of {_and(names[WAS_SPLIT])}",
    MOVE: _moved,
    DEPARTURE: lambda names, _: f"{_and(names[LEFT])} left the federation",
    REGROUPING: _regrouped,
}
