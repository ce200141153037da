from datetime import date

import pytest

from registry.rounds import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure

MAY_1, MAY_2, MAY_3 = date(2026, 5, 1), date(2026, 5, 2), date(2026, 5, 3)


class TestHasBegun:
    def test_today_or_before(self):
        rules.has_begun(MAY_1, MAY_1)
        rules.has_begun(MAY_1, MAY_2)
        with refused("opens", "2 May 2026 is still to come"):
            rules.has_begun(MAY_2, MAY_1)


class TestLeavesTimeToAnswer:
    def test_a_day_at_least(self):
        rules.leaves_time_to_answer(MAY_1, MAY_2)
        with refused("due"):
            rules.leaves_time_to_answer(MAY_1, MAY_1)


class TestNoOtherIsOpen:
    def test_names_the_other(self):
        rules.no_other_is_open("")
        with refused("opens", "close “Annual declarations 2026” first"):
            rules.no_other_is_open("Annual declarations 2026")


class TestSomebodyIsAsked:
    def test_one_at_least(self):
        rules.somebody_is_asked(1)
        with refused("bodies"):
            rules.somebody_is_asked(0)


class TestIsStillOpen:
    def test_until_it_is_closed(self):
        rules.is_still_open(None)
        with refused("", "closed on 1 May 2026"):
            rules.is_still_open(MAY_1)


class TestSomebodyIsWrittenTo:
    def test_one_at_least(self):
        rules.somebody_is_written_to(1)
        with refused(words="nobody to write to"):
            rules.somebody_is_written_to(0)


class TestClosesWhileItCould:
    def test_after_it_opened_and_not_on_a_day_to_come(self):
        rules.closes_while_it_could(MAY_1, MAY_2, MAY_2)
        for closed in (MAY_1, MAY_3):
            with refused("closed"):
                rules.closes_while_it_could(MAY_1, closed, MAY_2)
