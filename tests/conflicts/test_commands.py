"""Conflicts confirmed and dismissed, asked about, declared and ruled upon; and what that comes to at once."""

from datetime import date

import pytest
import time_machine

from registry.conflicts import commands
from registry.conflicts.models import CORRECTED, THE_CHAIR, THE_OTHERS
from registry.conflicts.plan import plan_of
from registry.conflicts.queries import asked_of, conflicts_at, conflicts_of, to_handle_on
from registry.conflicts.treatment import AWAY, LEFT, NO_PAPERS, NO_VOTE, NOTED, STOOD_DOWN
from registry.conflicts.undeclared import undeclared_at
from registry.decisions import commands as decisions
from registry.directors import commands as directors
from registry.disclosures import commands as disclosures
from registry.disclosures.models import IN_BODY
from registry.interests import commands as interests
from registry.law import Breach
from registry.meetings import commands as meetings
from registry.meetings.bars import bars_at, papers_kept_from
from tests.breaches import refused
from tests.conflicts.conftest import MET
from tests.factories import ADA, AnInterest, APerson

BEFORE, AFTER = date(2026, 5, 13), date(2026, 5, 15)


@pytest.fixture
def meeting(board):
    """A meeting that notes a report and then decides on a contract with the network."""
    return board.meets(
        {"title": "A report", "purpose": "note"}, {"title": "Extended hours", "parties": [{"party": board.network}]}
    )


@pytest.fixture(autouse=True)
def _the_week_before():
    with time_machine.travel(date(2026, 5, 7), tick=False):
        yield


def confirmed(board, meeting, name="Asha", **treated):
    conflict = commands.confirm(meeting, item=2, person=board.people[name], by=ADA)
    if treated:
        commands.treat(conflict, **{"ruled_by": THE_CHAIR} | treated, by=ADA)
    return conflict


def line(meeting, name, item=2):
    return next(
        each for each in conflicts_at(meeting, MET) if each["number"] == item and each["name"].startswith(f"Dr {name}")
    )


class TestConfirm:
    def test_keeps_what_was_found_with_the_word(self, board, meeting):
        conflict = commands.confirm(meeting, item=2, person=board.people["Asha"], word="Paid by it", by=ADA)

        assert [ground.grade for ground in conflict.grounds] == ["certain"]
        assert line(meeting, "Asha")["state"] == "Confirmed: Paid by it"

    def test_keeps_what_was_found_though_the_registers_change(self, board, meeting):
        interest = AnInterest(person=board.people["Lou"], organisation=board.network.name)
        conflict = commands.confirm(meeting, item=2, person=board.people["Lou"], by=ADA)
        commands.dismiss(meeting, item=2, person=board.people["Lou"], word="A namesake", by=ADA)

        assert conflict.grounds[0].source_ref == interest.ref
        assert line(meeting, "Lou")["state"] == "Dismissed: A namesake"

    def test_not_of_what_nobody_found(self, board, meeting):
        with refused("person"):
            commands.confirm(meeting, item=2, person=board.people["Clara"], by=ADA)

    def test_not_of_somebody_without_a_seat(self, board, meeting):
        with refused("person"):
            commands.confirm(meeting, item=2, person=APerson(), by=ADA)


class TestDismiss:
    def test_and_its_word_is_not_why_it_is_confirmed_after_all(self, board, meeting):
        commands.dismiss(meeting, item=2, person=board.people["Asha"], word="A namesake", by=ADA)
        confirmed(board, meeting)
        assert line(meeting, "Asha")["state"] == "Confirmed"

    def test_only_with_a_word(self, board, meeting):
        with refused("word"):
            commands.dismiss(meeting, item=2, person=board.people["Ben"], word="", by=ADA)

    def test_not_of_what_nobody_found(self, board, meeting):
        with refused("person"):
            commands.dismiss(meeting, item=2, person=board.people["Clara"], word="A namesake", by=ADA)

    def test_what_is_dismissed_is_counted_again_and_stays_on_record(self, board, meeting):
        confirmed(board, meeting, "Ben")
        commands.dismiss(meeting, item=2, person=board.people["Ben"], word="His practice has left", by=ADA)

        assert bars_at(meeting) == []
        assert line(meeting, "Ben")["dismissed"]


