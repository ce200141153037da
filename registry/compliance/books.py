"""What every meeting is looked over with, read once: seats, rules, and the interests that were declared late."""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.interests.models import Interest
from registry.interests.queries import withheld_now
from registry.interests.rules import days_late
from registry.people.models import Person
from registry.seats.models import Seat
from registry.seats.queries import place_of, seat_on, whole_seats
from registry.structure.models import Body
from registry.terms.in_force import RulesInForce, rules_in_force
from registry.terms.models import Terms

Lines = list[dict[str, Any]]


@dataclass
class Books:
    """What every meeting is looked over with: the seats of each body, and the interests that were declared late."""

    seats: dict[str, list[Seat]]
    late: list[Interest]
    kept_private: set[str]
    rules: dict[tuple[str, int], RulesInForce] = field(default_factory=dict)

    def seats_on(self, body_ref: str, on: date) -> Lines:
        """The body's own seats that somebody held on a day."""
        found = (seat_on(seat, on) for seat in self.seats.get(body_ref, ()) if seat.holds(on))
        return [line for line in found if line["person"]]

    def rules_on(self, body: Body, on: date) -> RulesInForce:
        """The rules in force for a body on a day: read once for all the days between two on which any terms change."""
        between = body.ref, bisect_right(self.turning_days, on)
        if between not in self.rules:
            self.rules[between] = rules_in_force(body, on)
        return self.rules[between]

    @cached_property
    def turning_days(self) -> list[date]:
        """The days on which some version of terms comes into force, or is so no longer."""
        return sorted({day for told in db.session.execute(select(Terms.since, Terms.until)) for day in told if day})


def open_books(day: date) -> Books:
    """As far as anything had been declared by a day."""
    return Books(_seats(), _declared_late(day), withheld_now())


def _seats() -> dict[str, list[Seat]]:
    found: dict[str, list[Seat]] = defaultdict(list)
    for seat in sorted(db.session.scalars(whole_seats()), key=place_of):
        found[seat.body_ref].append(seat)
    return found


def _declared_late(day: date) -> list[Interest]:
    """The interests declared by a day, and too late by the guidance."""
    names = joinedload(Interest.person).selectinload(Person.names)
    wanted = select(Interest).where(Interest.declared_on <= day, Interest.declared_on > Interest.since).options(names)
    found = db.session.scalars(wanted.order_by(Interest.declared_on, Interest.ref))
    return [each for each in found if days_late(each.since, each.declared_on) is not None]
