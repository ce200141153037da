"""Unlawful acts are refused as they are entered; these come about by later corrections and by facts learnt late."""

from datetime import date

import pytest
import time_machine

from registry import clock, ledger
from registry.conflicts import commands as conflicts
from registry.conflicts.models import THE_CHAIR
from registry.conflicts.treatment import NOTED
from registry.decisions.bearings import DONE
from registry.decisions.models import DEFERRED, RATIFIES, SUPERSEDES
from registry.meetings import commands as meetings
from registry.meetings.models import BY_EMAIL, DECIDE, OMITTED
from registry.seats import commands as seats
from tests.compliance.conftest import IN_TIME, LATE, MET, a_board_of_three, found, looked_over
from tests.conflicts.conftest import a_body_of_four
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AHolding,
    AMeeting,
    AMember,
    AnAppointment,
    AnInterest,
    APerson,
    ASeat,
    AShareClass,
    SomeTerms,
)
from tests.statements import statements

MAY_1, MAY_13, MAY_15 = date(2026, 5, 1), date(2026, 5, 13), date(2026, 5, 15)


class TestLawful:
    def test_meeting_lists_nothing(self, board):
        board.carries(board.met(), votes_for=3, votes_against=0, mover=board.people["Asha"])

        told = looked_over()

        assert (told, told.meetings, told.wanting) == ([], 1, 0)

    def test_meeting_with_just_a_quorum_lists_nothing(self, board):
        board.carries(board.met("Asha", "Ben"), votes_for=2, votes_against=0)

        assert found() == []

    def test_unanimous_decision_lists_nothing(self, board):
        ADecision(body=board.body, on=MET, votes_for=3, votes_against=0, mover=board.people["Ben"])

        told = looked_over()
        assert (told, told.meetings, told.alone) == ([], 0, 1)


class TestInquorate:
    def test_is_listed_once_attendance_is_corrected(self, board):
        meeting = board.met("Asha", "Ben")
        decision = board.carries(meeting)
        then = clock.now()
        board.came(meeting, Ben="absent")

        [line] = looked_over()

        assert (line["kind"], line["weight"]) == ("no quorum", "wanting")
        assert line["sentence"] == (
            "Item 1: Not quorate: 1 of 3 with a vote counted; 2 needed (Terms of reference v2.0); "
            f"{decision.number} was carried."
        )
        assert line["authority"] == "Terms of reference v2.0"
        assert [each["number"] for each in line["decisions"]] == [decision.number]
        with ledger.known(then):
            assert found() == []

    def test_is_listed_of_the_item_for_which_somebody_had_left(self, board):
        meeting = board.met("Asha", "Ben")
        board.carries(meeting, item=1)
        second = board.carries(meeting, item=2)
        board.came(meeting, item=2, Ben="left")

        [line] = looked_over()

        assert line["sentence"].startswith("Item 2: Not quorate")
        assert [each["number"] for each in line["decisions"]] == [second.number]

    def test_what_was_deferred_kept_the_rule(self, board):
        meeting = board.met("Asha", "Ben")
        board.came(meeting, item=1, Ben="left")
        decision = board.carries(meeting, outcome=DEFERRED)

        [line] = looked_over()

        assert (line["kind"], line["weight"]) == ("no quorum", "in order")
        assert line["sentence"].endswith(f"{decision.number} was deferred.")

    def test_of_the_meeting_as_a_whole_weighs_as_much_as_what_was_carried_at_it(self, board):
        meeting = board.met("Asha")
        assert found() == [("no quorum", "in order")]
        board.carries(meeting, item=None)

        [line] = looked_over()
        assert (line["weight"], line["sentence"][:23]) == ("wanting", "The meeting as a whole:")

    def test_directors_too_few_to_make_one_may_appoint_more(self):
        body = ABody(kind="board")
        SomeTerms(body=body, since=date(2020, 1, 1), quorum=2)
        AnAppointment(seat=ASeat(body=body), person=(asha := APerson()))
        meeting, vacant = AMeeting(body=body), ASeat(body=body)
        meetings.record_attendance(meeting, lines=[{"person": asha, "item": None, "mark": "present"}], by=ADA)
        at = {"body": body, "route": "meeting", "meeting": meeting, "item": 1}
        ADecision(kind="appoint", seat=vacant, person=APerson(born=date(1975, 5, 1)), **at)
        assert [weight for _, weight in found()] == ["in order"]

        ADecision(**at)

        assert [weight for _, weight in found()] == ["in order", "wanting"]

    def test_is_not_shown_where_who_came_is_not_on_record(self, board):
        board.carries(AMeeting(body=board.body, notice_given=IN_TIME))

        assert found() == [("attendance not on record", "wanting")]


