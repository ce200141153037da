from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload

from registry.db import db
from registry.disclosures.effect import ONLY_DIRECTOR, Effect, duty_under, effect_of, lateness
from registry.disclosures.models import Disclosure, InterestNotice
from registry.disclosures.standing import Directing, board_meetings
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import BOARD

Line = dict[str, Any]


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
    meetings, directing = board_meetings(), Directing()
    for notice in db.session.scalars(wanted.order_by(InterestNotice.since.desc(), InterestNotice.ref.desc())):
        effect = effect_of(notice, meetings, day)
        yield _notice_line(notice, effect, directing, day), effect


def _notice_line(notice: InterestNotice, effect: Effect, directing: Directing, day: date) -> Line:
    met = notice.given_at or (notice.read_at if notice.read_at and notice.read_at.on <= day else None)
    return {
        "ref": notice.ref,
        "rev": notice.rev,
        "title": notice.called,
        "person": notice.person.name_on(day),
        "person_ref": notice.person_ref,
        "kind": notice.kind,
        "is_general": notice.is_general,
        "organisation": notice.organisation,
        "organisation_ref": notice.organisation_ref,
        "transaction": notice.transaction,
        "entered": notice.entered,
        "nature": notice.nature,
        "extent": notice.extent,
        "since": notice.since,
        "until": notice.until if notice.until and notice.until <= day else None,
        "meeting": met and met.called,
        "meeting_ref": met and met.ref,
        "item": met and _number(met, notice.read_item_ref),
        "state": effect.words,
        "awaits": effect.awaits,
        "earlier": notice.earlier_ref and _called(InterestNotice, notice.earlier_ref),
        "earlier_ref": notice.earlier_ref,
        "marks": _marks(notice.person_ref, notice.since, notice.entered, directing),
    }


def _disclosures(which: ColumnElement[bool], day: date) -> list[Line]:
    named = joinedload(Disclosure.person).selectinload(Person.names)
    met = joinedload(Disclosure.meeting)
    told = (named, met.joinedload(Meeting.body), met.selectinload(Meeting.items), joinedload(Disclosure.notice))
    wanted = select(Disclosure).join(Disclosure.meeting).where(which, Meeting.on <= day).options(*told)
    found = db.session.scalars(wanted.order_by(Meeting.on.desc(), Disclosure.ref)).all()
    return list(_disclosure_lines(found, Directing()))


def _disclosure_lines(found: Iterable[Disclosure], directing: Directing) -> Iterator[Line]:
    for each in found:
        on, item = each.meeting.on, each.item
        yield {
            "ref": each.ref,
            "rev": each.rev,
            "title": f"Interest declared by {each.person.name_on(on)}",
            "person": each.person.name_on(on),
            "person_ref": each.person_ref,
            "meeting": each.meeting.called,
            "meeting_ref": each.meeting_ref,
            "number": item.place,
            "item": f"{item.place}. {item.title}",
            "nature": each.nature or (each.notice.nature if each.notice else ""),
            "extent": each.extent or (each.notice.extent if each.notice else ""),
            "notice": each.notice and each.notice.called,
            "notice_ref": each.notice_ref,
            "duty": duty_under(on, each.entered),
            "earlier": each.earlier_ref and _called(Disclosure, each.earlier_ref),
            "earlier_ref": each.earlier_ref,
            "marks": _marks(each.person_ref, on, each.entered, directing),
        }


def _marks(person_ref: str, declared: date, entered: date | None, directing: Directing) -> list[str]:
    directed = entered is not None and person_ref in directing.on(entered)
    alone = ONLY_DIRECTOR if directing.on(declared) == {person_ref} else ""
    return [words for words in (lateness(declared, entered, directed=directed), alone) if words]


def _number(meeting: Meeting, item_ref: str | None) -> int | None:
    return next((item.place for item in meeting.items if item.ref == item_ref), None)


def _called(model: type[InterestNotice | Disclosure], ref: str) -> str:
    found = db.session.get(model, ref)
    return found.called if found else ref
