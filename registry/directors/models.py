from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import Approximate, Lasting, holding
from registry.wording import day as in_words

BEGUN, OVER = "begun", "over"
"""How much of a directorship was before the books were opened."""
PARTICULARS = "service_address", "home_address", "country", "nationality", "occupation", "former_names"
"""What is told to the registrar of a director beside the name and the date of birth (CA-58)."""


class Directorship(Approximate, Lasting, Document):
    """A person's time as a director of the company, whichever seats they sit in: `ended` says how it came to an end.

    `consented` is the day on which they consented to act, and `consent` the hash of the paper; `declared`, the day of
    their statement that they are not disqualified; `verified`, the day on which their identity was verified. The code
    that the registrar gives for that is kept nowhere (CA-57). Of one `before_the_books` were opened, begun or over,
    nothing of that need be on file, and what was then to be told to the registrar is not told again.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    consented: Mapped[date | None]
    consent: Mapped[str | None]
    consent_name: Mapped[str | None]
    declared: Mapped[date | None]
    verified: Mapped[date | None]
    ended: Mapped[str] = mapped_column(default="")
    before_the_books: Mapped[str] = mapped_column(default="")
    particulars: Mapped[list["Particulars"]] = parts(back_populates="directorship", order_by="Particulars.since")

    @property
    def called(self) -> str:
        return f"{self.person.name_on(self.since)}, director from {in_words(self.since)}"

    @property
    def scope(self) -> str:
        """Whose it is: a grant over a person is over that person's directorship."""
        return self.person_ref

    def particulars_on(self, day: date) -> "Particulars | None":
        return holding(self.particulars, day)


class Particulars(Lasting, Part):
    """What is told to the registrar of a director, as it was for a time (CA-58). The home address is protected."""

    directorship_ref: Mapped[str] = part_of("directorship")
    directorship: Mapped[Directorship] = relationship(back_populates="particulars")
    service_address: Mapped[str] = mapped_column(default="")
    home_address: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    former_names: Mapped[str] = mapped_column(default="")
