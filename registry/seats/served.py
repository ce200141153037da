"""Who served when: on each seat of a body, or each seat that a person has sat in, as a picture and as a table."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.db import db
from registry.people.models import Person
from registry.seats.chart import Bar, ChartRow, draw
from registry.seats.models import SUBSTANTIVE, Seat, Turn
from registry.seats.queries import place_of, whole_seats
from registry.seats.sentences import end_shown, holders_of
from registry.seats.succession import VACANT, succession, turn_line, turns_of
from registry.structure.models import Body

Line = dict[str, Any]


def served_on(body: Body, day: date) -> Line:
    """Everyone who has sat in each seat that a body has had up to a day."""
    found = db.session.scalars(whole_seats().where(Seat.body_ref == body.ref, Seat.since <= day))
    seats = sorted(found, key=place_of)
    turns = [(seat, [turn for turn in succession(seat, day) if turn["since"] <= day]) for seat in seats]
    return {
        "ref": body.ref,
        "title": f"Who served when: {body.name}",
        "body": body.name,
        "day": day,
        "picture": draw([ChartRow(seat.title, list(_bars(seat, day))) for seat in seats], day),
        "turns": [turn | {"seat": seat.title, "seat_ref": seat.ref} for seat, each in turns for turn in each],
    }


def _bars(seat: Seat, day: date) -> Iterable[Bar]:
    return (_bar(turn, day, turn.appointment.person.name_on(day)) for turn in seat.turns())


def _bar(turn: Turn, day: date, text: str) -> Bar:
    return Bar(text, turn.since, end_shown(turn, day), turn.appointment.capacity != SUBSTANTIVE)


def served_by(person: Person, day: date) -> Line:
    """Every seat that a person has sat in up to a day."""
    found = [(seat, turn) for seat, turn in turns_of(person)[::-1] if turn.since <= day]
    rows = [ChartRow(f"{seat.title}, {seat.body.name}", [_bar(turn, day, seat.title)]) for seat, turn in found]
    return {
        "ref": person.ref,
        "title": f"Seats of {person.name_on(day)}",
        "body": None,
        "day": day,
        "picture": draw(rows, day),
        "turns": [turn_line(turn, day) | {"seat": seat.title, "seat_ref": seat.ref} for seat, turn in found],
    }


def compared(body: Body, before: date, after: date) -> Line:
    """A body's seats as at two days: who came, who left, which seats were created and abolished, and who stayed."""
    before, after = sorted((before, after))
    was, now = _seated(body, before), _seated(body, after)
    refs = list(dict.fromkeys([*now, *was]))
    lines = [_difference(was.get(ref), now.get(ref)) for ref in refs]
    return {
        "ref": body.ref,
        "title": f"{body.name}: {before:%-d %B %Y} and {after:%-d %B %Y}",
        "body": body.name,
        "before": before,
        "after": after,
        "lines": lines,
        "changed": sum(line["what"] != UNCHANGED for line in lines),
    }


UNCHANGED = "unchanged"


def _seated(body: Body, day: date) -> dict[str, Line]:
    found = db.session.scalars(whole_seats().where(Seat.body_ref == body.ref, Seat.holding(day)))
    seats = sorted(found, key=place_of)
    return {seat.ref: {"ref": seat.ref, "seat": seat.title, "sitting": seat.sitting(day), "day": day} for seat in seats}


def _difference(was: Line | None, now: Line | None) -> Line:
    told = now or was
    assert told is not None
    before, after = (line and (holders_of(line["sitting"], line["day"]) or VACANT) for line in (was, now))
    return {"ref": told["ref"], "seat": told["seat"], "before": before, "after": after, "what": _what(was, now)}


def _what(was: Line | None, now: Line | None) -> str:
    """A change of name is no change: those who sat are told by who they are."""
    if was is None:
        return "seat created"
    if now is None:
        return "seat abolished"
    before, after = ({each.person_ref for each in line["sitting"]} for line in (was, now))
    if before == after:
        return UNCHANGED
    return "filled" if not before else "left" if not after else "changed"
