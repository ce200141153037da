from datetime import date

import pytest

from registry.law import Breach
from registry.meetings import rules
from tests.breaches import refused

MET = date(2026, 11, 17)


class TestBodyExists:
    FOUNDED, ENDED = date(2019, 7, 1), date(2022, 4, 1)

    @pytest.mark.parametrize("on", [date(2019, 7, 1), date(2022, 3, 31)])
    def test_from_the_day_it_was_founded_to_its_last(self, on):
        rules.body_exists(self.FOUNDED, self.ENDED, on)

    @pytest.mark.parametrize("on", [date(2019, 6, 30), date(2022, 4, 1)])
    def test_not_before_or_after(self, on):
        with pytest.raises(Breach, match="only while it exists"):
            rules.body_exists(self.FOUNDED, self.ENDED, on)

    def test_without_an_end(self):
        rules.body_exists(self.FOUNDED, None, date(2099, 1, 1))


class TestNoticeComesBefore:
    @pytest.mark.parametrize("given", [date(2026, 11, 16), MET])
    def test_on_the_day_at_the_latest(self, given):
        rules.notice_comes_before(given, MET)

    def test_not_the_day_after(self):
        with pytest.raises(Breach) as breach:
            rules.notice_comes_before(date(2026, 11, 18), MET)

        assert (breach.value.authority, breach.value.field) == ("Model Articles, art. 9", "notice_given")


class TestMeetingHasCome:
    @pytest.mark.parametrize("today", [MET, date(2026, 11, 18)])
    def test_on_its_day_and_after(self, today):
        rules.meeting_has_come(MET, today)

    def test_not_the_day_before(self):
        with pytest.raises(Breach):
            rules.meeting_has_come(MET, date(2026, 11, 16))


class TestMarkedOnce:
    def test_for_the_meeting_and_once_more_for_an_item(self):
        rules.marked_once([("asha", None, "present"), ("asha", "item", "left"), ("ben", "item", "left")])

    @pytest.mark.parametrize("item", [None, "item"])
    def test_not_twice_for_the_same(self, item):
        with pytest.raises(Breach):
            rules.marked_once([("asha", item, "present"), ("asha", item, "left")])


class TestLeftSomeItem:
    def test_with_the_item(self):
        rules.left_some_item([("asha", None, "present"), ("asha", "item", "left")])

    def test_not_the_meeting_as_a_whole(self):
        with pytest.raises(Breach):
            rules.left_some_item([("asha", None, "left")])


class TestReturnedAfterLeaving:
    @pytest.mark.parametrize(
        "marks", [[], [("left", 3)], [("left", 3), ("returned", 5)], [("returned", 5), ("left", 3)]]
    )
    def test_turn_by_turn(self, marks):
        rules.returned_after_leaving([("present", 0), *marks])

    @pytest.mark.parametrize("marks", [[("returned", 3)], [("left", 3), ("left", 4)], [("returned", 3), ("left", 5)]])
    def test_not_otherwise(self, marks):
        with refused("lines"):
            rules.returned_after_leaving(marks)


class TestTimesRunOn:
    @pytest.mark.parametrize("times", [["13:00"], ["13:00", "13:00"], ["13:00", "14:20", "14:35"]])
    def test_from_when_the_meeting_began(self, times):
        rules.times_run_on(times)

    @pytest.mark.parametrize("times", [["13:00", "12:59"], ["13:00", "14:20", "14:19"]])
    def test_not_backwards(self, times):
        with refused("lines"):
            rules.times_run_on(times)


class TestApologiesComeBefore:
    @pytest.mark.parametrize("today", [date(2026, 11, 16), MET])
    def test_by_the_day_of_the_meeting(self, today):
        rules.apologies_come_before(MET, today, False)

    @pytest.mark.parametrize(("today", "is_recorded"), [(date(2026, 11, 18), False), (MET, True)])
    def test_not_the_day_after_nor_once_attendance_is_recorded(self, today, is_recorded):
        with refused("meeting", "at the latest, 17 November 2026"):
            rules.apologies_come_before(MET, today, is_recorded)


class TestApologiesComeFromWhoeverIsExpected:
    def test_and_nobody_else(self):
        rules.apologies_come_from_whoever_is_expected(True)
        with refused("meeting"):
            rules.apologies_come_from_whoever_is_expected(False)


