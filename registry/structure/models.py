from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.ledger import Document, link
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
KINDS = (COMPANY, BOARD, GENERAL_MEETING, MEMBER_FORUM, COMMITTEE, *GROUPINGS)


class Body(Lasting, Document):
    """A body of the federation, from the day it was founded; `until` is the first day it is no more.

    `ods_since` and `ods_until` are the first day and the first day no longer by the NHS's own
    records, where those differ: the networks began by agreement on 1 July 2019, and by ODS on 1 October.
    """

    __word__ = "code"

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


class Belonging(Lasting, Document):
    """A practice in an area, locality, hub or PCN, for a time; the ODS dates are kept beside the agreed ones."""

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