class TestShortNotice:
    def test_is_listed_from_one_day_short(self, board):
        board.met(notice_given=IN_TIME)
        assert found() == []
        board.met(notice_given=LATE, on=MET)

        [line] = looked_over()
        assert (line["kind"], line["weight"]) == ("short notice", "wanting")
        assert "4 clear days; 5 needed under Terms of reference v2.0: 1 short" in line["sentence"]

    def test_that_everyone_waived_is_in_order(self, board):
        meeting = board.met(notice_given=LATE)
        first, *others = board.people.values()
        for person in others:
            meetings.waive_notice(meeting, person=person, on=MET, by=ADA)
        assert found() == [("short notice", "wanting")]

        meetings.waive_notice(meeting, person=first, on=MET, by=ADA)

        assert found() == [("short notice", "in order")]
        [line] = looked_over()
        assert (line["authority"], line["terms_ref"]) == ("Model Articles, art. 9(4)", "")

    def test_of_which_nothing_is_on_record_is_listed(self, board):
        board.met(notice_given=None)

        [line] = looked_over()
        assert line["sentence"] == "No notice of it is on record; 5 clear days needed."

    def test_of_members_is_listed_unless_they_agreed(self):
        asha, shares = AMember(), AShareClass()
        AHolding(10, member=asha, share_class=shares)
        meeting = AMeeting(body=ABody(kind="general meeting"), on=MET, notice_given=date(2026, 4, 29))
        lines = [{"person": asha.holders[0].person, "item": None, "mark": "present"}]
        meetings.record_attendance(meeting, lines=lines, by=ADA)
        assert found() == []
        meetings.give_notice(meeting, notice_given=date(2026, 4, 30), by=ADA)
        assert found() == [("short notice", "wanting")]

        meetings.agree_short_notice(meeting, members=[asha], on=MET, by=ADA)

        assert found() == [("short notice", "in order")]


class TestNotTold:
    @pytest.fixture
    def meeting(self, board):
        """One of which all three had notice, and to which a fourth belonged, as is learnt later."""
        with time_machine.travel(f"{IN_TIME}T10:00:00Z"):
            meeting = AMeeting(body=board.body, notice_given=None)
            meetings.give_notice(meeting, notice_given=IN_TIME, how=BY_EMAIL, by=ADA)
        board.came(meeting, Asha="present", Ben="present", Clara="present")
        board.sits("Dora")
        return meeting

    def test_is_listed_of_whoever_is_not_on_the_record_of_service(self, board, meeting):
        [line] = looked_over()

        assert (line["kind"], line["weight"]) == ("somebody not told", "wanting")
        assert line["sentence"] == "No notice is on record to Dora Dorason."
        assert line["authority"] == "Model Articles, art. 9(3)"

    def test_is_not_of_whoever_came_all_the_same(self, board, meeting):
        board.came(meeting, Dora="present")

        assert found() == []

    def test_is_listed_of_whoever_was_left_out_by_accident(self, board):
        meeting = AMeeting(body=board.body, notice_given=None)
        left_out = {"person": board.people["Clara"], "how": OMITTED, "why": "An old address"}
        meetings.give_notice(meeting, notice_given=IN_TIME, how=BY_EMAIL, otherwise=[left_out], by=ADA)
        board.came(meeting, Asha="present", Ben="present")

        [line] = looked_over()
        assert line["sentence"] == "Left out of the notice by accident: Clara Clarason."


