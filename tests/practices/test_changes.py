from datetime import date

import pytest

from registry.demo.facts.practices import AS_AT_2019, AS_AT_2023
from registry.practices.changes import Change, practice_changes
from registry.practices.models import ADDRESS, COMMISSIONER, NAME, STATUS, Particular, Practice
from tests.practices.files import of_2019

pytestmark = pytest.mark.pure

OPENED = date(1974, 4, 1)


def severn(**changes) -> Practice:
    """A practice as the file of 2019 left it in the register."""
    address = "SEVERN SURGERY\n159 UPLANDS ROAD, OADBY\nLEICESTER\nLEICESTERSHIRE\nLE2 4NW"
    told = {NAME: "SEVERN SURGERY", ADDRESS: address, STATUS: "active"}
    practice = Practice(code="C82112", opened=OPENED)
    for what, value in told.items():
        practice.particulars.append(Particular(what=what, value=value, since=OPENED, known_by=AS_AT_2019))
    practice.particulars.append(Particular(what=COMMISSIONER, value="03W", since=date(2013, 4, 1)))
    return practice


def found(as_at=AS_AT_2023, **told) -> list[Change]:
    return practice_changes({"C82112": severn()}, [of_2019("C82112", **told)], as_at=as_at)


class TestPracticeChanges:
    def test_there_are_none_where_the_file_says_the_same(self):
        assert found() == []

    def test_a_new_name_is_so_since_the_files_day_at_the_latest(self):
        changes = found(name="SPECTRUM HEALTH")

        assert changes == [Change("C82112", NAME, "SEVERN SURGERY", "SPECTRUM HEALTH", AS_AT_2023, known_by=AS_AT_2023)]

    def test_a_new_commissioner_is_dated_by_the_file(self):
        changes = found(commissioner="04C", commissioner_since=date(2022, 7, 1))

        assert changes == [Change("C82112", COMMISSIONER, "03W", "04C", date(2022, 7, 1))]

    @pytest.mark.parametrize("joined", [date(2013, 4, 1), date(2013, 3, 31), None])
    def test_a_date_no_later_than_the_old_commissioners_is_not_believed(self, joined):
        changes = found(commissioner="04C", commissioner_since=joined)

        assert changes == [Change("C82112", COMMISSIONER, "03W", "04C", AS_AT_2023, known_by=AS_AT_2023)]

    def test_the_day_after_the_old_commissioners_is(self):
        (change,) = found(commissioner="04C", commissioner_since=date(2013, 4, 2))

        assert (change.since, change.known_by) == (date(2013, 4, 2), None)

    def test_a_closing_is_told_by_its_last_day_and_dates_the_status(self):
        changes = found(status="C", closed_last_day=date(2020, 6, 30))

        assert changes == [
            Change("C82112", "last day", None, date(2020, 6, 30), date(2020, 7, 1)),
            Change("C82112", STATUS, "active", "closed", date(2020, 7, 1)),
        ]

    def test_a_commissioner_that_is_no_more_leaves_a_blank(self):
        (change,) = found(commissioner=None, commissioner_since=None)

        assert (change.before, change.after) == ("03W", "")

    def test_another_file_of_the_same_day_corrects_the_spell_where_it_stands(self):
        changes = found(as_at=AS_AT_2019, name="SPECTRUM HEALTH")

        assert changes == [Change("C82112", NAME, "SEVERN SURGERY", "SPECTRUM HEALTH", OPENED, known_by=AS_AT_2019)]

    def test_a_practice_without_an_open_date_is_so_since_the_files_day(self):
        changes = practice_changes({}, [of_2019("C82112", opened=None)], as_at=AS_AT_2019)

        assert {change.since for change in changes if change.what in (NAME, ADDRESS)} == {AS_AT_2019}
