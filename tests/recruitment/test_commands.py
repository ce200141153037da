from datetime import date

import pytest
from flask import g

from registry import ledger
from registry.db import db
from registry.doors import hung
from registry.law import Breach
from registry.ledger.models import Entry
from registry.recruitment import commands, queries
from registry.recruitment.models import STAGES, Candidate
from registry.seats import commands as seats
from tests.factories import ADA, APerson
from tests.recruitment.recruiting import APRIL_1, APRIL_20, MARCH_1, MARCH_15, MAY_1, a_recruitment


def reach(recruitment, what, on, **more):
    commands.reach(recruitment, what=what, on=on, by=ADA, **more)


class TestBegin:
    def test_to_one_seat_one_at_a_time(self):
        first = a_recruitment()

        with pytest.raises(Breach, match="a recruitment to this seat already"):
            commands.begin(first.seat, opened=MARCH_1, why="Again", by=ADA)
        commands.conclude(first, outcome="abandoned", closed=MARCH_15, by=ADA)
        commands.begin(first.seat, opened=MARCH_15, why="Again", by=ADA)


class TestReach:
    def test_goes_from_vacancy_to_recommendation_stage_by_stage(self):
        recruitment = a_recruitment()
        days = (MARCH_15, APRIL_1, APRIL_1, APRIL_20, APRIL_20)
        for what, on in zip(STAGES, days, strict=True):
            reach(recruitment, what, on, candidates=3)

        assert queries.line_of(recruitment, date(2022, 3, 14))["stage"] == "begun"
        assert queries.line_of(recruitment, MARCH_15)["stage"] == "advertised"
        assert queries.line_of(recruitment, APRIL_1)["stage"] == "shortlisted"
        assert queries.line_of(recruitment, APRIL_20)["stage"] == "recommended"

    def test_back_or_before_the_last_is_refused(self):
        recruitment = a_recruitment()
        reach(recruitment, "expressions of interest closed", APRIL_1)

        with pytest.raises(Breach, match="follow one another"):
            reach(recruitment, "advertised", APRIL_1)
        with pytest.raises(Breach, match="of the one before, 1 April 2022"):
            reach(recruitment, "shortlisted", MARCH_15)

    def test_an_interview_by_one_without_a_conflict_is_refused(self):
        recruitment = a_recruitment()
        told = {"conflict": "Works with a candidate", "handled": "Does not score"}
        panel = [{"person": APerson()}, {"person": APerson(), **told}]
        commands.name_panel(recruitment, panel=panel, by=ADA)

        with pytest.raises(Breach, match="the panel has 1 such"):
            reach(recruitment, "interviewed", APRIL_20)


class TestNamePanel:
    def test_with_a_conflict_and_nothing_done_about_it_is_refused(self):
        told = [{"person": APerson(), "conflict": "Works with a candidate"}]

        with pytest.raises(Breach, match="what was done about the conflict of Asha Patel"):
            commands.name_panel(a_recruitment(), panel=told, by=ADA)


class TestConclude:
    def test_names_whom_the_decision_has_put_in_the_seat(self):
        recruitment, person = a_recruitment(), APerson()

        with pytest.raises(Breach, match="appointed to the seat first"):
            commands.conclude(recruitment, outcome="appointed", closed=MAY_1, appointed=person, by=ADA)
        seats.appoint(recruitment.seat, person=person, since=date(2022, 6, 1), by=ADA)
        commands.conclude(recruitment, outcome="appointed", closed=MAY_1, appointed=person, by=ADA)

        assert queries.line_of(recruitment, APRIL_20)["appointed"] is None
        assert queries.line_of(recruitment, MAY_1)["appointed"] == "Asha Patel"

    def test_twice_is_refused(self):
        recruitment = a_recruitment()
        commands.conclude(recruitment, outcome="nobody suitable", closed=MAY_1, by=ADA)

        with pytest.raises(Breach, match="over on 1 May 2022"):
            commands.conclude(recruitment, outcome="abandoned", closed=MAY_1, by=ADA)


class TestCandidates:
    def test_leave_nothing_in_the_ledger_and_are_removed_for_good(self):
        recruitment = a_recruitment()
        candidate = commands.add_candidate(recruitment, name="Dr Secret Hopeful", statement="I would like to", by=ADA)
        commands.mark(candidate, standing="shortlisted", notes="Strong", by=ADA)

        with pytest.raises(Breach, match="once the recruitment is over"):
            commands.remove_candidates(recruitment, by=ADA)
        commands.conclude(recruitment, outcome="nobody suitable", closed=MAY_1, by=ADA)
        commands.remove_candidates(recruitment, by=ADA)

        assert db.session.query(Candidate).count() == 0
        assert not any("Hopeful" in (body or "") for body in db.session.scalars(db.select(Entry.body)))
        assert ledger.verify() == []


class TestRemovals:
    def test_are_a_duty_six_months_after_it_is_over(self, app):
        recruitment = a_recruitment()
        commands.add_candidate(recruitment, name="Dr Hopeful", by=ADA)

        def due(day):
            with app.test_request_context():
                g.account = ADA
                return [(duty.sentence, duty.due) for duty in hung.duties(day) if "candidate" in duty.sentence]

        assert due(MAY_1) == []
        commands.conclude(recruitment, outcome="nobody suitable", closed=MAY_1, by=ADA)
        sentence = f"Remove the papers of 1 candidate for {recruitment.seat.called}."
        assert due(date(2022, 10, 31)) == []
        assert due(date(2022, 11, 1)) == [(sentence, date(2022, 11, 1))]
        commands.remove_candidates(recruitment, by=ADA)
        assert due(date(2022, 11, 1)) == []
