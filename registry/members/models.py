from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.db import Pence
from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding
from registry.people.models import Person
from registry.periods import Approximate

SUBSCRIPTION, ALLOTMENT = ISSUES = "subscription", "allotment"
BROUGHT_FORWARD = "brought forward"
"""Shares that an old register shows without saying how they came."""
TRANSFER_IN, TRANSFER_OUT = "transfer in", "transfer out"
TRANSMISSION_IN, TRANSMISSION_OUT = "transmission in", "transmission out"
BUY_BACK, FORFEITURE, CANCELLATION = ENDINGS = "buy-back", "forfeiture", "cancellation"
SUBDIVISION, CONSOLIDATION, REDESIGNATION = CONVERSIONS = "subdivision", "consolidation", "redesignation"

ADDRESS, HOLDERS, CORRECTION = "address", "holders", "correction"


class ShareClass(Document):
    """A class of shares, each of the same nominal value in pence (CA 2006, s.542).

    The shares of a `numbered` class each bear a number, from 1 and without gaps, never used again
    (CA 2006, s.543); those of another are told apart only by how much is paid on them.
    """

    __word__ = "name"
    __upcasts__ = (adding(numbered=False),)

    name: Mapped[str] = mapped_column(unique=True)
    nominal: Mapped[Pence]
    votes_per_share: Mapped[int] = mapped_column(default=1)
    rights: Mapped[str] = mapped_column(default="")
    numbered: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def called(self) -> str:
        return self.name


def _before_notes_and_numbers(told: dict[str, Any]) -> dict[str, Any]:
    """An account of the first shape: one address, holders for good, shares without numbers, every day certain."""
    holders = [holder | {"since": None, "until": None} for holder in told["holders"]]
    movements = [each | {"first": None, "last": None, "reference": "", "dates": ""} for each in told["movements"]]
    return told | {"removed": None, "dates": "", "notes": [], "holders": holders, "movements": movements}


class Member(Approximate, Document):
    """A member's account in the register: one to four holders who count as one, and every movement of shares.

    `entered` is the day the name was entered, from which membership runs (CA 2006, s.112(2));
    `ceased` is the first day no longer a member. Who returns has a new account. `folio` is the
    account's number, never used again. `address` is the service address of them all; those before it
    stand in the notes. `removed` is the first day on which the register no longer shows the entry
    (CA 2006, s.121).
    """

    __upcasts__ = (_before_notes_and_numbers,)

    folio: Mapped[int] = mapped_column(unique=True)
    entered: Mapped[date]
    ceased: Mapped[date | None]
    removed: Mapped[date | None]
    address: Mapped[str]
    holders: Mapped[list["Holder"]] = parts(back_populates="member", order_by="Holder.place, Holder.ref")
    movements: Mapped[list["Movement"]] = parts(
        back_populates="member", order_by="Movement.on, Movement.ref", foreign_keys="Movement.member_ref"
    )
    notes: Mapped[list["Note"]] = parts(back_populates="member", order_by="Note.changed, Note.ref")

    @property
    def called(self) -> str:
        return f"{self.names_on(clock.today())}, folio {self.folio}"

    def is_member(self, on: date) -> bool:
        return self.entered <= on and (self.ceased is None or on < self.ceased)

    def is_shown(self, on: date) -> bool:
        """Whether the register has the account on a day: not once it has been removed."""
        return self.removed is None or on < self.removed

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

    def of_class(self, share_class: ShareClass) -> list["Movement"]:
        """What came and went of a class, in the order of entry."""
        return [movement for movement in self.movements if movement.share_class_ref == share_class.ref]

    def holders_on(self, day: date) -> Sequence["Holder"]:
        """The holders in their order; before the account was opened, those it was opened with."""
        day = max(day, self.entered)
        return [holder for holder in self.holders if holder.holds(day)]

    def names_on(self, day: date) -> str:
        """Every holder's name, the first-named first (CA 2006, s.113(5))."""
        return " and ".join(holder.person.name_on(day) for holder in self.holders_on(day))

    def address_on(self, day: date) -> str:
        """The address as it was on a day: the first note of a later change says what it was before."""
        later = (note.was for note in self.notes if note.what == ADDRESS and note.changed > day)
        return next(later, self.address)


class Holder(Part):
    """A person among a member's holders; the first-named, at place 1, votes (Model Articles; CA 2006, s.286).

    `since` is None for those with whom the account was opened, and `until` for those who hold it still.
    """

    member_ref: Mapped[str] = part_of("member")
    member: Mapped[Member] = relationship(back_populates="holders")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    place: Mapped[int]
    since: Mapped[date | None]
    until: Mapped[date | None]

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


class Movement(Approximate, Part):
    """Shares coming (more than 0) or going (less), on the day they were entered in the register.

    `paid` is in pence a share. `first` and `last` are the numbers they bear, in a numbered class.
    `other_ref` is the member at the other side of a transfer. `reference` is the number under which
    the allotment, the transfer or the alteration of capital is on record.
    """

    member_ref: Mapped[str] = part_of("member")
    member: Mapped[Member] = relationship(back_populates="movements", foreign_keys=[member_ref])
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    what: Mapped[str]
    on: Mapped[date]
    shares: Mapped[int]
    paid: Mapped[Pence]
    first: Mapped[int | None]
    last: Mapped[int | None]
    other_ref: Mapped[str | None] = link("member")
    other: Mapped[Member | None] = relationship(foreign_keys=[other_ref])
    instrument_received: Mapped[date | None]
    reference: Mapped[str] = mapped_column(default="", server_default="")


class Note(Part):
    """What the register said before, kept beside what it says now (ECCTA 2023, s.46; CA 2006, s.113).

    `changed` is the day the information changed, and `entered` the day the change was entered. A
    correction's `changed` is the first day about which the register had been wrong; `authority` is
    by what right it was put right.
    """

    member_ref: Mapped[str] = part_of("member")
    member: Mapped[Member] = relationship(back_populates="notes")
    what: Mapped[str]
    was: Mapped[str]
    changed: Mapped[date]
    entered: Mapped[date]
    authority: Mapped[str] = mapped_column(default="")
