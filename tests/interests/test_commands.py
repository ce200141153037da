from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.interests import commands, queries
from registry.interests.models import CLOSE, FINANCIAL, INDIRECT, OWN, Interest
from registry.law import Breach
from registry.ledger.models import Entry
from tests.factories import ADA, AConfirmation, AnInterest, APerson

DECLARED = {
    "kind": FINANCIAL,
    "organisation": "Latham House Medical Practice",
    "description": "Partner",
    "since": date(2026, 3, 2),
}


def last_entry():
    return db.session.scalar(select(Entry).order_by(Entry.seq.desc()).limit(1))


def interest_line(interest, day, **more):
    return queries.interest_on(interest, day, **({"private": True} | more))


class TestDeclare:
    def test_enters_it_as_declared_today(self):
        interest = commands.declare(APerson(), **DECLARED, by=ADA)

        assert (interest.declared_on, interest.public) == (clock.today(), True)
        assert (last_entry().act, last_entry().ref) == ("interests.declare", interest.ref)

    def test_late_is_said_and_never_refused(self):
        in_time = commands.declare(APerson(), **DECLARED, declared_on=date(2026, 3, 30), by=ADA)
        late = commands.declare(APerson(), **DECLARED, declared_on=date(2026, 3, 31), by=ADA)

        assert interest_line(in_time, date(2026, 4, 1))["marks"] == []
        assert interest_line(late, date(2026, 4, 1))["marks"] == ["declared late, 29 days after it arose"]

    def test_a_private_one_without_a_reason_is_refused(self):
        with pytest.raises(Breach, match="only for a reason"):
            commands.declare(APerson(), **DECLARED, public=False, by=ADA)

        assert db.session.scalar(select(Interest)) is None

    def test_one_declared_tomorrow_is_refused(self):
        tomorrow = clock.today() + timedelta(days=1)

        with pytest.raises(Breach, match="cannot be in the future"):
            commands.declare(APerson(), **DECLARED, declared_on=tomorrow, by=ADA)

    def test_one_that_ended_before_it_arose_is_refused(self):
        with pytest.raises(Breach, match="ends after"):
            commands.declare(APerson(), **DECLARED, until=date(2026, 3, 2), by=ADA)


class TestFurther:
    def test_is_kept_with_it_and_taken_back_where_it_is_not_said_again(self):
        further = {"whose": OWN, "topics": ("premises", "money"), "touches": "It may bid."}
        interest = commands.declare(APerson(), **DECLARED, **further, by=ADA)
        assert (interest.whose, interest.topics, interest.touches) == (OWN, "premises; money", "It may bid.")

        commands.change(interest, **DECLARED, public=True, by=ADA)

        assert (interest.whose, interest.topics, interest.touches) == ("", "", "")

    def test_of_a_month_alone_the_day_it_was_declared_is_the_last_it_can_have_begun(self):
        told = DECLARED | {"since": date(2026, 3, 31), "dates": "March 2026"}
        within = commands.declare(APerson(), **told, declared_on=date(2026, 3, 15), by=ADA)
        after = commands.declare(APerson(), **told, declared_on=date(2026, 4, 2), by=ADA)

        assert (within.since, after.since) == (date(2026, 3, 15), date(2026, 3, 31))
        assert interest_line(within, date(2026, 4, 2))["dates"] == "March 2026"

    def test_whose_it_is_must_agree_with_its_kind(self):
        with pytest.raises(Breach, match="someone close to you"):
            commands.declare(APerson(), **DECLARED | {"kind": INDIRECT}, whose=OWN, by=ADA)
        with pytest.raises(Breach, match="indirect interest of yours"):
            commands.declare(APerson(), **DECLARED, whose=CLOSE, by=ADA)

        assert db.session.scalar(select(Interest)) is None


class TestAsItIsTold:
    def test_changes_nothing_when_it_is_told_again(self):
        further = {"whose": OWN, "topics": ("premises",), "touches": "It may bid."}
        interest = commands.declare(APerson(), **DECLARED, **further, by=ADA)
        size = ledger.head().size

        commands.change(interest, **commands.as_it_is_told(interest), by=ADA)

        assert ledger.head().size == size


