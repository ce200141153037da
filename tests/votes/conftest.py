"""A company of five members who meet, and a board of four."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.members.models import Member
from registry.people.models import Person
from registry.votes import commands
from registry.votes.models import Vote
from tests.factories import ADA, ABody, AHolding, AMeeting, AMember, AnAppointment, APerson, ASeat, AShareClass, AVote

MET = date(2026, 5, 14)
SHARES = {"Asha": 100, "Ben": 60, "Cleo": 30, "Dev": 7, "Eve": 3}
"""Two hundred in all, of which a tenth is 20."""


@dataclass
class Assembly:
    """A meeting, and who may come to it, by their forenames."""

    meeting: Meeting
    people: dict[str, Person]
    members: dict[str, Member] = field(default_factory=dict)
    seats: dict[str, Any] = field(default_factory=dict)

    def came(self, *names: str, **keyed: str) -> None:
        lines = [{"person": self.people[name], "mark": "P"} for name in names]
        lines += [{"person": self.people[name], "mark": mark} for name, mark in keyed.items()]
        meetings.record_attendance(self.meeting, lines=lines, by=ADA)

    def person(self, name: str) -> Person:
        return self.people.setdefault(name, APerson(forenames=name))

    def voter(self, name: str) -> str:
        return self.members[name].ref if self.members else self.seats[name].ref

    def poll(self, **facts: Any) -> Vote:
        """A poll that the chair demanded, opened at 19:00."""
        vote = commands.demand_poll(self.meeting, **{"item": 1, "demanded_in": "the chair"} | facts, by=ADA)
        commands.open_poll(vote, at="19:00", by=ADA)
        return vote

    def line(self, name: str, how: str = "", *, by: str = "", **split: int) -> dict[str, Any]:
        return {"voter": self.voter(name), "person": self.people[by or name], "how": how, **split}

    def cast(self, vote: Vote, **ways: str) -> None:
        commands.cast(vote, lines=[self.line(name, how) for name, how in ways.items()], by=ADA)

    def by_hands(self, **facts: Any) -> Vote:
        return AVote(self.meeting, **facts)


@pytest.fixture
def general(app) -> Assembly:
    """A general meeting of Thursday 14 May 2026, at 18:30: an ordinary resolution, and one named special."""
    meeting = AMeeting(body=ABody(kind="general meeting", name="Members"), titles=[], notice_given=None)
    proposed = {"purpose": "decide", "proposed": "That it be so."}
    meetings.add_item(meeting, title="Seats", **proposed, by=ADA)
    meetings.add_item(meeting, title="Articles", resolution="special", **proposed, by=ADA)
    meetings.give_notice(meeting, notice_given=date(2026, 4, 1), by=ADA)
    people, ordinary = {name: APerson(forenames=name) for name in SHARES}, AShareClass()
    members = {name: AMember(person=person) for name, person in people.items()}
    for name, member in members.items():
        AHolding(SHARES[name], member=member, share_class=ordinary)
    return Assembly(meeting, people, members)


@pytest.fixture
def board(app) -> Assembly:
    """A board of four, whose chair is Clara, that meets on 14 May 2026 about two items."""
    body = ABody(kind="board", name="Board")
    meeting = AMeeting(body=body, titles=["A contract", "Another"])
    assembly = Assembly(meeting, {})
    for name in ("Clara", "Dora", "Finn", "Gita"):
        seat = ASeat(body=body, title=f"{name}’s seat", kind="chair" if name == "Clara" else "director")
        person = assembly.people[name] = APerson(forenames=name, born=date(1970, 1, 1))
        AnAppointment(seat=seat, person=person)
        assembly.seats[name] = seat
    return assembly
