"""What later rooms hang on earlier ones: panels on their pages, duties for home, answers to a search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import g

from registry.forms import Row

PANELS: list["Panel"] = []
DUTIES: list["Source"] = []
SEARCHES: list["Source"] = []
RESTING: list["Resting"] = []
FOLLOWING: list["Following"] = []


@dataclass(frozen=True)
class Panel:
    """Facts of one room drawn on the page of another's document."""

    on: type
    needs: str
    title: str
    tells: type[Row]
    empty: str
    view: Callable[..., Iterable[Any]]
    is_printed: bool = True

    def draw(self, document: Any, day: date) -> dict[str, Any]:
        row = self.tells()
        facts = row.dump(self.view(document, on=day), many=True)
        return {"title": self.title, "row": row, "facts": facts, "empty": self.empty, "name": self.view.__name__}


@dataclass(frozen=True)
class Source:
    """A room's answer to home: what needs doing, or what was found."""

    needs: str
    gives: Callable[..., Iterable[Any]]


@dataclass(frozen=True)
class Duty:
    """Something to be done: by when, under what authority, and where.

    `reckoned` says how the day was found; `done_at`, where to say that it has been done, if that is elsewhere, and
    `done` in what words.
    """

    sentence: str
    due: date | None
    authority: str
    href: str
    reckoned: str = ""
    done_at: str | None = None
    done: str = "Record the filing"


@dataclass(frozen=True)
class Resting:
    """What of one room rests on a document of another; the view is given it, and the first day that is in question."""

    on: type
    gives: Callable[..., Iterable["Found"]]


@dataclass(frozen=True)
class Following:
    """What in one room would follow if something befell a document of another; the view is given it, and the day."""

    on: type
    needs: str
    gives: Callable[..., Iterable["Found"]]


@dataclass(frozen=True)
class Found:
    """Something a search found: what it is, its words, and where."""

    kind: str
    text: str
    href: str


def panels_of(
    document: Any, day: date, *, only: Sequence[str] | None = None, paper: bool = False
) -> list[dict[str, Any]]:
    """Every panel hung on this kind of document that the reader may see, in the order of the rooms.

    Where a page wants `only` some, they are named as their views are; on `paper`, those that are printed.
    """
    named = [panel for panel in PANELS if only is None or panel.view.__name__ in only]
    wanted = [panel for panel in named if panel.is_printed or not paper]
    hung = [panel for panel in wanted if isinstance(document, panel.on)]
    return [panel.draw(document, day) for panel in hung if g.account.may(panel.needs, scope=document.scope)]


def duties(on: date) -> list[Duty]:
    """What needs doing by the reader, the most pressing first."""
    found = [duty for source in DUTIES if g.account.may(source.needs) for duty in source.gives(on)]
    return sorted(found, key=lambda duty: duty.due or date.max)


def resting_on(document: Any, since: date) -> list[Found]:
    """Everything that was done from a day on in reliance on what a document says, in the order of the rooms."""
    hung = [resting for resting in RESTING if isinstance(document, resting.on)]
    return [found for resting in hung for found in resting.gives(document, since)]


def following_from(document: Any, day: date) -> list[Found]:
    """Everything that would follow from a day on, as far as the reader may see it, in the order of the rooms."""
    hung = [each for each in FOLLOWING if isinstance(document, each.on) and g.account.may(each.needs)]
    return [found for each in hung for found in each.gives(document, on=day)]


def has_all(text: str, words: str) -> bool:
    """Whether every word sought is in a text, in whatever case."""
    return all(word in text.casefold() for word in words.casefold().split())


def search(words: str, on: date) -> list[Found]:
    return [found for source in SEARCHES if g.account.may(source.needs) for found in source.gives(words, on)]
