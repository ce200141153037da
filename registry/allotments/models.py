from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Pence
from registry.ledger import Document, Part, link, part_of, parts
from registry.members.models import ALLOTMENT, Member, ShareClass
from registry.periods import ONE_DAY
from registry.wording import day as in_words

CASH, OTHER = CONSIDERATIONS = "cash", "other"
OFFERED, EXCLUDED, NOT_CASH, SUBSCRIBERS = PREEMPTIONS = (
    "offered to the existing holders",
    "excluded by the articles",
    "shares not for cash",
    "subscriber shares",
)
DOWN, NEAREST, UP = ROUNDINGS = "down", "nearest", "up"
A_POUND = 100
"""In pence: the nominal value of shares for each 1,000 patients, unless the federation settles on another."""


class Authority(Document):
    """Authority for the directors to allot shares of a class, by a resolution or the articles (CA 2006, s.551).

    `maximum` is the most shares that may be allotted under it. `granted` is its first day, and
    `expires` its last; `revoked`, the first day on which it no longer was, if the members took it back.
    `resolution` is what gave it, such as “Ordinary resolution of 3 May 2026”.
    """

    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    maximum: Mapped[int]
    granted: Mapped[date]
    expires: Mapped[date]
    resolution: Mapped[str]
    revoked: Mapped[date | None]

    @property
    def called(self) -> str:
        return self.resolution

    @property
    def last_day(self) -> date:
        return self.expires if self.revoked is None else min(self.expires, self.revoked - ONE_DAY)

    def holds(self, on: date) -> bool:
        return self.granted <= on <= self.last_day


class Formula(Document):
    """What each practice is entitled to from `since` on: shares by its list size, in the federation's own terms.

    `per_thousand` is the nominal value of the shares for each 1,000 patients, in pence; what it comes to is
    rounded to whole shares. `reserve` is how many shares are held back, at the end of that day, for later issue.
    """

    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    per_thousand: Mapped[Pence]
    rounding: Mapped[str]
    reserve: Mapped[int]
    since: Mapped[date] = mapped_column(unique=True)

    @property
    def called(self) -> str:
        return f"Formula since {in_words(self.since)}"


class Allotment(Document):
    """New shares of a class, allotted to one member or several at once.

    `place` counts allotments from 1 without gaps, and `number` is how people cite them: their movements
    in the register bear it. `on` is the day of allotment and `entered` that of entry in
    the register, from which the members hold the shares. `paid` is in pence a share. `given` says what was
    given where it was not cash. `preemption` is how the existing holders' right of first offer was dealt
    with; an offer was made on `offered`, was open until `closes`, the first day it no longer was, or had
    been answered by all of them on `answered`. `authority` is None where the directors need none.
    """

    __word__ = "number"

    place: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    what: Mapped[str] = mapped_column(default=ALLOTMENT)
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    on: Mapped[date]
    entered: Mapped[date]
    paid: Mapped[Pence]
    consideration: Mapped[str] = mapped_column(default=CASH)
    given: Mapped[str] = mapped_column(default="")
    preemption: Mapped[str]
    offered: Mapped[date | None]
    closes: Mapped[date | None]
    answered: Mapped[date | None]
    authority_ref: Mapped[str | None] = link("authority")
    authority: Mapped[Authority | None] = relationship()
    lots: Mapped[list["Lot"]] = parts(back_populates="allotment", order_by="Lot.first, Lot.ref")

    @property
    def called(self) -> str:
        return f"Allotment {self.number}"

    @property
    def shares(self) -> int:
        return sum(lot.shares for lot in self.lots)


class Lot(Part):
    """What one member was allotted; `first` and `last` are the numbers the shares bear, in a numbered class."""

    allotment_ref: Mapped[str] = part_of("allotment")
    allotment: Mapped[Allotment] = relationship(back_populates="lots")
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    shares: Mapped[int]
    first: Mapped[int | None]
    last: Mapped[int | None]
