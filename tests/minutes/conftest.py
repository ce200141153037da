"""A board of four that met on 14 May 2026, one of them with a conflict, and met again on 9 July; it is 20 July 2026."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

from registry import clock
from registry.conflicts import commands as conflicts
from registry.conflicts.models import THE_CHAIR
from registry.conflicts.treatment import LEFT
from registry.decisions.models import Decision
from registry.meetings import commands as meetings
from registry.meetings.models import DECIDE, LAST_MINUTES, Item, Meeting
from registry.minutes import commands
from registry.minutes.models import Minutes, MinutesDraft
from registry.people import commands as people
from registry.people.models import Person
from registry.structure.models import Body
from registry.terms.models import Provision
from registry.terms.provisions import OUT_OF_BOTH, QUORUM, RECUSAL
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAppointment, APerson, ASeat, SomeTerms

MET, NEXT, TODAY = date(2026, 5, 14), date(2026, 7, 9), date(2026, 7, 20)


@pytest.fixture(autouse=True)
def on_july_20(app):
    if app is None:
        yield None
        return
    with clock.telling(datetime(2026, 7, 20, 10, tzinfo=UTC)) as time:
        yield time


@dataclass
class Board:
    """Who sits on it, its two meetings, and what is written of the first."""

    body: Body
    people: dict[str, Person] = field(default_factory=dict)
    meeting: Meeting = field(init=False)
    next: Meeting = field(init=False)

    def sits(self, name: str, **seat: Any) -> None:
        person = self.people[name] = APerson(title="Dr", forenames=name, surname=f"{name}son", born=date(1970, 1, 1))
        people.give_address(person, email=f"{name.lower()}@example.org", by=ADA)
        AnAppointment(seat=ASeat(body=self.body, **seat), person=person)

    def attended(self, meeting: Meeting, **marks: str) -> None:
        """Clara="P", Ben="P L2 R3": as it is keyed."""
        lines = [{"person": self.people[name], "mark": keys} for name, keys in marks.items()]
        meetings.record_attendance(meeting, lines=lines, by=ADA)

    def drafted(self, meeting: Meeting | None = None, **boxes: str) -> MinutesDraft:
        """opening="…", closing="…", item_2="…": what is written, box by box."""
        draft = commands.begin(meeting or self.meeting, by=ADA)
        written = {box_of(draft.meeting, name): text for name, text in boxes.items()}
        was = {box: draft.boxes.get(box, "") for box in written}
        commands.write(draft, was=was, boxes=written, desk="", by=ADA)
        return draft

    def circulated(self, on: date = date(2026, 5, 20), **boxes: str) -> Minutes:
        return commands.circulate(self.drafted(**boxes), circulated=on, by=ADA)

    def approved(self, **more: Any) -> Minutes:
        minutes = self.circulated(item_2="It was discussed.", closing="It closed at four.")
        commands.approve(minutes, meeting=self.next, item=1, **more, by=ADA)
        return minutes

    def signed(self) -> Minutes:
        minutes = self.approved()
        commands.authenticate(minutes, person=self.people["Clara"], authenticated=NEXT, by=ADA)
        return minutes

    def decided(self, item: int = 2, **facts: Any) -> Decision:
        usual = {"text": "RESOLVED that the contract be signed.", "route": "meeting", "votes_for": 2}
        return ADecision(body=self.body, meeting=self.meeting, item=item, on=MET, since=MET, **usual | facts)

    def conflicted(self, name: str, item: int) -> None:
        """Somebody said to have a conflict, of whom it was ruled that she leave."""
        conflict = conflicts.tell(self.meeting, item=item, person=self.people[name], nature="Her firm bids", by=ADA)
        conflicts.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)


def box_of(meeting: Meeting, name: str) -> str:
    if not name.startswith("item_"):
        return name
    found = meeting.numbered(int(name.removeprefix("item_")))
    assert found is not None
    return f"item-{found.ref}"


@pytest.fixture
def board(app) -> Board:
    """The quorum is three of four; item 2 of the first meeting is about a contract."""
    board = Board(ABody(kind="board", name="The Board"))
    rules = [
        Provision(place=1, what=QUORUM, number=3, clause="6"),
        Provision(place=2, what=RECUSAL, who=OUT_OF_BOTH, clause="7"),
    ]
    SomeTerms(body=board.body, since=date(2020, 1, 1), version="2.0", provisions=rules)
    board.sits("Clara", kind="chair", title="Chair")
    for name in ("Asha", "Ben", "Lou"):
        board.sits(name, title=f"{name}’s seat")
    board.meeting = AMeeting(body=board.body, on=MET, titles=["Budget", "A contract", "Date of the next meeting"])
    board.attended(board.meeting, Clara="P", Asha="P L2 R3", Ben="P", Lou="E")
    minutes = Item(place=1, title="Minutes of the last meeting", purpose=DECIDE, standing=LAST_MINUTES)
    board.next = AMeeting(body=board.body, on=NEXT, notice_given=date(2026, 6, 24), items=[minutes])
    board.attended(board.next, Clara="P", Asha="P", Ben="P")
    return board
