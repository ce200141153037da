"""What has been held and decided, read in a few statements: each meeting with its seats and its decisions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.compliance.books import Books, Lines, open_books
from registry.db import db
from registry.decisions.models import CARRIED, Decision
from registry.decisions.unconflicted import not_counted_in
from registry.meetings.counting import Counting
from registry.meetings.models import PRESENT, Attendance, Chairing, Meeting
from registry.meetings.quorum import Quorum, how_each_attended
from registry.people.models import Person


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
    books = open_books(day)
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
