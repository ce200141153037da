"""A board of four that is to decide on a contract with a network: its chair, two clinical directors, a lay director."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from registry.directors import commands as directors
from registry.disclosures import commands as disclosures
from registry.disclosures.models import Disclosure
from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.people.models import Person
from registry.practices.models import Practice
from registry.structure.models import Body
from registry.terms.models import Provision
from registry.terms.provisions import OUT_OF_BOTH, QUORUM, RECUSAL
from tests.factories import (
    ADA,
    ABelonging,
    ABody,
    AMeeting,
    AMember,
    AnAppointment,
    ANomination,
    APerson,
    APractice,
    ASeat,
    SomeTerms,
)

MET = date(2026, 5, 14)


@dataclass
class Board:
    """Who sits on the board, and the registers about them."""

    body: Body
    network: Body
    practice: Practice
    people: dict[str, Person] = field(default_factory=dict)

    def meets(self, *items: dict[str, Any], on: date = MET) -> Meeting:
        """A meeting with these items; each is at least a title."""
        meeting = AMeeting(body=self.body, on=on, titles=[])
        for item in items:
            meetings.add_item(meeting, **{"title": "A contract", "purpose": "decide"} | item, by=ADA)
        return meeting

    def attended(self, meeting: Meeting, *names: str, **marks: dict[int, str]) -> None:
        lines = [{"person": self.people[name], "mark": "present", "item": None} for name in names]
        for name, told in marks.items():
            lines += [{"person": self.people[name], "mark": mark, "item": item} for item, mark in told.items()]
        meetings.record_attendance(meeting, lines=lines, by=ADA)

    def declares(self, meeting: Meeting, name: str, item: int, nature: str) -> Disclosure:
        """What a director, as which the person is first entered, declares at a meeting of the directors."""
        directors.bring_in(person=self.people[name], since=date(2020, 1, 1), by=ADA)
        told = {"nature": nature, "extent": "All of it"}
        return disclosures.declare(meeting, person=self.people[name], item=item, **told, by=ADA)

    def sits(self, name: str, **seat: Any) -> Person:
        person = self.people[name] = APerson(title="Dr", forenames=name, surname=f"{name}son", born=date(1970, 1, 1))
        AnAppointment(seat=ASeat(body=self.body, title=f"{name}’s seat", **seat), person=person)
        return person


@pytest.fixture
def board() -> Board:
    return a_body_of_four("board", "The Board")


@pytest.fixture
def hub() -> Board:
    """The same four on a body that is not of the directors."""
    return a_body_of_four("hub", "The Hub")


def a_body_of_four(kind: str, name: str) -> Board:
    """The quorum is three, and whoever has a conflict is in neither quorum nor vote (clause 7)."""
    network, practice = ABody(kind="PCN", name="Melton, Syston and Vale PCN"), APractice(name="LATHAM HOUSE")
    ABelonging(body=network, practice=practice)
    board = Board(ABody(kind=kind, name=name), network, practice)
    rules = [
        Provision(place=1, what=QUORUM, number=3, clause="6"),
        Provision(place=2, what=RECUSAL, who=OUT_OF_BOTH, clause="7"),
    ]
    SomeTerms(body=board.body, since=date(2020, 1, 1), version="2.0", provisions=rules)
    board.sits("Clara", kind="chair")
    board.sits("Asha", kind="ACD", constituency=network)
    board.sits("Ben")
    board.sits("Lou", kind="lay")
    ANomination(member=AMember(person=board.people["Ben"]), practice=practice)
    return board
