from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry import clock
from registry.ledger import Document, Part, link, part_of, parts
from registry.periods import Lasting, holding


def _before_deaths(told: dict[str, Any]) -> dict[str, Any]:
    """A person of the first shape, whose names did not say when they were entered."""
    return told | {"died": None, "names": [name | {"entered": None} for name in told["names"]]}


class Person(Document):
    """A natural person. Two of one name are two; a change of name is a new spell, never another person.

    `died` is the day of death. `born` and `email` are private; `account_ref` is the account the person signs in with.
    """

    __upcasts__ = (_before_deaths,)

    names: Mapped[list["PersonName"]] = parts(back_populates="person", order_by="PersonName.since")
    born: Mapped[date | None]
    died: Mapped[date | None]
    email: Mapped[str | None]
    account_ref: Mapped[str | None] = link("account", unique=True)

    @property
    def called(self) -> str:
        return self.name_on(clock.today())

    def borne_on(self, day: date) -> "PersonName":
        """The name borne on a day; before the first on record, the first."""
        return holding(self.names, day) or self.names[0]

    def name_on(self, day: date) -> str:
        return self.borne_on(day).in_full

    def age(self, on: date) -> int | None:
        """Completed years on a day; None if the day of birth is not on record."""
        if self.born is None:
            return None
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


class PersonName(Lasting, Part):
    """What a person was called for a time, forenames and surname in full (ECCTA 2023, s.46).

    `entered` is the day on which the name was written into the books.
    """

    person_ref: Mapped[str] = part_of("person")
    person: Mapped[Person] = relationship(back_populates="names")
    title: Mapped[str] = mapped_column(default="")
    forenames: Mapped[str]
    surname: Mapped[str]
    entered: Mapped[date | None]

    @property
    def in_full(self) -> str:
        return " ".join(word for word in (self.title, self.forenames, self.surname) if word)
