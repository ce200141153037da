from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.disclosures.effect import Effect, effect_of
from registry.disclosures.lines import Line, disclosure_lines, notice_line
from registry.disclosures.models import Disclosure, InterestNotice
from registry.disclosures.standing import Directing, board_meetings
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import BOARD


def notices_on(day: date) -> list[Line]:
    """Every notice that had been given by a day, the latest first."""
    return [line for line, _ in _notices(true(), day)]


def notices_of(person: Person, day: date) -> list[Line]:
    return [line for line, _ in _notices(InterestNotice.person_ref == person.ref, day)]


def notice_on(notice: InterestNotice, day: date) -> Line | None:
    """A notice as a day saw it; None before it was given."""
    return next((line for line, _ in _notices(InterestNotice.ref == notice.ref, day)), None)


def general_notices_on(day: date) -> list[Line]:
    """The general notices that have effect on a day, and from when each has had it."""
    return [
        line | {"effective": effect.effective}
        for line, effect in _notices(InterestNotice.holding(day), day)
        if line["is_general"] and effect.effective is not None and effect.effective <= day
    ]


def notices_at(meeting: Meeting, day: date) -> list[Line]:
    """The notices that a meeting of the directors has before it: given at it, read at it, or to be brought up."""
    found = _notices(true(), day) if meeting.body.kind == BOARD else []
    return [line for line, effect in found if line["meeting_ref"] == meeting.ref or _is_for(meeting, line, effect)]


def _is_for(meeting: Meeting, line: Line, effect: Effect) -> bool:
    return line["meeting_ref"] is None and line["until"] is None and meeting.on in (effect.awaits, effect.missed)


def to_bring_up(day: date) -> Iterator[tuple[Line, Effect]]:
    """The notices of those who direct on a day that are still to be brought up at a meeting, or were not.

    A director who is the only one has nobody to tell.
    """
    directing = Directing().on(day)
    for line, effect in _notices(InterestNotice.holding(day), day):
        if line["person_ref"] in directing and len(directing) > 1 and line["meeting_ref"] is None:
            yield line, effect


def disclosures_on(day: date) -> list[Line]:
    """Every interest declared at a meeting by a day, the latest first."""
    return _disclosures(true(), day)


def disclosures_of(person: Person, day: date) -> list[Line]:
    return _disclosures(Disclosure.person_ref == person.ref, day)


def disclosures_at(meeting: Meeting, day: date) -> list[Line]:
    """What was declared at a meeting, in the order of its agenda."""
    return sorted(_disclosures(Disclosure.meeting_ref == meeting.ref, day), key=lambda line: line["number"])


def disclosure_on(disclosure: Disclosure, day: date) -> Line | None:
    """A disclosure as a day saw it; None before the meeting."""
    return next(iter(_disclosures(Disclosure.ref == disclosure.ref, day)), None)


def declared_at(meeting: Meeting) -> set[tuple[str, str]]:
    """Who declared an interest in which item of a meeting: the refs of the person and of the item."""
    wanted = select(Disclosure.person_ref, Disclosure.item_ref).where(Disclosure.meeting_ref == meeting.ref)
    return {(person, item) for person, item in db.session.execute(wanted)}


def _notices(which: ColumnElement[bool], day: date) -> Iterator[tuple[Line, Effect]]:
    named = joinedload(InterestNotice.person).selectinload(Person.names)
    met = (joinedload(each).joinedload(Meeting.body) for each in (InterestNotice.given_at, InterestNotice.read_at))
    wanted = select(InterestNotice).where(which, InterestNotice.since <= day).options(named, *met)
    found = db.session.scalars(wanted.order_by(InterestNotice.since.desc(), InterestNotice.ref.desc())).all()
    if not found:
        return
    meetings, directing = board_meetings(), Directing()
    for notice in found:
        effect = effect_of(notice, meetings, day)
        yield notice_line(notice, effect, directing, day), effect


def _disclosures(which: ColumnElement[bool], day: date) -> list[Line]:
    named = joinedload(Disclosure.person).selectinload(Person.names)
    met = joinedload(Disclosure.meeting)
    told = (named, met.joinedload(Meeting.body), met.selectinload(Meeting.items), joinedload(Disclosure.notice))
    wanted = select(Disclosure).join(Disclosure.meeting).where(which, Meeting.on <= day).options(*told)
    found = db.session.scalars(wanted.order_by(Meeting.on.desc(), Disclosure.ref)).all()
    return list(disclosure_lines(found, Directing())) if found else []
