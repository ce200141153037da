from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Pence
from registry.ledger import Document, Part, link, part_of, parts
from registry.members.holdings import Lot
from registry.members.models import Member, ShareClass
from registry.people.models import Person
from registry.practices.models import Practice

TRANSFER, TRANSMISSION = KINDS = "transfer", "transmission"
J30, J10, OTHER = FORMS = "J30", "J10", "other"
CERTIFICATE_1, CERTIFICATE_2, DUTY_PAID = STAMPING = "certificate 1", "certificate 2", "duty paid"
DEATH, BANKRUPTCY = CAUSES = "death", "bankruptcy"
LODGED, REGISTERED, REFUSED, WITHDRAWN = STATES = "lodged", "registered", "refused", "withdrawn"


class Transfer(Document):
    """Shares on their way from a member: by an instrument of transfer, or to whom they pass by operation of law.

    `place` counts them from 1 without gaps, and `number` is how people cite it. `lodged` is the day
    from which the company has two months (CA 2006, s.771). `to` is the account that takes the shares;
    until it is known, `transferees` are the persons to be admitted, at `address`. `consideration` and
    `duty` are in pence. An instrument bears `instrument_date` and came on `instrument_received`; a
    transmission has neither, but `cause` and the day it `happened`. `evidence` is of the title of
    whoever acts in the holder's place. At most one of `registered` (the day of entry in the register),
    `refused` and `withdrawn` is set. A refused instrument is `returned` on a day, or `withheld`, which
    says why fraud is suspected. `practice` is whom the shares are to be held for: no part of the
    register of members (CA 2006, s.126).
    """

    __word__ = "number"

    place: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship(foreign_keys=[member_ref])
    to_ref: Mapped[str | None] = link("member")
    to: Mapped[Member | None] = relationship(foreign_keys=[to_ref])
    transferees: Mapped[list["Transferee"]] = parts(back_populates="transfer", order_by="Transferee.place")
    address: Mapped[str] = mapped_column(default="")
    share_class_ref: Mapped[str] = link("share_class")
    share_class: Mapped[ShareClass] = relationship()
    shares: Mapped[int]
    numbers: Mapped[list["LodgedNumbers"]] = parts(back_populates="transfer", order_by="LodgedNumbers.first")
    consideration: Mapped[Pence | None]
    form: Mapped[str | None]
    stamping: Mapped[str | None]
    duty: Mapped[Pence | None]
    instrument_date: Mapped[date | None]
    instrument_received: Mapped[date | None]
    cause: Mapped[str | None]
    happened: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(default="")
    lodged: Mapped[date]
    lodged_by: Mapped[str] = mapped_column(default="")
    practice_ref: Mapped[str | None] = link("practice")
    practice: Mapped[Practice | None] = relationship()
    registered: Mapped[date | None]
    refused: Mapped[date | None]
    withdrawn: Mapped[date | None]
    reasons: Mapped[str] = mapped_column(default="")
    returned: Mapped[date | None]
    withheld: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"Transfer {self.number}" if self.kind == TRANSFER else f"Transmission {self.number}"

    @property
    def outcome(self) -> tuple[str, date] | None:
        """What became of it, and on which day; None while it waits."""
        days = ((REGISTERED, self.registered), (REFUSED, self.refused), (WITHDRAWN, self.withdrawn))
        return next(((state, day) for state, day in days if day is not None), None)

    def state(self, on: date) -> str:
        return self.outcome[0] if self.outcome and self.outcome[1] <= on else LODGED

    @property
    def lots(self) -> Sequence[Lot]:
        """The numbers that the shares bear, in a numbered class; what is paid on them stands in the register."""
        return [Lot(each.first, each.last - each.first + 1, 0) for each in self.numbers]

    @property
    def persons(self) -> Sequence[Person]:
        return [each.person for each in self.transferees]


class Transferee(Part):
    """A person to whom shares are to pass, among one to four in their order, the first-named at place 1."""

    transfer_ref: Mapped[str] = part_of("transfer")
    transfer: Mapped[Transfer] = relationship(back_populates="transferees")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    place: Mapped[int]


class LodgedNumbers(Part):
    """Shares of a numbered class that are lodged: from the `first` number to the `last`."""

    transfer_ref: Mapped[str] = part_of("transfer")
    transfer: Mapped[Transfer] = relationship(back_populates="numbers")
    first: Mapped[int]
    last: Mapped[int]
