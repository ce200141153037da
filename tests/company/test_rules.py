from datetime import date

import pytest

from registry.company import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2015, 4, 1), date(2015, 3, 31), date(2015, 4, 2)


class TestThereIsOneCompany:
    def test_in_these_books(self):
        rules.there_is_one_company(False)

        with pytest.raises(Breach, match="on record already"):
            rules.there_is_one_company(True)


class TestNumberIsTheRegistrars:
    @pytest.mark.parametrize("number", ["01234567", "SC123456", "NI000001"])
    def test_in_its_shape(self, number):
        rules.number_is_the_registrars(number)

    @pytest.mark.parametrize("number", ["1234567", "012345678", "sc123456", "S1234567", "0123 4567", ""])
    def test_in_no_other(self, number):
        with pytest.raises(Breach, match="eight figures"):
            rules.number_is_the_registrars(number)


class TestCompanyHasBeenFormed:
    @pytest.mark.parametrize("incorporated", [BEFORE, DAY])
    def test_by_today(self, incorporated):
        rules.company_has_been_formed(incorporated, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2015 is still to come"):
            rules.company_has_been_formed(AFTER, today=DAY)


class TestAccountingDateIsADayOfTheYear:
    @pytest.mark.parametrize("value", ["31 March", "28 February", "30 September", "1 January"])
    def test_as_people_write_it(self, value):
        rules.accounting_date_is_a_day_of_the_year(value)

    @pytest.mark.parametrize(
        "value", ["31 June", "29 February", "30 February", "31 march", "March", "31/3", "31 March 2020"]
    )
    def test_not_where_there_is_no_such_day(self, value):
        with pytest.raises(Breach, match=r"s\.391"):
            rules.accounting_date_is_a_day_of_the_year(value)


class TestChangeHasHappened:
    @pytest.mark.parametrize("since", [BEFORE, DAY])
    def test_by_today(self, since):
        rules.change_has_happened(since, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="still to come"):
            rules.change_has_happened(AFTER, today=DAY)


class TestChangeFollowsTheOneBefore:
    def test_from_the_day_after_it(self):
        rules.change_follows_the_one_before(AFTER, last=DAY)

    @pytest.mark.parametrize("since", [BEFORE, DAY])
    def test_not_on_the_same_day_or_before(self, since):
        with pytest.raises(Breach, match="since 1 April 2015"):
            rules.change_follows_the_one_before(since, last=DAY)


class TestSomethingChanges:
    def test_where_it_is_another(self):
        rules.something_changes("31 March", "30 June")

        with pytest.raises(Breach, match="say already"):
            rules.something_changes("31 March", "31 March")