class TestEndedTerm:
    def test_is_listed_of_whoever_took_part_though_that_is_learnt_later(self, board):
        decision = board.carries(board.met())
        seats.retire(board.seats["Clara"], until=MET, ended="resigned", by=ADA)

        [line] = looked_over()

        assert (line["kind"], line["weight"]) == ("no seat that day", "wanting")
        assert line["sentence"] == (
            f"Clara Clarason took part in {decision.number}: the appointment as Clara’s seat had ended, and its last "
            "day was 13 May 2026."
        )

    def test_is_not_of_whoever_sat_there_on_its_last_day(self, board):
        board.carries(board.met())
        seats.retire(board.seats["Clara"], until=MAY_15, ended="resigned", by=ADA)

        assert found() == []

    def test_is_listed_of_one_that_had_not_begun(self, board):
        board.carries(board.met())
        seat = board.seats["Clara"]
        seats.correct(seat, turn=seat.appointments[0].ref, since=MAY_15, reason="Misread", by=ADA)

        [line] = looked_over()
        assert "the appointment as Clara’s seat began only on 15 May 2026" in line["sentence"]

    def test_is_not_of_whoever_left_before_anything_was_decided(self, board):
        meeting = board.met()
        board.came(meeting, item=1, Clara="left")
        board.carries(meeting)
        seats.retire(board.seats["Clara"], until=MET, ended="resigned", by=ADA)

        assert found() == []

    def test_tells_a_vote_too_many_apart(self, board):
        board.carries(board.met(), votes_for=3, votes_against=0)
        seats.retire(board.seats["Clara"], until=MET, ended="resigned", by=ADA)

        assert sorted(found()) == [("more votes than could be cast", "wanting"), ("no seat that day", "wanting")]

    def test_is_listed_of_whoever_moved_what_was_decided_without_a_meeting(self, board):
        decision = ADecision(body=board.body, on=MET, mover=board.people["Clara"])
        seats.retire(board.seats["Clara"], until=MET, ended="resigned", by=ADA)

        [line] = looked_over()
        assert line["sentence"].startswith(f"Clara Clarason moved {decision.number}: the appointment as")

    def test_is_listed_of_whoever_was_no_member_any_longer(self):
        AHolding(10, member=AMember())
        gone = AMember(ceased=MET, folio=7)
        meeting = AMeeting(body=ABody(kind="general meeting"), on=MET)
        lines = [{"person": gone.holders[0].person, "item": None, "mark": "present"}]
        meetings.record_attendance(meeting, lines=lines, by=ADA)
        ADecision(body=meeting.body, route="meeting", meeting=meeting, item=1)

        lines = [line for line in looked_over() if line["kind"] == "no seat that day"]
        assert "no member since 14 May 2026 (folio 7)" in lines[0]["sentence"]
        assert lines[0]["authority"] == "Companies Act 2006, s.284"


class TestUndeclared:
    """Asha, a clinical director, is tied to the network that an item is about; the quorum is three of four."""

    @pytest.fixture
    def four(self):
        return a_body_of_four("board", "The Board")

    def decided(self, four, *names, **item):
        meeting = four.meets({"parties": [{"party": four.network}]} | item)
        four.attended(meeting, *(names or four.people))
        ADecision(body=four.body, route="meeting", meeting=meeting, item=1)
        return meeting

    def test_interest_of_whoever_took_part_is_listed(self, four):
        self.decided(four, "Asha", "Clara", "Lou")

        [line] = looked_over()

        assert (line["kind"], line["weight"]) == ("interest not declared", "wanting")
        assert "Dr Asha Ashason took part in" in line["sentence"]
        assert (
            "declared no interest at the meeting, though the registers tell of one: Speaks for Melton"
            in line["sentence"]
        )
        assert line["authority"] == "Companies Act 2006, s.177(1)"

    def test_is_not_listed_once_it_was_declared_there(self, four):
        meeting = self.decided(four, "Asha", "Clara", "Lou")
        four.declares(meeting, "Asha", 1, "Speaks for the network")

        assert found() == []

    def test_is_not_listed_of_whoever_left_for_the_item(self, four):
        four.sits("Dora")
        meeting = four.meets({"parties": [{"party": four.network}]})
        four.attended(meeting, "Asha", "Clara", "Lou", "Dora", Asha={1: "left"})
        ADecision(body=four.body, route="meeting", meeting=meeting, item=1)

        assert found() == []

    def test_is_not_listed_if_it_was_ruled_upon_or_dismissed(self, four):
        meeting = self.decided(four, "Asha", "Clara", "Lou")
        conflict = conflicts.confirm(meeting, item=1, person=four.people["Asha"], by=ADA)
        conflicts.treat(conflict, treatment=NOTED, ruled_by=THE_CHAIR, ruling="No real conflict", by=ADA)
        assert found() == []

        conflicts.dismiss(meeting, item=1, person=four.people["Asha"], word="Another network", by=ADA)
        assert found() == []

    def test_says_when_it_was_declared_after_all(self, four):
        meeting = self.decided(four, "Lou", "Clara", "Ben", parties=[{"name": "Vale Diagnostics"}])
        assert found() == []
        then = clock.now()
        AnInterest(
            person=four.people["Lou"], organisation="Vale Diagnostics", since=MAY_1, declared_on=date(2026, 7, 1)
        )

        [line] = looked_over()

        assert line["meeting_ref"] == meeting.ref
        assert line["sentence"].endswith("it was declared only on 1 July 2026.")
        with ledger.known(then):
            assert found() == []

    def test_on_a_body_that_is_not_of_directors_is_by_the_guidance(self):
        hub = a_body_of_four("hub", "The Hub")
        self.decided(hub, "Asha", "Clara", "Lou")

        [line] = looked_over()
        assert line["authority"] == "NHS England guidance, Managing Conflicts of Interest in the NHS"


