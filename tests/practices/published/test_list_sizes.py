from datetime import date

import pytest

from registry.demo.facts.list_sizes import AS_AT, LIST_SIZES, PATIENTS
from registry.demo.facts.practices import IN_2019
from registry.practices.published import PublishedListSize, list_sizes_in
from tests.published import LIST_SIZE_HEADING, either, epraccur, list_sizes, problems_in

A_CODE = "should be a capital letter and five digits, like C82001"
A_COUNT = "should be a whole number, without commas or a sign"


def changed(file: bytes, was: str, now: str) -> bytes:
    return file.replace(was.encode(), now.encode())


class TestListSizesIn:
    @either("gp-reg-pat-prac-all_2021-01.csv", list_sizes(PATIENTS, AS_AT))
    def test_the_file_of_january_2021_has_32_practices(self, file):
        sizes = list_sizes_in(file)

        assert sizes == list(LIST_SIZES)
        assert len(sizes) == 32
        assert sum(size.patients for size in sizes) == 355_549

    def test_the_day_comes_from_the_file(self):
        (size,) = list_sizes_in(list_sizes({"C82001": 26_437}, date(2023, 2, 1)))

        assert size == PublishedListSize("C82001", 26_437, date(2023, 2, 1))

    def test_the_columns_of_sub_icbs(self):
        file = changed(list_sizes(PATIENTS, AS_AT), "CCG_CODE,ONS_CCG_CODE", "SUB_ICB_LOCATION_CODE,ONS_CODE")

        assert len(list_sizes_in(file)) == 32

    def test_columns_in_another_order(self):
        file = b"NUMBER_OF_PATIENTS,AGE,SEX,CODE,EXTRACT_DATE\n12,ALL,ALL,C82001,01JAN2021\n"

        assert list_sizes_in(file) == [PublishedListSize("C82001", 12, date(2021, 1, 1))]

    def test_lines_of_one_sex_or_age_are_left_alone(self):
        whole = list_sizes({"C82001": 9}, AS_AT)
        part = changed(list_sizes({"C82001": 4}, AS_AT), "ALL,ALL", "MALE,ALL").splitlines(keepends=True)[1]

        assert [size.patients for size in list_sizes_in(whole + part)] == [9]

    def test_a_list_without_patients(self):
        assert list_sizes_in(list_sizes({"C82001": 0}, AS_AT))[0].patients == 0


class TestListSizesOnALine:
    @pytest.mark.parametrize(
        ("was", "now", "sentence"),
        [
            (",26437", ",-1", f"number of patients -1 {A_COUNT}"),
            (",26437", ",12.5", f"number of patients 12.5 {A_COUNT}"),
            (",26437", ',"26,437"', f"number of patients 26,437 {A_COUNT}"),
            (",26437", ",", f"number of patients (empty) {A_COUNT}"),
            (",26437", ",10000000", f"number of patients 10000000 {A_COUNT}"),
            ("01JAN2021", "31FEB2021", "extract date 31FEB2021 is not a date; write it like 01JAN2021"),
            ("01JAN2021", "2021-01-01", "extract date 2021-01-01 is not a date; write it like 01JAN2021"),
            ("01JAN2021", "", "extract date (empty) is not a date; write it like 01JAN2021"),
            ("C82001", "U09521", "U09521 is the code of a primary care network, not of a practice"),
            ("C82001", "82001", f"practice code 82001 {A_CODE}"),
        ],
    )
    def test_a_cell_that_cannot_be_right(self, was, now, sentence):
        file = changed(list_sizes({"C82001": 26_437}, AS_AT), was, now)

        assert problems_in(list_sizes_in, file) == [(2, f"Line 2: {sentence}")]

    def test_a_code_met_twice_for_one_day(self):
        once = list_sizes({"C82001": 9}, AS_AT)

        problems = problems_in(list_sizes_in, once + once.splitlines(keepends=True)[1])

        assert problems == [(3, "Line 3: C82001 is on line 2 already")]

    def test_a_column_too_few(self):
        file = changed(list_sizes({"C82001": 9}, AS_AT), ",ALL,ALL,9", ",ALL,9")

        assert problems_in(list_sizes_in, file) == [(2, "Line 2 has 9 columns; the heading of this file has 10")]


class TestHeadingOfListSizes:
    def test_a_column_missing(self):
        file = changed(list_sizes({"C82001": 9}, AS_AT), ",AGE,", ",YEARS,")

        assert problems_in(list_sizes_in, file) == [(1, "Line 1: the heading has no column AGE")]

    def test_a_column_misspelt(self):
        file = changed(list_sizes({"C82001": 9}, AS_AT), "OF_PATIENTS", "OF_PATEINTS")

        assert problems_in(list_sizes_in, file) == [
            (
                1,
                "Line 1: the heading has no column NUMBER_OF_PATIENTS; NUMBER_OF_PATEINTS looks like it, misspelt",
            )
        ]

    def test_a_file_of_another_kind(self):
        problems = problems_in(list_sizes_in, epraccur(IN_2019[:1]))

        assert [sentence.split()[-1] for _, sentence in problems] == [
            "EXTRACT_DATE", "CODE", "SEX", "AGE", "NUMBER_OF_PATIENTS"
        ]  # fmt: skip

    def test_no_line_of_a_whole_list(self):
        problems = problems_in(list_sizes_in, f"{LIST_SIZE_HEADING}\r\n".encode())

        assert problems == [
            (0, "The file has a heading but no line for SEX ALL and AGE ALL, the whole list of a practice")
        ]

    def test_a_heading_that_is_not_csv(self):
        problems = problems_in(list_sizes_in, b'"EXTRACT_DATE\r\n')

        assert problems == [
            (1, "Line 1 is not CSV: a quote is left open, or something stands between a quote and a comma")
        ]
