"""What a reader is shown before an act that is not lightly undone; nothing is recorded until it has been seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Protocol

from registry.doors import hung
from registry.forms import Row
from registry.ledger import Record
from registry.ledger.canonical import canonical

Subject = Sequence[Record]


@dataclass(frozen=True)
class Shown:
    """A page of what is to be seen first; `seen` is what its reader sends back with her answers."""

    template: str
    facts: dict[str, Any]
    seen: str


class Before(Protocol):
    """Something to be seen before an act."""

    def unseen(self, seen: str, subject: Subject, answer: dict[str, Any]) -> Shown | None:
        """What is still to be shown to a reader who has seen so much; nothing, if that is enough."""

    def told(self, subject: Subject, answer: dict[str, Any]) -> dict[str, Any]:
        """The same in plain values, for whoever asks what an act would come to."""


@dataclass(frozen=True)
class RestingSince:
    """What was done in reliance on a document, from the first day in question."""

    from_day: Callable[..., date]

    def unseen(self, seen: str, subject: Subject, answer: dict[str, Any]) -> Shown | None:
        since = self.from_day(*subject, answer)
        if "" < seen <= since.isoformat():
            return None
        return Shown("resting.html", self._found(subject, since), since.isoformat())

    def told(self, subject: Subject, answer: dict[str, Any]) -> dict[str, Any]:
        told = self._found(subject, self.from_day(*subject, answer))
        found = [{"kind": each.kind, "text": each.text, "href": each.href} for each in told["found"]]
        return {"since": told["since"].isoformat(), "found": found}

    @staticmethod
    def _found(subject: Subject, since: date) -> dict[str, Any]:
        [document] = subject
        return {"since": since, "found": hung.resting_on(document, since)}


@dataclass(frozen=True)
class Foretold:
    """One thing that an act would come to: lines of one kind, under a title."""

    title: str
    tells: type[Row]
    lines: Sequence[dict[str, Any]]
    empty: str = ""

    def draw(self) -> dict[str, Any]:
        row = self.tells()
        return {"title": self.title, "row": row, "facts": row.dump(self.lines, many=True), "empty": self.empty}


@dataclass(frozen=True)
class WhatItComesTo:
    """What an act would do. Where the registers have changed since it was shown, it is shown again."""

    foretells: Callable[..., Sequence[Foretold]]

    def unseen(self, seen: str, subject: Subject, answer: dict[str, Any]) -> Shown | None:
        tables = [each.draw() for each in self.foretells(*subject, answer)]
        seal = _seal_of(tables)
        if seen == seal:
            return None
        return Shown("foretold.html", {"tables": tables, "again": bool(seen)}, seal)

    def told(self, subject: Subject, answer: dict[str, Any]) -> dict[str, Any]:
        drawn = (each.draw() for each in self.foretells(*subject, answer))
        return {"comes_to": [{"title": each["title"], "lines": each["facts"]} for each in drawn]}


def _seal_of(tables: Sequence[dict[str, Any]]) -> str:
    """Changes with every word that is shown."""
    told = {"tables": [{"title": each["title"], "lines": each["facts"]} for each in tables]}
    return sha256(canonical(told).encode()).hexdigest()
