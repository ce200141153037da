from datetime import date

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, link
from registry.people.models import Person
from registry.periods import Lasting

FINANCIAL, PROFESSIONAL, PERSONAL, INDIRECT = KINDS = (
    "financial",
    "non-financial professional",
    "non-financial personal",
    "indirect",
)


class Interest(Lasting, Document):
    """An interest as declared: it arose on `since`, was declared on `declared_on`, and ended before `until`.

    The four kinds are NHS England's. `organisation_ref` is the organisation's, where the registers know it.
    A private interest (`public` False) has the reason why, and is shown to few.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    kind: Mapped[str]
    organisation: Mapped[str]
    organisation_ref: Mapped[str | None]
    description: Mapped[str]
    declared_on: Mapped[date]
    topics: Mapped[str] = mapped_column(default="")
    public: Mapped[bool] = mapped_column(default=True)
    private_reason: Mapped[str] = mapped_column(default="")

    @property
    def scope(self) -> str:
        """Whose it is: a grant over a person is over that person's interests."""
        return self.person_ref

    @property
    def called(self) -> str:
        return f"{self.person.called}: {self.organisation}"

    @classmethod
    def declared_by(cls, day: date) -> ColumnElement[bool]:
        """Declared by a day, and not ended by it: what a person confirms that day."""
        return (cls.declared_on <= day) & or_(cls.until.is_(None), cls.until > day)


class Confirmation(Document):
    """A person's word, on a day, that the declarations on record are complete; `nothing` if there are none."""

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    on: Mapped[date]
    nothing: Mapped[bool] = mapped_column("nothing", quote=True)  # a keyword of SQLite

    @property
    def scope(self) -> str:
        return self.person_ref
