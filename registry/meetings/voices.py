"""Who had a voice at a meeting: seats with a vote that somebody held that day or, in general meeting, members."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from registry.db import db
from registry.deputies.models import Deputy
from registry.meetings.models import LISTENING, PRESENT, Meeting
from registry.meetings.quorum import Mark, Voice, how_each_attended
from registry.members.models import Member
from registry.members.queries import WITH_NAMES
from registry.people.models import Person
from registry.seats.models import CHAIR, Seat
from registry.structure.models import BOARD, GENERAL_MEETING, Body
from registry.terms.in_force import RulesInForce
from registry.terms.provisions import DEPUTIES

Lines = list[dict[str, Any]]


def is_of_members(meeting: Meeting) -> bool:
    return meeting.body.kind == GENERAL_MEETING


def voices_of(meeting: Meeting, seated: Lines, in_force: RulesInForce) -> list[Voice]:
    """The voices at a meeting, given the body’s seats that day; each with whoever may speak in the holder’s place."""
    if is_of_members(meeting):
        return [_voice_of_member(member, meeting) for member in members_on(meeting.on)]
    deputies = _deputies(meeting.on, [line["ref"] for line in seated], in_force)
    return [
        Voice(line["seat"], line["people"], line["kind"], _as_deputies(line, deputies))
        for line in seated
        if line["votes"]
    ]


def titles_of(seated: Lines) -> dict[str, list[str]]:
    """The seats that each person holds, in the order of the seats."""
    titles: dict[str, list[str]] = {}
    for line in seated:
        for person in line["people"]:
            titles.setdefault(person, []).append(line["seat"])
    return titles


def members_on(day: date, read: Iterable[Any] = (WITH_NAMES,)) -> list[Member]:
    """The members by the register of a day, in the order of their folios; `read` is what is loaded with them."""
    wanted = select(Member).where(Member.entered <= day, or_(Member.ceased.is_(None), Member.ceased > day))
    return list(db.session.scalars(wanted.options(*read).order_by(Member.folio)))


def is_expected(meeting: Meeting, person: str, seats: Iterable[Seat]) -> bool:
    """Whether somebody has a seat on the body on the day, of those given, or in general meeting is a member."""
    on = meeting.on
    if is_of_members(meeting):
        return any(person == holder.person_ref for member in members_on(on) for holder in member.holders_on(on))
    of_it = (seat for seat in seats if seat.body_ref == meeting.body_ref and seat.holds(on))
    return any(person == each.person_ref for seat in of_it for each in seat.sitting(on))


def chairs_of(meeting: Meeting) -> set[str]:
    """Whoever holds the chair that day by a seat; in general meeting, that of the board (Model Articles, art. 39)."""
    wanted = select(Seat).where(Seat.kind == CHAIR, Seat.holding(meeting.on)).options(selectinload(Seat.appointments))
    of_it = Seat.body.has(Body.kind == BOARD) if is_of_members(meeting) else Seat.body_ref == meeting.body_ref
    return {each.person_ref for seat in db.session.scalars(wanted.where(of_it)) for each in seat.sitting(meeting.on)}


def marks_of(meeting: Meeting) -> list[Mark]:
    unheard = {each.person_ref for each in meeting.attendances if each.how == LISTENING}
    return [
        Mark(each.person_ref, each.item_ref, each.mark, each.person_ref not in unheard) for each in meeting.attendances
    ]


def is_present(meeting: Meeting, person: str, item: str | None) -> bool:
    """Whether somebody takes part in an item or, of the meeting as a whole, in any of it."""
    items = [item] if item else [None, *(each.ref for each in meeting.items)]
    marks = marks_of(meeting)
    return any(how_each_attended(each, marks).get(person) == PRESENT for each in items)


def _voice_of_member(member: Member, meeting: Meeting) -> Voice:
    names = member.names_on(meeting.on)
    for_her = [each for each in meeting.representations if each.member_ref == member.ref]
    others = {each.person_ref: f"{each.right} for {names}" for each in for_her}
    return Voice(names, [holder.person_ref for holder in member.holders_on(meeting.on)], others=others)


def _deputies(day: date, seats: Iterable[str], in_force: RulesInForce) -> list[Deputy]:
    """Whoever may come for a seat that day, if the terms in force still let anybody."""
    allowed = in_force.of(DEPUTIES)
    if allowed is None or not allowed.number:
        return []
    wanted = select(Deputy).where(Deputy.seat_ref.in_(seats), Deputy.holding(day)).order_by(Deputy.since, Deputy.ref)
    return list(db.session.scalars(wanted))


def _as_deputies(line: dict[str, Any], deputies: Iterable[Deputy]) -> dict[str, str]:
    """A director’s office is personal, and the articles know no alternates: a director’s deputy is not counted."""
    whom = " and ".join(line["names"])
    mine = (each for each in deputies if each.seat_ref == line["ref"] and not line["director"])
    return {each.person_ref: f"deputy for {whom} ({each.authority})" for each in mine}


def names_of(refs: Iterable[str], day: date) -> Mapping[str, str]:
    """What people were called on a day, by their refs."""
    wanted = select(Person).where(Person.ref.in_(set(refs))).options(selectinload(Person.names))
    return {person.ref: person.name_on(day) for person in db.session.scalars(wanted)}
