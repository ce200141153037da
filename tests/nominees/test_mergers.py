"""A merger moves no share: what was held for a practice is held for the one it has become (EC-01)."""

from datetime import date

import pytest

from registry.control import queries as control
from registry.interests.standing import places_of
from registry.nominees import queries
from registry.practices import commands as practices
from tests.factories import ADA, AHolding, AMember, ANomination, APerson, APractice

DAY_BEFORE, DAY = date(2020, 6, 30), date(2020, 7, 1)


@pytest.fixture
def two(app):
    """Asha holds 4 shares for Two Shires and Ben 5 for South Leicestershire, of 12 in all."""
    asha, ben = APerson(), APerson(forenames="Ben", surname="Okoro")
    shires, south = APractice(code="C82036", name="TWO SHIRES"), APractice(code="C82001", name="SOUTH LEICESTERSHIRE")
    first = AHolding(4, member=AMember(person=asha))
    AHolding(3, share_class=first.share_class)
    ANomination(member=first.member, practice=shires)
    ANomination(member=AHolding(5, member=AMember(person=ben), share_class=first.share_class).member, practice=south)
    practices.merge(shires, into=south, on=DAY, by=ADA)
    return asha, south


def benefits(day):
    return {line["code"]: (line["votes"], len(line["folios"])) for line in queries.beneficial_on(day) if line["code"]}


class TestTheSchedule:
    def test_names_each_practice_until_the_day_before_and_the_one_they_are_from_that_day(self, two):
        def told(day):
            return sorted((line["code"], line["shares"]) for line in queries.nominees_on(day))

        assert told(DAY_BEFORE) == [("C82001", 5), ("C82036", 4)]
        assert told(DAY) == [("C82001", 4), ("C82001", 5)]

    def test_says_which_practice_nominated(self, two):
        assert sorted(str(line["was"]) for line in queries.nominees_on(DAY)) == ["C82036 TWO SHIRES", "None"]

    def test_gives_the_practice_the_shares_of_all_that_it_is(self, two):
        _, south = two

        assert [len(queries.history_of_practice(south, day)) for day in (DAY_BEFORE, DAY)] == [1, 2]


class TestTheBenefit:
    def test_is_added_up_from_that_day(self, two):
        assert benefits(DAY_BEFORE) == {"C82036": (4, 1), "C82001": (5, 1)}
        assert benefits(DAY) == {"C82001": (9, 2)}

    def test_brings_control_with_it(self, two):
        def controlled(day):
            return {line["code"] for line in control.test_on(day) if line["standing"]}

        assert controlled(DAY_BEFORE) == {"C82001", "C82036"}
        assert controlled(DAY) == {"C82001"}


class TestTheNominee:
    def test_stands_for_the_practice_it_has_become(self, two):
        asha, _ = two

        assert [line for line in places_of(asha, DAY_BEFORE) if "Nominee" in line] == ["Nominee of TWO SHIRES"]
        assert [line for line in places_of(asha, DAY) if "Nominee" in line] == ["Nominee of SOUTH LEICESTERSHIRE"]
