import re
from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.ledger import Document, Part, link, part_of, parts
from registry.periods import ONE_DAY, Lasting

NAME, ADDRESS, COMMISSIONER, STATUS = PARTICULARS = "name", "address", "commissioner", "status"
PRACTICES, LIST_SIZES = PUBLISHED = "practices", "list sizes"
BRANCH_CODE = re.compile(r"([A-Z][0-9]{5})[0-9]{3}")
REGISTERED_PATIENTS = "NHS Digital, Patients Registered at a GP Practice"


def _before_mergers(told: dict[str, Any]) -> dict[str, Any]:
    """A practice of the first shape: none had merged, and every list size was the NHS's."""
    sizes = [size | {"source": REGISTERED_PATIENTS} for size in told["list_sizes"]]
    return told | {"merged": None, "merged_into_ref": None, "branches": [], "list_sizes": sizes}


class Practice(Document):
    """An organisation with an ODS code. `opened` is its first day; `closed`, its first day no longer open.

    From `merged`, its first day no longer a practice of its own, it is one with the practice that it merged
    into. One that closed on the day it opened was never open: it was entered in error.
    """

    __word__ = "code"
    __upcasts__ = (_before_mergers,)

    code: Mapped[str] = mapped_column(unique=True)
    opened: Mapped[date | None]
    closed: Mapped[date | None]
    merged: Mapped[date | None]
    merged_into_ref: Mapped[str | None] = link("practice")
    merged_into: Mapped["Practice | None"] = relationship(remote_side="Practice.ref")
    particulars: Mapped[list["Particular"]] = parts(back_populates="practice", order_by="Particular.since")
    list_sizes: Mapped[list["ListSize"]] = parts(back_populates="practice", order_by="ListSize.on")
    branches: Mapped[list["Branch"]] = parts(
        back_populates="practice", order_by="Branch.code", foreign_keys="Branch.practice_ref"
    )

    @property
    def called(self) -> str:
        return f"{self.code} {self.name_on(clock.today())}"

    @classmethod
    def missing(cls, word: str) -> str:
        """The code of a branch is no practice's, though it begins with one."""
        if branch := BRANCH_CODE.fullmatch(word.strip().upper()):
            return f"“{word}” is the code of a branch; the practice it is of has the code {branch[1]}."
        return super().missing(word)

    def told(self, what: str, on: date) -> str:
        """A particular as it was on a day; before the first on record, the first; "" if none is."""
        spells = [particular for particular in self.particulars if particular.what == what]
        return next((spell.value for spell in reversed(spells) if spell.since <= on), spells[0].value if spells else "")

    def latest(self, what: str) -> "Particular | None":
        """The last spell of a particular, whether or not it has begun."""
        spells = (particular for particular in self.particulars if particular.what == what)
        return max(spells, key=lambda spell: spell.since, default=None)

    def name_on(self, day: date) -> str:
        return self.told(NAME, day)

    def list_size(self, day: date) -> "ListSize | None":
        """The latest list size counted by a day."""
        return next((size for size in reversed(self.list_sizes) if size.on <= day), None)

    def patients_on(self, day: date) -> int | None:
        size = self.list_size(day)
        return None if size is None else size.patients

    def standing_on(self, day: date) -> "Practice":
        """The practice that it is on a day: itself, or the one that it has merged into by then."""
        if self.merged_into is None or self.merged is None or day < self.merged:
            return self
        return self.merged_into.standing_on(day)

    @property
    def last_day(self) -> date | None:
        """The last day it was open, as the NHS tells it."""
        return self.closed and self.closed - ONE_DAY

    @property
    def never_opened(self) -> bool:
        return self.closed is not None and self.closed == self.opened

    def is_open(self, on: date) -> bool:
        ends = [day for day in (self.closed, self.merged) if day is not None]
        return (self.opened is None or self.opened <= on) and all(on < day for day in ends)


class Particular(Lasting, Part):
    """One thing true of a practice for a time: its name, its address in lines, its commissioner, its status.

    The NHS files date no change of name or address. Where `known_by` is given, the particular is
    known to have been so by that day, and `since` is no more than the earliest we can say.
    """

    practice_ref: Mapped[str] = part_of("practice")
    practice: Mapped[Practice] = relationship(back_populates="particulars")
    what: Mapped[str]
    value: Mapped[str]
    known_by: Mapped[date | None]


class ListSize(Part):
    """How many patients a practice had registered on a day, by whose count."""

    __limits__ = (UniqueConstraint("practice_ref", "on"),)

    practice_ref: Mapped[str] = part_of("practice")
    practice: Mapped[Practice] = relationship(back_populates="list_sizes")
    on: Mapped[date]
    patients: Mapped[int]
    source: Mapped[str] = mapped_column(default=REGISTERED_PATIENTS, server_default=REGISTERED_PATIENTS)


class Branch(Lasting, Part):
    """A place where a practice also sees patients: its code is the practice's and three figures (ODS).

    `was_ref` is the practice that it was before a merger made it a branch.
    """

    practice_ref: Mapped[str] = part_of("practice")
    practice: Mapped[Practice] = relationship(back_populates="branches", foreign_keys=[practice_ref])
    code: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    was_ref: Mapped[str | None] = link("practice")


class Loaded(Document):
    """A published file that was loaded: of which kind, as at which day it was true, and the hash of its bytes."""

    what: Mapped[str] = mapped_column(index=True)
    as_at: Mapped[date]
    name: Mapped[str]
    sha256: Mapped[str]
    lines: Mapped[int]
