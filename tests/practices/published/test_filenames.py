from datetime import date

import pytest

from registry.practices.published import as_at_from_name


class TestAsAtFromName:
    @pytest.mark.parametrize(
        ("name", "day"),
        [
            ("epraccur_2019-12.csv", date(2019, 12, 1)),
            ("epraccur_2023-02-24.csv", date(2023, 2, 24)),
            ("ePCN_20230224.xlsx", date(2023, 2, 24)),
            ("gp-reg-pat-prac-all_2021-01.csv", date(2021, 1, 1)),
            ("2024-02-29.csv", date(2024, 2, 29)),
        ],
    )
    def test_a_name_with_a_date(self, name, day):
        assert as_at_from_name(name) == day

    @pytest.mark.parametrize(
        "name",
        ["ePCN.xlsx", "", "epraccur_2019-13.csv", "2023-02-29.csv", "epraccur_120230224.csv", "ICB-2023.csv"],
    )
    def test_a_name_without_one(self, name):
        assert as_at_from_name(name) is None
