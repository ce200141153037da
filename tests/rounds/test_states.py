from datetime import date

import pytest

from registry.rounds.answers import BY_LINK, CONFIRMED, DECLARED, NOTHING, Answer
from registry.rounds.states import state_on

pytestmark = pytest.mark.pure

OPENS, DUE = date(2026, 5, 1), date(2026, 5, 31)
"""Of a round whose answers come from the first day to the last of May."""


def state(day, *answers):
    told = [Answer("ASHA", date(2026, month, of), what, BY_LINK) for (month, of), what in answers]
    return state_on(date(2026, *day), told, opens=OPENS, due=DUE)


class TestState:
    @pytest.mark.parametrize(
        ("day", "words"), [((5, 31), "Not yet"), ((6, 1), "Late by 1 day"), ((6, 25), "Late by 25 days")]
    )
    def test_without_an_answer_is_late_from_the_day_after_it_was_due(self, day, words):
        assert state(day).words == words

    @pytest.mark.parametrize(("given", "words"), [((4, 30), "Not yet"), ((5, 1), NOTHING)])
    def test_counts_what_was_said_since_it_opened(self, given, words):
        assert state((5, 20), (given, NOTHING)).words == words

    def test_counts_nothing_that_was_said_later(self):
        assert state((5, 20), ((5, 21), NOTHING)).words == "Not yet"

    def test_is_by_the_last_confirmation_rather_than_a_declaration(self):
        assert state((5, 20), ((5, 3), NOTHING), ((5, 9), CONFIRMED), ((5, 12), DECLARED)).words == CONFIRMED
        assert state((5, 20), ((5, 12), DECLARED)).words == DECLARED

    @pytest.mark.parametrize(("given", "late"), [((5, 31), 0), ((6, 1), 1), ((6, 24), 24)])
    def test_is_as_late_as_the_first_answer(self, given, late):
        assert state((6, 30), (given, DECLARED), ((6, 29), CONFIRMED)).days_late == late
