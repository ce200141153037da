from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.db import Pence
from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import Lasting
from registry.practices.models import Practice

ALLOTMENT, TRANSFER_IN, TRANSFER_OUT = "allotment", "transfer in", "transfer out"


class ShareClass(Document):
    """A class of shares, each of the same nominal value in pence (CA 2006, s.542)."""

    __word__ = "name"

    name: Mapped[str] = mapped_column(unique=True)
    nominal: Mapped[Pence]
    votes_per_share: Mapped[int] = mapped_column(default=1)
    rights: Mapped[str] = mapped_column(default="")


class Member(Document):
    """A member's account in the register: one to four holders who count as one, and every movement of shares.

    `entered` is the day the name was entered, from which membership runs (CA 2006, s.112(2));
    `ceased` is the first day no longer a member. Who returns has a new account. `folio` is the
    account's number, never used again.
    """

    folio: Mapped[int] = mapped_column(unique=True)
    entered: Mapped[date]
    ceased: Mapped[date | None]
    address: Mapped[str]
    holders: Mapped[list["Holder"]] = parts(back_populates="member", order_by="Holder.place")
    movements: Mapped[list["Movement"]] = parts(
        back_populates="member", order_by="Movement.on, Movement.ref", foreign_keys="Movement.member_ref"
    )

    @property
    def called(self) -> str:
        return f"{self.names_on(clock.today())}, folio {self.folio}"

    def held(self, on: date, share_class: ShareClass | None = None) -> int:
        """Shares held at the end of a day, of one class or of all."""
        return sum(
            movement.shares
            for movement in self.movements
            if movement.on <= on and (share_class is None or movement.share_class_ref == share_class.ref)
        )

    def classes_held(self, on: date) -> list[ShareClass]:
        moved = {movement.share_class_ref: movement.share_class for movement in self.movements}
        return [share_class for share_class in moved.values() if self.held(on, share_class)]

    def free(self, share_class: ShareClass, on: date) -> dict[int, int]:
        """Shares of a class that may go on a day, by what is paid on each: held then, and not gone on any day since."""
        moved = sorted((m for m in self.movements if m.share_class_ref == share_class.ref), key=lambda m: (m.on, m.ref))
        days = {on, *(movement.on for movement in moved if movement.on > on)}
        return {
            paid: min(sum(m.shares for m in moved if m.paid == paid and m.on <= day) for day in days)
            for paid in dict.fromkeys(movement.paid for movement in moved)
        }

    def is_member(self, on: date) -> bool:
        return self.entered <= on and (self.ceased is None or on < self.ceased)

    def names_on(self, day: date) -> str:
        """Every holder's name, the first-named first (CA 2006, s.113(5))."""
        return " and ".join(holder.person.name_on(day) for holder in self.holders)


class Holder(Part):
    """A person among a member's holders; the first-named, at place 1, votes (Model Articles; CA 2006, s.286)."""

    member_ref: Mapped[str] = part_of("member")
    member: Mapped[Member] = relationship(back_populates="holders")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    place: Mapped[int]


class Movement(Part):
    """Shares coming (more than 0) or going (less), on the day they were entered in the register.

    `other_ref` is the member at the other side of a transfer; `paid` is in pence a share.
    """

    member_ref: Mapped[str] = part_of("member")
    member: Mapped[Member] = relationship(back_populates="movements", foreign_keys=[member_ref])
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    what: Mapped[str]
    on: Mapped[date]
    shares: Mapped[int]
    paid: Mapped[Pence]
    other_ref: Mapped[str | None] = link("member")
    other: Mapped[Member | None] = relationship(foreign_keys=[other_ref])
    instrument_received: Mapped[date | None]


class Nomination(Lasting, Document):
    """A practice for which a member holds shares: kept apart, as no trust may be on the register (CA 2006, s.126)."""

    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    practice_ref: Mapped[str] = link("practice")
    practice: Mapped[Practice] = relationship()
