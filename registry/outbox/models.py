from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.db import Ref
from registry.ledger import Record, link
from registry.people.models import Person

WAITING, SENDING, SENT, REFUSED, STOPPED = STATES = ("waiting", "on its way", "sent", "refused", "stopped")
UNSENT = (WAITING, SENDING, REFUSED)


class Letter(Record):
    """A working paper: a letter by e-mail, to a person under the name and at the address of the moment it was written.

    It is `waiting` until a mail server takes it. It is `on its way` while one is asked to, and stays so if that was
    cut off, when nobody can know whether it was taken; so it is never sent a second time but by somebody's word.
    `refused` is one that the server will not take however often it is asked; `stopped`, one no longer to be sent.
    `failure` says what went wrong last, in words. `secret` is what in `body` lets its reader do something: gone from
    both once the letter is sent. `about_ref` names what it is about.
    """

    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    name: Mapped[str]
    address: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    secret: Mapped[str] = mapped_column(default="")
    about_ref: Mapped[Ref | None] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True, default=WAITING)
    written: Mapped[datetime]
    sent: Mapped[datetime | None]
    tried: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"Letter to {self.name}"
