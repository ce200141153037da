from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from marshmallow import ValidationError

from registry import clock, ledger
from registry.actions import commands, queries
from registry.actions.models import DONE, DROPPED
from registry.actions.queries import Asked
from registry.db import db
from registry.meetings.models import Meeting
from registry.people.models import Person
from tests.breaches import refused
from tests.factories import ADA, ABody, ADecision, AMeeting, AnAction, APerson

MAY_14, MAY_15, MAY_31, JUNE_1 = date(2026, 5, 14), date(2026, 5, 15), date(2026, 5, 31), date(2026, 6, 1)


def everything(_):
    return True


def line(action, on=JUNE_1):
    return next(line for line in queries.actions_on(on, everything) if line["ref"] == action.ref)


class TestAgree:
    def test_draws_numbers_without_gaps_for_each_body_and_year(self):
        board, hub = ABody(name="Executive Board"), ABody(name="Rutland Hub")
        of_the_board, of_the_hub = AMeeting(body=board), AMeeting(body=hub)
        in_2025 = AMeeting(body=board, on=date(2025, 12, 9))

        numbers = [AnAction(each).number for each in (of_the_board, of_the_board, of_the_hub, in_2025)]

        assert numbers == ["A/EB/26/1", "A/EB/26/2", "A/RH/26/1", "A/EB/25/1"]

    def test_tells_two_bodies_of_the_same_letters_apart(self):
        meetings = [AMeeting(body=ABody(name=name)) for name in ("Executive Board", "Evaluation Body")]

        assert [AnAction(each).number for each in (*meetings, *meetings)] == [
            "A/EB/26/1", "A/EB2/26/1", "A/EB/26/2", "A/EB2/26/2",
        ]  # fmt: skip

    def test_without_a_day_is_due_by_the_next_meeting(self):
        action = AnAction(AMeeting(body=(board := ABody())))
        assert (line(action)["falls_due"], line(action)["by_when"]) == (None, "the next meeting")

        AMeeting(body=board, on=JUNE_1)

        assert line(action)["falls_due"] == JUNE_1
        assert line(action, JUNE_1)["state"] == "open"
        assert line(action, JUNE_1 + timedelta(days=1))["state"] == "late"

    def test_by_a_decision_is_at_its_meeting_and_item(self):
        meeting = AMeeting()
        decision = ADecision(body=meeting.body, route="meeting", meeting=meeting, item=1)

        action = AnAction(decision=decision)

        assert (action.meeting, action.item_ref, action.agreed) == (meeting, meeting.items[0].ref, MAY_14)

    def test_by_a_decision_without_a_meeting_has_none(self):
        action = AnAction(decision=(decision := ADecision()))

        assert line(action)["where"] == f"Decision {decision.number}"

    def test_names_where_it_was_agreed_once(self):
        meeting = AMeeting()
        decision = ADecision(body=meeting.body)

        with pytest.raises(ValidationError, match="Say at which meeting"):
            commands.agree(owner=APerson(), what="write", by=ADA)
        for more in ({"meeting": meeting}, {"item": 1}):
            with pytest.raises(ValidationError, match="leave meeting and item blank"):
                AnAction(decision=decision, **more)
        with pytest.raises(ValidationError, match="has no item 7"):
            AnAction(meeting, item=7)

    def test_of_a_meeting_to_come_or_called_off_is_refused(self):
        with refused("meeting", "still to come"):
            AnAction(AMeeting(on=clock.today() + timedelta(days=1)))
        with refused(words="called off"):
            AnAction(AMeeting(cancelled=date(2026, 5, 1), cancelled_why="Nobody could come"))

    def test_is_due_no_earlier_than_it_was_agreed(self):
        AnAction(due=MAY_14)
        with refused("due"):
            AnAction(due=MAY_14 - timedelta(days=1))

    def test_has_an_owner_who_lives(self):
        with refused("owner", "12 May 2026"):
            AnAction(owner=APerson(died=date(2026, 5, 12)))

    def test_leaves_the_owner_out_of_those_involved(self):
        asha, ben = APerson(), APerson(forenames="Ben")

        assert [each.person for each in AnAction(owner=asha, others=[ben, asha, ben]).others] == [ben]


class TestTwoSecretaries:
    def test_agreeing_at_once_leave_no_gap_and_no_double(self, shared):
        meeting = AMeeting(body=ABody(name="Executive Board")).ref
        owner = APerson().ref
        db.session.remove()

        def agree(number):
            with shared.app_context():
                at = db.session.get_one(Meeting, meeting)
                return AnAction(at, owner=db.session.get_one(Person, owner), what=f"act {number}").number

        with ThreadPoolExecutor(max_workers=4) as secretaries:
            numbers = list(secretaries.map(agree, range(8)))

        assert sorted(numbers) == [f"A/EB/26/{place}" for place in range(1, 9)]


