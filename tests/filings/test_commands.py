from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.company import commands as companies
from registry.company.models import REGISTER_PLACE
from registry.filings import commands, queries
from tests.breaches import refused
from tests.factories import ADA, ACompany

BORN = date(2015, 3, 2)


def outstanding(day):
    return [(line["form"], line["due"], line["late"]) for line in queries.outstanding_on(day)]


def record(form="CS01", **asked):
    usual = {"sent": date(2016, 3, 10), "sent_by": "The accountants"}
    return commands.record(form=form, **usual | asked, by=ADA)


def about(form, day):
    return next(line["about"] for line in queries.outstanding_on(day) if line["form"] == form)


@pytest.fixture
def company(app):
    return ACompany(incorporated=BORN)


@pytest.mark.usefixtures("company")
class TestConfirmationStatement:
    """Section 853A: within 14 days after the end of each review period, the first being of 12 months."""

    def test_is_spoken_of_from_sixty_days_before_the_period_ends(self):
        assert outstanding(date(2015, 12, 31)) == []
        assert outstanding(date(2016, 1, 1)) == [("CS01", date(2016, 3, 15), 0)]

    def test_is_in_time_on_the_fourteenth_day_and_late_on_the_next(self):
        assert outstanding(date(2016, 3, 15)) == [("CS01", date(2016, 3, 15), 0)]
        assert outstanding(date(2016, 3, 16)) == [("CS01", date(2016, 3, 15), 1)]

    def test_says_how_the_day_was_found(self):
        (line,) = queries.outstanding_on(date(2016, 3, 1))

        assert line["reckoned"] == (
            "14 days from 1 March 2016, the last day of the review period that began on 2 March 2015"
        )

    def test_is_done_by_a_filing_and_comes_again_a_year_after_what_it_was_made_up_to(self):
        record(about=about("CS01", date(2016, 3, 1)), made_up_to=date(2016, 2, 20))

        assert outstanding(date(2016, 3, 16)) == []
        assert outstanding(date(2017, 3, 1)) == [("CS01", date(2017, 3, 6), 0)]

    def test_of_29_february(self):
        record(made_up_to=date(2016, 2, 28), sent=date(2016, 3, 1))

        assert outstanding(date(2017, 2, 28)) == [("CS01", date(2017, 3, 14), 0)]

    def test_without_the_day_it_is_made_up_to_is_refused(self):
        with refused("made_up_to"):
            record()


class TestChangeOfPlaceOfTheRegister:
    """Section 114(5): the registrar is told within 14 days."""

    @pytest.fixture(autouse=True)
    def _moved(self, company):
        record(made_up_to=date(2026, 3, 1), sent=date(2026, 3, 2))
        companies.change(company, what=REGISTER_PLACE, value="2 LOW STREET", since=date(2026, 5, 4), by=ADA)

    def test_is_due_on_the_fourteenth_day_and_late_on_the_next(self):
        assert outstanding(date(2026, 5, 3)) == []
        assert outstanding(date(2026, 5, 18)) == [("AD03", date(2026, 5, 18), 0)]
        assert outstanding(date(2026, 5, 19)) == [("AD03", date(2026, 5, 18), 1)]

    def test_is_done_by_a_filing_once(self):
        ref = about("AD03", date(2026, 5, 19))
        record("AD03", about=ref, sent=date(2026, 5, 20))

        assert outstanding(date(2026, 5, 20)) == []
        assert outstanding(date(2026, 5, 19)) == [("AD03", date(2026, 5, 18), 1)]
        assert queries.filings_on(date(2026, 5, 20))[0]["standing"] == "2 days late"
        with refused("form"):
            record("AD03", about=ref, sent=date(2026, 5, 21))

    def test_before_it_happened_is_refused(self):
        with refused("sent"):
            record("AD03", about=about("AD03", date(2026, 5, 19)), sent=date(2026, 5, 3))


@pytest.mark.usefixtures("company")
class TestRecord:
    def test_on_a_day_still_to_come_is_refused(self):
        with clock.telling(datetime(2016, 3, 9, 12, tzinfo=UTC)), refused("sent"):
            record("AA", sent=date(2016, 3, 10))

    def test_about_what_no_register_wants_is_refused(self):
        with refused("about"):
            record("SH01", about="0000000000000000000000NONE")

    def test_by_itself_has_no_time_limit(self):
        record("AA", sentence="Accounts to 31 March 2015")

        (line,) = queries.filings_on(date(2016, 3, 10))
        assert (line["sentence"], line["standing"]) == ("Accounts to 31 March 2015", "no time limit")
        assert queries.filings_on(date(2016, 3, 9)) == []


@pytest.mark.usefixtures("company")
class TestAcknowledge:
    def test_enters_what_the_registrar_gave_back(self):
        filing = record("AA")

        commands.acknowledge(filing, reference="X12-345", by=ADA)

        assert queries.told(filing)["reference"] == "X12-345"


@pytest.mark.usefixtures("company")
class TestCorrect:
    def test_puts_right_the_day_it_was_sent(self):
        filing = record("AA")

        commands.correct(filing, sent=date(2016, 3, 9), sent_by="Ada", reason="The receipt says so.", by=ADA)

        assert (filing.sent, filing.sent_by) == (date(2016, 3, 9), "Ada")

    def test_to_a_day_still_to_come_is_refused(self):
        filing = record("AA")

        with refused("sent"):
            commands.correct(filing, sent=date(2199, 1, 1), sent_by="Ada", reason="None.", by=ADA)

    def test_of_a_statement_to_one_made_up_to_no_day_is_refused(self):
        filing = record(made_up_to=date(2016, 3, 1))

        with refused("made_up_to"):
            commands.correct(filing, sent=filing.sent, sent_by="Ada", reason="None.", by=ADA)
