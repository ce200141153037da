"""Who served when: on each seat of a body, or each seat that a person has sat in, as a picture and as a table."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from registry.db import db
from registry.people.models import Person
from registry.periods import ONE_DAY
from registry.seats.chart import Bar, ChartRow, draw
from registry.seats.models import SUBSTANTIVE, Seat
from registry.seats.queries import place_of, whole_seats
from registry.seats.sentences import end_shown
from registry.seats.succession import VACANT, held_by, succession
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
    for each in sorted(seat.sat_in, key=lambda each: each.since):
        yield Bar(each.person.name_on(day), each.since, end_shown(each, day), each.capacity != SUBSTANTIVE)


def served_by(person: Person, day: date) -> Line:
    """Every seat that a person has sat in up to a day."""
    turns = [turn for turn in held_by(person, day) if turn["since"] <= day][::-1]
    rows = [ChartRow(f"{turn['seat']}, {turn['body']}", [_bar(turn)]) for turn in turns]
    return {
        "ref": person.ref,
        "title": f"Seats of {person.name_on(day)}",
        "body": None,
        "day": day,
        "picture": draw(rows, day),
        "turns": [turn | {"seat_ref": turn["ref"]} for turn in turns],
    }


def _bar(turn: Line) -> Bar:
    return Bar(turn["seat"], turn["since"], turn["ended"] and turn["last_day"] and turn["last_day"] + ONE_DAY)


def compared(body: Body, before: date, after: date) -> Line:
    """A body's seats as at two days: who came, who left, which seats were created and abolished, and who stayed."""
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
    return {seat.ref: {"ref": seat.ref, "seat": seat.title, "held": _names(seat, day)} for seat in seats}


def _names(seat: Seat, day: date) -> str:
    return " and ".join(each.person.name_on(day) for each in seat.sitting(day)) or VACANT


def _difference(was: Line | None, now: Line | None) -> Line:
    told = now or was
    assert told is not None
    before, after = (None if line is None else str(line["held"]) for line in (was, now))
    return {"ref": told["ref"], "seat": told["seat"], "before": before, "after": after, "what": _what(before, after)}


def _what(before: str | None, after: str | None) -> str:
    match before, after:
        case None, _:
            return "seat created"
        case _, None:
            return "seat abolished"
        case same, other if same == other:
            return UNCHANGED
        case "Vacant", _:
            return "filled"
        case _, "Vacant":
            return "left"
    return "changed"