class TestTell:
    def test_of_an_interest_that_no_register_knows(self, board, meeting):
        commands.tell(meeting, item=1, person=board.people["Clara"], nature="My sister wrote it", by=ADA)

        told = line(meeting, "Clara", item=1)
        assert (told["reasons"], told["grade"], told["state"]) == (["My sister wrote it"], "certain", "Confirmed")

    def test_not_of_somebody_without_a_seat(self, board, meeting):
        with refused("person"):
            commands.tell(meeting, item=2, person=APerson(), nature="Partner", by=ADA)

    def test_the_same_told_twice_is_told_once(self, board, meeting):
        for _ in range(2):
            conflict = commands.tell(meeting, item=1, person=board.people["Clara"], nature="My sister’s", by=ADA)
        assert len(conflict.grounds) == 1


class TestTreat:
    def test_takes_effect_at_once_on_the_quorum(self, board, meeting):
        assert plan_of(meeting, BEFORE)["items"][1]["quorate"]
        for name in ("Asha", "Ben"):
            confirmed(board, meeting, name, treatment=LEFT)

        first, second = plan_of(meeting, BEFORE)["items"]
        assert first["quorate"]
        assert not second["quorate"]
        assert second["quorum"].startswith("A quorum cannot be had: 2 expected, 3 needed")

    def test_says_what_the_rules_still_allow(self, board, meeting):
        for person in board.people.values():
            directors.bring_in(person=person, since=date(2020, 1, 1), by=ADA)
        for name in ("Asha", "Ben"):
            confirmed(board, meeting, name, treatment=LEFT)
        told = {each["authority"] for each in plan_of(meeting, BEFORE)["items"][1]["remedies"]}
        assert told >= {"Model Articles, art. 14(3)(a)"}

    def test_before_a_ruling_the_rule_in_force_holds(self, board, meeting):
        confirmed(board, meeting)
        [bar] = bars_at(meeting)
        assert (bar.is_counted, bar.votes, bar.stays, bar.has_papers) == (False, False, True, True)

    @pytest.mark.parametrize("treatment", [NO_PAPERS, AWAY])
    def test_papers_are_kept_from_whoever_is_to_have_none_and_from_nobody_else(self, board, meeting, treatment):
        conflict = confirmed(board, meeting, treatment=treatment)
        assert list(papers_kept_from(board.people["Asha"].ref, meeting)) == [conflict.item_ref]
        assert papers_kept_from(board.people["Ben"].ref, meeting) == {}

    def test_whoever_may_stay_without_a_vote_has_the_papers(self, board, meeting):
        confirmed(board, meeting, treatment=NO_VOTE)
        assert papers_kept_from(board.people["Asha"].ref, meeting) == {}

    def test_one_with_no_real_conflict_is_counted_and_it_says_why(self, board, meeting):
        conflict = confirmed(board, meeting)
        with refused("ruling"):
            commands.treat(conflict, treatment=NOTED, ruled_by=THE_CHAIR, by=ADA)
        commands.treat(conflict, treatment=NOTED, ruled_by=THE_CHAIR, ruling="It gains nothing", by=ADA)
        assert bars_at(meeting) == []

    def test_not_before_it_is_confirmed(self, board, meeting):
        [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        with refused("treatment"):
            commands.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)

    def test_the_others_rule_on_the_chair_who_may_stand_down(self, board, meeting):
        conflict = commands.tell(meeting, item=2, person=board.people["Clara"], nature="My husband bids", by=ADA)
        with refused("ruled_by"):
            commands.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)
        commands.treat(conflict, treatment=LEFT, ruled_by=THE_OTHERS, by=ADA)
        commands.treat(conflict, treatment=STOOD_DOWN, ruled_by=THE_CHAIR, by=ADA)
        assert not bars_at(meeting)[0].stays

    def test_nobody_else_stands_down_as_chair(self, board, meeting):
        with refused("treatment"):
            confirmed(board, meeting, treatment=STOOD_DOWN)


