"""How packs are made up: by the choice for one meeting, by the body's own setting, or by the house's."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, select

from registry.db import db
from registry.meetings.models import Meeting
from registry.packs.models import (
    ACTIONS,
    AGENDA,
    AHEAD,
    CHANGES,
    CONFLICTS,
    DECISIONS,
    INTERESTS,
    MINUTES,
    SECTIONS,
    TERMS,
    TO_DECIDE,
    TO_DISCUSS,
    TO_NOTE,
    MakeUp,
)
from registry.structure.models import Body

TITLES = {
    AGENDA: "Agenda",
    INTERESTS: "Register of interests",
    CONFLICTS: "Conflicts of interest",
    MINUTES: "Minutes of the last meeting",
    ACTIONS: "Matters arising",
    DECISIONS: "Previous decisions",
    TO_DECIDE: "Papers for decision",
    TO_DISCUSS: "Papers for discussion",
    TO_NOTE: "Papers for information",
    TERMS: "Terms of reference",
    CHANGES: "Registers changed since the last meeting",
    AHEAD: "What comes next",
}


@dataclass(frozen=True)
class MadeUp:
    """What a pack is made of, in its order, and how it is bound and handed out: see MakeUp."""

    sections: tuple[str, ...] = SECTIONS
    starts_on_right: bool = False
    names_reader: bool = False
    tells_who_opened: bool = False

    @property
    def left_out(self) -> tuple[str, ...]:
        return tuple(section for section in SECTIONS if section not in self.sections)


def made_up(body: Body) -> MadeUp:
    """How a body's packs are made up: as it settled or, while it has not, as the house does."""
    own = make_up_of(body)
    return MadeUp() if own is None else _as_settled(own)


def made_up_for(meeting: Meeting) -> MadeUp:
    """The same of the pack of one meeting, for which something else may have been chosen."""
    usual, own = made_up(meeting.body), make_up_for(meeting)
    return usual if own is None else replace(_as_settled(own), tells_who_opened=usual.tells_who_opened)


def make_up_of(body: Body) -> MakeUp | None:
    """The body's own setting; None while it has none."""
    return _make_up(MakeUp.body_ref == body.ref)


def make_up_for(meeting: Meeting) -> MakeUp | None:
    """What was chosen for a meeting alone; None if nothing was."""
    return _make_up(MakeUp.meeting_ref == meeting.ref)


def _make_up(which: ColumnElement[bool]) -> MakeUp | None:
    return db.session.scalar(select(MakeUp).where(which))


def _as_settled(own: MakeUp) -> MadeUp:
    sections = tuple(each.section for each in sorted(own.sections, key=lambda each: each.place))
    return MadeUp(sections, own.starts_on_right, own.names_reader, own.tells_who_opened)
