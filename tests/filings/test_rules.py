from datetime import date

import pytest

from registry.filings import rules
from registry.law import Breach

DAY, BEFORE, AFTER = date(2026, 3, 31), date(2026, 3, 30), date(2026, 4, 1)


class TestHasBeenSent:
    @pytest.mark.parametrize("sent", [BEFORE, DAY])
    def test_by_today(self, sent):
        rules.has_been_sent(sent, today=DAY)

    def test_not_tomorrow(self):
        with pytest.raises(Breach, match="1 April 2026 is still to come"):
            rules.has_been_sent(AFTER, today=DAY)


class TestWasSentAfterItHappened:
    @pytest.mark.parametrize("sent", [DAY, AFTER])
    def test_from_the_day_on(self, sent):
        rules.was_sent_after_it_happened(sent, happened=DAY)

    def test_not_the_day_before(self):
        with pytest.raises(Breach, match="on 31 March 2026"):
            rules.was_sent_after_it_happened(BEFORE, happened=DAY)


class TestIsWanted:
    def test_by_some_register(self):
        rules.is_wanted(True)

        with pytest.raises(Breach, match="know of nothing"):
            rules.is_wanted(False)


class TestHasNotBeenFiled:
    def test_until_it_has(self):
        rules.has_not_been_filed(None)

        with pytest.raises(Breach, match="already, on 31 March 2026"):
            rules.has_not_been_filed(DAY)


class TestStatementIsMadeUpToADay:
    @pytest.mark.parametrize("made_up_to", [BEFORE, DAY])
    def test_by_the_day_it_is_sent(self, made_up_to):
        rules.statement_is_made_up_to_a_day(True, made_up_to, sent=DAY)

    @pytest.mark.parametrize("made_up_to", [None, AFTER])
    def test_not_without_one_or_later(self, made_up_to):
        with pytest.raises(Breach, match=r"s\.853A"):
            rules.statement_is_made_up_to_a_day(True, made_up_to, sent=DAY)

    def test_other_forms_need_none(self):
        rules.statement_is_made_up_to_a_day(False, None, sent=DAY)
