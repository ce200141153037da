"""Who came, who was away, who took the chair, and for whom somebody came: what is recorded of those at a meeting."""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.ledger import command
from registry.ledger.acts import Actor
from registry.meetings import keys, rules
from registry.meetings.commands.agenda import numbered
from registry.meetings.keys import Key
from registry.meetings.models import APOLOGIES, TAKING_PART, Attendance, Chairing, Meeting, Representation
from registry.meetings.notices import demand_that_it_was_called
from registry.meetings.voices import chairs_of, is_expected, is_of_members, is_present
from registry.members.models import Member
from registry.people.models import Person
from registry.seats.models import Seat


@command
def record_attendance(meeting: Meeting, *, lines: Sequence[dict[str, Any]], by: Actor) -> None:
    """Record how persons attended, each as keyed in (`mark`: see keys), or in a word for the item of a number.

    What is told of the meeting as a whole is told anew of all its items; what is told of an item, of that alone. Who
    is not among the lines stays as recorded. `how` is in the room, from elsewhere, or only listening.
    """
    told = [(line, _keys(meeting, line, place)) for place, line in enumerate(lines)]
    rules.meeting_has_come(meeting.on, clock.today())
    demand_that_it_was_called(meeting)
    said = [(line["person"].ref, key.item, key.mark) for line, each in told for key in each]
    rules.marked_once(said)
    rules.left_some_item(said)
    for line, each in told:
        if line.get("item") is None:
            rules.returned_after_leaving([(key.mark, key.item or 0) for key in each])
        rules.times_run_on([meeting.begins, *(key.at for key in each if key.at)])
    for line, each in sorted(told, key=lambda one: one[0].get("item") is not None):
        _mark(meeting, each, line)


@command
def apologise(person: Person, *, meeting: Meeting, reason: str = "", comes_after_all: bool = False, by: Actor) -> None:
    """Note, before a meeting, that somebody cannot come; or that she can after all."""
    rules.was_not_called_off(meeting.cancelled)
    seats = db.session.scalars(select(Seat).where(Seat.body_ref == meeting.body_ref))
    rules.apologies_come_from_whoever_is_expected(is_expected(meeting, person.ref, seats))
    rules.apologies_come_before(meeting.on, clock.today(), meeting.attendance_is_recorded)
    given = next((each for each in meeting.attendances if each.person_ref == person.ref), None)
    rules.withdrawn_once_given(given is not None, comes_after_all)
    if given is None:
        meeting.attendances.append(Attendance(person=person, item_ref=None, mark=APOLOGIES, reason=reason))
    elif comes_after_all:
        meeting.attendances.remove(given)
    else:
        given.reason = reason


@command
def take_chair(meeting: Meeting, *, person: Person, item: int | None = None, reason: str = "", by: Actor) -> None:
    """Record who took the chair of a meeting, or of the item of that number while its chair stood down."""
    about = None if item is None else numbered(meeting, item).ref
    chairs = chairs_of(meeting)
    rules.chair_takes_part(is_present(meeting, person.ref, about))
    rules.stands_in_for_a_reason(not chairs or person.ref in chairs, reason)
    for each in [each for each in meeting.chairings if each.item_ref == about]:
        meeting.chairings.remove(each)
    meeting.chairings.append(Chairing(person=person, item_ref=about, reason=reason))


@command
def represent(meeting: Meeting, *, person: Person, member: Member, right: str, by: Actor) -> Representation:
    """Record that somebody attends a general meeting for a member, as proxy or as corporate representative."""
    rules.was_not_called_off(meeting.cancelled)
    rules.members_meet_in_general_meeting(is_of_members(meeting))
    rules.represents_a_member(member.is_member(meeting.on))
    rules.is_not_that_member(person.ref in {holder.person_ref for holder in member.holders_on(meeting.on)})
    known = (each for each in meeting.representations if (each.person_ref, each.member_ref) == (person.ref, member.ref))
    if (found := next(known, None)) is None:
        found = Representation(person=person, member=member, right=right)
        meeting.representations.append(found)
    found.right = right
    return found


def _keys(meeting: Meeting, line: dict[str, Any], place: int) -> list[Key]:
    """What a line says, in the order of the agenda; raises ValidationError, by the line, for what cannot be read."""
    number = line.get("item")
    try:
        told = keys.read(line["mark"])
        told = told if number is None else [key._replace(item=number) for key in told]
        for item in {key.item for key in told if key.item is not None}:
            numbered(meeting, item)
    except ValueError as mistake:
        raise ValidationError({"lines": {place: {"mark": [str(mistake)]}}}) from None
    except ValidationError as mistake:
        [said] = mistake.normalized_messages().values()
        raise ValidationError({"lines": {place: {"mark" if number is None else "item": said}}}) from None
    return sorted(told, key=lambda key: key.item or 0)


def _mark(meeting: Meeting, told: Sequence[Key], line: dict[str, Any]) -> None:
    """Enter the marks of one person, the reason with those for which she was away, if there are any."""
    person, refs = line["person"], {item.place: item.ref for item in meeting.items}
    known = {each.item_ref: each for each in meeting.attendances if each.person_ref == person.ref}
    if line.get("item") is None:
        told = list(keys.item_by_item(told, sorted(refs)))
        for item in known.keys() - {_ref(key, refs) for key in told}:
            meeting.attendances.remove(known[item])
    missed = {key.item for key in told if key.item is not None and key.mark not in TAKING_PART}
    for key in told:
        mark = known.get(_ref(key, refs)) or Attendance(person=person, item_ref=_ref(key, refs))
        if mark not in meeting.attendances:
            meeting.attendances.append(mark)
        mark.mark, mark.at = key.mark, key.at
        mark.how = line.get("how", "") if key.mark in TAKING_PART else ""
        mark.reason = line.get("reason", "") if key.item in missed or not missed else ""


def _ref(key: Key, refs: Mapping[int, str]) -> str | None:
    return None if key.item is None else refs[key.item]
