"""Whom each topic of business touches on a body, and whether it could decide without them."""

from collections.abc import Iterable
from datetime import date

from registry.conflicts.matching import Tie
from registry.conflicts.reading import ANYBODY, Reader
from registry.conflicts.telling import Line
from registry.conflicts.ties import KEPT_PRIVATE, ties_of
from registry.meetings.quorum import needed_for
from registry.meetings.topics import TOPICS
from registry.seats.queries import seats_on
from registry.structure.models import Body
from registry.terms.in_force import rules_in_force
from registry.wording import counted


def topics_on(body: Body, day: date, reader: Reader = ANYBODY) -> list[Line]:
    """A line for each topic: who has said that an interest may touch it, and what quorum would be left."""
    seats = [line for line in seats_on(day, body) if line["body_ref"] == body.ref and line["votes"] and line["person"]]
    names = {ref: name for seat in seats for ref, name in zip(seat["people"], seat["names"], strict=True)}
    ties = [tie for each in ties_of(names, day).values() for tie in each if _is_told(tie, reader)]
    return [_line(topic, body, day, seats, names, ties) for topic in TOPICS]


def _is_told(tie: Tie, reader: Reader) -> bool:
    return tie.ended is None and (tie.openly != KEPT_PRIVATE or reader.reads_private(tie.person_ref))


def _line(topic: str, body: Body, day: date, seats: list[Line], names: dict[str, str], ties: Iterable[Tie]) -> Line:
    touched = {tie.person_ref: names[tie.person_ref] for tie in ties if topic in tie.topics}
    left = sum(any(ref not in touched for ref in seat["people"]) for seat in seats)
    return {
        "topic": topic,
        "people": sorted(touched.values()),
        "left": left,
        "of": len(seats),
        "quorum": _quorum(body, day, left, len(seats)),
    }


def _quorum(body: Body, day: date, left: int, voting: int) -> str:
    needed = needed_for(rules_in_force(body, day), voting)
    if needed.count is None:
        return "Nothing in force says how many make a quorum"
    could = "could be had" if left >= needed.count else "could not be had"
    return f"{counted(left, 'voter')} left: a quorum of {needed.count} {could} ({needed.authority})"
