from datetime import date

from registry.authorisations import rules
from tests.breaches import refused

MAY_13, MAY_14, MAY_15 = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)


class TestDirectorsAuthorise:
    def test_and_no_other_body(self):
        rules.directors_authorise(True)
        with refused("body"):
            rules.directors_authorise(False)


class TestDecidedAtAMeetingOrByAll:
    def test_and_not_in_writing_by_most(self):
        rules.decided_at_a_meeting_or_by_all(True)
        with refused("route"):
            rules.decided_at_a_meeting_or_by_all(False)


class TestIsADirector:
    def test_on_the_day(self):
        rules.is_a_director(True)
        with refused("person"):
            rules.is_a_director(False)


class TestInterestIsTheDirectorsOwn:
    def test_if_one_is_named(self):
        rules.interest_is_the_directors_own("ASHA", None)
        rules.interest_is_the_directors_own("ASHA", "ASHA")
        with refused("interest"):
            rules.interest_is_the_directors_own("ASHA", "BEN")


class TestMembersHaveLetTheDirectors:
    def test_where_the_company_was_formed_before_1_october_2008(self):
        rules.members_have_let_the_directors(date(2008, 10, 1), False)
        rules.members_have_let_the_directors(date(2008, 9, 30), True)
        rules.members_have_let_the_directors(None, False)
        with refused("resolution"):
            rules.members_have_let_the_directors(date(2008, 9, 30), False)


class TestConstitutionLeavesItToTheDirectors:
    def test_unless_it_is_for_the_members(self):
        for reserved_to in ("", "the board"):
            rules.constitution_leaves_it_to_the_directors(reserved_to, "Articles v1.0, clause 9")
        with refused("kind", "it is for the members .Articles v1.0, clause 9"):
            rules.constitution_leaves_it_to_the_directors("the members", "Articles v1.0, clause 9")


class TestAttendanceIsRecorded:
    def test_first(self):
        rules.attendance_is_recorded(True)
        with refused("meeting"):
            rules.attendance_is_recorded(False)


class TestQuorumIsMetWithoutThem:
    def test_and_is_not_where_nobody_can_say(self):
        rules.quorum_is_met_without_them(True, 4)
        for is_quorate in (False, None):
            with refused("meeting", "too few are left, 3"):
                rules.quorum_is_met_without_them(is_quorate, 3)


class TestVotesWithoutThemAreTold:
    def test_both_for_and_against(self):
        rules.votes_without_them_are_told(4, 0)
        for told in ((None, 0), (4, None)):
            with refused("votes_for"):
                rules.votes_without_them_are_told(*told)


class TestPassesWithoutTheirVotes:
    def test_by_more_for_than_against_among_the_others(self):
        rules.passes_without_their_votes(4, 0, 4)
        rules.passes_without_their_votes(3, 2, 5)
        for told in ((2, 2, 4), (5, 0, 4), (3, 2, 4), (0, 0, 4)):
            with refused("votes_for"):
                rules.passes_without_their_votes(*told)


class TestOthersWouldMakeAQuorum:
    def test_of_a_meeting(self):
        rules.others_would_make_a_quorum(True)
        for is_quorate in (False, None):
            with refused("route"):
                rules.others_would_make_a_quorum(is_quorate)


class TestAllTheOthersAgree:
    def test_each_of_them(self):
        rules.all_the_others_agree(None, None, None, 3)
        rules.all_the_others_agree(3, 0, 0, 3)
        for told in ((2, 0, 0), (4, 0, 0), (3, 1, 0), (3, 0, 1)):
            with refused("votes_for", "the others have 3 votes"):
                rules.all_the_others_agree(*told, 3)


class TestReviewedWhileItHolds:
    def test_after_it_begins_and_by_the_day_it_lapses(self):
        rules.reviewed_while_it_holds(MAY_13, None, MAY_14)
        rules.reviewed_while_it_holds(MAY_13, MAY_14, None)
        rules.reviewed_while_it_holds(MAY_13, MAY_14, MAY_14)
        for review_due, until in ((MAY_13, None), (MAY_15, MAY_14)):
            with refused("review_due"):
                rules.reviewed_while_it_holds(MAY_13, review_due, until)


class TestLapsesAfterItBegins:
    def test_by_a_day(self):
        rules.lapses_after_it_begins(MAY_13, None)
        rules.lapses_after_it_begins(MAY_13, MAY_14)
        with refused("lapses"):
            rules.lapses_after_it_begins(MAY_14, MAY_14)


class TestIsInForce:
    def test_after_the_day_it_began_and_before_the_first_without_it(self):
        rules.is_in_force(MAY_13, None, MAY_14)
        rules.is_in_force(MAY_13, MAY_15, MAY_14)
        for begun, until in ((MAY_14, None), (MAY_13, MAY_14)):
            with refused("authorisation"):
                rules.is_in_force(begun, until, MAY_14)


class TestVariesOneOfTheSameDirector:
    def test_and_of_no_other(self):
        rules.varies_one_of_the_same_director("ASHA", "ASHA")
        with refused("authorisation"):
            rules.varies_one_of_the_same_director("ASHA", "BEN")
