from datetime import date

import pytest

from registry.law import Breach
from registry.reorganisations import rules

DAY_BEFORE, DAY, DAY_AFTER = date(2020, 6, 30), date(2020, 7, 1), date(2020, 7, 2)


class TestSomePracticeMerges:
    def test_one(self):
        rules.some_practice_merges(1)

    def test_none(self):
        with pytest.raises(Breach) as refused:
            rules.some_practice_merges(0)

        assert refused.value.field == "practices"


class TestSomePracticeIsSetUp:
    def test_one(self):
        rules.some_practice_is_set_up(1)

    def test_none(self):
        with pytest.raises(Breach) as refused:
            rules.some_practice_is_set_up(0)

        assert refused.value.field == "into"


class TestEachIsNamedOnce:
    def test_once(self):
        rules.each_is_named_once(["a", "b"])

    def test_twice(self):
        with pytest.raises(Breach, match="named twice"):
            rules.each_is_named_once(["a", "b", "a"])


class TestEachCodeIsGivenOnce:
    def test_once(self):
        rules.each_code_is_given_once(["C82001", "C82002"])

    def test_twice(self):
        with pytest.raises(Breach, match="given twice"):
            rules.each_code_is_given_once(["C82001", "C82001"])


class TestIsInNothingFromALaterDay:
    def test_from_the_day_before(self):
        rules.is_in_nothing_from_a_later_day("TWO SHIRES, Harborough", DAY_BEFORE, DAY)

    @pytest.mark.parametrize("since", [DAY, DAY_AFTER])
    def test_from_the_day_or_later(self, since):
        with pytest.raises(Breach, match="TWO SHIRES, Harborough: that begins on"):
            rules.is_in_nothing_from_a_later_day("TWO SHIRES, Harborough", since, DAY)


class TestNoEndIsOnRecord:
    def test_none(self):
        rules.no_end_is_on_record("TWO SHIRES, Harborough", None)

    def test_one(self):
        with pytest.raises(Breach, match="ending on 2 July 2020"):
            rules.no_end_is_on_record("TWO SHIRES, Harborough", DAY_AFTER)


class TestNoMoreLeaveThanThereAre:
    @pytest.mark.parametrize(("leaving", "patients"), [(4_000, 4_000), (3_999, 4_000), (4_000, None)])
    def test_no_more(self, leaving, patients):
        rules.no_more_leave_than_there_are(leaving, patients)

    def test_one_more(self):
        with pytest.raises(Breach, match="More patients go"):
            rules.no_more_leave_than_there_are(4_001, 4_000)


class TestIsElsewhereTheDayBefore:
    def test_is(self):
        rules.is_elsewhere_the_day_before("C82056 GLENFIELD", "North Blaby")

    def test_is_not(self):
        with pytest.raises(Breach, match="C82056 GLENFIELD is in no body of that kind"):
            rules.is_elsewhere_the_day_before("C82056 GLENFIELD", None)


class TestMovesToAnother:
    def test_another(self):
        rules.moves_to_another(same=False)

    def test_the_same(self):
        with pytest.raises(Breach, match="in that body already"):
            rules.moves_to_another(same=True)


class TestLeavesSomething:
    def test_something(self):
        rules.leaves_something(1)

    def test_nothing(self):
        with pytest.raises(Breach, match="in none of the groupings"):
            rules.leaves_something(0)


class TestEachPracticeIsPlacedOnce:
    def test_once(self):
        rules.each_practice_is_placed_once(["a", "b"])

    def test_twice(self):
        with pytest.raises(Breach, match="one of these has two"):
            rules.each_practice_is_placed_once(["a", "a"])


class TestThereIsSomethingToReplace:
    def test_one_body(self):
        rules.there_is_something_to_replace(1)

    def test_none(self):
        with pytest.raises(Breach, match="nothing to replace"):
            rules.there_is_something_to_replace(0)


class TestHasNotBeenUndone:
    def test_has_not(self):
        rules.has_not_been_undone(None)

    def test_has(self):
        with pytest.raises(Breach, match="undone already, on 1 July 2020"):
            rules.has_not_been_undone(DAY)


class TestNothingWasBuiltOnIt:
    def test_nothing(self):
        rules.nothing_was_built_on_it(None)

    def test_something(self):
        with pytest.raises(Breach, match="Since then, C82001 merged into C82009: undo that first"):
            rules.nothing_was_built_on_it("C82001 merged into C82009")


class TestIsAsItWasLeft:
    def test_is(self):
        rules.is_as_it_was_left("C82036 TWO SHIRES", same=True)

    def test_is_not(self):
        with pytest.raises(Breach, match="C82036 TWO SHIRES has been changed since"):
            rules.is_as_it_was_left("C82036 TWO SHIRES", same=False)


class TestNothingRestsOnIt:
    def test_nothing(self):
        rules.nothing_rests_on_it("Cross Counties", None)

    def test_something(self):
        with pytest.raises(Breach, match="since then Clinical Director rests on it"):
            rules.nothing_rests_on_it("Cross Counties", "Clinical Director")
