from datetime import date

import pytest

from registry.inspections import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2026, 4, 1), date(2026, 3, 31), date(2026, 4, 2)


class TestRequestHasCome:
    @pytest.mark.parametrize("received", [BEFORE, DAY])
    def test_by_today(self, received):
        rules.request_has_come(received, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="2 April 2026 is still to come"):
            rules.request_has_come(AFTER, today=DAY)


class TestSomethingLacked:
    def test_or_there_is_nothing_to_complete(self):
        rules.something_lacked(["the purpose"])

        with pytest.raises(Breach, match="lacked nothing"):
            rules.something_lacked([])


class TestRequestHasAllItNeeds:
    def test_before_it_is_answered(self):
        rules.request_has_all_it_needs([])

        with pytest.raises(Breach, match="It lacks: the purpose"):
            rules.request_has_all_it_needs(["the purpose"])


class TestComesAfterTheRequest:
    @pytest.mark.parametrize("on", [DAY, AFTER])
    def test_from_its_day(self, on):
        rules.comes_after_the_request(on, received=DAY)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="on 1 April 2026"):
            rules.comes_after_the_request(BEFORE, received=DAY)


class TestHasHappened:
    @pytest.mark.parametrize("on", [BEFORE, DAY])
    def test_by_today(self, on):
        rules.has_happened(on, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="still to come"):
            rules.has_happened(AFTER, today=DAY)


class TestHasNotBeenAnswered:
    def test_until_it_has(self):
        rules.has_not_been_answered(None)

        with pytest.raises(Breach, match="on 1 April 2026"):
            rules.has_not_been_answered(DAY)
