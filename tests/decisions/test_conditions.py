"""Decisions that hang on something: satisfied in time, or lapsed at the end of the day."""

from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.decisions import commands, due, queries, waiting
from registry.law import Breach
from tests.breaches import refused
from tests.conftest import browser_of
from tests.factories import ADA, ABody, ADecision, APerson, ASeat

MAY_14, JUNE_1, JUNE_30, JULY_1 = date(2026, 5, 14), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture(autouse=True)
def autumn():
    """It is 1 October 2026."""
    with clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def decision():
    """Dr Asha Patel is appointed from 1 June 2026, if she is cleared by 30 June."""
    board = ABody(name="Board")
    return ADecision(
        body=board, kind="appoint", seat=ASeat(title="Chair", body=board), person=APerson(title="Dr"), since=JUNE_1,
        subject_to=[{"words": "She is cleared", "due": JUNE_30}],
    )  # fmt: skip


def satisfy(decision, satisfied=JUNE_30, condition=None, how="Letter of the Disclosure Service"):
    condition = condition or decision.conditions[0]
    commands.satisfy_condition(decision, condition=condition, satisfied=satisfied, how=how, by=ADA)


def status(decision, day):
    return queries.decision_on(decision, day)["status"]


class TestCondition:
    def test_puts_off_what_the_decision_does(self, decision):
        assert decision.waiting
        assert decision.effects == []
        assert status(decision, MAY_14) == "carried, in effect from 1 June 2026"
        assert status(decision, JUNE_1) == "carried, subject to a condition"

    def test_lapses_at_the_end_of_its_day_and_the_decision_with_it(self, decision):
        assert status(decision, JUNE_30) == "carried, subject to a condition"
        assert status(decision, JULY_1) == "lapsed at the end of 30 June 2026"
        (told,) = queries.decision_on(decision, JULY_1)["conditions"]
        assert told["standing"] == "lapsed at the end of 30 June 2026"

    def test_satisfied_on_its_day_does_not_lapse(self, decision):
        satisfy(decision)

        assert status(decision, date(2026, 6, 29)) == "carried, subject to a condition"
        assert status(decision, JUNE_30) == "carried, still to be carried out"
        assert status(decision, JULY_1) == "carried, still to be carried out"
        (told,) = queries.decision_on(decision, JULY_1)["conditions"]
        assert told["standing"] == "satisfied on 30 June 2026: Letter of the Disclosure Service"

    def test_without_a_day_never_lapses(self):
        decision = ADecision(subject_to=[{"words": "The lease is signed"}])

        assert status(decision, date(2036, 5, 14)) == "carried, subject to a condition"

    def test_after_another_leaves_the_decision_hanging_on_that(self):
        decision = ADecision(subject_to=[{"words": "One", "due": JUNE_30}, {"words": "Other", "due": JUNE_30}])
        assert status(decision, JUNE_1) == "carried, subject to conditions"

        satisfy(decision, JUNE_1)

        assert status(decision, JUNE_1) == "carried, subject to a condition"
        assert status(decision, JULY_1) == "lapsed at the end of 30 June 2026"

    def test_of_a_decision_that_changes_no_register_is_all_that_waits(self):
        decision = ADecision(subject_to=[{"words": "The bank agrees", "due": JUNE_30}])
        satisfy(decision, JUNE_1, how="")

        assert (decision.waiting, status(decision, JUNE_1)) == ("", "in force")
        assert queries.decision_on(decision, JUNE_1)["conditions"][0]["standing"] == "satisfied on 1 June 2026"

    def test_that_fell_due_before_the_decision_is_refused(self):
        with refused("subject_to", "never before"):
            ADecision(subject_to=[{"words": "She is cleared", "due": date(2026, 5, 13)}])