class TestWithdrawnOnceGiven:
    def test_and_not_otherwise(self):
        rules.withdrawn_once_given(True, True)
        rules.withdrawn_once_given(False, False)
        with refused("comes_after_all"):
            rules.withdrawn_once_given(False, True)


class TestRepresentsAMember:
    def test_of_the_day(self):
        rules.represents_a_member(True)
        with refused("member"):
            rules.represents_a_member(False)


class TestMembersMeetInGeneralMeeting:
    def test_and_nowhere_else(self):
        rules.members_meet_in_general_meeting(True)
        with refused("member"):
            rules.members_meet_in_general_meeting(False)


class TestIsNotThatMember:
    def test_but_another(self):
        rules.is_not_that_member(False)
        with refused("person"):
            rules.is_not_that_member(True)


class TestIsQuorate:
    def test_with_just_as_many_as_are_needed(self):
        rules.is_quorate({"asha", "ben"}, set(), 2)

    def test_not_with_one_fewer(self):
        with pytest.raises(Breach, match="calling of another meeting"):
            rules.is_quorate({"asha"}, set(), 2)

    def test_the_excluded_are_not_counted(self):
        with pytest.raises(Breach):
            rules.is_quorate({"asha", "ben"}, {"ben"}, 2)

    def test_excluding_who_is_not_there_changes_nothing(self):
        rules.is_quorate({"asha", "ben"}, {"cai"}, 2)


class TestHasWhomAQuorumIncludes:
    TWO_ACDS_AND_A_LAY = {"ACD": 2, "lay": 1}

    def test_with_as_many_of_each_kind(self):
        rules.has_whom_a_quorum_includes({"ACD": 2, "lay": 1, "chair": 1}, self.TWO_ACDS_AND_A_LAY)

    @pytest.mark.parametrize("counted", [{"ACD": 1, "lay": 1}, {"ACD": 3}])
    def test_not_with_fewer_of_one(self, counted):
        with pytest.raises(Breach, match="none without them"):
            rules.has_whom_a_quorum_includes(counted, self.TWO_ACDS_AND_A_LAY)


class TestChairTakesPart:
    def test_as_one_of_those_present(self):
        rules.chair_takes_part(True)
        with refused("person"):
            rules.chair_takes_part(False)


class TestStandsInForAReason:
    def test_unless_it_is_the_chair(self):
        rules.stands_in_for_a_reason(True, "")
        rules.stands_in_for_a_reason(False, "Ten minutes late")
        with refused("reason"):
            rules.stands_in_for_a_reason(False, "")


class TestChairMayCast:
    def test_where_counted_and_not_otherwise(self):
        rules.chair_may_cast(True)
        with pytest.raises(Breach, match="no casting vote"):
            rules.chair_may_cast(False)


class TestOthersRuleOnTheChair:
    def test_and_the_chair_on_everybody_else(self):
        rules.others_rule_on_the_chair(False, True)
        rules.others_rule_on_the_chair(True, False)
        with pytest.raises(Breach, match="the other directors"):
            rules.others_rule_on_the_chair(True, True)


class TestClearDays:
    @pytest.mark.parametrize(
        ("given", "days"), [(date(2026, 11, 2), 14), (date(2026, 11, 3), 13), (date(2026, 11, 16), 0), (MET, 0)]
    )
    def test_count_neither_the_day_of_notice_nor_that_of_the_meeting(self, given, days):
        assert rules.clear_days(given, MET) == days

    def test_the_last_day_for_notice_gives_just_so_many(self):
        assert rules.last_day_for_notice(MET, 14) == date(2026, 11, 2)


class TestLetters:
    @pytest.mark.parametrize(
        ("items", "cited"),
        [
            ([], []),
            (["one"], ["A"]),
            (["one", "two", "two"], ["A", "B1", "B2"]),
            (["two", "one", "two"], ["A1", "B", "A2"]),
            ([str(number) for number in range(27)][-1:], ["A"]),
        ],
    )
    def test_a_letter_for_an_item_and_a_figure_where_it_has_several(self, items, cited):
        assert rules.letters(items) == cited

    def test_go_on_after_z(self):
        assert rules.letters([str(number) for number in range(27)])[-2:] == ["Z", "AA"]

    def test_sort_as_people_read_them(self):
        assert sorted(["AA", "B10", "B2", "A"], key=rules.in_order) == ["A", "B2", "B10", "AA"]
