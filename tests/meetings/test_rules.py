from datetime import date

import pytest

from registry.law import Breach
from registry.meetings import rules
from registry.meetings.rules import Needed
from registry.terms.in_force import RuleInForce, RulesInForce

MET = date(2026, 11, 17)
PRESENT_ALL = [("asha", None, "present"), ("ben", None, "present"), ("cai", None, "present")]


def asked(what, number, of=None, who=""):
    return RuleInForce(what, number, of, who, "", "", "Terms of reference v2.0, clause 6", None)


def in_force(*told):
    return RulesInForce(told)


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


class TestNeededFor:
    def test_as_the_rules_in_force_say(self):
        assert rules.needed_for(in_force(asked("quorum", 4)), 7) == Needed(4, "Terms of reference v2.0, clause 6")

    @pytest.mark.parametrize(("voting", "count"), [(6, 3), (7, 4), (8, 4), (0, 0)])
    def test_a_half_is_of_those_who_may_vote(self, voting, count):
        assert rules.needed_for(in_force(asked("quorum", 1, 2)), voting).count == count

    @pytest.mark.parametrize(("voting", "count"), [(6, 4), (7, 4), (8, 5), (0, 1)])
    def test_a_majority_is_more_than_a_half(self, voting, count):
        assert rules.needed_for(in_force(asked("quorum", 1, 2, "more than")), voting).count == count

    def test_with_the_kinds_of_seat_it_includes(self):
        told = asked("quorum", 5), asked("quorum includes", 2, who="ACD"), asked("quorum includes", 1, who="lay")

        assert rules.needed_for(in_force(*told), 7).includes == {"ACD": 2, "lay": 1}

    def test_nothing_where_no_rule_says(self):
        assert rules.needed_for(in_force(), 7) == Needed(None, "")


class TestQuorumOf:
    SEATED = {"asha": ["chair"], "ben": ["ACD"], "cai": ["ACD", "director"], "dee": ["lay"]}
    TWO = Needed(2, "Terms of reference v2.0")

    def test_counts_those_with_a_vote_who_were_present(self):
        marks = [*PRESENT_ALL, ("dee", None, "apologies"), ("guest", None, "present")]

        quorum = rules.quorum_of(None, marks, self.SEATED, self.TWO)

        assert quorum.sentence == "3 of 4 counted; 2 needed under Terms of reference v2.0: quorate"

    def test_leaves_out_who_left_for_the_item_and_only_for_it(self):
        marks = [*PRESENT_ALL, ("asha", "4", "left"), ("ben", "4", "left")]

        assert rules.quorum_of("4", marks, self.SEATED, self.TWO).counted == 1
        assert rules.quorum_of("4", marks, self.SEATED, self.TWO).quorate is False
        assert rules.quorum_of("5", marks, self.SEATED, self.TWO).counted == 3
        assert rules.quorum_of(None, marks, self.SEATED, self.TWO).counted == 3

    def test_counts_who_came_for_the_item_alone(self):
        marks = [*PRESENT_ALL, ("dee", None, "apologies"), ("dee", "4", "present")]

        assert rules.quorum_of("4", marks, self.SEATED, self.TWO).counted == 4
        assert rules.quorum_of("5", marks, self.SEATED, self.TWO).counted == 3

    def test_says_so_where_nothing_says_how_many_are_needed(self):
        quorum = rules.quorum_of(None, PRESENT_ALL, self.SEATED, Needed(None, ""))

        assert quorum.quorate is None
        assert quorum.sentence == "3 of 4 counted; nothing in force says how many are needed"

    def test_is_none_without_those_whom_it_includes(self):
        needed = Needed(2, "Terms of reference v2.0, clause 6", {"ACD": 2})
        marks = [*PRESENT_ALL, ("ben", "4", "left")]

        assert rules.quorum_of("5", marks, self.SEATED, needed).quorate is True
        assert rules.quorum_of("4", marks, self.SEATED, needed).sentence == (
            "2 of 4 counted; 2 needed, 2 ACD among them, under Terms of reference v2.0, clause 6: not quorate"
        )

    def test_of_members_is_not_counted_from_seats(self):
        quorum = rules.quorum_of(None, PRESENT_ALL, None, Needed(2, "Companies Act 2006, s.318(2)"))

        assert quorum.quorate is None
        assert quorum.sentence == (
            "2 needed under Companies Act 2006, s.318(2), counted among the members, who have no seats"
        )


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
