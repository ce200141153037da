import pytest

from registry.openings.gaps import in_words, missing, missing_numbers


@pytest.mark.pure
class TestMissing:
    def test_nothing_where_each_begins_after_the_last(self):
        assert missing([(11, 20), (1, 10)]) == []

    def test_what_lies_between_and_before(self):
        assert missing([(3, 10), (12, 20), (31, 40)]) == [(1, 2), (11, 11), (21, 30)]

    def test_what_overlaps_leaves_no_gap(self):
        assert missing([(1, 20), (5, 8), (21, 21)]) == []

    def test_nothing_of_nothing(self):
        assert missing([]) == []


@pytest.mark.pure
class TestMissingNumbers:
    def test_series_by_series(self):
        assert list(missing_numbers(["Minute 7", "Minute 10", "B2", "B3"])) == ["Minute 8 to 9"]

    def test_what_is_counted_year_by_year_begins_at_one(self):
        assert list(missing_numbers(["M/05/1", "M/06/2", "M/06/4"])) == ["M/06/1", "M/06/3"]

    def test_what_ends_in_no_figure_is_of_no_series(self):
        assert list(missing_numbers(["Resolution A", "17 (2)", "M unnumbered"])) == []


@pytest.mark.pure
@pytest.mark.parametrize(("gap", "words"), [((7, 7), "7"), ((31, 40), "31 to 40")])
def test_in_words(gap, words):
    assert in_words(gap) == words
