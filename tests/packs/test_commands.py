from datetime import date

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from registry import ledger
from registry.db import db
from registry.ledger.models import Entry
from registry.packs import commands
from registry.packs.makeup import MadeUp, made_up, made_up_for, make_up_of
from registry.packs.models import SECTIONS
from tests.factories import ADA, ABody, ADecision, AMeeting


@pytest.fixture
def board():
    return ABody(kind="board", name="Board of directors")


def acts():
    return db.session.scalars(select(Entry.act).order_by(Entry.seq)).all()


class TestArrange:
    def test_is_what_the_packs_of_the_body_are_made_of_from_then_on(self, board):
        other = ABody()
        assert made_up(board) == MadeUp(sections=SECTIONS)

        commands.arrange(board, sections=["agenda", "to-decide"], starts_on_right=True, names_reader=True, by=ADA)

        assert made_up(board) == MadeUp(("agenda", "to-decide"), starts_on_right=True, names_reader=True)
        assert made_up_for(AMeeting(body=board)) == made_up(board)
        assert made_up(other) == MadeUp()

    def test_is_one_document_that_is_changed_and_recorded(self, board):
        own = commands.arrange(board, sections=["agenda", "terms"], by=ADA)

        commands.arrange(board, sections=["terms", "agenda"], by=ADA)

        assert made_up(board).sections == ("terms", "agenda")
        assert (make_up_of(board), own.rev) == (own, 2)
        assert acts()[-2:] == ["packs.arrange", "packs.arrange"]

    def test_leaves_what_was_known_before_as_it_was(self, board):
        commands.arrange(board, sections=["agenda"], by=ADA)
        db.session.commit()
        then = ledger.head().at
        commands.arrange(board, sections=["terms"], by=ADA)
        db.session.commit()

        with ledger.known(then):
            assert made_up(db.session.get(type(board), board.ref)).sections == ("agenda",)

    def test_cites_the_decision_that_agreed_to_it(self, board):
        agreed = ADecision(body=board, on=date(2026, 4, 1))

        own = commands.arrange(board, sections=["agenda"], tells_who_opened=True, decision=agreed, by=ADA)

        assert (made_up(board).tells_who_opened, own.decision) == (True, agreed)

    def test_cannot_cite_one_of_another_body(self, board):
        elsewhere = ADecision(body=ABody(name="Rutland hub"))

        with pytest.raises(ValidationError) as refused:
            commands.arrange(board, sections=["agenda"], tells_who_opened=True, decision=elsewhere, by=ADA)

        assert refused.value.messages == {
            "decision": [f"Decision {elsewhere.number} is one of Rutland hub: choose a decision of this body."]
        }


class TestChoose:
    def test_is_for_one_meeting_and_no_other(self, board):
        meeting, next_one = AMeeting(body=board), AMeeting(body=board, on=date(2026, 6, 11))

        commands.choose(meeting, sections=["to-note"], starts_on_right=True, by=ADA)

        assert made_up_for(meeting) == MadeUp(("to-note",), starts_on_right=True)
        assert made_up_for(next_one) == made_up(board) == MadeUp()
        assert acts()[-1] == "packs.choose"

    def test_is_remembered_for_the_body_if_asked_with_what_the_body_agreed_to(self, board):
        agreed = ADecision(body=board)
        commands.arrange(board, sections=["agenda"], tells_who_opened=True, decision=agreed, by=ADA)

        commands.choose(AMeeting(body=board), sections=["terms"], names_reader=True, remember=True, by=ADA)

        assert made_up(board) == MadeUp(("terms",), names_reader=True, tells_who_opened=True)
        assert make_up_of(board).decision is agreed

    def test_never_decides_whether_it_is_seen_who_opened_a_pack(self, board):
        meeting = AMeeting(body=board)
        commands.choose(meeting, sections=["agenda"], by=ADA)

        commands.arrange(board, sections=["terms"], tells_who_opened=True, by=ADA)

        assert made_up_for(meeting) == MadeUp(("agenda",), tells_who_opened=True)
