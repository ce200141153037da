from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from registry import ledger
from registry.clock import telling
from registry.db import db
from registry.demo.facts.list_sizes import PATIENTS
from registry.demo.facts.practices import AS_AT_2019, AS_AT_2023, IN_2019, IN_2023
from registry.forms import named
from registry.law import Breach
from registry.ledger import known
from registry.ledger.models import Entry
from registry.practices.models import ADDRESS, COMMISSIONER, NAME, STATUS, Loaded, Practice
from registry.practices.proposals import LONG_FILE_LINES
from tests.factories import APractice
from tests.practices.files import WRITTEN, either, load_both, load_list_sizes, load_practices, of_2019
from tests.published import epraccur, list_sizes

BETWEEN = date(2022, 1, 1)
AFTER = date(2023, 3, 1)


def practice(code: str) -> Practice:
    return named(Practice, code)


def many_elsewhere(count: int = LONG_FILE_LINES) -> list:
    return [of_2019("C82001", code=f"A{81000 + number}", commissioner="99Z") for number in range(count)]


class TestLoadPractices:
    @either()
    def test_the_first_file_brings_in_every_practice(self, files):
        counts = load_practices(files.in_2019, AS_AT_2019)

        assert str(counts) == "34 practices: 34 new, 0 changed, 0 unchanged"
        assert db.session.query(Practice).count() == 34
        assert {entry.op for entry in db.session.query(Entry)} == {"import"}
        assert {entry.first for entry in db.session.query(Entry)} == {0}

    @either()
    def test_the_second_file_records_what_changed(self, files):
        load_practices(files.in_2019, AS_AT_2019)
        before = ledger.head().size

        counts = load_practices(files.in_2023, AS_AT_2023)

        assert str(counts) == "34 practices: 0 new, 4 changed, 30 unchanged"
        assert ledger.head().size == before + 5

    @either()
    def test_two_shires_closed_after_its_last_day(self, files):
        load_both(files)

        two_shires = practice("C82036")

        assert two_shires.last_day == date(2020, 6, 30)
        assert two_shires.is_open(date(2020, 6, 30))
        assert not two_shires.is_open(date(2020, 7, 1))
        assert two_shires.told(STATUS, date(2020, 6, 30)) == "dormant"
        assert two_shires.told(STATUS, date(2020, 7, 1)) == "closed"

    @either()
    def test_severn_surgery_became_spectrum_health(self, files):
        load_both(files)

        severn = practice("C82112")

        assert severn.name_on(date(2023, 1, 31)) == "SEVERN SURGERY"
        assert severn.name_on(AS_AT_2023) == "SPECTRUM HEALTH"
        assert severn.latest(NAME).known_by == AS_AT_2023

    @either()
    def test_jubilee_has_one_more_line_of_address(self, files):
        load_both(files)

        jubilee = practice("C82078")

        before, after = (jubilee.told(ADDRESS, day).split("\n") for day in (date(2023, 1, 31), AS_AT_2023))
        assert after == [*before[:-1], "LEICESTERSHIRE", "LE7 2EQ"]

    @either()
    def test_stackyard_went_to_another_commissioner_on_the_day_the_file_gives(self, files):
        load_both(files)

        stackyard = practice("C83653")

        assert stackyard.told(COMMISSIONER, date(2022, 6, 30)) == "04Q"
        assert stackyard.told(COMMISSIONER, date(2022, 7, 1)) == "03W"
        assert stackyard.latest(COMMISSIONER).known_by is None

    @either()
    def test_long_street_closed_in_2018_and_did_not_change(self, files):
        load_both(files)

        long_street = practice("C82108")

        assert long_street.last_day == date(2018, 1, 31)
        assert long_street.rev == 1

    @either()
    def test_each_is_shown_as_it_was_known_between_the_two(self, files):
        with telling(datetime(2019, 12, 9, 9, tzinfo=UTC)) as told:
            load_practices(files.in_2019, AS_AT_2019)
            told.at = datetime(2023, 3, 1, 9, tzinfo=UTC)
            load_practices(files.in_2023, AS_AT_2023)

            with known(datetime(2023, 2, 28, tzinfo=UTC)):
                assert practice("C82036").closed is None
                assert practice("C82112").name_on(AFTER) == "SEVERN SURGERY"
                assert practice("C82078").told(ADDRESS, AFTER).count("\n") == 3
                assert practice("C83653").told(COMMISSIONER, AFTER) == "04Q"
                assert practice("C82108").last_day == date(2018, 1, 31)

    @either()
    def test_the_same_files_again_record_nothing(self, files):
        load_both(files)
        before = ledger.head()

        again = [load_practices(files.in_2019, AS_AT_2019), load_practices(files.in_2023, AS_AT_2023)]

        assert [str(counts) for counts in again] == ["34 practices: 0 new, 0 changed, 34 unchanged"] * 2
        assert ledger.head() == before

    def test_the_same_facts_in_other_bytes_record_nothing(self):
        load_practices(WRITTEN.in_2019, AS_AT_2019)
        before = ledger.head()

        load_practices(WRITTEN.in_2019.replace(b"\r\n", b"\n"), AS_AT_2019)

        assert ledger.head() == before

    def test_a_later_file_without_changes_is_recorded_as_loaded(self):
        load_practices(WRITTEN.in_2019, AS_AT_2019)
        before = ledger.head().size

        load_practices(WRITTEN.in_2019.replace(b"\r\n", b"\n"), BETWEEN)

        assert ledger.head().size == before + 1
        assert db.session.query(Loaded).count() == 2

    def test_an_older_file_is_refused_with_both_days(self):
        load_practices(WRITTEN.in_2023, AS_AT_2023)
        before = ledger.head()

        with pytest.raises(Breach) as refused:
            load_practices(WRITTEN.in_2019, AS_AT_2019)

        assert "1 December 2019" in refused.value.sentence
        assert "1 February 2023" in refused.value.sentence
        assert ledger.head() == before

    def test_a_file_of_a_day_to_come_is_refused(self):
        with telling(datetime(2019, 11, 30, 9, tzinfo=UTC)), pytest.raises(Breach):
            load_practices(WRITTEN.in_2019, AS_AT_2019)

        assert ledger.head().size == 0

    def test_another_file_of_the_same_day_corrects_the_first(self):
        load_practices(WRITTEN.in_2019, AS_AT_2019)

        load_practices(epraccur([of_2019("C82112", name="SEVERN ROAD SURGERY")]), AS_AT_2019)

        names = [spell.value for spell in practice("C82112").particulars if spell.what == NAME]
        assert names == ["SEVERN ROAD SURGERY"]

    def test_a_practice_that_the_file_leaves_out_is_left_as_it_is(self):
        load_practices(WRITTEN.in_2019, AS_AT_2019)

        load_practices(epraccur(told for told in IN_2023 if told.code != "C82112"), AS_AT_2023)

        assert practice("C82112").closed is None
        assert practice("C82112").rev == 1

    def test_a_practice_that_reopens_is_open_again(self):
        load_practices(WRITTEN.in_2023, AS_AT_2023)

        load_practices(epraccur([of_2019("C82036", status="A")]), date(2024, 2, 1))

        assert practice("C82036").closed is None
        assert practice("C82036").told(STATUS, date(2024, 2, 1)) == "active"

    def test_of_a_long_file_only_our_practices_are_taken(self):
        APractice(code="C82112")

        counts = load_practices(epraccur([*IN_2019, *many_elsewhere()]), AS_AT_2019)

        assert (counts.lines, counts.new, counts.changed, counts.left_out) == (534, 0, 1, 533)

    def test_of_a_long_file_those_of_the_commissioners_named_are_taken_too(self):
        file = epraccur([*IN_2019, *many_elsewhere()])

        counts = load_practices(file, AS_AT_2019, commissioners=("03W",))

        assert counts.new == sum(told.commissioner == "03W" for told in IN_2019)
        again = load_practices(file, AS_AT_2019, commissioners=("03W", "04C"))
        assert (again.new, again.unchanged) == (1, counts.new)

    def test_a_long_file_of_which_nothing_is_ours_is_refused(self):
        with pytest.raises(Breach) as refused:
            load_practices(epraccur(many_elsewhere()), AS_AT_2019)

        assert refused.value.field == "file"

    def test_what_is_no_gp_practice_is_left_out(self):
        counts = load_practices(
            epraccur([*IN_2019, replace(IN_2019[0], code="Y01234", prescribing_setting="8")]), AS_AT_2019
        )

        assert (counts.new, counts.left_out) == (34, 1)


