from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding, adding_to
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words

DECIDE, DISCUSS, NOTE = PURPOSES = "decide", "discuss", "note"
PRESENT, APOLOGIES, ABSENT, LEFT = MARKS = "present", "apologies", "absent", "left"


def _before_parties(told: dict[str, Any]) -> dict[str, Any]:
    """A meeting of the first shape, whose items did not say whom and what they are about."""
    return adding_to("items", topic="")(adding(parties=[])(told))


class Meeting(Document):
    """A meeting of a body on a day, with its agenda, papers and attendance.

    `begins` is the clock time in London, as HH:MM. `notice_given` is the day notice went out.
    """

    __upcasts__ = (_before_parties,)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    on: Mapped[date]
    begins: Mapped[str]
    place: Mapped[str]
    notice_given: Mapped[date | None]
    items: Mapped[list["Item"]] = parts(back_populates="meeting", order_by="Item.place")
    parties: Mapped[list["Party"]] = parts(back_populates="meeting", order_by="Party.name, Party.ref")
    papers: Mapped[list["AgendaPaper"]] = parts(back_populates="meeting", order_by="AgendaPaper.letter")
    attendances: Mapped[list["Attendance"]] = parts(back_populates="meeting", order_by="Attendance.ref")

    @property
    def called(self) -> str:
        return f"{self.body.name}, {in_words(self.on)}"


class Item(Part):
    """An item of the agenda: what it is for, who presents it, and the decision it proposes.

    `topic` is what it is about, one of TOPICS; "" if nobody has said.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    place: Mapped[int]
    title: Mapped[str]
    purpose: Mapped[str]
    presenter_ref: Mapped[str | None] = link("person")
    presenter: Mapped[Person | None] = relationship()
    proposed: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")


class Party(Part):
    """Somebody whom an item is about: one of the registers, by `party_ref`, or named in words alone.

    `name` is as it was written or, of one in the registers, what that was called on the day of the meeting.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="parties")
    item_ref: Mapped[str]
    party_ref: Mapped[str | None]
    name: Mapped[str]


class AgendaPaper(Part):
    """A paper for an item: a PDF kept by its hash. `letter` is how it is cited: A, B1, B2."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="papers")
    item_ref: Mapped[str]
    letter: Mapped[str]
    title: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    pages: Mapped[int]


class Attendance(Part):
    """How a person attended: the meeting as a whole (`item_ref` is None), or otherwise for one item."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    item_ref: Mapped[str | None]
    mark: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
