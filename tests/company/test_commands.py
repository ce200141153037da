from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.company import commands, queries
from registry.company.models import NAME, OFFICE, REGISTER_PLACE, YEAR_END
from registry.company.standing import incorporated, the_company
from tests.breaches import refused
from tests.factories import ADA, ACompany

BORN = date(2015, 3, 2)


def told(what, day):
    line = queries.company_on(day)
    return next(each["value"] for each in line["particulars"] if each["what"] == what.capitalize())


class TestEnter:
    def test_puts_on_record_what_has_been_so_since_incorporation(self):
        ACompany(name="Federation Limited", office="1 HIGH STREET\nWIGSTON", incorporated=BORN)

        assert incorporated() == BORN
        assert told(NAME, BORN) == "Federation Limited"
        assert told(OFFICE, BORN) == told(REGISTER_PLACE, BORN) == "1 HIGH STREET, WIGSTON"

    def test_is_done_once(self):
        ACompany()

        with refused("number"):
            ACompany(number="07654321")

    def test_of_a_company_still_to_be_formed_is_refused(self):
        with clock.telling(datetime(2015, 3, 1, 12, tzinfo=UTC)), refused("incorporated"):
            ACompany(incorporated=BORN)

    def test_under_a_number_of_another_shape_is_refused(self):
        with refused("number"):
            ACompany(number="1234567")

    def test_with_an_accounting_date_that_is_no_day_is_refused(self):
        with refused("value"):
            ACompany(year_end="31 June")

        assert the_company() is None


class TestChange:
    def test_is_true_from_its_day_and_keeps_what_was_before(self):
        company = ACompany(name="Old Name Limited", incorporated=BORN)

        commands.change(company, what=NAME, value="New Name Limited", since=date(2020, 2, 29), by=ADA)

        assert told(NAME, date(2020, 2, 28)) == "Old Name Limited"
        assert told(NAME, date(2020, 2, 29)) == "New Name Limited"
        first, second = queries.company_on(date(2026, 1, 1))["history"]
        assert (first["value"], first["last_day"]) == ("Old Name Limited", date(2020, 2, 28))
        assert (second["value"], second["since"], second["entered"]) == (
            "New Name Limited",
            date(2020, 2, 29),
            clock.today(),
        )

    @pytest.mark.parametrize("since", [BORN, date(2014, 1, 1)])
    def test_by_the_day_of_the_one_before_is_refused(self, since):
        with refused("since"):
            commands.change(ACompany(incorporated=BORN), what=NAME, value="New Name Limited", since=since, by=ADA)

    def test_on_a_day_still_to_come_is_refused(self):
        company = ACompany()

        with clock.telling(datetime(2020, 5, 4, 12, tzinfo=UTC)), refused("since"):
            commands.change(company, what=OFFICE, value="2 LOW STREET", since=date(2020, 5, 5), by=ADA)

    def test_to_what_it_is_already_is_refused(self):
        with refused("value"):
            commands.change(ACompany(name="A Limited"), what=NAME, value="A Limited", since=date(2020, 1, 1), by=ADA)

    def test_to_an_accounting_date_that_is_no_day_is_refused(self):
        with refused("value"):
            commands.change(ACompany(), what=YEAR_END, value="30 February", since=date(2020, 1, 1), by=ADA)


class TestCorrect:
    def test_says_that_it_never_was_what_was_written(self):
        company = ACompany(name="Federtion Limited", incorporated=BORN)

        commands.correct(company, what=NAME, value="Federation Limited", reason="A slip of the pen.", by=ADA)

        assert told(NAME, BORN) == "Federation Limited"
        assert queries.company_on(clock.today())["history"] == []

    def test_of_what_was_right_is_refused(self):
        with refused("value"):
            commands.correct(ACompany(year_end="31 March"), what=YEAR_END, value="31 March", reason="None.", by=ADA)

    def test_to_an_accounting_date_that_is_no_day_is_refused(self):
        with refused("value"):
            commands.correct(ACompany(), what=YEAR_END, value="June", reason="None.", by=ADA)
