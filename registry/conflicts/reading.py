"""What a reader may be told of conflicts: of what people keep private, and of restricted business."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from registry.meetings.models import Meeting
from registry.meetings.restricted import withheld


@dataclass(frozen=True)
class Reader:
    """Somebody who reads: of whom, by ref, what is private; and what items of a meeting are hidden, by their refs."""

    reads_private: Callable[[str], bool]
    hidden_at: Callable[[Meeting], Collection[str]]


ANYBODY = Reader(lambda _: False, withheld)
"""Whoever may read no more than everybody who may read of conflicts at all."""

ALL = Reader(lambda _: True, lambda _: ())
"""Nobody in person: for what is only counted, or asked."""


def oneself(person_ref: str) -> Reader:
    """Somebody who is asked of her own interests, in items of bodies on which she sits."""
    return Reader(lambda ref: ref == person_ref, lambda _: ())