class TestChange:
    def test_says_what_it_is_now_and_what_was_known_stays(self):
        with clock.telling(datetime(2026, 4, 1, 9, tzinfo=UTC)) as time:
            interest = AnInterest(description="Partner", since=date(2026, 3, 2))
            before, time.at = time.at, datetime(2026, 5, 1, 9, tzinfo=UTC)
            changed = DECLARED | {"kind": INDIRECT, "description": "Married to a partner"}
            commands.change(interest, **changed, public=True, reason="Left the partnership", by=ADA)

        assert (interest.kind, interest.description) == (INDIRECT, "Married to a partner")
        assert "Left the partnership" in last_entry().body
        with ledger.known(before):
            assert [line["description"] for line in queries.interests_on(date(2026, 5, 1))] == ["Partner"]

    def test_keeps_to_the_rules_of_declaring(self):
        interest = AnInterest(since=date(2026, 3, 2))

        with pytest.raises(Breach, match="on the day it arises or later"):
            commands.change(interest, **DECLARED | {"since": date(2026, 3, 3)}, public=True, by=ADA)

        assert interest.since == date(2026, 3, 2)


class TestEnd:
    def test_is_told_by_its_last_day(self):
        interest = AnInterest()

        commands.end(interest, until=date(2026, 4, 1), by=ADA)

        assert interest_line(interest, date(2026, 3, 31))["marks"] == []
        assert interest_line(interest, date(2026, 4, 1))["marks"] == ["ended"]
        assert interest_line(interest, date(2026, 4, 1))["last_day"] == date(2026, 3, 31)

    def test_ends_once(self):
        interest = AnInterest(until=date(2026, 4, 1))

        with pytest.raises(Breach, match="ends once"):
            commands.end(interest, until=date(2026, 5, 1), by=ADA)

        assert interest.until == date(2026, 4, 1)

    def test_not_before_it_arose(self):
        interest = AnInterest(since=date(2026, 4, 1))

        with pytest.raises(Breach, match="ends after"):
            commands.end(interest, until=date(2026, 4, 1), by=ADA)


class TestConfirm:
    def test_nothing_to_declare_is_a_line_of_the_register(self):
        person = APerson(forenames="Harriet", surname="Ashworth")

        commands.confirm(person, nothing=True, on=date(2026, 5, 3), by=ADA)

        said = [line["description"] for line in queries.interests_on(date(2026, 5, 3))]
        assert said == ["Harriet Ashworth, as confirmed on 3 May 2026, has nothing to declare."]
        assert queries.interests_on(date(2026, 5, 2)) == []

    def test_once_a_day(self):
        person = APerson()

        first = commands.confirm(person, nothing=True, by=ADA)
        size = ledger.head().size

        assert commands.confirm(person, nothing=True, by=ADA) is first
        assert ledger.head().size == size

    def test_nothing_is_refused_while_something_is_declared(self):
        person = AnInterest(since=date(2026, 4, 1), until=date(2026, 5, 3)).person

        with pytest.raises(Breach, match="nothing to declare"):
            commands.confirm(person, nothing=True, on=date(2026, 5, 2), by=ADA)
        commands.confirm(person, nothing=True, on=date(2026, 5, 3), by=ADA)

    def test_something_is_refused_while_nothing_is_declared(self):
        with pytest.raises(Breach, match="no interest on the register"):
            commands.confirm(APerson(), nothing=False, by=ADA)

    def test_tomorrow_is_refused(self):
        with pytest.raises(Breach, match="in the future"):
            commands.confirm(APerson(), nothing=True, on=clock.today() + timedelta(days=1), by=ADA)


class TestNothingToDeclare:
    def test_stands_until_something_is_declared(self):
        person = AConfirmation(on=date(2026, 5, 3)).person
        AnInterest(person=person, since=date(2026, 6, 1), until=date(2026, 7, 1))

        def kinds(day):
            return [line["kind"] for line in queries.interests_on(day)]

        assert kinds(date(2026, 5, 31)) == ["Nothing to declare"]
        assert kinds(date(2026, 6, 1)) == ["Financial"]
        assert kinds(date(2026, 7, 1)) == ["Financial"]
        assert kinds(date(2027, 7, 1)) == []

    def test_is_not_said_of_somebody_with_a_private_interest(self):
        person = AConfirmation(on=date(2026, 5, 3)).person
        AnInterest(person=person, since=date(2026, 6, 1), public=False, private_reason="Harm")

        assert queries.interests_on(date(2026, 6, 1)) == []
