"""One practice becomes several: its patients are shared out, and all of them are where it was."""

from datetime import date

import pytest

from registry.law import Breach
from registry.practices import commands as practices
from registry.practices.models import ListSize
from registry.reorganisations import commands, queries
from registry.reorganisations.sentences import sentence_of
from tests.factories import ADA, ABelonging, ABody, AHolding, ANomination, APractice
from tests.reorganisations.told import DAY, DAY_BEFORE, SOURCE, all_registers, place_of

COUNTED = date(2020, 4, 1)


@pytest.fixture
def south(app):
    """South Leicestershire, of 9,000 patients, with a branch at The Market Place, in a hub."""
    practice = APractice(code="C82001", name="SOUTH LEICESTERSHIRE", list_sizes=[ListSize(on=COUNTED, patients=9_000)])
    ABelonging(practice=practice, body=ABody(kind="hub", name="Harborough"))
    practices.open_branch(practice, code="C82001001", name="THE MARKET PLACE", since=COUNTED, by=ADA)
    return practice


def split(practice, *into, on=DAY):
    usual = {"address": "", "patients": None, "branch": None}
    return commands.split(practice, into=[usual | each for each in into], on=on, **SOURCE, by=ADA)


def market(**more):
    return {"code": "C82777", "name": "THE MARKET PLACE SURGERY"} | more


class TestSplit:
    def test_the_new_one_is_open_and_in_all_that_the_old_one_is_in(self, south):
        told = split(south, market())

        new = told.subjects[1].practice
        assert [new.is_open(day) for day in (DAY_BEFORE, DAY)] == [False, True]
        assert [place_of(each, DAY) for each in (south, new)] == ["Harborough", "Harborough"]
        assert sentence_of(told) == "C82777 THE MARKET PLACE SURGERY set up out of C82001 SOUTH LEICESTERSHIRE"

    def test_patients_go_with_it(self, south):
        told = split(south, market(patients=2_500))

        new = told.subjects[1].practice
        assert [each.patients_on(DAY) for each in (south, new)] == [6_500, 2_500]
        assert south.patients_on(DAY_BEFORE) == 9_000

    def test_none_are_counted_where_it_is_not_told_of_each_how_many_go(self, south):
        told = split(south, market(patients=2_500), {"code": "C82778", "name": "THE OTHER"})

        assert [subject.practice.patients_on(DAY) for subject in told.subjects] == [9_000, 2_500, None]

    def test_a_branch_that_it_was_closes(self, south):
        split(south, market(branch="C82001001"))

        assert [branch.holds(DAY) for branch in south.branches] == [False]
        assert [branch.holds(DAY_BEFORE) for branch in south.branches] == [True]

    def test_shares_stay_where_they_are(self, south):
        nomination = ANomination(member=AHolding(9).member, practice=south)

        split(south, market())

        assert nomination.practice is south

    def test_not_of_more_patients_than_there_are(self, south):
        with pytest.raises(Breach, match="More patients go"):
            split(south, market(patients=9_001))
        split(south, market(patients=9_000))
        assert south.patients_on(DAY) == 0

    @pytest.mark.parametrize("code", ["U09521", "C82001001"])
    def test_not_under_the_code_of_a_network_or_a_branch(self, south, code):
        with pytest.raises(Breach, match="a capital letter and five digits"):
            split(south, market(code=code))

    def test_not_under_a_code_that_another_has_nor_one_code_for_two(self, south):
        APractice(code="C82777", name="SHARNFORD")

        with pytest.raises(Breach, match="that of SHARNFORD"):
            split(south, market())
        with pytest.raises(Breach, match="given twice"):
            split(south, market(code="C82778"), market(code="C82778"))

    def test_not_into_nothing(self, south):
        with pytest.raises(Breach, match="at least one practice"):
            split(south)


class TestUndo:
    def undo(self, reorganisation):
        commands.undo(reorganisation, reason="It did not come about.", by=ADA)

    def test_every_register_says_as_it_did_before(self, south):
        before = all_registers(DAY_BEFORE, DAY)
        told = split(south, market(patients=2_500, branch="C82001001"))
        assert all_registers(DAY_BEFORE, DAY) != before

        self.undo(told)

        assert all_registers(DAY_BEFORE, DAY) == before
        assert queries.reorganisation_on(told, DAY)["undone_why"] == "It did not come about."

    def test_not_after_a_later_change_of_the_new_practice(self, south):
        told = split(south, market())
        practices.count(told.subjects[1].practice, on=date(2020, 8, 1), patients=2_600, source="A count", by=ADA)

        with pytest.raises(Breach, match="More has been entered about this practice since"):
            self.undo(told)
        assert told.subjects[1].practice.is_open(DAY)

    def test_not_once_shares_are_held_for_the_new_practice(self, south):
        told = split(south, market())
        nomination = ANomination(member=AHolding(1).member, practice=told.subjects[1].practice, since=DAY)

        with pytest.raises(Breach, match=f"since then {nomination.called} rests on it"):
            self.undo(told)

    def test_not_once_the_new_practice_has_moved(self, south):
        told = split(south, market())
        commands.move(
            told.subjects[1].practice, to=ABody(kind="hub", name="Rutland"), on=date(2021, 4, 1), **SOURCE, by=ADA
        )

        with pytest.raises(
            Breach, match="Since then, C82777 THE MARKET PLACE SURGERY moved from Harborough to Rutland"
        ):
            self.undo(told)
