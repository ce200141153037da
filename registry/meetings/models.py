from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.members.models import Member
from registry.people.models import Person
from registry.structure.models import Body
from registry.wording import day as in_words

DECIDE, DISCUSS, NOTE = PURPOSES = "decide", "discuss", "note"
PRESENT, APOLOGIES, ABSENT, LEFT, RETURNED = MARKS = "present", "apologies", "absent", "left", "returned"
TAKING_PART = PRESENT, RETURNED
IN_THE_ROOM, FROM_ELSEWHERE, LISTENING = WAYS_TO_ATTEND = "in the room", "from elsewhere", "listening only"
PROXY, REPRESENTATIVE = RIGHTS = "proxy", "corporate representative"


def _before_clock_times(told: dict[str, Any]) -> dict[str, Any]:
    """A meeting of the first shape, whose marks told no times, and of which nobody said who took the chair."""
    attendances = [each | {"at": "", "how": ""} for each in told["attendances"]]
    return told | {"attendances": attendances, "chairings": [], "representations": []}


class Meeting(Document):
    """A meeting of a body on a day, with its agenda, papers and attendance.

    `begins` is the clock time in London, as HH:MM. `notice_given` is the day notice went out.
    """

    __upcasts__ = (_before_clock_times,)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    on: Mapped[date]
    begins: Mapped[str]
    place: Mapped[str]
    notice_given: Mapped[date | None]
    items: Mapped[list["Item"]] = parts(back_populates="meeting", order_by="Item.place")
    papers: Mapped[list["AgendaPaper"]] = parts(back_populates="meeting", order_by="AgendaPaper.letter")
    attendances: Mapped[list["Attendance"]] = parts(back_populates="meeting", order_by="Attendance.ref")
    chairings: Mapped[list["Chairing"]] = parts(back_populates="meeting", order_by="Chairing.ref")
    representations: Mapped[list["Representation"]] = parts(back_populates="meeting", order_by="Representation.ref")

    @property
    def called(self) -> str:
        return f"{self.body.name}, {in_words(self.on)}"

    @property
    def attendance_is_recorded(self) -> bool:
        """Whether it is on record who came: more than the apologies that were given before."""
        return any(each.mark != APOLOGIES for each in self.attendances)


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
    """How a person attended: the meeting as a whole (`item_ref` is None), or otherwise for one item.

    Who left is marked so for each item missed, and as returned for the one at which she was back; `at` is when, as
    HH:MM in London, where it was noted. `how` she attended is of the meeting as a whole.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    item_ref: Mapped[str | None]
    mark: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[str] = mapped_column(default="", server_default="")
    how: Mapped[str] = mapped_column(default="", server_default="")


class Chairing(Part):
    """Who took the chair: of the meeting as a whole (`item_ref` is None), or of one item in another’s stead."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="chairings")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    item_ref: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")


class Representation(Part):
    """Somebody who attends a general meeting for a member, and in what right.

    A member who comes herself needs none: the register of members says who the members are.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Meeting] = relationship(back_populates="representations")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    right: Mapped[str]
