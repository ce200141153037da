from datetime import date

import pytest

from registry.structure.dates import Dates, beside, in_words

pytestmark = pytest.mark.pure

JULY, OCTOBER = date(2019, 7, 1), date(2019, 10, 1)
MARCH_31, APRIL_1 = date(2022, 3, 31), date(2022, 4, 1)
MAY_1, APRIL_30 = date(2022, 5, 1), date(2022, 4, 30)


class TestBeside:
    def test_what_nobody_agreed_is_as_ods_has_it_to_its_last_day(self):
        assert beside(None, OCTOBER, MARCH_31) == Dates(OCTOBER, APRIL_1, OCTOBER, APRIL_1)

    def test_an_agreed_first_day_stays_and_an_open_end_is_closed(self):
        agreed = Dates(JULY, None, None, None)

        assert beside(agreed, OCTOBER, MARCH_31) == Dates(JULY, APRIL_1, OCTOBER, APRIL_1)

    def test_an_agreed_end_stays(self):
        agreed = Dates(JULY, date(2022, 3, 1), None, None)

        assert beside(agreed, OCTOBER, MARCH_31) == Dates(JULY, date(2022, 3, 1), OCTOBER, APRIL_1)

    @pytest.mark.parametrize(("last", "until"), [(APRIL_30, MAY_1), (None, None)])
    def test_an_end_taken_from_ods_moves_with_it(self, last, until):
        taken = Dates(JULY, APRIL_1, OCTOBER, APRIL_1)

        assert beside(taken, OCTOBER, last) == Dates(JULY, until, OCTOBER, until)

    def test_a_first_day_taken_from_ods_moves_with_it(self):
        taken = Dates(OCTOBER, None, OCTOBER, None)

        assert beside(taken, date(2019, 11, 1), None).since == date(2019, 11, 1)

    def test_said_again_it_is_the_same(self):
        agreed = beside(Dates(JULY, None, None, None), OCTOBER, MARCH_31)

        assert beside(agreed, OCTOBER, MARCH_31) == agreed


class TestInWords:
    @pytest.mark.parametrize(
        ("dates", "words"),
        [
            (Dates(JULY, None, None, None), "from 1 July 2019"),
            (Dates(JULY, APRIL_1, None, None), "from 1 July 2019 to 31 March 2022"),
            (Dates(OCTOBER, None, OCTOBER, None), "from 1 October 2019, as ODS records"),
            (Dates(JULY, None, OCTOBER, None), "from 1 July 2019; by ODS from 1 October 2019"),
            (
                Dates(JULY, APRIL_1, OCTOBER, APRIL_1),
                "from 1 July 2019 to 31 March 2022; by ODS from 1 October 2019 to 31 March 2022",
            ),
        ],
    )
    def test_ods_is_told_where_it_differs_and_ends_are_last_days(self, dates, words):
        assert in_words(dates) == words


class TestDates:
    @pytest.mark.parametrize(("since", "overlaps"), [(MARCH_31, True), (APRIL_1, False)])
    def test_overlap_while_some_day_is_in_both(self, since, overlaps):
        before, after = Dates(JULY, APRIL_1, None, None), Dates(since, None, None, None)

        assert before.overlaps(after) is overlaps
        assert after.overlaps(before) is overlaps

    @pytest.mark.parametrize(("until", "within"), [(APRIL_1, True), (date(2022, 4, 2), False), (None, False)])
    def test_lie_within_others_to_the_last_day(self, until, within):
        assert Dates(JULY, until, None, None).within(Dates(JULY, APRIL_1, None, None)) is within
