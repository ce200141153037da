"""The conflicts of a meeting, of a person and of all meetings: found in the registers, told of, and how handled."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import joinedload, selectinload

from registry.conflicts.finding import Pair, found_at
from registry.conflicts.matching import Match
from registry.conflicts.models import Conflict
from registry.conflicts.reading import ALL, ANYBODY, Reader, oneself
from registry.conflicts.telling import Line, Told, in_turn, line_of, might_count
from registry.db import db
from registry.interests.queries import withheld_now
from registry.meetings.models import Meeting
from registry.meetings.restricted import RESTRICTED, title_for_all, withheld
from registry.people.models import Person


def conflicts_at(meeting: Meeting, day: date, reader: Reader = ANYBODY) -> list[Line]:
    """Every conflict of a meeting, found or on record, item by item; those dismissed with them, and why."""
    found, kept = found_at(meeting), kept_at(meeting)
    items = {item.ref for item in meeting.items} - {*reader.hidden_at(meeting)}
    pairs = [pair for pair in dict.fromkeys((*found, *kept)) if pair[0] in items]
    people, private_now = _people({person for _, person in pairs}), withheld_now()

    def told(pair: Pair) -> Told:
        private = reader.reads_private(pair[1])
        return Told(meeting, pair, found.get(pair, ()), kept.get(pair), people[pair[1]], private, private_now)

    return in_turn(line_of(told(pair), day) for pair in pairs)


def kept_at(meeting: Meeting) -> dict[Pair, Conflict]:
    """What is on record of a meeting's conflicts."""
    found = db.session.scalars(_whole().where(Conflict.meeting_ref == meeting.ref).order_by(Conflict.ref))
    return {(each.item_ref, each.person_ref): each for each in found}


def _whole() -> Select[Conflict]:
    person = joinedload(Conflict.person).selectinload(Person.names)
    meeting = joinedload(Conflict.meeting).options(selectinload(Meeting.items), joinedload(Meeting.body))
    return select(Conflict).options(selectinload(Conflict.grounds), person, meeting)


def _people(refs: Iterable[str]) -> Mapping[str, Person]:
    wanted = select(Person).where(Person.ref.in_(refs)).options(selectinload(Person.names))
    return {person.ref: person for person in db.session.scalars(wanted)}


def people_touched(meeting: Meeting) -> list[Person]:
    """Everybody whose interests some item touches, by their names; whoever's matches were all dismissed is left out."""
    lines = conflicts_at(meeting, meeting.on, ALL)
    refs = {line["person_ref"] for line in lines if not line["dismissed"]}
    return sorted(_people(refs).values(), key=lambda person: person.borne_on(meeting.on).surname)


def conflict_on(conflict: Conflict, day: date, reader: Reader = ANYBODY) -> Line:
    """One conflict on record, with its grounds as they were found and as they are found now."""
    found = found_at(conflict.meeting).get((conflict.item_ref, conflict.person_ref), ())
    return _line(conflict, found, day, reader, withheld_now()) | {"rev": conflict.rev}


def _line(conflict: Conflict, found: Sequence[Match], day: date, reader: Reader, private_now: Collection[str]) -> Line:
    pair = conflict.item_ref, conflict.person_ref
    private = reader.reads_private(conflict.person_ref)
    return line_of(Told(conflict.meeting, pair, found, conflict, conflict.person, private, private_now), day)


def conflicts_on(day: date, reader: Reader = ANYBODY) -> list[Line]:
    """Every conflict that was handled, of the meetings up to a day and those called for later, the latest first."""
    return _lines(Conflict.ref.is_not(None), day, reader)


def conflicts_of(person: Person, day: date, reader: Reader = ANYBODY) -> list[Line]:
    """The same of one person."""
    return _lines(Conflict.person_ref == person.ref, day, reader)


def _lines(which: ColumnElement[bool], day: date, reader: Reader) -> list[Line]:
    kept = db.session.scalars(_whole().where(which)).all()
    told = (conflict for conflict in kept if conflict.item_ref not in reader.hidden_at(conflict.meeting))
    private_now = withheld_now()
    lines = [_line(conflict, (), day, reader, private_now) for conflict in told]
    return sorted(in_turn(lines), key=lambda line: line["on"], reverse=True)


def asked_of(person_ref: str, day: date, reader: Reader = ANYBODY) -> list[Line]:
    """What a person has been asked of meetings still to come on a day, item by item."""
    asked = Conflict.meeting.has(_to_come(day)), Conflict.asked.is_not(None)
    wanted = _whole().where(Conflict.person_ref == person_ref, *asked)
    told = [each for each in db.session.scalars(wanted) if each.item_ref not in reader.hidden_at(each.meeting)]
    return sorted(in_turn(conflict_on(each, day, reader) for each in told), key=lambda line: line["on"])


def _to_come(day: date) -> ColumnElement[bool]:
    """That a meeting is on a day or later, and was not called off."""
    return and_(Meeting.on >= day, Meeting.cancelled.is_(None))


def asked_about(meeting: Meeting, number: int, person: Person) -> Conflict | None:
    """What a person has been asked of an item of a meeting, by its number."""
    item = meeting.numbered(number)
    wanted = _whole().where(Conflict.person_ref == person.ref, Conflict.asked.is_not(None))
    return db.session.scalar(wanted.where(Conflict.item_ref == item.ref)) if item else None


def own_page(person: Person, meeting: Meeting, day: date) -> Line:
    """What somebody who comes by a link is told of a meeting: nothing private or restricted, lest another read it."""
    asked = [line for line in asked_of(person.ref, day, oneself(person.ref)) if line["meeting_ref"] == meeting.ref]
    shown = [line for line in asked_of(person.ref, day) if line["meeting_ref"] == meeting.ref]
    return {
        "title": "Does this touch your interests?",
        "person": person.name_on(day),
        "meeting": meeting.called,
        "on": meeting.on,
        "items": shown,
        "told": told_by(person, meeting, day),
        "elsewhere": len(asked) - len(shown),
    }


def told_by(person: Person, meeting: Meeting, day: date) -> list[Line]:
    """The items of which somebody told an interest unasked; of a restricted one, no more than its number."""
    hidden, kept = withheld(meeting), kept_at(meeting).values()
    told = [each for each in kept if each.person_ref == person.ref and each.asked is None and each.was_told]
    shown = in_turn(_line(each, (), day, ANYBODY, ()) for each in told)
    nothing = {"title": RESTRICTED, "reasons": []}
    return [line | nothing if line["item_ref"] in hidden else line for line in shown]


def agenda_for_all(meeting: Meeting) -> list[Line]:
    """What the items of a meeting are, as anybody may read it."""
    on_it = [item for item in meeting.items if item.withdrawn is None]
    return [{"number": item.place, "title": title_for_all(meeting, item)} for item in on_it]


def to_handle_on(day: date) -> Iterator[tuple[Meeting, int]]:
    """The meetings still to come with conflicts found that nobody has confirmed or dismissed, and how many."""
    coming = select(Meeting).where(_to_come(day)).options(joinedload(Meeting.body)).order_by(Meeting.on, Meeting.ref)
    for meeting in db.session.scalars(coming):
        if count := sum(might_count(line) for line in conflicts_at(meeting, day, ALL)):
            yield meeting, count
