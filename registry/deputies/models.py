from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, link
from registry.people.models import Person
from registry.periods import Lasting
from registry.seats.models import Seat


class Deputy(Lasting, Document):
    """Somebody who for a time may come in the place of whoever holds a seat; `authority` cites what let them."""

    seat_ref: Mapped[str] = link("seat")
    seat: Mapped[Seat] = relationship()
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    authority: Mapped[str] = mapped_column(default="")

    @property
    def called(self) -> str:
        return f"Deputy for {self.seat.called}"
