"""A practice moves between networks with both its dates (EC-03), or leaves the federation (EC-21)."""

from datetime import UTC, date, datetime

import pytest

from registry import clock, ledger
from registry.law import Breach
from registry.reorganisations import commands, queries
from registry.reorganisations.sentences import sentence_of
from registry.structure.queries import spells_of
from tests.factories import ADA, ABelonging, ABody, AHolding, ANomination, APractice
from tests.reorganisations.told import SOURCE, all_registers, place_of

MARCH_31, APRIL_1, JULY_1 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 7, 1)


@pytest.fixture
def north(app):
    return ABody(kind="PCN", name="North Blaby", code="U12169")


@pytest.fixture
def g3(app):
    return ABody(kind="PCN", name="G3", code="U87499")


@pytest.fixture
def glenfield(north):
    practice = APractice(code="C82056", name="GLENFIELD SURGERY")
    ABelonging(practice=practice, body=north)
    ABelonging(practice=practice, body=ABody(kind="hub", name="North Blaby hub"))
    return practice


def move(practice, to, on=APRIL_1, **more):
    return commands.move(practice, to=to, on=on, **SOURCE | more, by=ADA)


def depart(practice, on=APRIL_1, **more):
    return commands.depart(practice, on=on, **SOURCE | more, by=ADA)


class TestMove:
    def test_is_in_the_one_the_day_before_and_in_the_other_from_the_day(self, glenfield, g3):
        told = move(glenfield, g3)

        assert [place_of(glenfield, day, "pcn") for day in (MARCH_31, APRIL_1)] == ["North Blaby", "G3"]
        assert [place_of(glenfield, day) for day in (MARCH_31, APRIL_1)] == ["North Blaby hub"] * 2
        assert sentence_of(told) == "C82056 GLENFIELD SURGERY moved from North Blaby to G3"

    def test_keeps_the_dates_of_the_agreement_and_those_of_ods(self, glenfield, g3):
        move(glenfield, g3, on=APRIL_1, ods_on=JULY_1)

        dates = {line["body"]: line["dates"] for line in spells_of(glenfield) if line["kind"] == "PCN"}
        assert dates["G3"] == "from 1 April 2022; by ODS from 1 July 2022"

    def test_was_not_known_before_it_was_entered(self, app):
        with clock.telling(datetime(2022, 4, 4, 9, tzinfo=UTC)) as told:
            glenfield = APractice(code="C82056")
            ABelonging(practice=glenfield, body=ABody(kind="PCN", name="North Blaby"))
            g3 = ABody(kind="PCN", name="G3")
            told.at = datetime(2022, 6, 1, 9, tzinfo=UTC)
            move(glenfield, g3)

            with ledger.known(datetime(2022, 5, 31, 9, tzinfo=UTC)):
                assert place_of(glenfield, APRIL_1, "pcn") == "North Blaby"
            assert place_of(glenfield, APRIL_1, "pcn") == "G3"

    def test_not_from_nowhere_nor_to_where_it_is(self, glenfield, north, g3):
        with pytest.raises(Breach, match="is in no body of that kind"):
            move(APractice(code="C82010"), g3)
        with pytest.raises(Breach, match="in that body already"):
            move(glenfield, north)

    def test_not_to_one_that_does_not_exist_then(self, glenfield):
        later = ABody(kind="PCN", name="Later", since=date(2022, 4, 2))

        with pytest.raises(Breach, match="only while that body exists"):
            move(glenfield, later)
        assert place_of(glenfield, APRIL_1, "pcn") == "North Blaby"

    def test_undone_it_is_where_it_was(self, glenfield, g3):
        before = all_registers(MARCH_31, APRIL_1)

        told = move(glenfield, g3, ods_on=JULY_1)
        commands.undo(told, reason="The commissioner refused it.", by=ADA)

        assert all_registers(MARCH_31, APRIL_1) == before
        assert [line["dates"] for line in spells_of(glenfield) if line["kind"] == "PCN"] == ["from 1 January 2010"]


class TestDepart:
    def test_leaves_the_federations_groupings_and_stays_in_its_network(self, glenfield):
        depart(glenfield)

        assert [place_of(glenfield, day) for day in (MARCH_31, APRIL_1)] == ["North Blaby hub", None]
        assert place_of(glenfield, APRIL_1, "pcn") == "North Blaby"

    def test_leaves_its_network_too_if_asked(self, glenfield):
        depart(glenfield, network=True)

        assert place_of(glenfield, APRIL_1, "pcn") is None

    def test_shares_held_for_it_are_to_be_dealt_with_from_that_day(self, glenfield):
        member = AHolding(5).member
        ANomination(member=member, practice=glenfield)

        depart(glenfield)

        assert queries.departed_with_shares_on(MARCH_31) == []
        [line] = queries.departed_with_shares_on(APRIL_1)
        assert (line["practice"], line["shares"], line["folios"]) == ("GLENFIELD SURGERY", 5, [member.folio])

    def test_undone_nothing_is_to_be_done(self, glenfield):
        ANomination(member=AHolding(5).member, practice=glenfield)
        before = all_registers(APRIL_1)

        commands.undo(depart(glenfield), reason="It stays.", by=ADA)

        assert all_registers(APRIL_1) == before
        assert queries.departed_with_shares_on(APRIL_1) == []

    def test_not_what_is_in_nothing_that_it_would_leave(self, north):
        practice = APractice()
        ABelonging(practice=practice, body=north)

        with pytest.raises(Breach, match="in none of the groupings"):
            depart(practice)
