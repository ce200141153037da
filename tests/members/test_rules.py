from datetime import date
from types import SimpleNamespace

import pytest

from registry.law import Breach
from registry.members import rules

ENTERED = date(2017, 4, 1)
BEFORE, AFTER = date(2017, 3, 31), date(2017, 4, 2)


class TestClassNameIsFree:
    def test_until_another_class_has_it(self):
        rules.class_name_is_free(False)

        with pytest.raises(Breach, match=r"this one is taken. \(Companies Act 2006, s.113\(3\)\)"):
            rules.class_name_is_free(True)


class TestShareHasANominalValue:
    def test_of_a_penny_or_more(self):
        rules.share_has_a_nominal_value(1)

        with pytest.raises(Breach, match=r"s\.542"):
            rules.share_has_a_nominal_value(0)


class TestHoldersAreDifferent:
    def test_where_each_is_named_once(self):
        asha, ben = SimpleNamespace(ref="ASHA"), SimpleNamespace(ref="BEN")

        rules.holders_are_different([asha])
        rules.holders_are_different([asha, ben])

        with pytest.raises(Breach, match=r"s\.113\(5\)"):
            rules.holders_are_different([asha, ben, asha])


class TestHoldersHaveNoAccount:
    def test_unless_they_are_on_the_register(self):
        rules.holders_have_no_account(None)

        with pytest.raises(Breach, match="folio 12"):
            rules.holders_have_no_account(12)


class TestEntryHasBeenMade:
    @pytest.mark.parametrize("entered", [BEFORE, ENTERED])
    def test_today_or_before(self, entered):
        rules.entry_has_been_made(entered, today=ENTERED)

    def test_not_on_a_day_still_to_come(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.entry_has_been_made(AFTER, today=ENTERED)


class TestMovementHasBeenEntered:
    @pytest.mark.parametrize("on", [BEFORE, ENTERED])
    def test_today_or_before(self, on):
        rules.movement_has_been_entered(on, today=ENTERED)

    def test_not_on_a_day_still_to_come(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.movement_has_been_entered(AFTER, today=ENTERED)


class TestMemberWasEnteredByThen:
    @pytest.mark.parametrize("on", [ENTERED, AFTER])
    def test_from_the_day_of_entry(self, on):
        rules.member_was_entered_by_then(ENTERED, on)

    def test_not_on_the_day_before(self):
        with pytest.raises(Breach, match=r"from the day of entry, 1 April 2017.*s\.112\(2\)"):
            rules.member_was_entered_by_then(ENTERED, BEFORE)


class TestMembershipHasNotCeased:
    def test_while_there_is_no_end_to_it(self):
        rules.membership_has_not_ceased(None)

        with pytest.raises(Breach, match="closed on 1 April 2017"):
            rules.membership_has_not_ceased(ENTERED)


class TestShareIsFullyPaid:
    @pytest.mark.parametrize("paid", [100, 101])
    def test_at_its_nominal_value_or_above(self, paid):
        rules.share_is_fully_paid(paid, nominal=100)

    def test_not_a_penny_below(self):
        with pytest.raises(Breach, match=r"Model Articles, art\. 21"):
            rules.share_is_fully_paid(99, nominal=100)


class TestInstrumentCameFirst:
    @pytest.mark.parametrize("received", [BEFORE, ENTERED])
    def test_by_the_day_of_entry(self, received):
        rules.instrument_came_first(received, on=ENTERED)

    def test_not_the_day_after(self):
        with pytest.raises(Breach, match=r"came on 2 April 2017. \(Companies Act 2006, s.770\(1\)\)"):
            rules.instrument_came_first(AFTER, on=ENTERED)


class TestTransfereeIsAnother:
    def test_account_than_the_transferors(self):
        rules.transferee_is_another(True)

        with pytest.raises(Breach, match="the same account"):
            rules.transferee_is_another(False)


class TestTransfereeIsAMember:
    @pytest.mark.parametrize("on", [ENTERED, AFTER])
    def test_from_the_day_of_entry(self, on):
        rules.transferee_is_a_member(ENTERED, None, on)

    def test_not_on_the_day_before(self):
        with pytest.raises(Breach, match="admit them first"):
            rules.transferee_is_a_member(ENTERED, None, BEFORE)

    def test_not_once_the_account_has_closed(self):
        with pytest.raises(Breach, match=r"Model Articles, art\. 26"):
            rules.transferee_is_a_member(ENTERED, date(2020, 1, 1), AFTER)


class TestSharesAreHeld:
    def test_up_to_the_last_of_them(self):
        rules.shares_are_held(10, shares=10)

        with pytest.raises(Breach, match="every day since: 10"):
            rules.shares_are_held(10, shares=11)
