from datetime import date

import pytest

from registry.disclosures import rules
from registry.disclosures.models import CONNECTED, IN_BODY, WRITTEN
from tests.breaches import refused

pytestmark = pytest.mark.pure

MAY_2, MAY_3, MAY_4, MAY_5 = (date(2026, 5, day) for day in (2, 3, 4, 5))


class TestIsDeclaredByADirector:
    def test_of_that_day(self):
        rules.is_declared_by_a_director(True, "Dr Patel", MAY_3)
        with refused("person", "Dr Patel was not one on 3 May 2026"):
            rules.is_declared_by_a_director(False, "Dr Patel", MAY_3)


class TestHasBeenGiven:
    def test_by_today(self):
        rules.has_been_given(MAY_3, MAY_3)
        with refused("since"):
            rules.has_been_given(MAY_4, MAY_3)


class TestHasBeenEnteredInto:
    def test_by_today_or_not_at_all(self):
        rules.has_been_entered_into(None, MAY_3)
        rules.has_been_entered_into(MAY_3, MAY_3)
        with refused("entered"):
            rules.has_been_entered_into(MAY_4, MAY_3)


class TestHasArisen:
    def test_by_the_day_it_is_declared(self):
        rules.has_arisen(None, MAY_3)
        rules.has_arisen(MAY_3, MAY_3)
        with refused("arose"):
            rules.has_arisen(MAY_4, MAY_3)


class TestIsAMeetingOfTheDirectors:
    def test_and_of_no_other_body(self):
        rules.is_a_meeting_of_the_directors(True)
        with refused("meeting"):
            rules.is_a_meeting_of_the_directors(False)


class TestMeetingHasBeenHeld:
    def test_by_today(self):
        rules.meeting_has_been_held(MAY_3, MAY_3)
        with refused("meeting", "4 May 2026 is still to come"):
            rules.meeting_has_been_held(MAY_4, MAY_3)


class TestIsGivenOnTheDayOfTheMeeting:
    def test_if_at_one(self):
        rules.is_given_on_the_day_of_the_meeting(MAY_3, None)
        rules.is_given_on_the_day_of_the_meeting(MAY_3, MAY_3)
        for day in (MAY_2, MAY_4):
            with refused("since", "on its day, 3 May 2026"):
                rules.is_given_on_the_day_of_the_meeting(day, MAY_3)


class TestIsDeclaredAgainstItsItem:
    def test_only_a_general_notice_is_given_at_a_meeting(self):
        rules.is_declared_against_its_item(IN_BODY, True)
        rules.is_declared_against_its_item(WRITTEN, False)
        with refused("meeting"):
            rules.is_declared_against_its_item(WRITTEN, True)


class TestExtentIsTold:
    def test_but_for_a_connection(self):
        rules.extent_is_told(CONNECTED, "")
        rules.extent_is_told(IN_BODY, "A third")
        for kind in (IN_BODY, WRITTEN):
            with refused("extent"):
                rules.extent_is_told(kind, "")


class TestEndsOnceAfterItWasGiven:
    def test_by_a_day(self):
        rules.ends_once_after_it_was_given(MAY_3, MAY_4, None)
        for until, ended in ((MAY_3, None), (MAY_5, MAY_4)):
            with refused("until"):
                rules.ends_once_after_it_was_given(MAY_3, until, ended)


class TestIsBroughtUpOnce:
    def test_and_no_more(self):
        rules.is_brought_up_once(False)
        with refused("meeting"):
            rules.is_brought_up_once(True)


class TestIsBroughtUpAtTheNextMeeting:
    def test_or_at_one_on_its_own_day_and_at_no_later_one(self):
        rules.is_brought_up_at_the_next_meeting(MAY_4, MAY_3, MAY_4)
        rules.is_brought_up_at_the_next_meeting(MAY_3, MAY_3, MAY_4)
        for day in (MAY_2, MAY_5):
            with refused("meeting", "here: 4 May 2026"):
                rules.is_brought_up_at_the_next_meeting(day, MAY_3, MAY_4)


class TestInterestIsTold:
    def test_whole_unless_a_notice_has_told_it(self):
        rules.interest_is_told("Partner", "A sixth", False)
        rules.interest_is_told("", "", True)
        for nature, extent in (("Partner", ""), ("", "A sixth")):
            with refused("nature"):
                rules.interest_is_told(nature, extent, False)


class TestNoticeIsInEffect:
    def test_for_whoever_gave_it_from_its_day_on(self):
        rules.notice_is_in_effect(True, MAY_3, MAY_3, held=True)
        for own, effective, held in (
            (False, MAY_3, True),
            (True, None, True),
            (True, MAY_4, True),
            (True, MAY_3, False),
        ):
            with refused("notice"):
                rules.notice_is_in_effect(own, effective, MAY_3, held=held)


class TestCompletesAnEarlierOne:
    def test_of_the_same_director(self):
        rules.completes_an_earlier_one(True, MAY_3, MAY_3)
        for own, earlier in ((False, MAY_2), (True, MAY_4)):
            with refused("earlier"):
                rules.completes_an_earlier_one(own, earlier, MAY_3)


class TestSaysThatItCompletesTheFirst:
    def test_where_there_is_one(self):
        rules.says_that_it_completes_the_first(False, False)
        rules.says_that_it_completes_the_first(True, True)
        with refused("earlier"):
            rules.says_that_it_completes_the_first(True, False)
