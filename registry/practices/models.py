from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, part_of, parts
from registry.periods import ONE_DAY, Lasting

NAME, ADDRESS, COMMISSIONER, STATUS = PARTICULARS = "name", "address", "commissioner", "status"
PRACTICES, LIST_SIZES = PUBLISHED = "practices", "list sizes"


class Practice(Document):
    """An organisation with an ODS code. `opened` is its first day; `closed`, its first day no longer open."""

    __word__ = "code"

    code: Mapped[str] = mapped_column(unique=True)
    opened: Mapped[date | None]
    closed: Mapped[date | None]
    particulars: Mapped[list["Particular"]] = parts(back_populates="practice", order_by="Particular.since")
    list_sizes: Mapped[list["ListSize"]] = parts(back_populates="practice", order_by="ListSize.on")

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

    def patients_on(self, day: date) -> int | None:
        """The latest list size published by a day."""
        return next((size.patients for size in reversed(self.list_sizes) if size.on <= day), None)

    @property
    def last_day(self) -> date | None:
        """The last day it was open, as the NHS tells it."""
        return self.closed and self.closed - ONE_DAY

    def is_open(self, on: date) -> bool:
        return (self.opened is None or self.opened <= on) and (self.closed is None or on < self.closed)


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
    """How many patients a practice had registered on the day a publication counts them."""

    __limits__ = (UniqueConstraint("practice_ref", "on"),)

    practice_ref: Mapped[str] = part_of("practice")
    practice: Mapped[Practice] = relationship(back_populates="list_sizes")
    on: Mapped[date]
    patients: Mapped[int]


class Loaded(Document):
    """A published file that was loaded: of which kind, as at which day it was true, and the hash of its bytes."""

    what: Mapped[str] = mapped_column(index=True)
    as_at: Mapped[date]
    name: Mapped[str]
    sha256: Mapped[str]
    lines: Mapped[int]
