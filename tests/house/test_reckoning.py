from datetime import date

import pytest

from registry.reckoning import LONG_AGO, drawn, reckoned

pytestmark = pytest.mark.pure


class TestReckoned:
    @pytest.mark.parametrize(
        "words",
        [
            "2009-05-12", "12/5/2009", "12.05.2009", "12-05-2009", "12 May 2009", "12th  may 2009", "12th of May 2009",
            "12-May-2009", "Tuesday 12 May 2009", "2009-05-12 00:00:00", "2009-05-12T00:00",
        ],
    )  # fmt: skip
    def test_a_day_is_certain_however_it_is_written(self, words):
        assert reckoned(words) == (date(2009, 5, 12), "", date(2009, 5, 12))

    def test_the_twenty_ninth_of_february_is_one_in_a_leap_year(self):
        assert reckoned("29 February 2012").day == date(2012, 2, 29)

    @pytest.mark.parametrize(
        ("words", "first", "last"),
        [
            ("May 2009", date(2009, 5, 1), date(2009, 5, 31)),
            ("Feb 2012", date(2012, 2, 1), date(2012, 2, 29)),
            ("February 2011", date(2011, 2, 1), date(2011, 2, 28)),
            ("2009", date(2009, 1, 1), date(2009, 12, 31)),
            ("about 2009", date(2009, 1, 1), date(2009, 12, 31)),
            ("c. 2009", date(2009, 1, 1), date(2009, 12, 31)),
            ("early in 2011", date(2011, 1, 1), date(2011, 12, 31)),
            ("2017-18", date(2017, 4, 1), date(2018, 3, 31)),
            ("2017–2018", date(2017, 4, 1), date(2018, 3, 31)),
            ("2009/10", date(2009, 4, 1), date(2010, 3, 31)),
            ("1999-00", date(1999, 4, 1), date(2000, 3, 31)),
            ("In the course of 2017-18", date(2017, 4, 1), date(2018, 3, 31)),
            ("undated; in the course of 2017-18", date(2017, 4, 1), date(2018, 3, 31)),
            ("undated, by 31 March 2018", LONG_AGO, date(2018, 3, 31)),
            ("undated but by 2018", LONG_AGO, date(2018, 12, 31)),
            ("before 2009", LONG_AGO, date(2008, 12, 31)),
        ],
    )
    def test_what_is_less_than_a_day_is_the_last_that_it_can_mean_and_keeps_its_words(self, words, first, last):
        assert reckoned(words) == (last, words, first)

    @pytest.mark.parametrize(
        "words",
        [
            "", "spring", "2009-13-01", "29 February 2011", "31/2/2009", "Ma 2009", "2017-19", "by", "about soon",
            "not in 2009", "1st quarter of 2009", "12 day of May 2009", "after 2009",
        ],
    )  # fmt: skip
    def test_of_what_names_no_day_it_says_so(self, words):
        with pytest.raises(ValueError):  # noqa: PT011
            reckoned(words)

    @pytest.mark.parametrize("words", ["12-May-09", "12/05/09", "12.5.09", "May-09 12"][:3])
    def test_a_short_year_is_asked_for_in_full(self, words):
        with pytest.raises(ValueError, match="four figures"):
            reckoned(words)

    def test_what_may_be_a_month_or_two_years_is_asked_for_again(self):
        with pytest.raises(ValueError, match="October 2009 or as 2009/10"):
            reckoned("2009-10")


class TestDrawn:
    def test_to_the_day_by_which_it_is_known_to_have_been(self):
        assert drawn(date(2012, 12, 31), "2012", by=date(2012, 3, 1)) == date(2012, 3, 1)

    def test_not_before_the_first_that_its_words_can_mean(self):
        assert drawn(date(2012, 12, 31), "2012", by=date(2011, 12, 31)) == date(2012, 12, 31)

    def test_never_later_and_never_where_the_day_is_certain(self):
        assert drawn(date(2012, 12, 31), "2012", by=date(2013, 1, 1)) == date(2012, 12, 31)
        assert drawn(date(2012, 12, 31), "", by=date(2012, 3, 1)) == date(2012, 12, 31)
