from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.members.models import Member, ShareClass
from registry.periods import Approximate

TRANSFERRED, LOST, DAMAGED, ALTERED, SPLIT = REASONS = "no longer true", "lost", "damaged", "altered", "split"
NOT_ON_FILE = "not on file"
"""Why a certificate of the old books is void, where they do not say."""


class Certificate(Approximate, Document):
    """A certificate for shares of one class on one account (Model Articles, art. 24).

    `number` is how people cite it, and is never used again; `place` is the figure that it ends in, by which the
    certificates are counted from 1 and put in their order.
    `names` are the holders as it shows them. From `cancelled` on it is void, for the reason `why`;
    `returned` is the day it came back, and `found` the day on which a lost one turned up, which leaves
    it void. `grounds` are the evidence or the indemnity on which one was issued in its stead.
    """

    __word__ = "number"

    place: Mapped[int] = mapped_column(index=True)
    number: Mapped[str] = mapped_column(unique=True)
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    shares: Mapped[int]
    ranges: Mapped[list["CertifiedRange"]] = parts(back_populates="certificate", order_by="CertifiedRange.first")
    names: Mapped[str]
    issued: Mapped[date]
    replaces_ref: Mapped[str | None] = link("certificate")
    cancelled: Mapped[date | None]
    why: Mapped[str | None]
    grounds: Mapped[str] = mapped_column(default="")
    returned: Mapped[date | None]
    found: Mapped[date | None]

    @property
    def called(self) -> str:
        return f"Certificate {self.number}, {self.names}"

    def is_live(self, day: date) -> bool:
        return self.issued <= day and (self.cancelled is None or day < self.cancelled)


class CertifiedRange(Part):
    """Numbers that the shares of a certificate bear, from `first` to `last`."""

    certificate_ref: Mapped[str] = part_of("certificate")
    certificate: Mapped[Certificate] = relationship(back_populates="ranges")
    first: Mapped[int]
    last: Mapped[int]
