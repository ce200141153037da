from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.interests.models import Interest
from registry.ledger import Document, link
from registry.people.models import Person

PUBLISHED, WITHHELD = OUTCOMES = "published", "withheld"


class Review(Document):
    """What a reviewer made of an interest on a day, as it stood at its `interest_rev`; by whom, the ledger says.

    `mitigation` is how the interest is handled, in words. If it is withheld from the public register, that is for
    the reason `withheld_because`, and somebody approved it.
    """

    interest_ref: Mapped[str] = link("interest")
    interest: Mapped[Interest] = relationship()
    interest_rev: Mapped[int]
    on: Mapped[date]
    mitigation: Mapped[str] = mapped_column(default="")
    publication: Mapped[str]
    withheld_because: Mapped[str] = mapped_column(default="")
    approved_by_ref: Mapped[str | None] = link("person")
    approved_by: Mapped[Person | None] = relationship()

    @property
    def scope(self) -> str:
        """Whose the interest is."""
        return self.interest.person_ref


class ReviewQuestion(Document):
    """A question that a reviewer put on a day to whoever declared an interest, and the answer once it is given."""

    interest_ref: Mapped[str] = link("interest")
    interest: Mapped[Interest] = relationship()
    asked: Mapped[date]
    text: Mapped[str]
    answered: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")

    @property
    def scope(self) -> str:
        return self.interest.person_ref

    @property
    def called(self) -> str:
        return self.interest.called


class ReviewNote(Document):
    """What the office noted of an interest on a day, for itself."""

    interest_ref: Mapped[str] = link("interest")
    interest: Mapped[Interest] = relationship()
    on: Mapped[date]
    text: Mapped[str]

    @property
    def scope(self) -> str:
        return self.interest.person_ref
