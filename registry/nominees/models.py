from datetime import date

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Document, link
from registry.ledger.documents import adding
from registry.members.models import Member
from registry.periods import Lasting
from registry.practices.models import Practice


class Nomination(Lasting, Document):
    """A practice for which a member holds shares: kept apart, as no trust may be on the register (CA 2006, s.126).

    It lasts no longer than the membership does, whether or not an end is on record. `shares` is how
    many of the account's shares are held for the practice; None, if all of them are.
    """

    __upcasts__ = (adding(shares=None),)

    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    practice_ref: Mapped[str] = link("practice")
    practice: Mapped[Practice] = relationship()
    shares: Mapped[int | None]

    @property
    def called(self) -> str:
        return f"{self.practice.code}, folio {self.member.folio}"

    @property
    def ended(self) -> date | None:
        """The first day no longer so: by its own end, or by that of the membership."""
        return min(filter(None, (self.until, self.member.ceased)), default=None)

    def is_in_force(self, day: date) -> bool:
        return self.since <= day and (self.ended is None or day < self.ended)

    @classmethod
    def in_force(cls, day: date) -> ColumnElement[bool]:
        """`is_in_force`, asked of the database."""
        return cls.holding(day) & cls.member.has(or_(Member.ceased.is_(None), Member.ceased > day))
