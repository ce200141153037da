from datetime import date

import pytest

from registry.actions import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure

YESTERDAY, TODAY, TOMORROW = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)


class TestHasBeenAgreed:
    def test_by_today(self):
        rules.has_been_agreed(TODAY, TODAY)
        with refused("meeting", "15 May 2026 is still to come"):
            rules.has_been_agreed(TOMORROW, TODAY)


class TestLeavesTimeToAct:
    def test_from_the_day_on_which_it_is_settled(self):
        rules.leaves_time_to_act(TODAY, TODAY)
        rules.leaves_time_to_act(TODAY, None)
        with refused("due", "14 May 2026"):
            rules.leaves_time_to_act(TODAY, YESTERDAY)


class TestSomebodyIsThereToAct:
    def test_while_she_lives(self):
        rules.somebody_is_there_to_act(None)
        with refused("owner", "13 May 2026"):
            rules.somebody_is_there_to_act(YESTERDAY)


class TestIsStillOpen:
    def test_until_it_is_closed(self):
        rules.is_still_open(None)
        with refused("", "closed on 13 May 2026"):
            rules.is_still_open(YESTERDAY)


class TestHasBeenClosed:
    def test_once_it_is_closed(self):
        rules.has_been_closed(YESTERDAY)
        with refused("", "has been closed"):
            rules.has_been_closed(None)


class TestIsHandedToAnother:
    def test_only_to_another(self):
        rules.is_handed_to_another(False)
        with refused("owner"):
            rules.is_handed_to_another(True)


class TestIsMovedElsewhere:
    def test_to_another_day_or_from_meeting_to_meeting(self):
        rules.is_moved_elsewhere(TODAY, TOMORROW)
        rules.is_moved_elsewhere(TODAY, None)
        rules.is_moved_elsewhere(None, None)
        with refused("due", "14 May 2026"):
            rules.is_moved_elsewhere(TODAY, TODAY)


class TestDroppingSaysWhy:
    def test_of_what_is_dropped_alone(self):
        rules.dropping_says_why(True, "The lease was sold")
        rules.dropping_says_why(False, "")
        with refused("why"):
            rules.dropping_says_why(True, "")


class TestStepsComeInTurn:
    def test_from_the_day_of_the_last_to_today(self):
        rules.steps_come_in_turn(YESTERDAY, YESTERDAY, TODAY)
        rules.steps_come_in_turn(YESTERDAY, TODAY, TODAY)
        with refused("on", "14 May 2026"):
            rules.steps_come_in_turn(TODAY, YESTERDAY, TODAY)
        with refused("on"):
            rules.steps_come_in_turn(YESTERDAY, TOMORROW, TODAY)


class TestLettersAskOfOpenBusiness:
    def test_and_of_nothing_restricted(self):
        rules.letters_ask_of_open_business(False)
        with refused("", "speak to whoever has the action"):
            rules.letters_ask_of_open_business(True)
