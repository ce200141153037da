from datetime import date

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, link
from registry.ledger.documents import adding
from registry.people.models import Person
from registry.periods import Approximate, Lasting

FINANCIAL, PROFESSIONAL, PERSONAL = DIRECT = "financial", "non-financial professional", "non-financial personal"
INDIRECT, NOT_SURE = "indirect", "not sure"
KINDS = (*DIRECT, INDIRECT, NOT_SURE)
OWN, PRACTICE, CLOSE = WHOSE = "self", "practice", "close"
BETWEEN_TOPICS = "; "


class Interest(Approximate, Lasting, Document):
    """An interest as declared: it arose on `since`, was declared on `declared_on`, and ended before `until`.

    Four of the kinds are NHS England's; of the fifth, whoever declared it was not sure of which it is. `organisation`
    is its name as it was then, and `organisation_ref` its own, where the registers know it. `whose` it is: the
    person's own, the practice's, or that of someone close, as whom `relation` tells; empty where it was not asked.
    The `nature` of an indirect one is the kind that it is for the other person, where that is known. `touches` says
    how it could bear on the federation's work, and `topics` on which of it. A private interest (`public` False) has
    the reason why, and is shown to few.
    """

    __upcasts__ = (adding(whose="", relation="", nature="", topics="", touches="", dates=""),)

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    kind: Mapped[str]
    organisation: Mapped[str]
    organisation_ref: Mapped[str | None]
    description: Mapped[str]
    whose: Mapped[str] = mapped_column(default="", server_default="")
    relation: Mapped[str] = mapped_column(default="", server_default="")
    nature: Mapped[str] = mapped_column(default="", server_default="")
    topics: Mapped[str] = mapped_column(default="", server_default="")
    touches: Mapped[str] = mapped_column(default="", server_default="")
    declared_on: Mapped[date]
    public: Mapped[bool] = mapped_column(default=True)
    private_reason: Mapped[str] = mapped_column(default="")

    @property
    def scope(self) -> str:
        """Whose it is: a grant over a person is over that person's interests."""
        return self.person_ref

    @property
    def called(self) -> str:
        return f"{self.person.called}: {self.organisation}"

    @property
    def is_open(self) -> bool:
        """Whether it may stand on the public register: it is to be published, and its kind is known."""
        return self.public and self.kind != NOT_SURE

    @classmethod
    def withheld(cls) -> ColumnElement[bool]:
        """The contrary of `is_open`, asked of the database."""
        return ~cls.public | (cls.kind == NOT_SURE)

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