class TestLoadListSizes:
    @either()
    def test_brings_in_the_patients_of_each_practice(self, files):
        load_both(files)

        counts = load_list_sizes(files.sizes)

        assert str(counts) == "32 list sizes: 32 new, 0 changed, 0 unchanged"
        assert sum(each.patients_on(AFTER) or 0 for each in db.session.query(Practice)) == 355_549
        assert practice("C82001").patients_on(date(2020, 12, 31)) is None

    @either()
    def test_again_records_nothing(self, files):
        load_both(files)
        load_list_sizes(files.sizes)
        before = ledger.head()

        assert str(load_list_sizes(files.sizes)) == "32 list sizes: 0 new, 0 changed, 32 unchanged"
        assert ledger.head() == before

    def test_a_figure_published_anew_for_the_same_day_stands_in_place_of_the_first(self):
        load_practices(WRITTEN.in_2019, AS_AT_2019)
        load_list_sizes(WRITTEN.sizes)

        counts = load_list_sizes(list_sizes(PATIENTS | {"C82001": 26_500}, date(2021, 1, 1)))

        assert (counts.new, counts.changed, counts.unchanged) == (0, 1, 31)
        assert [size.patients for size in practice("C82001").list_sizes] == [26_500]

    def test_a_practice_not_in_the_register_is_left_out(self):
        APractice(code="C82001")

        counts = load_list_sizes(WRITTEN.sizes)

        assert (counts.new, counts.left_out) == (1, 31)

    def test_before_any_practice_is_refused(self):
        with pytest.raises(Breach):
            load_list_sizes(WRITTEN.sizes)

        assert ledger.head().size == 0

    @pytest.mark.parametrize("as_at", [date(2020, 12, 31), date(2100, 1, 1)])
    def test_a_day_before_the_count_or_to_come_is_refused(self, as_at):
        APractice(code="C82001")

        with pytest.raises(Breach):
            load_list_sizes(WRITTEN.sizes, as_at)

    def test_an_older_file_is_refused(self):
        APractice(code="C82001")
        load_list_sizes(list_sizes({"C82001": 27_000}, date(2022, 1, 1)), date(2022, 1, 1))

        with pytest.raises(Breach):
            load_list_sizes(WRITTEN.sizes)