class TestNoteProgress:
    def test_stands_under_the_owner_unless_another_told(self):
        action = AnAction(owner=APerson(surname="Patel"))
        commands.note_progress(action, words="Written", on=MAY_15, by=ADA)
        commands.note_progress(action, words="Answered", person=APerson(surname="Okoro"), on=MAY_31, by=ADA)

        assert line(action)["steps"] == ["15 May 2026: Asha Patel: Written", "31 May 2026: Asha Okoro: Answered"]
        assert line(action, MAY_15)["last"] == "15 May 2026: Asha Patel: Written"

    def test_comes_in_turn(self):
        action = AnAction()
        with refused("on"):
            commands.note_progress(action, words="Written", on=MAY_14 - timedelta(days=1), by=ADA)
        commands.note_progress(action, words="Written", on=MAY_15, by=ADA)
        with refused("on"):
            commands.note_progress(action, words="Before that", on=MAY_14, by=ADA)

    def test_of_what_is_closed_is_refused(self):
        action = AnAction()
        commands.close(action, how=DONE, on=MAY_15, by=ADA)

        with refused(words="closed on 15 May 2026"):
            commands.note_progress(action, words="More", by=ADA)


class TestMoveDue:
    def test_gives_time_from_the_day_on_which_it_is_moved(self):
        action = AnAction(due=MAY_31)
        commands.move_due(action, due=date(2026, 6, 30), why="The surveyor is ill", on=JUNE_1, by=ADA)

        assert [line(action, day)["due"] for day in (MAY_31, JUNE_1)] == [MAY_31, date(2026, 6, 30)]
        assert line(action)["state"] == "open"
        assert line(action)["last"] == "1 June 2026: moved to 30 June 2026: The surveyor is ill"

    def test_may_be_to_the_meeting_after(self):
        board = ABody()
        action = AnAction(AMeeting(body=board))
        AMeeting(body=board, on=MAY_31)
        AMeeting(body=board, on=date(2026, 6, 30))

        commands.move_due(action, due=None, why="Not reached", on=MAY_31, by=ADA)

        assert line(action)["falls_due"] == date(2026, 6, 30)

    def test_is_elsewhere_and_not_before_the_day_of_moving(self):
        action = AnAction(due=MAY_31)
        with refused("due", "31 May 2026"):
            commands.move_due(action, due=MAY_31, why="None", on=MAY_15, by=ADA)
        with refused("due", "15 May 2026"):
            commands.move_due(action, due=MAY_14, why="None", on=MAY_15, by=ADA)

    def test_of_what_is_closed_is_refused(self):
        action = AnAction(due=MAY_31)
        commands.close(action, how=DONE, on=MAY_15, by=ADA)

        with refused(words="closed"):
            commands.move_due(action, due=None, why="More time", by=ADA)


class TestHandOver:
    def test_lets_another_have_it_from_that_day(self):
        asha, ben = APerson(), APerson(forenames="Ben")
        action = AnAction(owner=asha)
        commands.hand_over(action, owner=ben, why="She is on leave", on=MAY_31, by=ADA)

        assert [line(action, day)["owner_ref"] for day in (MAY_15, MAY_31)] == [asha.ref, ben.ref]
        assert action.scope == ben.ref
        assert queries.open_of(asha.ref, MAY_31, everything) == []
        assert len(queries.open_of(asha.ref, MAY_15, everything)) == 1
        assert len(queries.open_of(ben.ref, MAY_31, everything)) == 1

    def test_leaves_a_part_in_it_to_whoever_had_one(self):
        asha, ben = APerson(), APerson(forenames="Ben")
        AnAction(owner=asha, others=[ben])

        assert len(queries.open_with(ben.ref, MAY_31, everything)) == 1
        assert queries.open_of(ben.ref, MAY_31, everything) == []

    def test_is_to_another_who_lives_and_of_what_is_open(self):
        action = AnAction(owner=(asha := APerson()))
        with refused("owner", "has it already"):
            commands.hand_over(action, owner=asha, by=ADA)
        with refused("owner", "died"):
            commands.hand_over(action, owner=APerson(died=MAY_15), by=ADA)
        commands.close(action, how=DONE, on=MAY_15, by=ADA)
        with refused(words="closed"):
            commands.hand_over(action, owner=APerson(), by=ADA)


