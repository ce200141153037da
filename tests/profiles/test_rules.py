from datetime import date

import pytest

from registry.law import Breach
from registry.practices.models import Practice
from registry.profiles import rules
from registry.profiles.models import NOT_KNOWN

DAY, BEFORE, AFTER = date(2026, 4, 1), date(2026, 3, 31), date(2026, 4, 2)


class TestTellsOfADayThatHasCome:
    @pytest.mark.parametrize("on", [BEFORE, DAY])
    def test_by_today(self, on):
        rules.tells_of_a_day_that_has_come(on, today=DAY)

    def test_not_of_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2026 is still to come"):
            rules.tells_of_a_day_that_has_come(AFTER, today=DAY)


class TestPracticeWasOpen:
    def test_from_its_first_day(self):
        practice = Practice(code="C82001", opened=DAY)

        rules.practice_was_open("KIBWORTH", practice, DAY)
        with pytest.raises(Breach, match="KIBWORTH was not open on 31 March 2026"):
            rules.practice_was_open("KIBWORTH", practice, BEFORE)

    def test_up_to_its_last_day(self):
        practice = Practice(code="C82001", opened=date(1974, 4, 1), closed=DAY)

        rules.practice_was_open("KIBWORTH", practice, BEFORE)
        with pytest.raises(Breach, match="not open on 1 April 2026"):
            rules.practice_was_open("KIBWORTH", practice, DAY)


class TestTellsAloneOfItsDay:
    def test_unless_there_is_another(self):
        rules.tells_alone_of_its_day(None)

        with pytest.raises(Breach, match="a profile of this practice on 1 April 2026 already"):
            rules.tells_alone_of_its_day(DAY)


class TestDayIsOfARating:
    @pytest.mark.parametrize(("rating", "rated"), [("Good", DAY), ("Good", None), (NOT_KNOWN, None)])
    def test_where_there_is_a_rating_or_no_day(self, rating, rated):
        rules.day_is_of_a_rating(rating, rated)

    def test_not_of_none(self):
        with pytest.raises(Breach):
            rules.day_is_of_a_rating(NOT_KNOWN, DAY)


class TestRatingHadBeenGiven:
    @pytest.mark.parametrize("rated", [None, BEFORE, DAY])
    def test_by_the_day_of_the_profile(self, rated):
        rules.rating_had_been_given(rated, on=DAY)

    def test_not_after_it(self):
        with pytest.raises(Breach, match="of 1 April 2026 cannot tell a rating that was given on 2 April 2026"):
            rules.rating_had_been_given(AFTER, on=DAY)


class TestRoleHasOneLine:
    @pytest.mark.parametrize("roles", [[], ["Nurses"], ["Nurses", "Pharmacists"]])
    def test_each(self, roles):
        rules.role_has_one_line(roles)

    def test_not_two(self):
        with pytest.raises(Breach, match="Each role is told on one line"):
            rules.role_has_one_line(["Nurses", "Pharmacists", "Nurses"])


class TestNobodyWorksNoHours:
    @pytest.mark.parametrize(
        ("headcount", "full_time"), [(0, None), (0, 0), (None, None), (None, 75), (1, 0), (1, 1), (1, 120)]
    )
    def test_where_there_is_nobody_or_it_is_not_known_how_many_there_are(self, headcount, full_time):
        rules.nobody_works_no_hours("Nurses", headcount, full_time)

    def test_not_a_hundredth_of_full_time(self):
        with pytest.raises(Breach, match="Nurses: nobody works there"):
            rules.nobody_works_no_hours("Nurses", 0, 1)
