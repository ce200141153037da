from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column, relationship

from registry.ledger import Document, Part, link, part_of, parts
from registry.people.models import Person
from registry.periods import Approximate, Lasting, holding
from registry.structure.models import Body

DIRECTOR, CHAIR, ACD, LAY, OFFICER, OBSERVER, ATTENDING = KINDS = (
    "director", "chair", "ACD", "lay", "officer", "observer", "in attendance",
)  # fmt: skip
WAYS = "decision", "election", "ex officio", "co-option"
"""How somebody comes to a seat; empty where it is not on record."""
SUBSTANTIVE, INTERIM = CAPACITIES = "in full", "interim"


def _before_dates_in_words(told: dict[str, Any]) -> dict[str, Any]:
    """A seat of the first shape, each of whose days was certain."""
    return told | {"dates": "", "appointments": [each | {"dates": ""} for each in told["appointments"]]}


def _before_terms(told: dict[str, Any]) -> dict[str, Any]:
    """A seat of the second shape, which told no more of a term than its last day."""
    blank = {"term_until": None, "how": "", "capacity": SUBSTANTIVE}
    seat = dict.fromkeys(("appointed_by_ref", "ex_officio_ref", "term_months", "most_terms"))
    seat |= {"requirements": "", "holders": 1, "carries_over": False, "voters": []}
    return told | seat | {"appointments": [each | blank for each in told["appointments"]]}


class Seat(Approximate, Lasting, Document):
    """A place on a body, which outlives those who sit in it; `until` is the first day it is no more.

    `constituency` is the body that the seat speaks for: an ACD's seat, its PCN. `votes` is 0 for a seat that only
    attends; however many `holders` share the seat, one of them casts its votes: see Voter. `director` says whether
    who holds it is to be a director of the company. `appointed_by` is the body that fills it; a seat that is
    `ex_officio` of another is filled by whoever sits in that one. A term is of `term_months`, and one person has at
    most `most_terms` of them; where the seat `carries_over`, whoever's term is over stays until another comes.
    """

    __upcasts__ = (_before_dates_in_words, _before_terms)

    body_ref: Mapped[str] = link("body")
    body: Mapped[Body] = relationship(foreign_keys=[body_ref])
    title: Mapped[str]
    kind: Mapped[str]
    votes: Mapped[int] = mapped_column(default=1)
    director: Mapped[bool] = mapped_column(default=False)
    constituency_ref: Mapped[str | None] = link("body")
    constituency: Mapped[Body | None] = relationship(foreign_keys=[constituency_ref])
    appointed_by_ref: Mapped[str | None] = link("body")
    appointed_by: Mapped[Body | None] = relationship(foreign_keys=[appointed_by_ref])
    ex_officio_ref: Mapped[str | None] = link("seat")
    ex_officio: Mapped["Seat | None"] = relationship(remote_side="Seat.ref")
    requirements: Mapped[str] = mapped_column(default="")
    term_months: Mapped[int | None]
    most_terms: Mapped[int | None]
    carries_over: Mapped[bool] = mapped_column(default=False)
    holders: Mapped[int] = mapped_column(default=1)
    appointments: Mapped[list["Appointment"]] = parts(back_populates="seat", order_by="Appointment.since")
    voters: Mapped[list["Voter"]] = parts(back_populates="seat", order_by="Voter.since")

    @property
    def called(self) -> str:
        return f"{self.title}, {self.body.name}"

    def turns(self) -> "list[Turn]":
        """Who has sat in it, in turn; of a seat ex officio, whoever sat in the one that fills it, while both were."""
        if self.ex_officio is None:
            own = [Turn(each, each.since, each.until) for each in self.appointments]
            return sorted(own, key=lambda turn: (turn.since, turn.appointment.ref))
        return [turn for each in self.ex_officio.turns() if (turn := each.within(self.since, self.until)) is not None]

    def sitting(self, on: date) -> "list[Appointment]":
        """Everyone who sits in it on a day, the one who casts its votes first."""
        held = [turn.appointment for turn in self.turns() if turn.holds(on)]
        voter = holding(self.voters, on)
        return sorted(held, key=lambda each: voter is None or each.person_ref != voter.person_ref)

    def appointment(self, on: date) -> "Appointment | None":
        """Whoever sits in it on a day and casts its votes: of several, the first, or the one they have chosen."""
        return next(iter(self.sitting(on)), None)


class Appointment(Approximate, Lasting, Part):
    """A person in a seat, for a time; `ended` says how it came to an end.

    `term_until` is the first day after the term, after which one may stay on until replaced; `until`, the first day
    no longer in the seat, once that is settled. `how` one came to it, and in what `capacity`: in full, or meanwhile.
    """

    seat_ref: Mapped[str] = part_of("seat")
    seat: Mapped[Seat] = relationship(back_populates="appointments")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()
    term_until: Mapped[date | None]
    how: Mapped[str] = mapped_column(default="")
    capacity: Mapped[str] = mapped_column(default=SUBSTANTIVE)
    ended: Mapped[str] = mapped_column(default="")


class Voter(Lasting, Part):
    """Which of those who share a seat casts its votes, for a time."""

    __tablename__ = "seat_voter"

    seat_ref: Mapped[str] = part_of("seat")
    seat: Mapped[Seat] = relationship(back_populates="voters")
    person_ref: Mapped[str] = link("person")
    person: Mapped[Person] = relationship()


@dataclass(frozen=True)
class Turn:
    """A person's time in a seat, by an appointment to it or to the one that fills it."""

    appointment: Appointment
    since: date
    until: date | None

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)

    def within(self, since: date, until: date | None) -> "Turn | None":
        """As much of it as lies in the life of a seat that is filled by it; None if nothing does."""
        ends = [end for end in (self.until, until) if end is not None]
        begins, end = max(self.since, since), min(ends, default=None)
        return None if end is not None and end <= begins else Turn(self.appointment, begins, end)
