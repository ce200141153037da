from datetime import UTC, datetime

from registry.check import rules


class TestIsWithdrawnOnce:
    def test_holds_of_one_that_stands(self):
        assert rules.is_withdrawn_once.keeps(None)

    def test_fails_of_one_that_was_withdrawn(self):
        assert not rules.is_withdrawn_once.keeps(datetime(2026, 5, 14, tzinfo=UTC))
