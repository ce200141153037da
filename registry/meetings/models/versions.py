from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Part, part_of


class AgendaVersion(Part):
    """The agenda as it was published on a day: whole in the ledger, as the meeting's text of rev `of_rev`.

    A new `major` asks its readers to look again; a `minor` is a correction that changes nothing they would decide.
    """

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="versions")
    major: Mapped[int]
    minor: Mapped[int]
    published: Mapped[date]
    of_rev: Mapped[int]

    @property
    def number(self) -> str:
        return f"{self.major}.{self.minor}"


class FormerTime(Part):
    """When and where the meeting was to have been, until it was moved on the day `moved`."""

    meeting_ref: Mapped[str] = part_of("meeting")
    meeting: Mapped[Any] = relationship("Meeting", back_populates="former_times")
    on: Mapped[date]
    begins: Mapped[str]
    place: Mapped[str]
    moved: Mapped[date]
    reason: Mapped[str]
