from datetime import date

from sqlalchemy.orm import Mapped, relationship

from registry.ledger import Document, Part, part_of, parts
from registry.wording import day as in_words

BOARD = "holds the right to appoint or remove a majority of the board"
INFLUENCE = "has the right to exercise, or exercises, significant influence or control"
TRUST = "controls a trust or firm that meets one of the conditions"
"""The conditions of Schedule 1A to the Companies Act 2006 that no register counts."""


class Statement(Document):
    """What the company found, on a day, of people with significant control over it (CA 2006, Part 21A).

    `made` is the day of the finding, and `on` the day whose holdings were looked at. `largest` is who
    had the benefit of most then; `largest_shares` and `largest_votes` are in hundredths of one per cent
    of the nominal capital and of the votes. `who` names whoever is registrable; it is blank if nobody is.
    """

    made: Mapped[date]
    on: Mapped[date]
    who: Mapped[str]
    largest: Mapped[str]
    largest_shares: Mapped[int]
    largest_votes: Mapped[int]
    answers: Mapped[list["Answer"]] = parts(back_populates="statement", order_by="Answer.place")

    @property
    def called(self) -> str:
        return f"Statement of {in_words(self.made)}"

    @property
    def is_registrable(self) -> bool:
        return self.who != ""


class Answer(Part):
    """What was found of a condition that no register counts: whether anybody meets it, and on what grounds."""

    statement_ref: Mapped[str] = part_of("statement")
    statement: Mapped[Statement] = relationship(back_populates="answers")
    place: Mapped[int]
    condition: Mapped[str]
    met: Mapped[bool]
    grounds: Mapped[str]
