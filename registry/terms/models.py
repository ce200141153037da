from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.ledger.documents import adding
from registry.people.models import Person
from registry.periods import ONE_DAY, Approximate
from registry.practices.models import Practice
from registry.structure.models import Body
from registry.terms.provisions import NOTICE, QUORUM

ARTICLES, AGREEMENT, TERMS_OF_REFERENCE = KINDS = "articles", "shareholders' agreement", "terms of reference"
CONSTITUTION = ARTICLES, AGREEMENT
DRAFT, CIRCULATED, AMENDED, WITHDRAWN = "draft", "circulated", "amended", "withdrawn"
ADOPTED, SUPERSEDED = "adopted", "superseded"

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


def _before_rules_as_data(told: dict[str, Any]) -> dict[str, Any]:
    """Terms of the second shape, which told only two rules as data, and no clause of either."""
    rest = {name: fact for name, fact in told.items() if name not in ("quorum", "notice_days")}
    figures = ((QUORUM, told["quorum"], QUORUM_LETTER), (NOTICE, told["notice_days"], NOTICE_LETTER))
    rules = [_rule(told["ref"], letter, what, figure) for what, figure, letter in figures if figure is not None]
    return rest | {"provisions": rules}


_BEFORE_CIRCULATION = (
    dict.fromkeys(
        (
            "circulated", "comments_by", "amended", "adopted", "withdrawn", "amends_ref", "mover_ref", "signed",
            "signed_name",
        )
    )
    | dict.fromkeys(("circulated_to", "owner", "amendments"), "")
)  # fmt: skip
"""What terms of the third shape did not tell."""

QUORUM_LETTER, NOTICE_LETTER = "Q", "N"
"""What the refs of those two rules end in, which otherwise are those of their terms."""


def _rule(terms: str, letter: str, what: str, figure: int) -> dict[str, Any]:
    blank = {"of": None, "who": "", "matter": "", "over": "", "clause": ""}
    place = 1 if what == QUORUM else 2
    return {"ref": f"{terms[:-1]}{letter}", "place": place, "what": what, "number": figure} | blank


class Terms(Approximate, Document):
    """One version of the terms that a body works under, with its text, its membership and its rules.

    It is entered when it is circulated: `circulated` is the day on which it first went out, `circulated_to` whom, in
    words, and `comments_by` the last day for comments; or else when a meeting `amended` what was circulated, on a day,
    by what `amendments` tells in the words moved by `mover`. What was circulated stays as it was. Once `adopted` on a
    day, `since` is the first day in force and `until` the first day no longer; a version `withdrawn` on a day was never
    in force, or was ended then without another. `signed` is the hash of the signed copy that is kept.
    """

    __limits__ = (UniqueConstraint("body_ref", "kind", "version"),)
    __upcasts__ = (adding(dates=""), _before_rules_as_data, adding(**_BEFORE_CIRCULATION))

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship()
    kind: Mapped[str]
    title: Mapped[str]
    version: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    supersedes_ref: Mapped[str | None] = link("terms")
    review_due: Mapped[date | None]
    owner: Mapped[str] = mapped_column(default="")
    circulated: Mapped[date | None]
    circulated_to: Mapped[str] = mapped_column(default="")
    comments_by: Mapped[date | None]
    adopted: Mapped[date | None]
    withdrawn: Mapped[date | None]
    amended: Mapped[date | None]
    amends_ref: Mapped[str | None] = link("terms")
    amendments: Mapped[str] = mapped_column(default="")
    mover_ref: Mapped[str | None] = link("person")
    mover: Mapped[Person | None] = relationship()
    signed: Mapped[str | None]
    signed_name: Mapped[str | None]
    sections: Mapped[list["Section"]] = parts(back_populates="terms", order_by="Section.place")
    table: Mapped[list["TermsMember"]] = parts(back_populates="terms", order_by="TermsMember.place")
    provisions: Mapped[list["Provision"]] = parts(back_populates="terms", order_by="Provision.place")

    @property
    def called(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def known_from(self) -> date | None:
        """The first day on which there was this version; None of a draft that says none."""
        days = (self.circulated, self.amended, self.adopted, self.since)
        return min((day for day in days if day is not None), default=None)

    def status(self, on: date) -> str:
        """What it was on a day; what another version made of it since is for queries to say."""
        if self.withdrawn is not None and self.withdrawn <= on:
            return WITHDRAWN
        if self.since is not None and (self.adopted or on) <= on:
            return SUPERSEDED if self.until is not None and self.until <= on else ADOPTED
        if self.amends_ref is not None:
            return AMENDED
        return CIRCULATED if self.circulated is not None else DRAFT

    @property
    def last_day(self) -> date | None:
        return self.until and self.until - ONE_DAY

    def in_force(self, on: date) -> bool:
        return self.since is not None and self.since <= on and (self.until is None or on < self.until)


class Section(Part):
    """A heading and the text under it, in Markdown; a clause is cited by `place` and its own numbering."""

    terms_ref: Mapped[str] = part_of("terms")
    terms: Mapped[Terms] = relationship(back_populates="sections")
    place: Mapped[int]
    heading: Mapped[str]
    text: Mapped[str] = mapped_column(default="")


class Provision(Part):
    """A rule of the terms as data, and the number of the `clause` of their text that says it.

    What its figures and its words mean goes by `what`: see registry.terms.provisions. `over` is the kind of body that
    it governs, in articles; it is empty where that is the terms' own body.
    """

    terms_ref: Mapped[str] = part_of("terms")
    terms: Mapped[Terms] = relationship(back_populates="provisions")
    place: Mapped[int]
    what: Mapped[str]
    number: Mapped[int | None]
    of: Mapped[int | None]
    who: Mapped[str] = mapped_column(default="")
    matter: Mapped[str] = mapped_column(default="")
    over: Mapped[str] = mapped_column(default="")
    clause: Mapped[str] = mapped_column(default="")


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
