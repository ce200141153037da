from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Document, Part, Record, link, part_of, parts
from registry.people.models import Person
from registry.seats.models import Seat

ADVERTISED, EXPRESSIONS, SHORTLIST, INTERVIEW, RECOMMENDED = STAGES = (
    "advertised", "expressions of interest closed", "shortlisted", "interviewed", "recommended",
)  # fmt: skip
APPOINTED, NOBODY, ABANDONED = OUTCOMES = "appointed", "nobody suitable", "abandoned"
EXPRESSED, ON_SHORTLIST, INTERVIEWED, CHOSEN, NOT_TAKEN, WITHDREW = STANDINGS = (
    "expressed interest", "shortlisted", "interviewed", "recommended", "not taken further", "withdrew",
)  # fmt: skip


class Recruitment(Document):
    """The filling of a seat in the open, begun on the day `opened` and over on the day `closed`.

    What is entered here tells how it was done and with how many candidates, and of them the one who was `appointed`.
    """

    seat_ref: Mapped[str] = link("seat")
    seat: Mapped[Seat] = relationship()
    opened: Mapped[date]
    why: Mapped[str]
    closes: Mapped[date | None]
    closed: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")
    appointed_ref: Mapped[str | None] = link("person")
    appointed: Mapped[Person | None] = relationship()
    stages: Mapped[list["Stage"]] = parts(back_populates="recruitment", order_by="Stage.on, Stage.place")
    panel: Mapped[list["PanelMember"]] = parts(back_populates="recruitment", order_by="PanelMember.place")
    papers: Mapped[list["RecruitmentPaper"]] = parts(back_populates="recruitment", order_by="RecruitmentPaper.place")

    @property
    def called(self) -> str:
        return f"Recruitment to {self.seat.called}"


class Stage(Part):
    """A stage reached on a day, and with how many candidates."""

    recruitment_ref: Mapped[str] = part_of("recruitment")
    recruitment: Mapped[Recruitment] = relationship(back_populates="stages")
    place: Mapped[int]
    what: Mapped[str]
    on: Mapped[date]
    candidates: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class PanelMember(Part):
    """Somebody who chooses, and the conflict that he or she has with it; `handled` says what was done about that."""

    recruitment_ref: Mapped[str] = part_of("recruitment")
    recruitment: Mapped[Recruitment] = relationship(back_populates="panel")
    place: Mapped[int]
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    conflict: Mapped[str] = mapped_column(default="")
    handled: Mapped[str] = mapped_column(default="")


class RecruitmentPaper(Part):
    """A paper of it: the advertisement, the description of the post, the questions asked. None is about a candidate."""

    recruitment_ref: Mapped[str] = part_of("recruitment")
    recruitment: Mapped[Recruitment] = relationship(back_populates="papers")
    place: Mapped[int]
    title: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]


class Candidate(Record):
    """A working paper: somebody who would fill the seat. Not in the ledger, so that it can be removed for good.

    Only those who run the recruitment read it.
    """

    recruitment_ref: Mapped[str] = link("recruitment")
    recruitment: Mapped[Recruitment] = relationship()
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    statement: Mapped[str] = mapped_column(default="")
    standing: Mapped[str] = mapped_column(default=EXPRESSED)
    notes: Mapped[str] = mapped_column(default="")
    written_by_ref: Mapped[Ref]
    at: Mapped[datetime]

    @property
    def called(self) -> str:
        return self.name