class TestSatisfying:
    def test_lets_it_be_carried_out_from_that_day(self, decision):
        seat = waiting.what_waits(decision)["seat"]
        with refused("", "“She is cleared” is lapsed at the end of 30 June 2026"):
            commands.carry_out(decision, by=ADA)
        satisfy(decision)

        assert due.due_on(JUNE_30) == [decision]
        commands.carry_out(decision, by=ADA)

        assert [each.since for each in seat.appointments] == [JUNE_30]

    def test_before_it_takes_effect_leaves_its_day(self, decision):
        seat = waiting.what_waits(decision)["seat"]
        satisfy(decision, date(2026, 5, 20))
        commands.carry_out(decision, by=ADA)

        assert [each.since for each in seat.appointments] == [JUNE_1]

    def test_after_it_lapsed_is_refused(self, decision):
        with refused("satisfied", "nothing satisfies it after that"):
            satisfy(decision, JULY_1)

    def test_before_the_decision_or_on_a_day_to_come_is_refused(self, decision):
        for day in (date(2026, 5, 13), date(2026, 10, 2)):
            with refused("satisfied", "not on a day to come"):
                satisfy(decision, day)

    def test_twice_or_anothers_is_refused(self, decision):
        other = ADecision(subject_to=[{"words": "The bank agrees"}])
        with refused("condition", "another's"):
            satisfy(decision, condition=other.conditions[0])
        satisfy(decision)
        with refused("condition", "satisfied already"):
            satisfy(decision)

    def test_from_the_page_of_the_decision_by_the_office(self, client, app, decision):
        page, door = f"/decisions/{decision.ref}", f"/decisions/{decision.ref}/satisfy_condition"
        other = ADecision(subject_to=[{"words": "The bank agrees"}])
        assert "satisfy_condition" not in client.get(page).text
        assert "satisfy_condition" in client.get(f"/decisions/{other.ref}").text
        assert decision.conditions[0].words in client.get(door).text
        day = {"satisfied-day": "30", "satisfied-month": "6", "satisfied-year": "2026"}

        sent = client.post(door, data=day | {"condition": decision.conditions[0].ref, "how": "Letter"})

        assert sent.status_code == 303
        assert "satisfied on 30 June 2026: Letter" in client.get(page).text
        assert browser_of(app, "director").get(door).status_code == 403


class TestDuties:
    def told(self, client, day):
        return [each["sentence"] for each in client.get(f"/home/duties.json?on={day}").json["items"]]

    def test_a_condition_is_to_be_satisfied_until_the_end_of_its_day(self, client, decision):
        words = "Decision B/26/1 hangs on a condition: She is cleared"

        assert words in self.told(client, JUNE_30)
        assert words not in self.told(client, JULY_1)
        satisfy(decision, JUNE_1)
        assert words not in self.told(client, JUNE_30)

    def test_a_decision_is_looked_at_again_until_another_bears_on_it(self, client):
        decision = ADecision(body=ABody(name="Board"), review_by=JUNE_30)
        words = "Board looks again at its decision B/26/1."
        assert words in self.told(client, JUNE_30)

        ADecision(body=decision.body, on=JUNE_1, bears_on=[{"how": "ratifies", "decision": decision}])

        assert words in self.told(client, date(2026, 5, 31))
        assert words not in self.told(client, JUNE_1)

    def test_is_not_looked_at_again_on_the_day_it_takes_effect(self):
        with pytest.raises(Breach, match="looked at again after"):
            ADecision(review_by=MAY_14)


class TestTheLog:
    def test_tells_why_what_was_considered_and_whom_it_binds(self, client):
        decision = ADecision(
            rationale="It is near the practices.", options_considered="To buy; to rent.", review_by=JUNE_30,
            binds_members=True,
        )  # fmt: skip

        told = client.get(f"/decisions/{decision.ref}.json").json
        assert (told["rationale"], told["options_considered"]) == ("It is near the practices.", "To buy; to rent.")
        assert (told["review_by"], told["binds_members"]) == ("2026-06-30", True)
        for page in (f"/decisions/{decision.ref}", "/decisions/register"):
            assert "It is near the practices." in client.get(page).text
        assert client.get("/decisions/register.pdf").status_code == 200
        assert client.get(f"/decisions/{decision.ref}.pdf").status_code == 200