class TestDeclaredLate:
    @pytest.mark.parametrize(("declared", "listed"), [(date(2026, 5, 29), []), (date(2026, 5, 30), ["look"])])
    def test_is_to_be_looked_at_from_the_twenty_ninth_day(self, board, declared, listed):
        board.carries(board.met())
        AnInterest(person=board.people["Ben"], organisation="Acme", since=MAY_1, declared_on=declared)

        assert [weight for _, weight in found()] == listed

    def test_is_of_decisions_between_its_arising_and_its_declaration(self, board):
        AnInterest(person=board.people["Ben"], since=MAY_15, declared_on=date(2026, 7, 1))
        AnInterest(person=board.people["Ben"], since=date(2026, 1, 1), declared_on=MET)
        AnInterest(person=board.people["Ben"], since=date(2026, 1, 1), declared_on=MAY_15, organisation="Acme")
        decision = board.carries(board.met())

        [line] = looked_over()

        assert line["sentence"] == (
            f"Ben Benson took part in {decision.number}; an interest in Acme that arose on 1 January 2026 was declared "
            "only on 15 May 2026, 134 days after. Look whether it bore on that."
        )

    def test_counts_the_decisions_where_there_are_several(self, board):
        AnInterest(person=board.people["Ben"], since=date(2026, 1, 1), declared_on=MAY_15, organisation="Acme")
        meeting = board.met()
        cited = [board.carries(meeting).number for _ in range(2)]

        [line] = looked_over()

        assert line["sentence"].startswith("Ben Benson took part in 2 decisions; an interest in Acme")
        assert [each["number"] for each in line["decisions"]] == cited

    def test_names_nothing_that_is_kept_private(self, board):
        board.carries(board.met())
        private = {"public": False, "private_reason": "A patient", "organisation": "Acme"}
        AnInterest(person=board.people["Ben"], since=MAY_1, declared_on=date(2026, 7, 1), **private)

        [line] = looked_over()
        assert "Acme" not in line["sentence"]
        assert "an interest that is kept private" in line["sentence"]


class TestVotes:
    def test_too_many_are_listed_once_attendance_is_corrected(self, board):
        meeting = board.met()
        board.carries(meeting, votes_for=2, votes_against=1)
        board.came(meeting, Clara="apologies")

        [line] = looked_over()

        assert line["kind"] == "more votes than could be cast"
        assert "3 votes were cast on" in line["sentence"]
        assert line["sentence"].endswith("those who were there and might vote had 2.")


