from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Record, link
from registry.people.models import Person


class Link(Record):
    """A working paper: leave for one person to do one thing, whoever holds its secret, of which only a hash is kept.

    `purpose` is the door that it opens, as room.name; `about_ref` names what it is about. `until` is the first day on
    which it opens nothing. `uses` counts what was done by it, `used` says when last: to have looked is no use of it.
    """

    hash: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[str]
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    about_ref: Mapped[Ref | None] = mapped_column(index=True)
    issued: Mapped[datetime]
    until: Mapped[date]
    uses: Mapped[int] = mapped_column(default=0)
    used: Mapped[datetime | None]
    withdrawn: Mapped[datetime | None]

    @property
    def called(self) -> str:
        return f"Link of {self.person.called}"
