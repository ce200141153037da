from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding
from registry.people.models import Person
from registry.periods import Approximate
from registry.practices.models import Practice
from registry.structure.models import Body

ARTICLES, AGREEMENT, TERMS_OF_REFERENCE = KINDS = "articles", "shareholders' agreement", "terms of reference"
DRAFT, ADOPTED, SUPERSEDED = "draft", "adopted", "superseded"

TEN_HEADINGS = (
    "Introduction",
    "Purpose",
    "Accountability",
    "Membership",
    "Roles and responsibilities",
    "Meetings",
    "Declarations of Interest",
    "Decision making process",
    "Reporting",
    "Review",
)


class Terms(Approximate, Document):
    """One version of the terms that a body works under, with its text, its membership and its rules.

    A draft has no `since`. Once adopted, `since` is the first day in force and `until` the first
    day no longer. `quorum` counts voting members present; `notice_days` are clear days.
    """

    __limits__ = (UniqueConstraint("body_ref", "kind", "version"),)
    __upcasts__ = (adding(dates=""),)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    kind: Mapped[str]
    title: Mapped[str]
    version: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    supersedes_ref: Mapped[str | None] = link("terms")
    quorum: Mapped[int | None]
    notice_days: Mapped[int | None]
    review_due: Mapped[date | None]
    sections: Mapped[list["Section"]] = parts(back_populates="terms", order_by="Section.place")
    table: Mapped[list["TermsMember"]] = parts(back_populates="terms", order_by="TermsMember.place")

    @property
    def called(self) -> str:
        return f"{self.title}, version {self.version}"

    def status(self, on: date) -> str:
        if self.since is None:
            return DRAFT
        return SUPERSEDED if self.until is not None and self.until <= on else ADOPTED

    def in_force(self, on: date) -> bool:
        return self.since is not None and self.since <= on and (self.until is None or on < self.until)


class Section(Part):
    """A heading and the text under it, in Markdown; a clause is cited by `place` and its own numbering."""

    terms_ref: Mapped[str] = part_of("terms")
    terms: Mapped[Terms] = relationship(back_populates="sections")
    place: Mapped[int]
    heading: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class TermsMember(Part):
    """A line of the membership table: a practice, who comes for it, and what they answer for."""

    terms_ref: Mapped[str] = part_of("terms")
    terms: Mapped[Terms] = relationship(back_populates="table")
    place: Mapped[int]
    practice_ref: Mapped[str | None] = link("practice")
    practice: Mapped[Practice | None] = relationship()
    person_ref: Mapped[str | None] = link("person")
    person: Mapped[Person | None] = relationship()
    responsibility: Mapped[str] = mapped_column(default="")
