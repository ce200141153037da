from datetime import date

import pytest

from registry.law import Breach
from registry.periods import ONE_DAY
from registry.practices import rules
from registry.practices.models import Practice

DAY_BEFORE, DAY, DAY_AFTER = date(2019, 11, 30), date(2019, 12, 1), date(2019, 12, 2)


class TestFileIsNoOlderThanTheLast:
    @pytest.mark.parametrize("latest", [None, DAY_BEFORE, DAY])
    def test_on_the_day_of_the_last_or_after_it(self, latest):
        rules.file_is_no_older_than_the_last(DAY, latest)

    def test_not_on_the_day_before(self):
        with pytest.raises(Breach) as refused:
            rules.file_is_no_older_than_the_last(DAY_BEFORE, DAY)

        assert "tells of 30 November 2019, but one that tells of 1 December 2019" in refused.value.sentence
        assert refused.value.field == "as_at"


class TestDayHasCome:
    @pytest.mark.parametrize("as_at", [DAY_BEFORE, DAY])
    def test_by_today(self, as_at):
        rules.day_has_come(as_at, DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach) as refused:
            rules.day_has_come(DAY_AFTER, DAY)

        assert refused.value.sentence == "A file cannot tell of 2 December 2019: today is 1 December 2019."


class TestPatientsWereCountedBy:
    @pytest.mark.parametrize("as_at", [DAY, DAY_AFTER])
    def test_the_day_of_the_file(self, as_at):
        rules.patients_were_counted_by(as_at, DAY)

    def test_not_after_it(self):
        with pytest.raises(Breach) as refused:
            rules.patients_were_counted_by(DAY_BEFORE, DAY)

        assert "count patients on 1 December 2019" in refused.value.sentence


class TestSomePracticeIsOurs:
    def test_when_one_is(self):
        rules.some_practice_is_ours(1)

    def test_not_when_none_is(self):
        with pytest.raises(Breach) as refused:
            rules.some_practice_is_ours(0)

        assert "name a commissioner" in refused.value.sentence


class TestCodeIsAPractices:
    def test_a_letter_and_five_digits(self):
        rules.code_is_a_practices("C82001")

    @pytest.mark.parametrize("code", ["U09521", "C82001001", "C8200", "82001C", "c82001", ""])
    def test_not_a_networks_nor_a_branchs(self, code):
        with pytest.raises(Breach, match="a capital letter and five digits"):
            rules.code_is_a_practices(code)


class TestCodeIsNew:
    def test_nobody_has_it(self):
        rules.code_is_new(None)

    def test_not_one_that_somebody_has(self):
        with pytest.raises(Breach) as refused:
            rules.code_is_new("KIBWORTH")

        assert refused.value.sentence.startswith("This code is that of KIBWORTH")
        assert refused.value.field == "code"


class TestBranchCodeIsThePractices:
    def test_three_digits_after_it(self):
        rules.branch_code_is_the_practices("C82001002", "C82001")

    @pytest.mark.parametrize("code", ["C82036001", "C82001", "C8200101", "C820010011"])
    def test_not_anothers_nor_of_another_shape(self, code):
        with pytest.raises(Breach, match="C82001, with three digits after it"):
            rules.branch_code_is_the_practices(code, "C82001")


class TestBranchCodeIsNew:
    def test_the_first_of_it(self):
        rules.branch_code_is_new(taken=False)

    def test_not_a_second(self):
        with pytest.raises(Breach, match="a branch of that code already"):
            rules.branch_code_is_new(taken=True)


