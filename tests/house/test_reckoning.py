from datetime import date

import pytest

from registry.openings.reckoning import reckoned


@pytest.mark.pure
class TestReckoned:
    @pytest.mark.parametrize("words", ["2009-05-12", "12/5/2009", "12.05.2009", "12 May 2009", "12th  may 2009"])
    def test_a_day_is_certain_however_it_is_written(self, words):
        assert reckoned(words) == (date(2009, 5, 12), "")

    def test_the_twenty_ninth_of_february_is_one_in_a_leap_year(self):
        assert reckoned("29 February 2012") == (date(2012, 2, 29), "")

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("May 2009", date(2009, 5, 31)),
            ("Feb 2012", date(2012, 2, 29)),
            ("February 2011", date(2011, 2, 28)),
            ("2009", date(2009, 12, 31)),
            ("about 2009", date(2009, 12, 31)),
            ("c. 2009", date(2009, 12, 31)),
            ("early 2011", date(2011, 12, 31)),
            ("2017-18", date(2018, 3, 31)),
            ("2017–2018", date(2018, 3, 31)),
            ("1999-00", date(2000, 3, 31)),
            ("In the course of 2017-18", date(2018, 3, 31)),
            ("undated, by 31 March 2018", date(2018, 3, 31)),
        ],
    )
    def test_what_is_less_than_a_day_is_the_last_that_it_can_mean_and_keeps_its_words(self, words, day):
        assert reckoned(words) == (day, words)

    @pytest.mark.parametrize(
        "words", ["", "spring", "2009-13-01", "29 February 2011", "31/2/2009", "Ma 2009", "2017-19", "by", "about soon"]
    )
    def test_of_what_names_no_day_it_says_so(self, words):
        with pytest.raises(ValueError):  # noqa: PT011
            reckoned(words)
