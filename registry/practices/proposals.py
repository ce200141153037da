"""What loading a published file would come to, by the register and the rules: shown first, then done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from registry import clock
from registry.db import db
from registry.practices import rules
from registry.practices.changes import Change, list_size_changes, practice_changes
from registry.practices.models import LIST_SIZES, PRACTICES, Loaded, Practice
from registry.practices.published import PublishedListSize, PublishedPractice

LONG_FILE_LINES = 500

Published = PublishedPractice | PublishedListSize
Register = Mapping[str, Practice]


@dataclass(frozen=True)
class Counts:
    """What a file comes to: of its lines, so many new, changed, unchanged and left out."""

    what: str
    lines: int
    new: int
    changed: int
    unchanged: int
    left_out: int

    def __str__(self) -> str:
        told = f"{self.lines:,} {self.what}: {self.new:,} new, {self.changed:,} changed, {self.unchanged:,} unchanged"
        return f"{told}, {self.left_out:,} left out" if self.left_out else told


@dataclass(frozen=True)
class Proposal:
    """What a file would change. `left_out` are its practices that are not taken; `missing`, ours that it lacks.

    One that is no `news` leaves no trace: it, or a file that says the same of that day, was loaded before.
    """

    changes: list[Change]
    counts: Counts
    news: bool
    left_out: list[str]
    missing: list[Practice]
    register: Register


def propose_practices(
    published: Sequence[PublishedPractice], *, as_at: date, sha256: str, commissioners: Sequence[str] = ()
) -> Proposal:
    """Raises Breach where the file may not be loaded.

    Practices in the register are always taken. Of the others: those of the `commissioners` named; where none
    is named, every GP practice of a file that is not long.
    """
    register = registered()
    all_are_ours = not commissioners and len(published) < LONG_FILE_LINES
    taken = [
        told
        for told in published
        if told.code in register or (told.is_gp_practice and (all_are_ours or told.commissioner in commissioners))
    ]
    changes = practice_changes(register, taken, as_at=as_at)
    return propose(PRACTICES, register, published, taken, changes, as_at=as_at, sha256=sha256)


def propose_list_sizes(published: Sequence[PublishedListSize], *, as_at: date, sha256: str) -> Proposal:
    """Raises Breach where the file may not be loaded. Only practices in the register are taken."""
    register = registered()
    rules.patients_were_counted_by(as_at, max(told.as_at for told in published))
    taken = [told for told in published if told.code in register]
    changes = list_size_changes(register, taken)
    return propose(LIST_SIZES, register, published, taken, changes, as_at=as_at, sha256=sha256)


def propose(
    what: str,
    register: Register,
    published: Sequence[Published],
    taken: Sequence[Published],
    changes: list[Change],
    *,
    as_at: date,
    sha256: str,
) -> Proposal:
    """A file loaded before is no news, even where a later one has been loaded since."""
    latest, again = last_loaded(what), is_loaded(what, sha256)
    overtaken = again and latest is not None and as_at < latest
    if not overtaken:
        rules.day_has_come(as_at, clock.today())
        rules.file_is_no_older_than_the_last(as_at, latest)
        rules.some_practice_is_ours(len(taken))
    changes = [] if overtaken else changes
    return Proposal(
        changes,
        counted(what, published, taken, changes),
        news=bool(changes) or not (again or as_at == latest),
        left_out=left_out(published, taken),
        missing=missing(register, published, as_at),
        register=register,
    )


def counted(what: str, published: Sequence[Published], taken: Sequence[Published], changes: list[Change]) -> Counts:
    touched = {change.subject for change in changes}
    new = {change.subject for change in changes if change.is_first}
    return Counts(
        what,
        lines=len(published),
        new=len(new),
        changed=len(touched - new),
        unchanged=len(taken) - len(touched),
        left_out=len(published) - len(taken),
    )


def left_out(published: Sequence[Published], taken: Sequence[Published]) -> list[str]:
    ours = {told.code for told in taken}
    return sorted({told.code for told in published} - ours)


def missing(register: Register, published: Sequence[Published], as_at: date) -> list[Practice]:
    """Practices open on the file's day that it does not tell of. It does not say that they closed."""
    told = {each.code for each in published}
    return [practice for code, practice in register.items() if code not in told and practice.is_open(as_at)]


def registered() -> Register:
    """Every practice in the register, by its code."""
    whole = selectinload(Practice.particulars), selectinload(Practice.list_sizes)
    return {practice.code: practice for practice in db.session.scalars(select(Practice).options(*whole))}


def last_loaded(what: str) -> date | None:
    """The day that the latest file of a kind tells of."""
    return db.session.scalar(select(func.max(Loaded.as_at)).where(Loaded.what == what))


def is_loaded(what: str, sha256: str) -> bool:
    found = select(Loaded.ref).where(Loaded.what == what, Loaded.sha256 == sha256).limit(1)
    return db.session.scalar(found) is not None
