import pytest

from registry.drafts import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure


class TestWordingsAreSettled:
    def test_and_says_where_they_are_not(self):
        rules.wordings_are_settled("")
        with refused(words="See: Title; Sections, line 2: text"):
            rules.wordings_are_settled("Title; Sections, line 2: text")


class TestWordingIsStillKept:
    def test_until_one_is_chosen(self):
        rules.wording_is_still_kept(True)
        with refused(words="has chosen between these two wordings already"):
            rules.wording_is_still_kept(False)


class TestWhatStandsWasSeen:
    def test_by_whoever_chooses(self):
        rules.what_stands_was_seen(True)
        with refused(words="has been changed since you looked"):
            rules.what_stands_was_seen(False)


class TestIsOfALine:
    def test_that_can_become_another(self):
        rules.is_of_a_line(True)
        with refused(words="Only a line of a list"):
            rules.is_of_a_line(False)
