"""What differs between two texts of one document: field by field, its parts matched by their refs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Text = Mapping[str, Any]

REF = "ref"
BLANK: tuple[Any, ...] = (None, "", [])
LONGEST_TELLING_VALUE = 60
"""In letters: a longer value would not help to tell a part from the others."""


@dataclass(frozen=True)
class Difference:
    """A value that is not what it was; None is nothing, before or now.

    In a part, `part` is the name of the list that it stands in and `beside` what the part says
    besides, by which a reader knows it. Where `field` is "", the whole part came or went.
    """

    field: str
    was: Any
    now: Any
    part: str = ""
    beside: tuple[tuple[str, Any], ...] = ()


def differences(before: Text | None, after: Text | None) -> list[Difference]:
    """Every difference between two texts; None is a document that is not there."""
    return list(_differences(before or {}, after or {}))


def _differences(before: Text, after: Text) -> Iterator[Difference]:
    for name, was, now in _unequal(before, after):
        if _are_parts(was) or _are_parts(now):
            yield from _in_parts(name, _by_ref(was), _by_ref(now))
        else:
            yield Difference(name, was, now)


def _unequal(before: Text, after: Text) -> Iterator[tuple[str, Any, Any]]:
    """A blank is nothing, however it is written."""
    for name in sorted(before.keys() | after.keys()):
        was, now = _or_nothing(before.get(name)), _or_nothing(after.get(name))
        if name != REF and was != now:
            yield name, was, now


def _or_nothing(value: Any) -> Any:
    return None if value in BLANK else value


def _are_parts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) and REF in each for each in value)


def _by_ref(parts: Any) -> dict[str, Text]:
    return {part[REF]: part for part in parts or ()}


def _in_parts(name: str, before: Mapping[str, Text], after: Mapping[str, Text]) -> Iterator[Difference]:
    for ref in sorted(before.keys() | after.keys()):
        was, now = before.get(ref), after.get(ref)
        if was is None or now is None:
            yield Difference("", was, now, part=name)
        else:
            beside = tuple(_telling(was, now))
            yield from (Difference(field, old, new, name, beside) for field, old, new in _unequal(was, now))


def _telling(was: Text, now: Text) -> Iterator[tuple[str, Any]]:
    """What stayed as it was, and is short; a yes or a no tells nothing apart."""
    for field, value in now.items():
        stayed = value == was.get(field) and value not in BLANK and not isinstance(value, bool)
        if field != REF and stayed and len(str(value)) <= LONGEST_TELLING_VALUE:
            yield field, value
