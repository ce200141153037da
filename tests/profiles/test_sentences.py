from datetime import date

import pytest

from registry.profiles import sentences
from registry.profiles.staffing import added_up, as_full_time

pytestmark = pytest.mark.pure

DAY = date(2021, 1, 1)


class TestFullTime:
    @pytest.mark.parametrize(
        ("hundredths", "told"),
        [(0, "0"), (5, "0.05"), (75, "0.75"), (350, "3.5"), (1_000, "10"), (1_200, "12"), (1_201, "12.01")],
    )
    def test_is_told_as_people_write_it(self, hundredths, told):
        assert as_full_time(hundredths) == told

    def test_may_be_not_known(self):
        assert as_full_time(None) is None


class TestInRole:
    @pytest.mark.parametrize(
        ("headcount", "full_time", "told"),
        [
            (None, None, "Not known"),
            (0, None, "0"),
            (0, 0, "0 (0 FTE)"),
            (4, None, "4"),
            (None, 350, "3.5 FTE"),
            (4, 350, "4 (3.5 FTE)"),
        ],
    )
    def test_tells_what_is_known(self, headcount, full_time, told):
        assert sentences.in_role(headcount, full_time) == told


class TestInAll:
    @pytest.mark.parametrize(
        ("numbers", "told"),
        [
            ([None] * 10, "Not known"),
            ([4, 0, None], "4 in 2 roles; 1 role not known"),
            ([12, *[0] * 6, None, None, None], "12 in 7 roles; 3 roles not known"),
            ([0], "0 in 1 role"),
            ([4, 8], "12 in 2 roles"),
        ],
    )
    def test_says_of_how_many_roles_it_is_not_known(self, numbers, told):
        assert sentences.in_all(added_up(numbers)) == told

    def test_of_full_time(self):
        assert sentences.in_all(added_up([75, 300, None]), as_full_time) == "3.75 in 2 roles; 1 role not known"


class TestTotalCompared:
    @pytest.mark.parametrize(
        ("stated", "numbers", "told"),
        [
            (None, [12], ""),
            (12, [None], "No role is known to compare it with"),
            (12, [12], "The same as the 12 in 1 role"),
            (13, [12], "1 more than the 12 in 1 role"),
            (11, [12, None], "1 fewer than the 12 in 1 role; 1 role not known"),
        ],
    )
    def test_tells_the_difference(self, stated, numbers, told):
        assert sentences.total_compared(stated, added_up(numbers)) == told


class TestPatientsCompared:
    @pytest.mark.parametrize(
        ("told", "patients", "sentence"),
        [
            (None, 7_214, ""),
            (7_000, None, "No count by that day to compare it with"),
            (7_214, 7_214, "The same as the 7,214 counted on 1 January 2021"),
            (7_215, 7_214, "1 more than the 7,214 counted on 1 January 2021"),
            (6_000, 7_214, "1,214 fewer than the 7,214 counted on 1 January 2021"),
        ],
    )
    def test_tells_the_difference(self, told, patients, sentence):
        assert sentences.patients_compared(told, patients, DAY) == sentence


class TestPremises:
    @pytest.mark.parametrize(
        ("building", "tenure", "told"),
        [
            ("", "Not known", "Not known"),
            ("Health centre", "Not known", "Health centre"),
            ("", "Leased", "Leased"),
            ("Health centre", "NHS property", "Health centre; NHS property"),
        ],
    )
    def test_tells_what_is_known(self, building, tenure, told):
        assert sentences.premises(building, tenure) == told
