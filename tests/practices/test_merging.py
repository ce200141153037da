"""Two practices become one with one code; the other's place may go on as a branch (EC-01, ODS-03)."""

from datetime import date

import pytest

from registry.law import Breach
from registry.practices import commands, queries
from registry.practices.changes import practice_changes
from tests.factories import ADA, APractice
from tests.practices.files import of_2019

DAY_BEFORE, DAY = date(2020, 6, 30), date(2020, 7, 1)


def two(**more):
    return APractice(code="C82036", name="TWO SHIRES", **more), APractice(code="C82001", name="SOUTH LEICESTERSHIRE")


class TestMerge:
    def test_it_is_itself_until_the_day_before_and_the_other_from_that_day(self):
        shires, south = two()

        commands.merge(shires, into=south, on=DAY, branch="C82001001", by=ADA)

        assert [shires.standing_on(day) for day in (DAY_BEFORE, DAY)] == [shires, south]
        assert [shires.is_open(day) for day in (DAY_BEFORE, DAY)] == [True, False]
        assert queries.practice_on(shires, DAY_BEFORE)["became"] == ""
        assert queries.practice_on(shires, DAY)["became"] == "Merged into C82001 SOUTH LEICESTERSHIRE on 1 July 2020."

    def test_its_place_goes_on_as_a_branch_that_says_what_it_was(self):
        shires, south = two()

        commands.merge(shires, into=south, on=DAY, branch="C82001001", by=ADA)

        [branch] = queries.practice_on(south, DAY)["branches"]
        assert (branch["code"], branch["name"], branch["was_code"]) == ("C82001001", "TWO SHIRES", "C82036")
        assert queries.practice_on(south, DAY_BEFORE)["branches"] == []

    def test_keeps_the_last_day_that_the_nhs_gave_it(self):
        shires, south = two(closed=date(2020, 9, 1))

        commands.merge(shires, into=south, on=DAY, by=ADA)

        assert shires.last_day == date(2020, 8, 31)
        assert not shires.is_open(DAY)

    def test_one_follows_another_to_the_last_of_them(self):
        shires, south = two()
        last = APractice(code="C82009")
        commands.merge(shires, into=south, on=DAY, by=ADA)
        commands.merge(south, into=last, on=date(2021, 7, 1), by=ADA)

        days = (DAY_BEFORE, DAY, date(2021, 6, 30), date(2021, 7, 1))
        assert [shires.standing_on(day).code for day in days] == ["C82036", "C82001", "C82001", "C82009"]

    def test_not_one_that_had_closed(self):
        shires, south = two(closed=DAY_BEFORE)

        with pytest.raises(Breach, match="C82036 TWO SHIRES was not open on the day before 1 July 2020"):
            commands.merge(shires, into=south, on=DAY, by=ADA)

    def test_not_into_itself_nor_into_what_merged_into_it(self):
        shires, south = two()
        with pytest.raises(Breach, match="into itself"):
            commands.merge(south, into=south, on=DAY, by=ADA)

        commands.merge(shires, into=south, on=DAY, by=ADA)

        with pytest.raises(Breach, match="cannot take in another"):
            commands.merge(south, into=shires, on=date(2021, 7, 1), by=ADA)

    def test_not_twice(self):
        shires, south = two()
        commands.merge(shires, into=south, on=DAY, by=ADA)

        with pytest.raises(Breach, match="has merged already, into C82001 SOUTH LEICESTERSHIRE"):
            commands.merge(shires, into=APractice(), on=DAY, by=ADA)

    def test_a_file_that_has_not_heard_of_it_yet_does_not_reopen_it(self):
        shires, south = two()
        commands.merge(shires, into=south, on=DAY, by=ADA)
        lagging = of_2019("C82036", status="A", closed_last_day=None)

        changes = practice_changes({"C82036": shires}, [lagging], as_at=date(2020, 8, 1))

        assert "last day" not in {change.what for change in changes}


class TestUnmerge:
    def test_stands_as_before(self):
        shires, south = two()
        commands.merge(shires, into=south, on=DAY, branch="C82001001", by=ADA)

        commands.unmerge(shires, closed=None, reason="The commissioner refused it.", by=ADA)

        assert shires.standing_on(DAY) is shires
        assert shires.is_open(DAY)
        assert queries.practice_on(south, DAY)["branches"] == []

    def test_leaves_the_last_day_that_the_nhs_gave_since(self):
        shires, south = two(closed=date(2020, 9, 1))
        commands.merge(shires, into=south, on=DAY, by=ADA)

        commands.unmerge(shires, closed=None, reason="The commissioner refused it.", by=ADA)

        assert shires.last_day == date(2020, 8, 31)

    def test_not_what_did_not_merge(self):
        with pytest.raises(Breach, match="no merger of it to undo"):
            commands.unmerge(APractice(), closed=None, reason="A slip.", by=ADA)
