from datetime import date

import pytest

from registry.adherence import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2017, 4, 1), date(2017, 3, 31), date(2017, 4, 2)


class TestDeedHasBeenSigned:
    @pytest.mark.parametrize("signed", [BEFORE, DAY])
    def test_by_today(self, signed):
        rules.deed_has_been_signed(signed, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2017 is still to come"):
            rules.deed_has_been_signed(AFTER, today=DAY)


class TestSignedWhileAMember:
    def test_before_the_day_the_membership_ceased(self):
        rules.signed_while_a_member(AFTER, None)
        rules.signed_while_a_member(BEFORE, DAY)

        with pytest.raises(Breach, match="which was on 1 April 2017"):
            rules.signed_while_a_member(DAY, DAY)


class TestIsNotOnFile:
    def test_until_it_is(self):
        rules.is_not_on_file(None)

        with pytest.raises(Breach, match="signed on 1 April 2017"):
            rules.is_not_on_file(DAY)
