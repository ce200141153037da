from datetime import date

from sqlalchemy import ColumnElement, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.ledger import Document, link
from registry.ledger.documents import adding
from registry.periods import Lasting
from registry.practices.models import Practice

COMPANY, BOARD, GENERAL_MEETING, MEMBER_FORUM, COMMITTEE = (
    "company",
    "board",
    "general meeting",
    "member forum",
    "committee",
)
AREA, LOCALITY, HUB, PCN = GROUPINGS = "area", "locality", "hub", "PCN"
HEADINGS = {AREA: "Areas", LOCALITY: "Localities", HUB: "Hubs", PCN: "Primary care networks"}
KINDS = (COMPANY, BOARD, GENERAL_MEETING, MEMBER_FORUM, COMMITTEE, *GROUPINGS)


class Strikable(Lasting):
    """What may have been entered in error: once struck, it held on no day, and stays on record as that."""

    struck: Mapped[bool] = mapped_column(default=False, server_default=false())

    def holds(self, on: date) -> bool:
        return not self.struck and super().holds(on)

    def overlaps(self, since: date, until: date | None = None) -> bool:
        return not self.struck and super().overlaps(since, until)

    @classmethod
    def holding(cls, on: date) -> ColumnElement[bool]:
        return super().holding(on) & ~cls.struck


class Scheme(Strikable, Document):
    """A way of grouping the practices, each into one body of a kind: three areas, seven networks.

    Its bodies are those of its kind that exist while it does. `dates` are the sources' own words for when,
    where they name no day. A body of it is meant to have `least` to `most` patients, if it says how many.
    """

    name: Mapped[str]
    kind: Mapped[str]
    dates: Mapped[str] = mapped_column(default="")
    least: Mapped[int | None]
    most: Mapped[int | None]
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return self.name


class Body(Strikable, Document):
    """A body of the federation, from the day it was founded; `until` is the first day it is no more.

    `ods_since` and `ods_until` are the first day and the first day no longer by the NHS's own
    records, where those differ: the networks began by agreement on 1 July 2019, and by ODS on 1 October.
    """

    __word__ = "code"
    __upcasts__ = (adding(struck=False),)

    kind: Mapped[str]
    name: Mapped[str]
    code: Mapped[str | None] = mapped_column(unique=True)
    parent_ref: Mapped[str | None] = link("body")
    parent: Mapped["Body | None"] = relationship(remote_side="Body.ref")
    ods_since: Mapped[date | None]
    ods_until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return self.name


class Belonging(Strikable, Document):
    """A practice in an area, locality, hub or PCN, for a time; the ODS dates are kept beside the agreed ones."""

    __upcasts__ = (adding(struck=False),)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    practice_ref: Mapped[str] = link("practice")
    practice: Mapped[Practice] = relationship()
    ods_since: Mapped[date | None]
    ods_until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"{self.practice.name_on(clock.today())}, {self.body.name}"


class Population(Document):
    """How many patients a source says that the practices have in all; `about`, where it says no more than that.

    `on` is the day it speaks of, or the day by which it was written; `dates`, its own words for that.
    """

    patients: Mapped[int]
    about: Mapped[bool]
    on: Mapped[date]
    dates: Mapped[str] = mapped_column(default="")
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"{'about ' if self.about else ''}{self.patients:,} patients"


class Discrepancy(Document):
    """Where sources contradict one another or are silent: noted on a day, and left as it is until it is settled."""

    text: Mapped[str]
    source: Mapped[str]
    noted: Mapped[date]
    settled: Mapped[date | None]
    how: Mapped[str] = mapped_column(default="")
