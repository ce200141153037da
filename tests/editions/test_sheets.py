"""The sheets before papers, as the copies of an edition have them."""

from registry import ledger
from registry.editions.copies import EVERYONE, PUBLIC, Copy
from registry.editions.drawing import draw


def words_on(board, kind):
    return draw(board.meeting, ledger.head().at, Copy(kind)).sections[f"item {board.meeting.items[1].ref}"].html


class TestDraw:
    def test_names_whose_interests_an_item_touches_to_those_who_meet_alone(self, board):
        board.keeps_papers(board.ben, 2)
        name = board.ben.name_on(board.meeting.on)

        assert f"<strong>{name}</strong>" in words_on(board, EVERYONE)
        assert name not in words_on(board, PUBLIC)
        assert "Conflicts of interest" not in words_on(board, PUBLIC)
