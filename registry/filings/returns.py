"""The returns that the law wants made to the registrar: each room hangs here those that arise in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from registry.deadlines import Deadline

RETURNS: list["Return"] = []


@dataclass(frozen=True)
class Arising:
    """One time that a return has fallen due: about which document, because of what, and by when.

    `happened` is the day from which the time runs. `opens` is the page that tells of it, as room.view,
    and `word` names the document it is of, if it is of one.
    """

    about_ref: str
    sentence: str
    happened: date
    deadline: Deadline
    opens: str
    word: str = ""


@dataclass(frozen=True)
class Return:
    """A form of the registrar's, the authority that asks for it, and every time by a day that it has fallen due."""

    form: str
    title: str
    authority: str
    arising: Callable[[date], Iterable[Arising]]


def hang(wanted: Return) -> None:
    if all((each.form, each.title) != (wanted.form, wanted.title) for each in RETURNS):
        RETURNS.append(wanted)


def arisen(on: date) -> list[tuple[Return, Arising]]:
    """Everything that has fallen to be filed by a day, filed or not, the first due first."""
    found = [(wanted, arising) for wanted in RETURNS for arising in wanted.arising(on)]
    return sorted(found, key=lambda each: each[1].deadline.due)


def arising_about(form: str, about_ref: str, on: date) -> tuple[Return, Arising] | None:
    return next((each for each in arisen(on) if (each[0].form, each[1].about_ref) == (form, about_ref)), None)
