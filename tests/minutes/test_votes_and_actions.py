"""What the votes and the actions of a meeting say in its minutes."""

from datetime import date

from registry.actions import commands as actions
from registry.minutes.facts import blocks_of
from registry.minutes.standing import facts_changed
from tests.factories import ADA, AVote

RESOLVED = "RESOLVED that the contract be signed."


def after(meeting, number):
    """What is said after what was discussed at an item, with the number that stands before it."""
    item = meeting.numbered(number)
    block = next(block for block in blocks_of(meeting) if block.item_ref == item.ref)
    return [f"{each.label} {each.text}".strip() for each in block.after]


def agreed(board, **facts):
    usual = {"meeting": board.meeting, "item": 2, "owner": board.people["Ben"], "what": "sign it"}
    return actions.agree(**usual | facts, by=ADA)


class TestAVote:
    def test_is_told_before_the_decision_which_does_not_count_again(self, board):
        AVote(board.meeting, item=3, question=RESOLVED, votes_for=2, votes_against=1, withheld=0)
        decision = board.decided(item=3, text=RESOLVED, votes_for=None)

        assert after(board.meeting, 3) == [
            "On a show of hands, 2 were for and 1 against; a decision needs more than half: carried.",
            f"{decision.number}: carried {RESOLVED}",
        ]

    def test_that_no_decision_followed_says_first_what_was_put(self, board):
        AVote(board.meeting, item=3, question="That a reserve be kept.", votes_for=1, votes_against=2, withheld=0)

        assert after(board.meeting, 3) == [
            "Put to the vote: “That a reserve be kept”.",
            "On a show of hands, 1 was for and 2 against; a decision needs more than half: not carried.",
        ]

    def test_that_was_not_entered_is_told_by_the_decision(self, board):
        decision = board.decided(text=RESOLVED, votes_for=2, votes_against=0)

        assert after(board.meeting, 2) == [f"{decision.number}: carried; 2 for, 0 against {RESOLVED}"]


class TestAnAction:
    def test_stands_last_and_as_it_was_agreed(self, board):
        decision = board.decided(text=RESOLVED, votes_for=2, votes_against=0)
        action = agreed(board, due=date(2026, 6, 1))
        actions.move_due(action, due=date(2026, 6, 15), on=date(2026, 5, 30), why="The landlord is away", by=ADA)

        assert after(board.meeting, 2) == [
            f"{decision.number}: carried; 2 for, 0 against {RESOLVED}",
            f"ACTION {action.number}: Dr Ben Benson to sign it by 1 June 2026.",
        ]

    def test_changes_nothing_in_minutes_that_have_gone_out_when_it_is_done(self, board):
        action = agreed(board, due=date(2026, 6, 1))
        minutes = board.circulated(item_2="It was discussed.")
        actions.close(action, how="done", on=date(2026, 5, 30), by=ADA)

        assert facts_changed(minutes) == []
