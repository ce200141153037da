from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.practices.models import Practice
from registry.wording import day

NOT_KNOWN = "Not known"
TENURES = "Owned by the partners", "Leased", "NHS property", "Other", NOT_KNOWN
RATINGS = "Outstanding", "Good", "Requires improvement", "Inadequate", NOT_KNOWN
ROLES = (
    "GP partners",
    "GP salaried",
    "GP locum",
    "Nurses",
    "Advanced nurse practitioners",
    "Emergency care practitioners",
    "Healthcare assistants",
    "Pharmacists",
    "Other clinical",
    "Non-clinical",
)
"""The rows of the practice data table in a hub's business plan, its abbreviations written out."""


class Profile(Document):
    """What a practice tells of itself as at a day, `on`, and who said so. A practice has one profile of a day.

    `rating` is the Care Quality Commission's, given on the day `rated`. `patients` and `total`, of all its staff, are
    the practice's own figures: they stand beside what the registers count, and neither puts the other right.
    """

    __limits__ = (UniqueConstraint("practice_ref", "on"),)

    practice_ref: Mapped[str] = link("practice")
    practice: Mapped[Practice] = relationship()
    on: Mapped[date]
    source: Mapped[str]
    building: Mapped[str] = mapped_column(default="")
    tenure: Mapped[str] = mapped_column(default=NOT_KNOWN)
    rating: Mapped[str] = mapped_column(default=NOT_KNOWN)
    rated: Mapped[date | None]
    patients: Mapped[int | None]
    total: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    staff: Mapped[list["StaffLine"]] = parts(back_populates="profile", order_by="StaffLine.ref")

    @property
    def called(self) -> str:
        return f"{self.practice.called}, {day(self.on)}"

    def works_as(self, role: str) -> "StaffLine | None":
        """Who works there in a role; nothing, if that is not known."""
        return next((line for line in self.staff if line.role == role), None)


class StaffLine(Part):
    """How many people work in one role, and for how much of full time, in hundredths: 75 is 0.75.

    None is not known. A 0 is known: nobody does.
    """

    __limits__ = (UniqueConstraint("profile_ref", "role"),)

    profile_ref: Mapped[str] = part_of("profile")
    profile: Mapped[Profile] = relationship(back_populates="staff")
    role: Mapped[str]
    headcount: Mapped[int | None]
    full_time_hundredths: Mapped[int | None]
