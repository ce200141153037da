from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.meetings.models import Meeting
from registry.people.models import Person

CONFIRMED, DISMISSED = STATES = "confirmed", "dismissed"
"""What was made of a match; empty, where it has been asked about and nothing was made of it yet."""

RIGHT, CORRECTED, EXPLAINED = ANSWERS = "that is right", "it is put wrongly", "let me explain"
SAID = "said at or before the meeting"
"""The source of a ground that stands in no register: somebody's word."""

THE_CHAIR, THE_OTHERS = RULERS = "the chair", "the other members of the body"


class Conflict(Document):
    """A person's interest in an item of an agenda, and how it was handled; found in the registers, or told of.

    `state` and `word` are what was made of it and why. The person was `asked` on a day and `answered` on another,
    with `answer` and `explanation`. `declared` is the day of the meeting, where the person declared it there.
    `treatment` is what was ruled, by whom and why; empty until then.
    """

    __limits__ = (UniqueConstraint("item_ref", "person_ref"),)

    meeting_ref: Mapped[str] = link("meeting")
    meeting: Mapped[Meeting] = relationship()
    item_ref: Mapped[str] = mapped_column(index=True)
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    state: Mapped[str] = mapped_column(default="")
    word: Mapped[str] = mapped_column(default="")
    asked: Mapped[date | None]
    answered: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")
    declared: Mapped[date | None]
    treatment: Mapped[str] = mapped_column(default="")
    ruled_by: Mapped[str] = mapped_column(default="")
    ruling: Mapped[str] = mapped_column(default="")
    grounds: Mapped[list["Ground"]] = parts(back_populates="conflict", order_by="Ground.ref")

    @property
    def scope(self) -> str:
        """Whose it is: a grant over a person is over what that person is asked."""
        return self.person_ref

    @property
    def was_told(self) -> bool:
        """Whether somebody said so, whatever the registers had."""
        return any(ground.source == SAID for ground in self.grounds)

    @property
    def called(self) -> str:
        return f"{self.person.called}, {self.meeting.called}"


class Ground(Part):
    """Why an item touches a person's interest, as it was when it was handled, and how sure that was.

    `openly` is what everyone may be told of it. `source` says where it was found: in the registers, in an interest
    declared (whose ref is `source_ref`), or nowhere but in somebody's word.
    """

    __tablename__ = "conflict_ground"

    conflict_ref: Mapped[str] = part_of("conflict")
    conflict: Mapped[Conflict] = relationship(back_populates="grounds")
    grade: Mapped[str]
    reason: Mapped[str]
    openly: Mapped[str]
    source: Mapped[str]
    source_ref: Mapped[str | None]
