"""What has changed in the registers since the last meeting: what came true since, and what was entered since."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from registry import clock
from registry.db import db
from registry.ledger import Document, live
from registry.ledger.documents import read_text
from registry.ledger.models import Entry
from registry.ledger.queries import moment
from registry.meetings.models import Meeting
from registry.members.models import Member, Movement
from registry.periods import ONE_DAY
from registry.seats.models import Appointment, Seat
from registry.structure.models import BOARD, COMPANY, GENERAL_MEETING, Belonging
from registry.terms.models import Terms

Line = dict[str, Any]

OF_THE_COMPANY = (COMPANY, BOARD, GENERAL_MEETING)
"""The bodies that are told of every register; another is told of its own practices, seats and terms."""
BROUGHT_IN = "import"


@dataclass(frozen=True)
class Fact:
    """Something that a register says, of a day; `is_told` finds it in a text of its document."""

    register: str
    document: Document
    on: date
    text: str
    is_told: Callable[[Line], bool]


@dataclass(frozen=True)
class Span:
    """From the day of the last meeting up to the day before this one."""

    meeting: Meeting
    since: date

    @property
    def is_of_the_company(self) -> bool:
        return self.meeting.body.kind in OF_THE_COMPANY

    def covers(self, day: date) -> bool:
        return self.since <= day < self.meeting.on

    def within(self, *columns: Any) -> ColumnElement[bool]:
        return or_(*(column.between(self.since, self.meeting.on - ONE_DAY) for column in columns))


def changes_since(meeting: Meeting, last: Meeting | None) -> list[Line]:
    """What changed from the last meeting up to the day before this one, register by register, in the order of days.

    What came true earlier is told too if it was entered only since; but not what old books were brought in with.
    """
    if last is None:
        return []
    span = Span(meeting, last.on)
    facts = [fact for source in (_members, _seats, _practices, _terms) for fact in source(span)]
    texts = _texts(facts)
    told = ((fact, _entered(fact, texts[fact.document.ref])) for fact in facts)
    return [
        {"register": fact.register, "text": fact.text, "on": fact.on, "entered": day, "ref": fact.document.ref}
        for fact, (day, how) in sorted(told, key=lambda each: (places[each[0].register], each[0].on, each[0].text))
        if span.covers(fact.on) or (fact.on < meeting.on and day >= last.on and how != BROUGHT_IN)
    ]


MEMBERS, SEATS, PRACTICES, TERMS = "Members and shares", "Seats", "Practices", "Terms"
places = {register: place for place, register in enumerate((MEMBERS, SEATS, PRACTICES, TERMS))}


def _touched(model: type[Document], span: Span) -> set[str]:
    """The documents of a kind of which something has been entered since the last meeting."""
    begins = int(datetime.combine(span.since, time(), clock.LONDON).timestamp() * 1_000_000)
    found = select(Entry.ref).where(Entry.kind == model.__tablename__, Entry.recorded >= begins)
    with live():
        return set(db.session.scalars(found.distinct()))


def _members(span: Span) -> Iterator[Fact]:
    if not span.is_of_the_company:
        return
    moved = Member.movements.any(span.within(Movement.on))
    which = or_(Member.ref.in_(_touched(Member, span)), moved, span.within(Member.entered, Member.ceased))
    for member in db.session.scalars(select(Member).where(which)):
        who = f"{member.names_on(member.entered)}, folio {member.folio}"
        yield Fact(MEMBERS, member, member.entered, f"{who}: entered in the register", _says("entered", member.entered))
        if ceased := member.ceased:
            yield Fact(MEMBERS, member, ceased, f"{who}: ceased to be a member", _says("ceased", ceased))
        for each in member.movements:
            sign = "+" if each.shares > 0 else "−"
            text = f"{who}: {each.what}, {sign}{abs(each.shares):,} {each.share_class.name}"
            yield Fact(MEMBERS, member, each.on, text, _has("movements", each.ref, "on", each.on))


def _seats(span: Span) -> Iterator[Fact]:
    sat = Seat.appointments.any(span.within(Appointment.since, Appointment.until))
    which = or_(Seat.ref.in_(_touched(Seat, span)), sat, span.within(Seat.since, Seat.until))
    own = () if span.is_of_the_company else (Seat.body_ref == span.meeting.body_ref,)
    for seat in db.session.scalars(select(Seat).where(which, *own)):
        yield from _of_a_spell(SEATS, seat, f"{seat.called}: the seat", "established", "abolished")
        for each in seat.appointments:
            text = f"{seat.called}: {each.person.name_on(each.since)}"
            yield Fact(SEATS, seat, each.since, f"{text} came", _has("appointments", each.ref, "since", each.since))
            if each.until:
                gone = _has("appointments", each.ref, "until", each.until)
                yield Fact(SEATS, seat, each.until, f"{text} left", gone)


def _practices(span: Span) -> Iterator[Fact]:
    which = or_(Belonging.ref.in_(_touched(Belonging, span)), span.within(Belonging.since, Belonging.until))
    own = () if span.is_of_the_company else (Belonging.body_ref == span.meeting.body_ref,)
    for each in db.session.scalars(select(Belonging).where(which, ~Belonging.struck, *own)):
        text = f"{each.body.name}: {each.practice.name_on(each.since)}"
        yield from _of_a_spell(PRACTICES, each, text, "joined", "left")


def _terms(span: Span) -> Iterator[Fact]:
    which = or_(Terms.ref.in_(_touched(Terms, span)), span.within(Terms.since))
    own = () if span.is_of_the_company else (Terms.body_ref == span.meeting.body_ref,)
    for terms in db.session.scalars(select(Terms).where(which, Terms.since.is_not(None), *own)):
        if since := terms.since:
            text = f"{terms.title}: version {terms.version} came into force"
            yield Fact(TERMS, terms, since, text, _says("since", since))


def _of_a_spell(register: str, document: Any, text: str, came: str, went: str) -> Iterator[Fact]:
    yield Fact(register, document, document.since, f"{text} {came}", _says("since", document.since))
    if document.until:
        yield Fact(register, document, document.until, f"{text} {went}", _says("until", document.until))


def _says(name: str, day: date) -> Callable[[Line], bool]:
    return lambda told: told.get(name) == day.isoformat()


def _has(parts: str, ref: str, name: str, day: date) -> Callable[[Line], bool]:
    return lambda told: any(part["ref"] == ref and _says(name, day)(part) for part in told.get(parts, ()))


def _texts(facts: Iterable[Fact]) -> dict[str, list[tuple[date, str, Line]]]:
    """Each document's texts up to the one that is looked at: the day of each, how it was entered, what it says."""
    revs = {fact.document.ref: fact.document.rev for fact in facts}
    texts: dict[str, list[tuple[date, str, Line]]] = defaultdict(list)
    with live():
        for entry in db.session.scalars(select(Entry).where(Entry.ref.in_(revs)).order_by(Entry.seq)):
            if entry.rev <= revs[entry.ref] and entry.body:
                said = read_text(entry.kind, entry.schema, entry.body)["document"]
                texts[entry.ref].append((clock.civil_day(moment(entry.recorded)), entry.op, said))
    return texts


def _entered(fact: Fact, texts: list[tuple[date, str, Line]]) -> tuple[date, str]:
    """The day on which the register first said it, and how it came to."""
    return next((day, how) for day, how, said in texts if fact.is_told(said))
