from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import ONE_DAY

ANNUAL, SIX_MONTHLY = KINDS = "annual", "six-monthly"
MONTHS = {ANNUAL: 12, SIX_MONTHLY: 6}
"""How many months from a round of each kind to the next."""


class Round(Document):
    """A round of declarations, opened on the day `opens`: each person asked is to answer by the day `due`.

    What they say stands in the register of interests, and is theirs whatever becomes of the round. It is over on the
    day it is `closed`, and what is said later is no answer to it.
    """

    title: Mapped[str]
    kind: Mapped[str]
    opens: Mapped[date]
    due: Mapped[date]
    closed: Mapped[date | None]
    asked: Mapped[list["Asked"]] = parts(back_populates="round", order_by="Asked.ref")
    reminders: Mapped[list["Reminder"]] = parts(back_populates="round", order_by="Reminder.on, Reminder.ref")

    @property
    def called(self) -> str:
        return self.title

    def is_open(self, on: date) -> bool:
        return self.opens <= on and (self.closed is None or on < self.closed)

    def counts_until(self, on: date) -> date:
        """The last day whose answers count, as far as a day can know it."""
        return on if self.closed is None or on < self.closed else self.closed - ONE_DAY

    def last_written_to(self, person_ref: str, on: date) -> "Reminder | None":
        """The last letter that the round had sent to a person by a day."""
        theirs = [each for each in self.reminders if each.person_ref == person_ref and each.on <= on]
        return theirs[-1] if theirs else None


class Asked(Part):
    """Somebody who is asked, and `why`: the places held in the registers on the day the round was opened."""

    round_ref: Mapped[str] = part_of("round")
    round: Mapped[Round] = relationship(back_populates="asked")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    why: Mapped[str]


class Reminder(Part):
    """A letter written to somebody on a day, the first of a round among them; `letter_ref` is its place in the outbox.

    The letter itself is a working paper and says at which address.
    """

    round_ref: Mapped[str] = part_of("round")
    round: Mapped[Round] = relationship(back_populates="reminders")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    on: Mapped[date]
    letter_ref: Mapped[Ref | None] = mapped_column(default=None)
