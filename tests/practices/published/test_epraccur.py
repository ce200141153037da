import codecs
from dataclasses import replace
from datetime import date

import pytest

from registry.demo.facts.practices import IN_2019, IN_2023
from registry.practices.published import practices_in
from registry.practices.published.epraccur import (
    CLOSED,
    CODE,
    COMMISSIONED_SINCE,
    NAME,
    OPENED,
    SETTING,
    STATUS,
)
from tests.published import a_row, either, epraccur, problems_in, quoted

KIBWORTH, COUNTESTHORPE = IN_2019[:2]
A_CODE = "should be a capital letter and five digits, like C82001"


class TestPracticesIn:
    @either("epraccur_2019-12.csv", epraccur(IN_2019))
    def test_the_file_of_2019_has_34_practices(self, file):
        practices = practices_in(file)

        assert practices == list(IN_2019)
        assert len(practices) == 34

    @either("epraccur_2023-02.csv", epraccur(IN_2023))
    def test_the_file_of_2023_tells_of_four_changes(self, file):
        practices = practices_in(file)

        assert practices == list(IN_2023)
        assert [now.code for now in practices if now not in IN_2019] == [
            "C82036",
            "C82078",
            "C82112",
            "C83653",
        ]

    @either("epraccur_2023-02.csv", epraccur(IN_2023))
    def test_a_close_date_is_the_last_day(self, file):
        two_shires = next(p for p in practices_in(file) if p.code == "C82036")

        assert two_shires.closed_last_day == date(2020, 6, 30)
        assert two_shires.status == "C"

    def test_a_whole_national_file_of_many_kinds_of_prescriber(self):
        practices = [replace(KIBWORTH, code=f"A{number:05}") for number in range(7_000)]
        others = [replace(KIBWORTH, code=f"Y{n:05}", prescribing_setting="9") for n in range(6_000)]

        read = practices_in(epraccur([*practices, *others]))

        assert len(read) == 13_000
        assert sum(practice.is_gp_practice for practice in read) == 7_000

    def test_a_file_that_windows_saved(self):
        file = epraccur([replace(KIBWORTH, name="CAFÉ SURGERY")]).decode().encode("cp1252")

        assert practices_in(file)[0].name == "CAFÉ SURGERY"

    def test_a_byte_order_mark_is_no_part_of_the_first_code(self):
        assert practices_in(codecs.BOM_UTF8 + epraccur([KIBWORTH])) == [KIBWORTH]

    @pytest.mark.parametrize("end", [b"\n", b"\r"])
    def test_lines_ended_in_other_ways(self, end):
        assert practices_in(epraccur([KIBWORTH, COUNTESTHORPE]).replace(b"\r\n", end)) == [
            KIBWORTH,
            COUNTESTHORPE,
        ]

    def test_empty_lines_at_the_end(self):
        assert practices_in(epraccur([KIBWORTH]) + b"\r\n \r\n") == [KIBWORTH]

    def test_cells_left_empty(self):
        (practice,) = practices_in(quoted([a_row({OPENED: "", 9: "", 14: "", 15: "", 17: ""})]))

        assert practice.opened is None
        assert practice.postcode is None
        assert practice.commissioner is None
        assert practice.commissioner_since is None
        assert practice.telephone is None

    def test_a_practice_that_opened_and_closed_on_one_day(self):
        (practice,) = practices_in(quoted([a_row({OPENED: "20200401", CLOSED: "20200401"})]))

        assert practice.opened == practice.closed_last_day

    def test_the_code_of_another_prescriber_may_have_any_form(self):
        (other,) = practices_in(quoted([a_row({CODE: "ALD01", SETTING: "9"})]))

        assert not other.is_gp_practice


class TestPracticesOnALine:
    @pytest.mark.parametrize(
        ("changes", "sentence"),
        [
            ({OPENED: "20193101"}, "Line 1: open date 20193101 is not a date; write YYYYMMDD"),
            ({OPENED: "01/04/1974"}, "Line 1: open date 01/04/1974 is not a date; write YYYYMMDD"),
            ({CLOSED: "20230229"}, "Line 1: close date 20230229 is not a date; write YYYYMMDD"),
            (
                {COMMISSIONED_SINCE: "soon"},
                "Line 1: date of joining its commissioner soon is not a date; write YYYYMMDD",
            ),
            ({CLOSED: "19740331"}, "Line 1: closed on 19740331, before it opened on 19740401"),
            ({CODE: ""}, f"Line 1: practice code (empty) {A_CODE}"),
            ({CODE: "c82001"}, f"Line 1: practice code c82001 {A_CODE}"),
            ({CODE: "C82001001"}, f"Line 1: practice code C82001001 {A_CODE}"),
            ({CODE: "U09521"}, "Line 1: U09521 is the code of a primary care network, not of a practice"),
            ({CODE: "?", SETTING: "9"}, "Line 1: code ? should be three to eight capital letters and digits"),
            ({NAME: " "}, "Line 1: the name is missing"),
            (
                {STATUS: "X"},
                "Line 1: status X should be one of A (active), C (closed), D (dormant), P (proposed)",
            ),
            ({OPENED: "9" * 40}, f"Line 1: open date {'9' * 30}… is not a date; write YYYYMMDD"),
        ],
    )
    def test_a_cell_that_cannot_be_right(self, changes, sentence):
        assert problems_in(practices_in, quoted([a_row(changes)])) == [(1, sentence)]

    def test_a_column_too_few(self):
        file = quoted([a_row(), a_row({CODE: "C82002"})[:26]])

        assert problems_in(practices_in, file) == [(2, "Line 2 has 26 columns; an epraccur file has 27")]

    def test_a_column_too_many(self):
        assert problems_in(practices_in, quoted([[*a_row(), ""]])) == [
            (1, "Line 1 has 28 columns; an epraccur file has 27")
        ]

    def test_junk_without_quotes(self):
        file = epraccur([KIBWORTH]) + b"that is all\r\n"

        assert problems_in(practices_in, file) == [(2, "Line 2 has 1 column; an epraccur file has 27")]

    @pytest.mark.parametrize("first", ["Organisation Code", "CODE"])
    def test_a_stray_heading(self, first):
        file = quoted([[first, *["Heading"] * 26], a_row()])

        assert problems_in(practices_in, file) == [
            (1, "Line 1 is a heading; an epraccur file has none, so take it out")
        ]

    def test_a_code_met_twice(self):
        file = epraccur([KIBWORTH, COUNTESTHORPE, replace(KIBWORTH, name="ANOTHER")])

        assert problems_in(practices_in, file) == [(3, "Line 3: C82001 is on line 1 already")]
