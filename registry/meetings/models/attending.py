from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Part, link, part_of
from registry.members.models import Member
from registry.people.models import Person

PRESENT, APOLOGIES, ABSENT, LEFT, RETURNED = MARKS = "present", "apologies", "absent", "left", "returned"
TAKING_PART = PRESENT, RETURNED
IN_THE_ROOM, FROM_ELSEWHERE, LISTENING = WAYS_TO_ATTEND = "in the room", "from elsewhere", "listening only"
PROXY, REPRESENTATIVE = RIGHTS = "proxy", "corporate representative"


class Attendance(Part):
    """How a person attended: the meeting as a whole (`item_ref` is None), or otherwise for one item.

    Who left is marked so for each item missed, and as returned for the one at which she was back; `at` is when, as
    HH:MM in London, where it was noted. `how` she attended is of the meeting as a whole.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="attendances")
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
    meeting: Mapped[Any] = relationship("Meeting", back_populates="chairings")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    item_ref: Mapped[str | None]
    reason: Mapped[str] = mapped_column(default="")


class Representation(Part):
    """Somebody who attends a general meeting for a member, and in what right.

    A member who comes herself needs none: the register of members says who the members are.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="representations")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    member_ref: Mapped[str] = link("member")
    member: Mapped[Member] = relationship()
    right: Mapped[str]
