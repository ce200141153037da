from datetime import date

import pytest

from registry.certificates import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2026, 4, 1), date(2026, 3, 31), date(2026, 4, 2)


class TestHasHappened:
    @pytest.mark.parametrize("on", [BEFORE, DAY])
    def test_by_today(self, on):
        rules.has_happened(on, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2026 is still to come"):
            rules.has_happened(AFTER, today=DAY)


class TestIsAMemberThen:
    @pytest.mark.parametrize("on", [DAY, AFTER])
    def test_from_the_day_of_entry(self, on):
        rules.is_a_member_then(DAY, None, on)

    @pytest.mark.parametrize(("entered", "ceased"), [(AFTER, None), (BEFORE, DAY)])
    def test_not_before_it_nor_once_the_account_has_closed(self, entered, ceased):
        with pytest.raises(Breach, match="while the account is open"):
            rules.is_a_member_then(entered, ceased, DAY)


class TestSomethingIsToBeDone:
    def test_or_nothing_is_done(self):
        rules.something_is_to_be_done(True)

        with pytest.raises(Breach, match="Every share has its certificate"):
            rules.something_is_to_be_done(False)


class TestComesAfter:
    @pytest.mark.parametrize("on", [DAY, AFTER])
    def test_from_the_day_of_issue(self, on):
        rules.comes_after(on, issued=DAY)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="1 April 2026"):
            rules.comes_after(BEFORE, issued=DAY)


class TestCertificateIsLive:
    def test_until_it_is_void(self):
        rules.certificate_is_live(None)

        with pytest.raises(Breach, match="void since 1 April 2026"):
            rules.certificate_is_live(DAY)


class TestLossIsEvidenced:
    def test_where_one_was_lost(self):
        rules.loss_is_evidenced(True, "Indemnity of 1 April 2026")
        rules.loss_is_evidenced(False, "")

        with pytest.raises(Breach, match=r"art\. 25"):
            rules.loss_is_evidenced(True, "")


class TestOldOneHasComeBack:
    def test_unless_it_was_lost(self):
        rules.old_one_has_come_back(True, None)
        rules.old_one_has_come_back(False, DAY)

        with pytest.raises(Breach, match="come back"):
            rules.old_one_has_come_back(False, None)


class TestWasLost:
    def test_and_so_can_be_found(self):
        rules.was_lost(True)

        with pytest.raises(Breach, match="found again"):
            rules.was_lost(False)


class TestSplitsInTwo:
    @pytest.mark.parametrize("shares", [1, 9])
    def test_with_some_on_each(self, shares):
        rules.splits_in_two(shares, of_all=10)

    @pytest.mark.parametrize("shares", [0, 10, 11])
    def test_not_with_none_on_either(self, shares):
        with pytest.raises(Breach, match="its 10 shares"):
            rules.splits_in_two(shares, of_all=10)


class TestWasAMemberByThen:
    @pytest.mark.parametrize("issued", [date(2005, 4, 1), date(2010, 7, 1)])
    def test_from_the_day_of_entry_to_that_of_ceasing(self, issued):
        rules.was_a_member_by_then(date(2005, 4, 1), date(2010, 7, 1), issued)

    @pytest.mark.parametrize("issued", [date(2005, 3, 31), date(2010, 7, 2)])
    def test_not_before_or_after(self, issued):
        with pytest.raises(Breach):
            rules.was_a_member_by_then(date(2005, 4, 1), date(2010, 7, 1), issued)


class TestNumberIsFree:
    def test_one_never_used(self):
        rules.number_is_free("17", False)

    def test_not_one_used_before(self):
        with pytest.raises(Breach, match="certificate 17"):
            rules.number_is_free("17", True)


class TestNumbersComeToTheShares:
    def test_as_many(self):
        rules.numbers_come_to_the_shares(10, 10)

    @pytest.mark.parametrize("numbered", [9, 11])
    def test_one_less_or_one_more(self, numbered):
        with pytest.raises(Breach):
            rules.numbers_come_to_the_shares(10, numbered)
