from datetime import date

import pytest

from registry.law import Breach
from registry.practices import rules

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
