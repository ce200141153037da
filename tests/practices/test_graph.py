from datetime import date

import pytest

from registry.practices.graph import FLOOR, LEFT, RIGHT, TOP, Count, draw
from registry.practices.models import REGISTERED_PATIENTS, ListSize
from tests.factories import APractice
from tests.papers import text_of

JANUARY_2021, JULY_2021, JANUARY_2023 = date(2021, 1, 1), date(2021, 7, 1), date(2023, 1, 1)


def counts(*told, source=REGISTERED_PATIENTS):
    return [Count(on, patients, source) for on, patients in told]


class TestGraph:
    pytestmark = pytest.mark.pure

    @pytest.mark.parametrize("told", [[], [(JANUARY_2021, 7_214)]])
    def test_is_drawn_of_two_counts_or_more(self, told):
        assert draw(counts(*told)) == {}

    def test_has_a_point_for_each_count_in_the_order_of_their_days(self):
        graph = draw(counts((JANUARY_2023, 8_000), (JANUARY_2021, 7_000), (JULY_2021, 7_500)))

        xs = [point["x"] for point in graph["points"]]
        assert xs == sorted(xs)
        assert graph["points"][0]["title"] == f"1 January 2021: 7,000 patients. {REGISTERED_PATIENTS}"
        assert graph["path"].count("L") == 2

    def test_begins_at_nobody_and_ends_above_the_most(self):
        graph = draw(counts((JANUARY_2021, 7_214), (JANUARY_2023, 12_345)))

        assert [level["text"] for level in graph["levels"]] == ["0", "5,000", "10,000", "15,000"]
        assert [graph["levels"][0]["y"], graph["levels"][-1]["y"]] == [FLOOR, TOP]

    @pytest.mark.parametrize(
        ("most", "highest"),
        [(0, "1"), (1, "1"), (5, "5"), (6, "6"), (10, "10"), (11, "15"), (50_000, "50,000"), (50_001, "60,000")],
    )
    def test_has_levels_in_round_numbers(self, most, highest):
        graph = draw(counts((JANUARY_2021, 0), (JANUARY_2023, most)))

        assert graph["levels"][-1]["text"] == highest
        assert len(graph["levels"]) <= 6

    @pytest.mark.parametrize(
        ("last", "years"),
        [
            (date(2021, 12, 31), ["2021", "2022"]),
            (date(2022, 1, 1), ["2021", "2022"]),
            (date(2022, 1, 2), ["2021", "2022", "2023"]),
            (date(2031, 1, 1), [str(year) for year in range(2021, 2032)]),
            (date(2031, 1, 2), ["2021", "2023", "2025", "2027", "2029", "2031"]),
        ],
    )
    def test_draws_years_whole_from_the_first_to_the_last(self, last, years):
        graph = draw(counts((JANUARY_2021, 7_000), (last, 7_000)))

        assert [year["text"] for year in graph["years"]] == years

    def test_keeps_its_points_between_its_edges(self):
        graph = draw(counts((date(2020, 12, 31), 0), (JANUARY_2021, 9_999), (JULY_2021, 10_000)))

        assert all(LEFT <= point["x"] <= RIGHT and TOP <= point["y"] <= FLOOR for point in graph["points"])

    def test_marks_the_counts_that_are_not_the_nhs_s(self):
        theirs = counts((JANUARY_2021, 7_000), (JULY_2021, 7_100))
        merged = counts((JANUARY_2023, 11_000), source="Added up on the merger: C82013 7,100, C82078 3,900")

        graph = draw(theirs + merged)

        assert [point["published"] for point in graph["points"]] == [True, True, False]
        assert "Added up on the merger" in graph["points"][2]["title"]
        assert (graph["others"], draw(theirs)["others"]) == (True, False)

    @pytest.mark.parametrize(("first", "last"), [(7_000, 12_000), (12_000, 7_000)])
    def test_tells_the_first_and_the_last_in_figures_where_the_line_does_not_pass(self, first, last):
        graph = draw(counts((JANUARY_2021, first), (JANUARY_2023, last)))

        sides = [number["y"] > point["y"] for number, point in zip(graph["numbers"], graph["points"], strict=True)]
        assert [number["text"] for number in graph["numbers"]] == [f"{first:,}", f"{last:,}"]
        assert sides == [first < last, last < first]

    def test_writes_no_figure_below_the_floor(self):
        graph = draw(counts((JANUARY_2021, 0), (JANUARY_2023, 12_000)))

        assert graph["numbers"][0]["y"] < FLOOR


class TestPage:
    def test_draws_the_counts_by_that_day_on_the_screen_and_on_paper(self, visitor):
        sizes = [(JANUARY_2021, 7_000), (JULY_2021, 7_100)]
        APractice(code="C82013", list_sizes=[ListSize(on=on, patients=patients) for on, patients in sizes])

        def is_drawn(on):
            return "<svg" in visitor.get(f"/practices/C82013?on={on}").text

        assert [is_drawn("2021-06-30"), is_drawn("2021-07-01")] == [False, True]
        assert "1 January of each year" in text_of(visitor.get("/practices/C82013.pdf?on=2021-07-01").data)