class TestClose:
    def test_says_how(self):
        action = AnAction(due=MAY_15)
        commands.close(action, how=DONE, why="The letter is on file", on=MAY_31, by=ADA)

        told = line(action)
        assert (told["state"], told["closed"], told["why"]) == ("done", MAY_31, "The letter is on file")
        assert line(action, MAY_31 - timedelta(days=1))["state"] == "late"

    def test_of_what_is_dropped_says_why(self):
        with refused("why"):
            commands.close(AnAction(), how=DROPPED, by=ADA)

    def test_is_done_once(self):
        action = AnAction()
        commands.close(action, how=DONE, on=MAY_15, by=ADA)
        with refused(words="closed on 15 May 2026"):
            commands.close(action, how=DONE, by=ADA)


class TestReopen:
    def test_lets_it_return(self):
        action = AnAction()
        commands.close(action, how=DONE, on=MAY_15, by=ADA)
        commands.reopen(action, why="The letter came back", on=MAY_31, by=ADA)

        assert [line(action, day)["state"] for day in (MAY_14, MAY_15, MAY_31)] == ["open", "done", "open"]

    def test_is_of_what_was_closed(self):
        with refused(words="closed"):
            commands.reopen(AnAction(), why="Never closed", by=ADA)


class TestActionsOn:
    def test_puts_what_is_open_first_the_soonest_due_before(self):
        board = ABody()
        meeting = AMeeting(body=board)
        done, later, sooner = (AnAction(meeting, due=due) for due in (MAY_15, JUNE_1, MAY_31))
        commands.close(done, how=DONE, on=MAY_15, by=ADA)

        found = [told["ref"] for told in queries.actions_on(JUNE_1, everything)]

        assert found == [sooner.ref, later.ref, done.ref]

    def test_are_sifted_by_body_person_and_state(self):
        asha, meeting = APerson(), AMeeting()
        hers = AnAction(meeting, owner=asha, due=MAY_15)
        other = AnAction(due=MAY_31)
        closed = AnAction(meeting)
        commands.close(closed, how=DONE, on=MAY_15, by=ADA)

        def found(on=MAY_31, **asked):
            return {told["ref"] for told in queries.actions_on(on, everything, Asked(**asked))}

        assert found(body_ref=meeting.body_ref) == {hers.ref, closed.ref}
        assert found(owner_ref=asha.ref) == {hers.ref}
        assert found(state="open") == {hers.ref, other.ref}
        assert found(state="late") == {hers.ref}
        assert found(state="closed") == {closed.ref}
        assert found(MAY_14 - timedelta(days=1)) == set()

    def test_as_known_before_it_was_closed_is_open(self):
        action = AnAction()
        before = clock.now()
        commands.close(action, how=DONE, on=MAY_15, by=ADA)

        with ledger.known(before):
            assert [told["state"] for told in queries.actions_on(JUNE_1, everything)] == ["open"]


class TestCarriedTo:
    def test_returns_until_it_is_closed_and_once_more_to_say_so(self):
        board = ABody()
        days = [MAY_14, JUNE_1, date(2026, 6, 29), date(2026, 7, 27)]
        first, second, third, fourth = (AMeeting(body=board, on=day) for day in days)
        action = AnAction(first)
        commands.close(action, how=DONE, on=date(2026, 6, 15), by=ADA)

        told = [queries.carried_to(each, date(2026, 8, 1), everything) for each in (first, second, third, fourth)]

        assert [[line["state"] for line in lines] for lines in told] == [[], ["open"], ["done"], []]

    def test_is_of_the_same_body(self):
        AnAction()

        assert queries.carried_to(AMeeting(on=JUNE_1), JUNE_1, everything) == []


class TestAgreedAsMinuted:
    def test_puts_it_as_it_was_agreed_in_turn(self):
        meeting = AMeeting(body=ABody(name="Executive Board"), titles=["Rent", "Budget"])
        asha, ben = APerson(surname="Patel", title="Dr"), APerson(forenames="Ben", surname="Okoro")
        action = AnAction(meeting, item=1, owner=asha, others=[ben], due=MAY_31, what="write to the landlord.")
        AnAction(meeting, owner=ben, what="tell the members")
        commands.hand_over(action, owner=ben, on=MAY_15, by=ADA)

        assert [sentence for _, sentence in queries.agreed_as_minuted(meeting)] == [
            "ACTION A/EB/26/1: Dr Asha Patel, with Ben Okoro, to write to the landlord by 31 May 2026.",
            "ACTION A/EB/26/2: Ben Okoro to tell the members by the next meeting.",
        ]
