from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words

DECIDE, DISCUSS, NOTE = PURPOSES = "decide", "discuss", "note"
PRESENT, APOLOGIES, ABSENT, LEFT = MARKS = "present", "apologies", "absent", "left"


class Meeting(Document):
    """A meeting of a body on a day, with its agenda, papers and attendance.

    `begins` is the clock time in London, as HH:MM. `notice_given` is the day notice went out.
    """

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    on: Mapped[date]
    begins: Mapped[str]
    place: Mapped[str]
    notice_given: Mapped[date | None]
    items: Mapped[list["Item"]] = parts(back_populates="meeting", order_by="Item.place")
    papers: Mapped[list["AgendaPaper"]] = parts(back_populates="meeting", order_by="AgendaPaper.letter")
    attendances: Mapped[list["Attendance"]] = parts(back_populates="meeting", order_by="Attendance.ref")

    @property
    def called(self) -> str:
        return f"{self.body.name}, {in_words(self.on)}"


class Item(Part):
    """An item of the agenda: what it is for, who presents it, and the decision it proposes."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="items")
    place: Mapped[int]
    title: Mapped[str]
    purpose: Mapped[str]
    presenter_ref: Mapped[str | None] = link("person")
    presenter: Mapped[Person | None] = relationship()
    proposed: Mapped[str] = mapped_column(default="")


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
