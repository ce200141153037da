from datetime import date

from registry.minutes import rules
from registry.structure.models import BOARD, GENERAL_MEETING, HUB
from tests.breaches import refused

MET, NEXT, TODAY = date(2026, 5, 14), date(2026, 7, 9), date(2026, 7, 20)


class TestKeeping:
    def test_is_by_the_section_on_members_for_their_meetings_and_on_directors_for_others(self):
        assert rules.keeping(GENERAL_MEETING) == "Companies Act 2006, s.355"
        assert rules.keeping(BOARD) == rules.keeping(HUB) == "Companies Act 2006, s.248"

    def test_is_for_ten_years_at_least(self):
        assert rules.kept_until(MET) == date(2036, 5, 14)
        assert rules.kept_until(date(2028, 2, 29)) == date(2038, 2, 28)


class TestHasBeenHeld:
    def test_from_its_own_day(self):
        rules.has_been_held(MET, MET, False)

        with refused(words="the meeting of 14 May 2026 has not been held"):
            rules.has_been_held(MET, date(2026, 5, 13), False)

    def test_unless_it_was_called_off(self):
        with refused():
            rules.has_been_held(MET, TODAY, True)


class TestMembersMetLawfully:
    def test_on_enough_notice_alone(self):
        rules.members_met_lawfully(True)

        with refused(words="too short a notice"):
            rules.members_met_lawfully(False)


class TestIsNotYetSettled:
    def test_until_they_are_approved_and_then_says_how_a_correction_is_made(self):
        rules.is_not_yet_settled("The Board", None)

        with refused(words="a correction is a minute of the later meeting at which it is agreed. Enter it there"):
            rules.is_not_yet_settled("The Board", NEXT)


class TestSomethingHasChanged:
    def test_since_the_last_version(self):
        rules.something_has_changed(True)

        with refused(words="Nothing has changed"):
            rules.something_has_changed(False)


class TestGoesOutAfterTheMeeting:
    def test_from_its_day_until_today(self):
        for day in (MET, TODAY):
            rules.goes_out_after_the_meeting(day, MET, TODAY)

        for day in (date(2026, 5, 13), date(2026, 7, 21)):
            with refused("circulated"):
                rules.goes_out_after_the_meeting(day, MET, TODAY)


class TestIsNotOutYet:
    def test_is_kept_once_it_went_out(self):
        rules.is_not_out_yet(False)

        with refused(words="not thrown away"):
            rules.is_not_out_yet(True)


class TestIsTheLatest:
    def test_of_the_last_version_alone(self):
        rules.is_the_latest(2, 2)

        with refused(words="Version 1 has been followed by version 2"):
            rules.is_the_latest(1, 2)


class TestIsALaterMeetingOfTheSameBody:
    def test_is_neither_another_bodys_nor_an_earlier_one(self):
        rules.is_a_later_meeting_of_the_same_body(True, True)

        for same, later in ((False, True), (True, False)):
            with refused("meeting"):
                rules.is_a_later_meeting_of_the_same_body(same, later)


class TestWereCirculatedBefore:
    def test_by_the_day_of_the_meeting(self):
        rules.were_circulated_before(NEXT, NEXT)

        with refused("meeting", "on 10 July 2026, after it met on 9 July 2026"):
            rules.were_circulated_before(date(2026, 7, 10), NEXT)


class TestIsAnItem:
    def test_of_that_agenda(self):
        rules.is_an_item(1, True)

        with refused("item", "no item 9"):
            rules.is_an_item(9, False)


class TestDecidedItThere:
    def test_at_that_meeting(self):
        rules.decided_it_there(True)

        with refused("decision"):
            rules.decided_it_there(False)


class TestAgreesWithTheRegisters:
    def test_while_nothing_has_changed(self):
        rules.agrees_with_the_registers("")

        with refused(words="The registers say otherwise than these minutes \\(Now said: “x”\\)"):
            rules.agrees_with_the_registers("Now said: “x”")


class TestIsAPassage:
    def test_of_a_number_that_is_there(self):
        rules.is_a_passage(4, True)

        with refused(words="no passage 99"):
            rules.is_a_passage(99, False)


class TestFactsAreChangedWhereTheyAreKept:
    def test_and_not_on_approval(self):
        rules.facts_are_changed_where_they_are_kept(4, True)

        with refused("corrections", "put the fact right where it is kept"):
            rules.facts_are_changed_where_they_are_kept(4, False)


class TestHasBeenSettled:
    def test_before_a_later_meeting_corrects_them(self):
        rules.has_been_settled(NEXT)

        with refused(words="have not been approved yet"):
            rules.has_been_settled(None)


class TestIsNotYetAuthenticated:
    def test_so_that_they_are_signed_once(self):
        rules.is_not_yet_authenticated(None)

        with refused(words="authenticated on 9 July 2026 and are locked"):
            rules.is_not_yet_authenticated(NEXT)


class TestChairedThatOrTheNextMeeting:
    def test_of_the_directors(self):
        rules.chaired_that_or_the_next_meeting(True)

        with refused("person", "in the chair of neither"):
            rules.chaired_that_or_the_next_meeting(False)


class TestChairedThatOrTheNextGeneralMeeting:
    def test_of_the_members(self):
        rules.chaired_that_or_the_next_general_meeting(True)

        with refused("person", "next general meeting"):
            rules.chaired_that_or_the_next_general_meeting(False)


class TestIsSignedOnceItMayBe:
    def test_from_the_day_of_approval_until_today(self):
        for day in (NEXT, TODAY):
            rules.is_signed_once_it_may_be(day, NEXT, TODAY)

        for day in (date(2026, 7, 8), date(2026, 7, 21)):
            with refused("authenticated"):
                rules.is_signed_once_it_may_be(day, NEXT, TODAY)


class TestSuggestsWhoMay:
    def test_whoever_was_there_or_sits_there(self):
        rules.suggests_who_may(True)

        with refused(words="the office writes down another’s"):
            rules.suggests_who_may(False)


class TestIsStillOpen:
    def test_until_it_is_answered(self):
        rules.is_still_open("")

        with refused(words="has been declined already"):
            rules.is_still_open("declined")


class TestIsDeclinedWithAReason:
    def test_and_accepted_with_or_without(self):
        for is_accepted, answer in ((True, ""), (True, "Yes"), (False, "It was not said")):
            rules.is_declined_with_a_reason(is_accepted, answer)

        with refused("answer"):
            rules.is_declined_with_a_reason(False, "")


class TestFactHasBeenPutRight:
    def test_before_a_sentence_of_the_registers_is_accepted_otherwise(self):
        for is_written, still_says_so in ((True, False), (True, True), (False, False)):
            rules.fact_has_been_put_right(is_written, still_says_so)

        with refused(words="put the fact right there first"):
            rules.fact_has_been_put_right(False, True)


class TestIsForWhoeverSitsThere:
    def test_and_not_for_a_member_merely_as_one(self):
        rules.is_for_whoever_sits_there(True)

        with refused(words="merely as a shareholder"):
            rules.is_for_whoever_sits_there(False)