class TestAsk:
    def test_each_of_whom_something_is_found_is_asked_of_each_item(self, board, meeting):
        asked = commands.ask(meeting, people=[board.people["Asha"], board.people["Ben"]], by=ADA)

        assert {conflict.person_ref for conflict in asked} == {board.people["Asha"].ref, board.people["Ben"].ref}
        assert line(meeting, "Asha")["answer"] == "Asked on 7 May 2026; no answer yet"

    def test_nobody_is_asked_of_what_was_dismissed(self, board, meeting):
        commands.dismiss(meeting, item=2, person=board.people["Ben"], word="Left", by=ADA)
        assert commands.ask(meeting, people=[board.people["Ben"]], by=ADA) == []

    def test_asked_again_it_stays_asked_on_the_first_day(self, board, meeting):
        [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        with time_machine.travel(BEFORE, tick=False):
            commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        assert conflict.asked == date(2026, 5, 7)

    def test_not_of_a_meeting_that_was_called_off_nor_for_an_answer_to_it(self, board, meeting):
        [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        meetings.call_off(meeting, reason="Snow", by=ADA)
        assert asked_of(board.people["Asha"].ref, BEFORE) == []
        assert list(to_handle_on(BEFORE)) == []
        with pytest.raises(Breach, match="called off"):
            commands.ask(meeting, people=[board.people["Ben"]], by=ADA)
        with pytest.raises(Breach, match="called off"):
            commands.answer(conflict, answer=CORRECTED, by=ADA)

    def test_not_once_the_meeting_is_over(self, board, meeting):
        with time_machine.travel(AFTER, tick=False), refused("item"):
            commands.ask(meeting, people=[board.people["Asha"]], by=ADA)


class TestAnswer:
    def test_is_kept_in_the_persons_words(self, board, meeting):
        [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        commands.answer(conflict, answer=CORRECTED, explanation="I left the network.", by=ADA)

        assert line(meeting, "Asha")["answer"] == ("Answered on 7 May 2026, it is put wrongly: “I left the network”")

    def test_is_asked_for_until_the_day_of_the_meeting(self, board, meeting):
        commands.ask(meeting, people=[board.people["Asha"]], by=ADA)
        asha = board.people["Asha"].ref
        assert len(asked_of(asha, MET)) == 1
        assert asked_of(asha, AFTER) == []

    def test_comes_by_the_day_of_the_meeting(self, board, meeting):
        [conflict] = commands.ask(meeting, people=[board.people["Asha"]], by=ADA)

        with time_machine.travel(AFTER, tick=False), refused("item"):
            commands.answer(conflict, answer=CORRECTED, by=ADA)
        with time_machine.travel(MET, tick=False):
            commands.answer(conflict, answer=CORRECTED, by=ADA)


class TestDeclare:
    def test_is_minuted_with_the_ruling(self, hub):
        meeting = hub.meets({"title": "A report"}, {"title": "Extended hours"})
        with time_machine.travel(MET, tick=False):
            hub.attended(meeting, "Clara", "Asha", "Ben", "Lou")
            conflict = commands.declare(meeting, item=2, person=hub.people["Asha"], nature="It pays me", by=ADA)
            commands.treat(conflict, treatment=LEFT, ruled_by=THE_CHAIR, by=ADA)

        assert line(meeting, "Asha")["minute"] == (
            "Dr Asha Ashason declared an interest in item 2 (It pays me). "
            "As ruled by the chair, Dr Asha Ashason left for the item, and did not vote."
        )

    def test_not_before_the_meeting(self, hub):
        with refused("person"):
            commands.declare(hub.meets({}), item=1, person=hub.people["Asha"], nature="It pays me", by=ADA)

    def test_not_of_somebody_who_was_not_there(self, hub):
        meeting = hub.meets({})
        with time_machine.travel(MET, tick=False):
            hub.attended(meeting, "Clara", "Ben", "Lou")
            with refused("person"):
                commands.declare(meeting, item=1, person=hub.people["Asha"], nature="It pays me", by=ADA)

    def test_not_at_a_meeting_of_the_directors_who_disclose(self, board, meeting):
        with time_machine.travel(MET, tick=False), refused("person"):
            commands.declare(meeting, item=2, person=board.people["Asha"], nature="It pays me", by=ADA)


class TestDisclosure:
    """What a director discloses at the meeting is a conflict, whatever the registers had of it."""

    def test_is_found_for_certain_and_declared(self, board, meeting):
        with time_machine.travel(MET, tick=False):
            board.declares(meeting, "Clara", 2, "My husband bids")

        told = line(meeting, "Clara")
        assert (told["grade"], told["declared"]) == ("certain", MET)
        assert told["reasons"] == ["Declared at the meeting: My husband bids; All of it"]

    def test_general_notice_is_a_tie_from_the_day_it_has_effect(self, board):
        directors.bring_in(person=board.people["Lou"], since=date(2020, 1, 1), by=ADA)
        given = board.meets({"title": "Notices"}, on=BEFORE)
        with time_machine.travel(BEFORE, tick=False):
            disclosures.give(
                person=board.people["Lou"], kind=IN_BODY, organisation="Birch Ltd", nature="Director", extent="Half",
                since=BEFORE, meeting=given, by=ADA,
            )  # fmt: skip
        meeting = board.meets({"parties": [{"name": "Birch Limited"}]})
        assert line(meeting, "Lou", item=1)["reasons"] == [
            "General notice: Director (Birch Ltd): Birch Limited is a party to the item"
        ]


class TestUndeclared:
    def names(self, meeting):
        return [each["name"] for each in undeclared_at(meeting, AFTER)]

    def test_what_the_registers_had_and_nobody_declared_is_found(self, board, meeting):
        with time_machine.travel(AFTER, tick=False):
            board.attended(meeting, "Clara", "Asha", "Ben", "Lou")
            board.declares(meeting, "Asha", 2, "The network pays me")
        assert self.names(meeting) == ["Dr Ben Benson"]

    def test_nothing_of_somebody_who_did_not_come(self, board, meeting):
        with time_machine.travel(AFTER, tick=False):
            board.attended(meeting, "Clara", "Asha", "Lou")
        assert self.names(meeting) == ["Dr Asha Ashason"]

    def test_nothing_before_attendance_is_recorded(self, board, meeting):
        assert self.names(meeting) == []

    def test_nothing_that_was_dismissed(self, board, meeting):
        for name in ("Asha", "Ben"):
            commands.dismiss(meeting, item=2, person=board.people[name], word="Looked at", by=ADA)
        with time_machine.travel(AFTER, tick=False):
            board.attended(meeting, "Clara", "Asha", "Ben", "Lou")
        assert self.names(meeting) == []

    def test_nothing_that_only_shares_a_word_or_a_topic(self, board):
        AnInterest(person=board.people["Lou"], organisation="Melton Lettings")
        meeting = board.meets({"parties": [{"name": "Melton Builders"}]})
        with time_machine.travel(AFTER, tick=False):
            board.attended(meeting, "Clara", "Lou")
        assert conflicts_at(meeting, AFTER)[0]["grade"] == "look"
        assert self.names(meeting) == []


class TestWhatIsKeptPrivate:
    def test_an_interest_withheld_after_it_was_handled_is_told_openly_no_longer(self, board, meeting):
        interest = AnInterest(
            person=board.people["Lou"], organisation=board.network.name, description="A quiet holding"
        )
        commands.confirm(meeting, item=2, person=board.people["Lou"], by=ADA)
        assert "quiet" in str(line(meeting, "Lou"))

        interests.withhold(interest, private_reason="Harm", by=ADA)
        assert line(meeting, "Lou")["reasons"] == ["An interest that is kept private"]
        assert conflicts_of(board.people["Lou"], MET)[0]["reasons"] == ["An interest that is kept private"]


class TestQuorumBeforeTheMeeting:
    def test_is_told_also_as_it_would_be_if_all_that_was_found_were_confirmed(self, board, meeting):
        first, second = plan_of(meeting, BEFORE)["items"]
        assert first["worst"] == ""
        assert second["worst"].startswith("If all that was found is confirmed: A quorum cannot be had: 2 expected")

    def test_what_waits_for_a_word_is_a_duty_until_the_day_of_the_meeting(self, board, meeting):
        assert [(each, count) for each, count in to_handle_on(MET)] == [(meeting, 2)]
        confirmed(board, meeting, "Asha")
        assert [count for _, count in to_handle_on(MET)] == [1]
        assert list(to_handle_on(AFTER)) == []


def test_everyone_has_a_conflict_and_nobody_is_left_to_decide(board, meeting):
    for name in board.people:
        commands.tell(meeting, item=2, person=board.people[name], nature="All are shareholders of the bidder", by=ADA)
    plan = plan_of(meeting, BEFORE)["items"][1]
    assert plan["quorum"].startswith("A quorum cannot be had: 0 expected, 3 needed")


class TestTheVote:
    def decide(self, board, meeting, votes_for):
        told = {"body": board.body, "kind": "approve", "route": "meeting", "outcome": "carried", "text": "RESOLVED."}
        return decisions.log(**told, meeting=meeting, item=2, on=MET, since=MET, votes_for=votes_for, by=ADA)

    @pytest.mark.parametrize(("treatment", "votes"), [(LEFT, 3), (NO_VOTE, 3), (NOTED, 4)])
    def test_is_only_of_those_who_may(self, board, meeting, treatment, votes):
        confirmed(board, meeting, treatment=treatment, ruling="As the articles have it")
        with time_machine.travel(MET, tick=False):
            board.attended(meeting, "Clara", "Asha", "Ben", "Lou")
            with refused("votes_for"):
                self.decide(board, meeting, votes + 1)
            assert self.decide(board, meeting, votes).votes_for == votes