class TestPracticeHasOpened:
    @pytest.mark.parametrize("opened", [DAY_BEFORE, DAY])
    def test_by_today(self, opened):
        rules.practice_has_opened(opened, DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 December 2019 is still to come"):
            rules.practice_has_opened(DAY_AFTER, DAY)


class TestPatientsHaveBeenCounted:
    @pytest.mark.parametrize("on", [DAY_BEFORE, DAY])
    def test_by_today(self, on):
        rules.patients_have_been_counted(on, DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 December 2019 is still to come"):
            rules.patients_have_been_counted(DAY_AFTER, DAY)


class TestNobodyHasCountedThatDay:
    def test_the_first_count(self):
        rules.nobody_has_counted_that_day(None)

    @pytest.mark.parametrize("counted", ["0", "4,275"])
    def test_not_a_second_even_of_none(self, counted):
        with pytest.raises(Breach, match=f"of {counted} patients"):
            rules.nobody_has_counted_that_day(counted)


class TestBranchWasOpen:
    def test_is(self):
        rules.branch_was_open(is_open=True)

    def test_is_not(self):
        with pytest.raises(Breach, match="not open just before"):
            rules.branch_was_open(is_open=False)


class TestWasCountedThatDay:
    def test_was(self):
        rules.was_counted_that_day(counted=True)

    def test_was_not(self):
        with pytest.raises(Breach, match="no count of that day"):
            rules.was_counted_that_day(counted=False)


class TestBranchWasClosed:
    def test_was(self):
        rules.branch_was_closed(closed=True)

    def test_was_not(self):
        with pytest.raises(Breach, match="no end on record"):
            rules.branch_was_closed(closed=False)


class TestMergesIntoAnother:
    def test_another(self):
        rules.merges_into_another(Practice(code="C82036"), Practice(code="C82001"))

    def test_not_into_itself(self):
        practice = Practice(code="C82001")

        with pytest.raises(Breach, match="into itself"):
            rules.merges_into_another(practice, practice)


class TestHadNotMerged:
    def test_has_not(self):
        rules.had_not_merged("C82036 TWO SHIRES", None)

    def test_has(self):
        with pytest.raises(Breach, match="C82036 TWO SHIRES has merged already, into C82001 SOUTH LEICESTERSHIRE"):
            rules.had_not_merged("C82036 TWO SHIRES", "C82001 SOUTH LEICESTERSHIRE")


class TestWasOpenUntilThen:
    @pytest.mark.parametrize("closed", [None, DAY, DAY_AFTER])
    def test_on_the_day_before(self, closed):
        rules.was_open_until_then("KIBWORTH", Practice(closed=closed), DAY)

    def test_not_closed_the_day_before(self):
        with pytest.raises(Breach, match="was not open on the day before 1 December 2019"):
            rules.was_open_until_then("KIBWORTH", Practice(closed=DAY_BEFORE), DAY)

    def test_not_opened_on_the_day(self):
        with pytest.raises(Breach, match="was not open"):
            rules.was_open_until_then("KIBWORTH", Practice(opened=DAY), DAY)

        rules.was_open_until_then("KIBWORTH", Practice(opened=DAY_BEFORE), DAY)


class TestSuccessorIsOpen:
    @pytest.mark.parametrize("closed", [None, DAY_AFTER])
    def test_on_the_day(self, closed):
        rules.successor_is_open("KIBWORTH", Practice(opened=DAY, closed=closed), DAY)

    @pytest.mark.parametrize(("opened", "closed"), [(None, DAY), (DAY_AFTER, None)])
    def test_not_closed_by_then_nor_opened_after(self, opened, closed):
        with pytest.raises(Breach, match="cannot take in another"):
            rules.successor_is_open("KIBWORTH", Practice(opened=opened, closed=closed), DAY)

    def test_not_merged_by_then(self):
        with pytest.raises(Breach, match="cannot take in another"):
            rules.successor_is_open("KIBWORTH", Practice(merged=DAY), DAY)

        rules.successor_is_open("KIBWORTH", Practice(merged=DAY), DAY - ONE_DAY)


class TestItHasMerged:
    def test_it_did(self):
        rules.it_has_merged(is_merged=True)

    def test_it_did_not(self):
        with pytest.raises(Breach, match="no merger of it to undo"):
            rules.it_has_merged(is_merged=False)


class TestRestsOnNothingButItsEntry:
    def test_nothing_more(self):
        rules.rests_on_nothing_but_its_entry(1)

    def test_more(self):
        with pytest.raises(Breach, match="More has been entered"):
            rules.rests_on_nothing_but_its_entry(2)
