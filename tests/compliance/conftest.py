"""A board of three whose terms ask for a quorum of two and five clear days of notice."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from registry.compliance.held import Span
from registry.compliance.reading import what_is_restricted
from registry.compliance.replay import Replay, replay
from registry.decisions.models import Decision
from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.structure.models import Body
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat, SomeTerms

MET = date(2026, 5, 14)
IN_TIME, LATE = date(2026, 5, 8), date(2026, 5, 9)
LONG_AFTER = date(2026, 11, 1)


@dataclass
class Board:
    body: Body
    people: dict[str, Person] = field(default_factory=dict)
    seats: dict[str, Any] = field(default_factory=dict)

    def sits(self, name: str, **facts: Any) -> Person:
        person = self.people[name] = APerson(forenames=name, surname=f"{name}son", born=date(1970, 1, 1))
        self.seats[name] = ASeat(body=self.body, title=f"{name}’s seat")
        AnAppointment(seat=self.seats[name], person=person, **facts)
        return person

    def met(self, *names: str, **facts: Any) -> Meeting:
        """A meeting at which some were present, all of its seats if none is named."""
        usual = {"on": MET, "notice_given": IN_TIME, "titles": ["Budget", "Lease"]}
        meeting = AMeeting(body=self.body, **usual | facts)
        self.came(meeting, **dict.fromkeys(names or self.people, "present"))
        return meeting

    def came(self, meeting: Meeting, item: int | None = None, **marks: str) -> None:
        lines = [{"person": self.people[name], "item": item, "mark": mark} for name, mark in marks.items()]
        meetings.record_attendance(meeting, lines=lines, by=ADA)

    def carries(self, meeting: Meeting, **facts: Any) -> Decision:
        usual = {"route": "meeting", "item": 1, "on": meeting.on}
        return ADecision(body=self.body, meeting=meeting, **usual | facts)


@pytest.fixture
def board() -> Board:
    return a_board_of_three(ABody(kind="board", name="Executive Board"))


def a_board_of_three(body: Body) -> Board:
    SomeTerms(body=body, since=date(2020, 1, 1), version="2.0", quorum=2, notice_days=5)
    board = Board(body)
    for name in ("Asha", "Ben", "Clara"):
        board.sits(name)
    return board


def looked_over(on: date = LONG_AFTER, **span: Any) -> Replay:
    """The replay, for whoever may read nothing restricted."""
    return replay(Span(**{"until": on} | span), on, what_is_restricted())


def found(on: date = LONG_AFTER, **span: Any) -> list[tuple[str, str]]:
    return [(line["kind"], line["weight"]) for line in looked_over(on, **span)]
