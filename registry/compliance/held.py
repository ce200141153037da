"""What has been held and decided, read in a few statements: each meeting with its seats and its decisions."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.db import db
from registry.decisions.models import CARRIED, Decision
from registry.decisions.unconflicted import not_counted_in
from registry.interests.models import Interest
from registry.interests.queries import withheld_now
from registry.interests.rules import days_late
from registry.meetings.counting import Counting
from registry.meetings.models import PRESENT, Attendance, Chairing, Meeting
from registry.meetings.quorum import Quorum, how_each_attended
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


@dataclass
class Held:
    """A meeting that was held, with what it decided."""

    meeting: Meeting
    books: Books
    decisions: Sequence[Decision] = field(default_factory=list)

    @cached_property
    def seats(self) -> Lines:
        return self.books.seats_on(self.meeting.body_ref, self.meeting.on)

    @cached_property
    def counting(self) -> Counting:
        return Counting(self.meeting, self.seats, self.books.rules_on(self.meeting.body, self.meeting.on))

    @property
    def carried(self) -> list[Decision]:
        return [decision for decision in self.decisions if decision.outcome == CARRIED]

    def quorum_for(self, decision: Decision) -> Quorum:
        """As it was for a decision: without whoever was interested in what that authorised."""
        return self.counting.quorum(decision.item_ref, not_counted_in(decision), by_rule=False)

    def took_part_in(self, decision: Decision) -> set[str]:
        """Whoever was there for the item, and could be heard, by their refs."""
        attended = how_each_attended(decision.item_ref, self.counting.marks)
        return {person for person, how in attended.items() if how == PRESENT}


@dataclass
class Alone:
    """A decision that was taken without a meeting."""

    decision: Decision
    books: Books

    @cached_property
    def seats(self) -> Lines:
        return self.books.seats_on(self.decision.body_ref, self.decision.on)


@dataclass(frozen=True)
class Span:
    """What is to be looked over: from one day to another, both included, and of which body, by its ref."""

    until: date
    since: date = date.min
    body_ref: str | None = None


def read(span: Span, day: date) -> tuple[list[Held], list[Alone]]:
    """The meetings held in a span, the first of them first, and what was decided without one.

    A meeting was held if it is on record who came, or if something was decided at it.
    """
    books = Books(_seats(), _declared_late(day), withheld_now())
    decided = _decisions(span)
    held = [Held(meeting, books, decided[meeting.ref]) for meeting in _meetings(span, day)]
    alone = [Alone(decision, books) for decision in decided[None]]
    return [each for each in held if each.decisions or each.meeting.attendance_is_recorded], alone


def _meetings(span: Span, day: date) -> Sequence[Meeting]:
    stands = or_(Meeting.cancelled.is_(None), Meeting.cancelled > day)
    wanted = select(Meeting).where(Meeting.on.between(span.since, span.until), stands)
    if span.body_ref is not None:
        wanted = wanted.where(Meeting.body_ref == span.body_ref)
    came = selectinload(Meeting.attendances).joinedload(Attendance.person).selectinload(Person.names)
    chaired = selectinload(Meeting.chairings).joinedload(Chairing.person).selectinload(Person.names)
    parts = (
        Meeting.items, Meeting.parties, Meeting.notices, Meeting.consents, Meeting.waivers, Meeting.representations,
        Meeting.former_times,
    )  # fmt: skip
    whole = came, chaired, *map(selectinload, parts), joinedload(Meeting.body), joinedload(Meeting.adjourned_from)
    return db.session.scalars(wanted.options(*whole).order_by(Meeting.on, Meeting.begins, Meeting.ref)).all()


def _decisions(span: Span) -> dict[str | None, list[Decision]]:
    """What was decided in a span, by the ref of the meeting."""
    wanted = select(Decision).where(Decision.on.between(span.since, span.until))
    if span.body_ref is not None:
        wanted = wanted.where(Decision.body_ref == span.body_ref)
    mover = joinedload(Decision.mover).selectinload(Person.names)
    found: dict[str | None, list[Decision]] = defaultdict(list)
    whole = wanted.options(mover, joinedload(Decision.body), selectinload(Decision.effects))
    for decision in db.session.scalars(whole.order_by(Decision.on, Decision.place, Decision.ref)):
        found[decision.meeting_ref].append(decision)
    return found


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
