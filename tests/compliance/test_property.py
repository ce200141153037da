"""No sequence of lawful acts makes an inquorate decision stand unmarked."""

import os
from datetime import date

from flask import Flask
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from registry.conflicts import commands as conflicts
from registry.conflicts.treatment import LEFT, NO_VOTE, NOTED
from registry.db import db
from registry.decisions.models import CARRIED, Decision
from registry.law import Breach
from registry.meetings import commands as meetings
from registry.seats import commands as seats
from tests.compliance.conftest import MET, a_board_of_three, looked_over
from tests.factories import ADA, ABody

EXAMPLES = 150 if os.environ.get("REGISTRY_SOAK") else 8
NEEDED = 2
NAMES = st.sampled_from(["Asha", "Ben", "Clara"])
ITEMS = st.sampled_from([1, 2])
MARKS = st.sampled_from(["present", "absent", "apologies"])

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("came"), NAMES, MARKS),
        st.tuples(st.just("left"), NAMES, ITEMS),
        st.tuples(st.just("conflicted"), NAMES, ITEMS, st.sampled_from([NOTED, NO_VOTE, LEFT])),
        st.tuples(st.just("carried"), ITEMS, st.integers(0, 3), st.integers(0, 3)),
        st.tuples(st.just("retired"), NAMES, st.sampled_from([date(2026, 5, 13), MET, date(2026, 5, 15)])),
        st.tuples(st.just("listened"), NAMES),
    ),
    max_size=10,
)


class Meeting:
    """The board of three and its meeting, and what a reader with a pencil would say of it."""

    def __init__(self) -> None:
        self.board = a_board_of_three(ABody(kind="board"))
        self.meeting = self.board.met()
        self.marks: dict[tuple[str, int | None], str] = {(name, None): "present" for name in self.board.people}
        self.out: dict[tuple[str, int], str] = {}
        self.gone: set[str] = set()
        self.unheard: set[str] = set()

    def does(self, act: str, *told: object) -> None:
        """Try an act; one that a rule refuses changes nothing."""
        try:
            getattr(self, act)(*told)
        except Breach:
            db.session.rollback()

    def came(self, name: str, mark: str) -> None:
        self.board.came(self.meeting, **{name: mark})
        self.marks = {key: said for key, said in self.marks.items() if key[0] != name} | {(name, None): mark}
        self.unheard.discard(name)

    def left(self, name: str, item: int) -> None:
        self.board.came(self.meeting, item=item, **{name: "left"})
        self.marks[name, item] = "left"

    def listened(self, name: str) -> None:
        line = {"person": self.board.people[name], "item": None, "mark": "present", "how": "listening only"}
        meetings.record_attendance(self.meeting, lines=[line], by=ADA)
        self.marks = {key: said for key, said in self.marks.items() if key[0] != name} | {(name, None): "present"}
        self.unheard.add(name)

    def conflicted(self, name: str, item: int, treatment: str) -> None:
        person = self.board.people[name]
        conflict = conflicts.tell(self.meeting, item=item, person=person, nature="Director of the landlord", by=ADA)
        conflicts.treat(conflict, treatment=treatment, ruled_by="the chair", ruling="So ruled", by=ADA)
        self.out[name, item] = treatment

    def carried(self, item: int, votes_for: int, votes_against: int) -> None:
        self.board.carries(self.meeting, item=item, votes_for=votes_for, votes_against=votes_against)

    def retired(self, name: str, until: date) -> None:
        seats.retire(self.board.seats[name], until=until, ended="resigned", by=ADA)
        if until <= MET:
            self.gone.add(name)

    def counted(self, item: int) -> int:
        return sum(
            self.marks.get((name, item), self.marks[name, None]) == "present"
            and self.out.get((name, item), NOTED) == NOTED
            and name not in self.gone | self.unheard
            for name in self.board.people
        )


@given(acts=ACTS)
@example(acts=[("carried", 1, 0, 0), ("carried", 2, 0, 0), ("came", "Ben", "absent"), ("left", "Asha", 2)])
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_an_inquorate_decision_is_refused_or_listed(app: Flask, acts: list[tuple[str, ...]]) -> None:
    met = Meeting()
    for act in acts:
        met.does(*act)

    body = met.board.body.ref
    listed = {
        each["number"]
        for line in looked_over(body_ref=body)
        if (line["kind"], line["weight"]) == ("no quorum", "wanting")
        for each in line["decisions"]
    }

    carried = db.session.query(Decision).filter_by(body_ref=body, outcome=CARRIED).all()
    places = {item.ref: item.place for item in met.meeting.items}
    inquorate = {each.number for each in carried if met.counted(places[str(each.item_ref)]) < NEEDED}
    assert listed == inquorate
