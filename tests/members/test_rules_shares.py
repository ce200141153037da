from datetime import date

import pytest

from registry.law import Breach
from registry.members.rules import shares as rules

pytestmark = pytest.mark.pure

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


class TestMovementHasBeenEntered:
    @pytest.mark.parametrize("on", [BEFORE, ENTERED])
    def test_today_or_before(self, on):
        rules.movement_has_been_entered(on, today=ENTERED)

    def test_not_on_a_day_still_to_come(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.movement_has_been_entered(AFTER, today=ENTERED)


class TestShareIsFullyPaid:
    @pytest.mark.parametrize("paid", [100, 101])
    def test_at_its_nominal_value_or_above(self, paid):
        rules.share_is_fully_paid(paid, nominal=100)

    def test_not_a_penny_below(self):
        with pytest.raises(Breach, match=r"Model Articles, art\. 21"):
            rules.share_is_fully_paid(99, nominal=100)


class TestTransferHasAnInstrument:
    @pytest.mark.parametrize(("is_transfer", "received"), [(True, ENTERED), (False, None)])
    def test_unless_shares_pass_by_operation_of_law(self, is_transfer, received):
        rules.transfer_has_an_instrument(is_transfer, received)

    def test_as_the_act_demands(self):
        with pytest.raises(Breach, match=r"s\.770\(1\)"):
            rules.transfer_has_an_instrument(True, None)


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


class TestNumberIsHeld:
    def test_if_the_account_may_part_with_it(self):
        rules.number_is_held(7, True)

        with pytest.raises(Breach, match=r"Share number 7 .*s\.543"):
            rules.number_is_held(7, False)


class TestClassesDiffer:
    def test_before_and_after(self):
        rules.classes_differ(True)

        with pytest.raises(Breach, match=r"s\.618"):
            rules.classes_differ(False)


class TestCapitalIsUnchanged:
    def test_to_the_penny(self):
        rules.capital_is_unchanged(100, 100)

        for after in (99, 101):
            with pytest.raises(Breach, match="same nominal value as before"):
                rules.capital_is_unchanged(100, after)


class TestConversionComesOutWhole:
    def test_in_shares_and_in_pence(self):
        rules.conversion_comes_out_whole(0, 0)

        for over in ((1, 0), (0, 1)):
            with pytest.raises(Breach, match="whole shares of the other class"):
                rules.conversion_comes_out_whole(*over)
