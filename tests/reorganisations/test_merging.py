"""Several practices become one (EC-01): what each register says the day before, on the day, and once it is undone."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from registry import clock, ledger
from registry.db import db
from registry.law import Breach
from registry.ledger.models import Entry
from registry.members.models import ShareClass
from registry.practices import commands as practices
from registry.practices import queries as of_practices
from registry.practices.models import ListSize, Practice
from registry.reorganisations import commands, queries
from registry.reorganisations.models import Reorganisation
from registry.structure import commands as structure
from registry.structure.models import Belonging
from tests.factories import (
    ADA,
    ABelonging,
    ABody,
    ADecision,
    AHolding,
    AMember,
    ANomination,
    APerson,
    APractice,
    AShareClass,
)
from tests.reorganisations.told import DAY, DAY_AFTER, DAY_BEFORE, all_registers, merge, place_of, votes

COUNTED = date(2020, 4, 1)


@pytest.fixture
def hub(app):
    return ABody(kind="hub", name="Harborough")


@pytest.fixture
def shires(hub):
    """Two Shires, of 4,000 patients, in the hub; Asha holds 4 shares for it."""
    return with_shares("C82036", "TWO SHIRES", 4_000, 4, hub)


@pytest.fixture
def south(hub, shires):
    """South Leicestershire, of 9,000 patients, in the hub; Ben holds 9 shares for it."""
    return with_shares("C82001", "SOUTH LEICESTERSHIRE", 9_000, 9, hub)


def with_shares(code, name, patients, shares, body):
    practice = APractice(code=code, name=name, list_sizes=[ListSize(on=COUNTED, patients=patients)])
    ABelonging(practice=practice, body=body)
    member = AHolding(shares, member=AMember(person=APerson()), share_class=the_class()).member
    ANomination(member=member, practice=practice)
    return practice


def the_class():
    return db.session.scalar(select(ShareClass)) or AShareClass()


class TestMerge:
    def test_it_leaves_all_that_it_is_in_from_that_day(self, shires, south):
        merge(south, shires)

        assert [place_of(shires, day) for day in (DAY_BEFORE, DAY)] == ["Harborough", None]
        assert [place_of(south, day) for day in (DAY_BEFORE, DAY)] == ["Harborough", "Harborough"]

    def test_its_patients_are_added_to_those_of_the_other(self, shires, south):
        merge(south, shires)

        assert [south.patients_on(day) for day in (DAY_BEFORE, DAY)] == [9_000, 13_000]
        assert south.list_size(DAY).source == (
            "Added up on the merger: C82001 (9,000 on 1 April 2020), C82036 (4,000 on 1 April 2020)"
        )

    def test_they_are_not_where_one_is_not_known_or_they_were_counted_that_day(self, hub, south):
        unknown = APractice(code="C82109")
        merge(south, unknown)
        assert south.patients_on(DAY) == 9_000

        counted = APractice(code="C82009", list_sizes=[ListSize(on=DAY, patients=20_000)])
        other = APractice(code="C82010", list_sizes=[ListSize(on=DAY, patients=5)])
        merge(counted, other)
        assert counted.patients_on(DAY) == 20_000

    def test_shares_stay_in_their_names_and_are_held_for_the_other(self, shires, south):
        merge(south, shires)

        assert [votes(day) for day in (DAY_BEFORE, DAY)] == [{"C82036": 4, "C82001": 9}, {"C82001": 13}]

    def test_three_become_one(self, hub, shires, south):
        billesdon = with_shares("C82022", "BILLESDON", 1_000, 1, hub)

        told = merge(south, shires, billesdon)

        assert south.patients_on(DAY) == 14_000
        assert votes(DAY) == {"C82001": 14}
        assert queries.sentence_of(told) == (
            "C82036 TWO SHIRES and C82022 BILLESDON merged into C82001 SOUTH LEICESTERSHIRE"
        )

    def test_is_one_act(self, shires, south):
        size = ledger.head().size

        merge(south, shires)

        firsts = set(db.session.scalars(select(Entry.first).where(Entry.seq >= size)))
        assert firsts == {size}

    def test_by_the_authority_of_a_decision(self, shires, south):
        decision = ADecision(text="That the merger be noted.")

        told = merge(south, shires, decision=decision)

        assert queries.reorganisation_on(told, DAY)["decision"] == decision.number
        cause = ledger.cause_of(shires.ref, "practices.merge")
        assert cause.ref == decision.ref

    def test_was_not_known_before_it_was_entered(self, app):
        with clock.telling(datetime(2020, 6, 1, 9, tzinfo=UTC)) as told:
            shires, south = APractice(code="C82036"), APractice(code="C82001", name="SOUTH LEICESTERSHIRE")
            told.at = datetime(2020, 8, 3, 9, tzinfo=UTC)
            merge(south, shires)

            with ledger.known(datetime(2020, 8, 2, 9, tzinfo=UTC)):
                then = db.session.get(Practice, shires.ref)
                assert of_practices.practice_on(then, DAY)["became"] == ""
            assert "Merged into C82001" in of_practices.practice_on(shires, DAY)["became"]

    def test_not_one_that_had_closed(self, south):
        closed = APractice(code="C82109", name="HUSBANDS BOSWORTH", closed=DAY_BEFORE)

        with pytest.raises(Breach, match="C82109 HUSBANDS BOSWORTH was not open on the day before"):
            merge(south, closed)

    def test_one_that_closes_that_day_as_the_nhs_records_it(self, south):
        closing = APractice(code="C82109", closed=DAY)

        merge(south, closing)

        assert [each.is_open(DAY) for each in (closing, south)] == [False, True]

    def test_not_into_itself_nor_twice_nor_of_none(self, shires, south):
        with pytest.raises(Breach, match="into itself"):
            merge(south, south)
        with pytest.raises(Breach, match="named twice"):
            merge(south, shires, shires)
        with pytest.raises(Breach, match="at least one practice"):
            merge(south)

    def test_nothing_is_half_done_where_the_second_of_two_may_not(self, shires, south):
        before = all_registers(DAY)

        with pytest.raises(Breach, match="was not open"):
            merge(south, shires, APractice(code="C82999", closed=DAY_BEFORE, opened=date(2010, 1, 1)))

        [after] = all_registers(DAY)
        assert {told: said for told, said in after.items() if "C82999" not in told[1]} == before[0]

    def test_not_one_that_joins_something_that_day_or_whose_end_is_on_record(self, hub, shires, south):
        later = ABelonging(practice=shires, body=ABody(kind="PCN", name="Cross Counties", since=DAY), since=DAY)
        with pytest.raises(Breach, match="Cross Counties: that begins on 1 July 2020"):
            merge(south, shires)

        structure.strike(later, reason="It never joined.", by=ADA)
        ABelonging(practice=shires, body=ABody(kind="PCN", name="Rutland"), until=DAY_AFTER)
        with pytest.raises(Breach, match="Rutland: that is on record already as ending on 2 July 2020"):
            merge(south, shires)


class TestUndo:
    def undo(self, reorganisation):
        commands.undo(reorganisation, reason="The commissioner refused it.", by=ADA)

    def test_every_register_says_as_it_did_before(self, hub, shires, south):
        billesdon = with_shares("C82022", "BILLESDON", 1_000, 1, hub)
        before = all_registers(DAY_BEFORE, DAY, DAY_AFTER)
        merging = [{"practice": shires, "branch": "C82001001"}, {"practice": billesdon, "branch": None}]
        told = commands.merge(south, practices=merging, on=DAY, source="A letter", by=ADA)
        assert all_registers(DAY_BEFORE, DAY, DAY_AFTER) != before

        self.undo(told)

        assert all_registers(DAY_BEFORE, DAY, DAY_AFTER) == before
        assert queries.line_of(told, DAY)["state"] == "undone"

    def test_stays_on_record_and_what_was_known_is_known(self, app):
        with clock.telling(datetime(2020, 8, 3, 9, tzinfo=UTC)) as told:
            shires, south = APractice(code="C82036"), APractice(code="C82001")
            reorganisation = merge(south, shires)
            told.at = datetime(2020, 9, 1, 9, tzinfo=UTC)
            self.undo(reorganisation)

            assert reorganisation.undone == date(2020, 9, 1)
            assert shires.is_open(DAY)
            with ledger.known(datetime(2020, 8, 4, 9, tzinfo=UTC)):
                assert not db.session.get(Practice, shires.ref).is_open(DAY)

    def test_gives_back_the_last_day_that_the_nhs_had_given(self, south):
        closing = APractice(code="C82109", closed=DAY)

        self.undo(merge(south, closing))

        assert closing.closed == DAY

    def test_may_be_done_anew(self, shires, south):
        self.undo(merge(south, shires))

        merge(south, shires, on=DAY_AFTER)

        assert [place_of(shires, day) for day in (DAY, DAY_AFTER)] == ["Harborough", None]

    def test_not_twice(self, shires, south):
        told = merge(south, shires)
        self.undo(told)

        with pytest.raises(Breach, match="undone already"):
            self.undo(told)

    def test_not_until_what_was_built_on_it_is_undone(self, shires, south):
        told = merge(south, shires)
        later = merge(APractice(code="C82009", name="MARKET HARBOROUGH"), south, on=date(2021, 7, 1))

        with pytest.raises(Breach, match="Since then, C82001 SOUTH LEICESTERSHIRE merged into C82009"):
            self.undo(told)
        self.undo(later)
        self.undo(told)
        assert shires.standing_on(date(2021, 7, 1)) is shires

    def test_not_once_something_that_it_changed_was_changed_again(self, hub, shires, south):
        told = merge(south, shires)
        [belonging] = [each for each in db.session.scalars(select_belongings(shires)) if each.until == DAY]
        structure.resume(belonging, until=DAY_AFTER, reason="It left a day later.", by=ADA)

        with pytest.raises(Breach, match="TWO SHIRES, Harborough has been changed since"):
            self.undo(told)
        assert not shires.is_open(DAY)

    def test_list_sizes_loaded_since_do_not_stand_in_the_way(self, shires, south):
        told = merge(south, shires)
        practices.count(south, on=date(2020, 10, 1), patients=13_100, source="A count", by=ADA)

        self.undo(told)

        assert [south.patients_on(day) for day in (DAY, date(2020, 10, 1))] == [9_000, 13_100]

    def test_a_figure_counted_of_that_very_day_since_is_left(self, shires, south):
        told = merge(south, shires)
        practices.uncount(south, on=DAY, reason="Published since.", by=ADA)
        practices.count(south, on=DAY, patients=13_123, source="NHS Digital", by=ADA)

        self.undo(told)

        assert south.patients_on(DAY) == 13_123


def select_belongings(practice):
    return select(Belonging).where(Belonging.practice_ref == practice.ref)


class TestRegister:
    def test_tells_the_latest_first_with_its_standing(self, shires, south):
        merge(south, shires, inferred=True)

        [line] = queries.reorganisations_on(DAY_BEFORE)
        assert (line["state"], line["inferred"]) == ("to come", "inferred")
        assert queries.reorganisations_on(DAY)[0]["state"] == "in force"
        assert [len(queries.of_practice(each, DAY)) for each in (shires, south, APractice())] == [1, 1, 0]

    def test_tells_each_step(self, shires, south):
        told = merge(south, shires)

        steps = [(step["of"], step["what"]) for step in queries.reorganisation_on(told, DAY)["steps"]]
        assert steps == [
            ("TWO SHIRES, Harborough", "It left on 1 July 2020"),
            ("C82036 TWO SHIRES", "It merged"),
            ("C82001 SOUTH LEICESTERSHIRE", "A list size was counted"),
        ]
        assert db.session.scalars(select(Reorganisation)).one() is told
