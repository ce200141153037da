from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.interests.models import Interest
from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import Lasting
from registry.wording import day as in_words

WITHDRAWN, VARIED = ENDINGS = "withdrawn", "varied"
"""How a decision ended it; one that ended on the day laid down for it lapsed."""


class Authorisation(Lasting, Document):
    """A situation in which a director's duty could conflict with another, as the other directors authorised it.

    It holds from `since`, and `until` is the first day no longer. `interest` is the declared interest that it comes
    of, where that is on the register; `covers` is what the director may do, on what `conditions`. The directors look
    at it again by `review_due`.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    interest_ref: Mapped[str | None] = link("interest")
    interest: Mapped[Interest | None] = relationship()
    situation: Mapped[str]
    covers: Mapped[str]
    conditions: Mapped[str] = mapped_column(default="")
    review_due: Mapped[date | None]
    ended: Mapped[str] = mapped_column(default="")
    not_counted: Mapped[list["NotCounted"]] = parts(back_populates="authorisation", order_by="NotCounted.ref")

    @property
    def scope(self) -> str:
        """Whose conflict it is."""
        return self.person_ref

    @property
    def called(self) -> str:
        return f"{self.person.called}, from {in_words(self.since)}"


class NotCounted(Part):
    """Another director who was interested too, and so was counted neither for the quorum nor for the vote."""

    authorisation_ref: Mapped[str] = part_of("authorisation")
    authorisation: Mapped[Authorisation] = relationship(back_populates="not_counted")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
