from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import joinedload, selectinload

from registry.actions.models import Action, ActionStep, Involved
from registry.actions.reading import Reads
from registry.actions.sentences import minute_of
from registry.actions.telling import CLOSED, LATE, Line, line_of, lines_of
from registry.db import db
from registry.decisions.models import Decision
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import Body


@dataclass(frozen=True)
class Asked:
    """What of the log is asked for: of a body, of whoever has it now, in one of STATES; everything, if left out."""

    body_ref: str | None = None
    owner_ref: str | None = None
    state: str = ""

    def wants(self, line: Line) -> bool:
        is_whose = self.owner_ref in (None, line["owner_ref"])
        is_late = self.state != LATE or line["state"] == LATE
        return is_whose and is_late and (not self.state or line["is_open"] == (self.state != CLOSED))


def actions_on(day: date, reads: Reads, asked: Asked = Asked()) -> list[Line]:  # noqa: B008 - it is frozen
    """The log: whatever had been agreed by a day, as it stands on it; what is open first, the soonest due first."""
    whose = true() if asked.body_ref is None else Action.body_ref == asked.body_ref
    return [line for line in lines_of(_read(whose), day, reads) if asked.wants(line)]


def open_of(person_ref: str, day: date, reads: Reads) -> list[Line]:
    """What one person has to do, for whatever body, alone or as whoever answers for it."""
    return [line for line in open_with(person_ref, day, reads) if line["owner_ref"] == person_ref]


def open_with(person_ref: str, day: date, reads: Reads) -> list[Line]:
    """The same, with what somebody else answers for and this person has a part in."""
    handed = Action.steps.any(ActionStep.person_ref == person_ref)
    whose = or_(Action.owner_ref == person_ref, handed, Action.others.any(Involved.person_ref == person_ref))
    found = lines_of(_read(_was_open(day), whose), day, reads)
    return [line for line in found if line["is_open"] and person_ref in (line["owner_ref"], *line["other_refs"])]


def late_on(day: date, reads: Reads) -> list[Line]:
    """Whatever should have been done before a day."""
    return [line for line in lines_of(_read(_was_open(day)), day, reads) if line["state"] == LATE]


def carried_to(meeting: Meeting, day: date, reads: Reads) -> list[Line]:
    """What comes back to a meeting: agreed before it, and not closed by the last one; as it stood when it met.

    Of a meeting still to come it is told as it stands on the day looked at.
    """
    as_at, last = min(day, meeting.on), _last_before(meeting)
    before = and_(Action.body_ref == meeting.body_ref, Action.agreed < meeting.on)
    found = lines_of(_read(before), as_at, reads)
    return [line for line in found if line["is_open"] or (last is not None and line["closed"] > last)]


def agreed_at(meeting: Meeting, day: date, reads: Reads) -> list[Line]:
    """What was agreed at a meeting, in the order in which it was entered."""
    found = lines_of(_read(Action.meeting_ref == meeting.ref), max(day, meeting.on), reads)
    return sorted(found, key=lambda line: line["place"])


def agreed_by(decision: Decision, day: date, reads: Reads) -> list[Line]:
    """What a decision gave somebody to do."""
    return lines_of(_read(Action.decision_ref == decision.ref), max(day, decision.on), reads)


def action_on(action: Action, day: date) -> Line:
    """One action whole, as it stands on a day or, before it was agreed, on that one."""
    as_at = max(day, action.agreed)
    return line_of(action, as_at)


def agreed_as_minuted(meeting: Meeting) -> list[tuple[Action, str]]:
    """What was agreed at a meeting, restricted items and all, and how its minutes put each."""
    actions = sorted(_read(Action.meeting_ref == meeting.ref), key=lambda action: action.place)
    return [(action, minute_of(action)) for action in actions]


def bodies_acting() -> list[Line]:
    """The bodies that have agreed actions, by name."""
    found = select(Body).where(select(Action.ref).where(Action.body_ref == Body.ref).exists()).order_by(Body.name)
    return [{"ref": body.ref, "name": body.name} for body in db.session.scalars(found)]


def actions_about(words: str, day: date, reads: Reads) -> list[Line]:
    said = or_(Action.what.icontains(words, autoescape=True), Action.number.icontains(words, autoescape=True))
    return lines_of(_read(said), day, reads)


def _read(*which: ColumnElement[bool]) -> list[Action]:
    """Actions with all that their lines tell, in a few statements however many there are."""
    parts = (
        joinedload(Action.owner).selectinload(Person.names),
        selectinload(Action.others).joinedload(Involved.person).selectinload(Person.names),
        selectinload(Action.steps).joinedload(ActionStep.person).selectinload(Person.names),
        joinedload(Action.meeting).selectinload(Meeting.items),
        joinedload(Action.decision),
        joinedload(Action.body),
    )
    return list(db.session.scalars(select(Action).where(*which).options(*parts).order_by(Action.agreed, Action.ref)))


def _was_open(day: date) -> ColumnElement[bool]:
    """As far as the root of an action tells: what was closed after a day may have been open on it."""
    return or_(Action.closed.is_(None), Action.closed > day)


def _last_before(meeting: Meeting) -> date | None:
    earlier = Meeting.body_ref == meeting.body_ref, Meeting.on < meeting.on, Meeting.cancelled.is_(None)
    return db.session.scalar(select(Meeting.on).where(*earlier).order_by(Meeting.on.desc()).limit(1))
