from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import Approximate, Lasting, holding
from registry.structure.models import Body

DIRECTOR, CHAIR, ACD, LAY, OFFICER, OBSERVER = KINDS = "director", "chair", "ACD", "lay", "officer", "observer"


def _before_dates_in_words(told: dict[str, Any]) -> dict[str, Any]:
    """A seat of the first shape, each of whose days was certain."""
    return told | {"dates": "", "appointments": [each | {"dates": ""} for each in told["appointments"]]}


class Seat(Approximate, Lasting, Document):
    """A place on a body, which outlives those who sit in it; `until` is the first day it is no more.

    `constituency` is the body that the seat speaks for: an ACD's seat, its PCN. `votes` is 0 for
    a seat that only attends. `director` says whether who holds it is a director of the company.
    """

    __upcasts__ = (_before_dates_in_words,)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship(foreign_keys=[body_ref])
    title: Mapped[str]
    kind: Mapped[str]
    votes: Mapped[int] = mapped_column(default=1)
    director: Mapped[bool] = mapped_column(default=False)
    constituency_ref: Mapped[str | None] = link("body")
    constituency: Mapped[Body | None] = relationship(foreign_keys=[constituency_ref])
    appointments: Mapped[list["Appointment"]] = parts(back_populates="seat", order_by="Appointment.since")

    @property
    def called(self) -> str:
        return f"{self.title}, {self.body.name}"

    def appointment(self, on: date) -> "Appointment | None":
        return holding(self.appointments, on)


class Appointment(Approximate, Lasting, Part):
    """A person in a seat, for a time; `ended` says how it came to an end."""

    seat_ref: Mapped[str] = part_of("seat")
    seat: Mapped[Seat] = relationship(back_populates="appointments")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    ended: Mapped[str] = mapped_column(default="")
