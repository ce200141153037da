from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Pence
from registry.ledger import Document, Part, part_of, parts

INSPECT, COPY, BOTH = WANTED = "inspect", "copy", "inspect and copy"
COMPLIED, TO_COURT = ANSWERED = "complied", "applied to court"


class Request(Document):
    """A request to see the register of members, or to have a copy of it (CA 2006, s.116).

    `received` is the day it came, and `completed` the day on which particulars that it lacked came.
    `discloses` is whether the information is to go to anybody else; None, where the request does not
    say. `responsible` is the individual who answers for an organisation. `answered` is the day on
    which the company complied or applied to the court, and `told_invalid` the day it said what lacked;
    `altered_to` and `pending` are what the requester was told of the register (s.120); `fee` is in pence.
    """

    __word__ = "number"

    number: Mapped[str] = mapped_column(unique=True)
    received: Mapped[date]
    wants: Mapped[str]
    name: Mapped[str]
    address: Mapped[str]
    is_organisation: Mapped[bool]
    responsible: Mapped[str]
    responsible_address: Mapped[str]
    is_member: Mapped[bool]
    purpose: Mapped[str]
    discloses: Mapped[bool | None]
    recipients: Mapped[list["Recipient"]] = parts(back_populates="request", order_by="Recipient.place")
    completed: Mapped[date | None]
    told_invalid: Mapped[date | None]
    outcome: Mapped[str | None]
    answered: Mapped[date | None]
    how: Mapped[str] = mapped_column(default="")
    fee: Mapped[Pence | None]
    altered_to: Mapped[date | None]
    pending: Mapped[int | None]

    @property
    def called(self) -> str:
        return f"{self.number}, of {self.name}"

    @property
    def from_day(self) -> date:
        """The day on which all of it had come."""
        return self.completed or self.received


class Recipient(Part):
    """Somebody to whom the information is to be disclosed, and for what purpose."""

    request_ref: Mapped[str] = part_of("request")
    request: Mapped[Request] = relationship(back_populates="recipients")
    place: Mapped[int]
    name: Mapped[str]
    address: Mapped[str]
    responsible: Mapped[str]
    purpose: Mapped[str]