class TestEndedTerms:
    @pytest.mark.parametrize(("until", "listed"), [(MAY_15, []), (MET, [("no terms in force", "wanting")])])
    def test_are_listed_of_a_committee_that_decided_after_them(self, until, listed):
        committee = ABody(kind="committee")
        SomeTerms(body=committee, since=date(2020, 1, 1), until=until, quorum=2)
        people = [AnAppointment(seat=ASeat(body=committee)).person for _ in range(2)]
        meeting = AMeeting(body=committee)
        lines = [{"person": person, "item": None, "mark": "present"} for person in people]
        meetings.record_attendance(meeting, lines=lines, by=ADA)
        ADecision(body=committee, route="meeting", meeting=meeting, item=1)

        assert found() == listed


class TestWithoutAMeeting:
    @pytest.mark.parametrize(("votes", "listed"), [(3, []), (2, [("not by all", "wanting")])])
    def test_is_by_all_who_were_eligible(self, board, votes, listed):
        ADecision(body=board.body, on=MET, votes_for=votes, votes_against=0)

        assert found() == listed

    def test_is_not_by_all_where_one_abstained(self, board):
        ADecision(body=board.body, on=MET, votes_for=3, votes_against=0, abstained=1)

        assert found() == [("not by all", "wanting")]

    def test_is_listed_where_a_fourth_was_eligible_as_is_learnt_later(self, board):
        ADecision(body=board.body, on=MET, votes_for=3, votes_against=0)
        board.sits("Dora")

        assert found() == [("not by all", "wanting")]

    def test_is_by_as_many_as_make_a_quorum(self, board):
        ADecision(body=board.body, on=MET)
        for name in ("Asha", "Ben"):
            seats.retire(board.seats[name], until=MET, ended="resigned", by=ADA)

        [line] = looked_over()
        assert line["authority"] == "Model Articles, art. 8(4)"


class TestReplay:
    def test_leaves_out_what_is_restricted(self, board):
        meeting = board.met("Asha", "Ben")
        board.carries(meeting, item=2)
        board.came(meeting, Ben="absent")
        board.came(meeting, item=1, Ben="present")
        assert [line["sentence"][:6] for line in looked_over()] == ["Item 2"]

        meetings.change_item(meeting, item=2, title="Lease", purpose=DECIDE, restricted="commercial", by=ADA)

        assert "Item 2" not in str(looked_over())

    @pytest.mark.parametrize("how", [SUPERSEDES, RATIFIES])
    def test_tells_what_became_of_a_decision_since(self, board, how):
        meeting = board.met("Asha", "Ben")
        first = board.carries(meeting)
        board.came(meeting, Ben="absent")
        later = board.met(on=date(2026, 6, 11), notice_given=IN_TIME)
        second = board.carries(later, bears_on=[{"how": how, "decision": first, "limbs": ""}])

        [line] = looked_over()
        assert line["since"] == [f"{DONE[how].capitalize()} by {second.number} of 11 June 2026"]

    def test_is_of_a_span_and_of_a_body(self, board):
        other = a_board_of_three(ABody(kind="committee", name="Finance"))
        board.met(notice_given=LATE)
        other.met(on=date(2026, 6, 11), notice_given=date(2026, 6, 10))

        assert [line["body"] for line in looked_over()] == ["Finance", "Executive Board"]
        assert len(found(body_ref=board.body.ref)) == 1
        assert len(found(since=MET)) == 2
        assert len(found(since=MAY_15)) == 1
        assert len(found(until=MAY_13)) == 0
        assert len(found(on=MAY_13)) == 0

    def test_looks_over_no_meeting_that_was_called_off_or_that_nobody_is_known_to_have_held(self, board):
        AMeeting(body=board.body, notice_given=LATE)
        AMeeting(body=board.body, notice_given=LATE, cancelled=MAY_13, cancelled_why="Snow")

        assert (found(), looked_over().meetings) == ([], 0)

    def test_asks_no_more_of_each_meeting_however_many_there_are(self, board):
        counts = []
        for month in range(1, 7):
            board.carries(board.met(on=date(2026, month, 12), notice_given=date(2026, month, 1)))
            with statements() as asked:
                looked_over()
            counts.append(len(asked))

        steps = {after - before for before, after in zip(counts[1:], counts[2:], strict=False)}
        assert len(steps) == 1
        assert steps.pop() <= 32
