from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Document, Part, Referred, link, part_of, parts
from registry.meetings.models import Meeting
from registry.people.models import Person


class Edition(Document):
    """The pack of a meeting as it was issued: the first, the second, and so on, by its `number`.

    `issued` is when. It tells what the books knew at `known`, and `why` there is another, to those who hold the last.
    """

    __limits__ = (UniqueConstraint("meeting_ref", "number"),)

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    number: Mapped[int]
    issued: Mapped[datetime]
    known: Mapped[datetime]
    why: Mapped[str] = mapped_column(default="")
    sections: Mapped[list["EditionSection"]] = parts(back_populates="edition", order_by="EditionSection.place")

    recipients: Mapped[list["EditionRecipient"]] = parts(back_populates="edition", order_by="EditionRecipient.ref")

    @property
    def called(self) -> str:
        return f"Edition {self.number} of the pack for {self.meeting.called}"

    @property
    def labels(self) -> list[str]:
        """What its pages are called, in their order."""
        return [label for section in self.sections for label in section.pages]


class EditionSection(Part):
    """A section of the whole pack, which nobody is kept from: what its pages are called, and what its words come to.

    `name` is the same in every edition, whatever is called so on the agenda by then. `item_ref` is the item that it is
    of, if of one; `labels` are parted by spaces; `key` is the press's, with the hash of a paper that was uploaded.
    """

    edition_ref: Mapped[str] = part_of("edition")
    edition: Mapped[Any] = relationship("Edition", back_populates="sections")
    place: Mapped[int]
    name: Mapped[str]
    title: Mapped[str]
    item_ref: Mapped[str | None]
    key: Mapped[str]
    labels: Mapped[str]

    @property
    def pages(self) -> tuple[str, ...]:
        return tuple(self.labels.split())


class EditionRecipient(Part):
    """Somebody to whom an edition went out on a day: by the letter of that ref or, without an address, by no letter."""

    edition_ref: Mapped[str] = part_of("edition")
    edition: Mapped[Any] = relationship("Edition", back_populates="recipients")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    sent: Mapped[date]
    letter_ref: Mapped[Ref | None]


class Opened(Referred):
    """A working paper: who opened, or was handed, which copy of an edition, and when; of a reader's own, whose it is.

    `account_ref` is nobody's where she came by the link in a letter.
    """

    edition_ref: Mapped[str] = link("edition")
    edition: Mapped[Edition] = relationship()
    copy: Mapped[str]
    person_ref: Mapped[Ref | None]
    account_ref: Mapped[Ref | None] = mapped_column(index=True)
    at: Mapped[datetime]
