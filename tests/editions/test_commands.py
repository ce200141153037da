import pytest

from registry import ledger
from registry.law import Breach
from registry.meetings import commands as meetings
from tests.factories import ADA


def pages_of(edition):
    return {section.title: section.labels for section in edition.sections}


class TestIssue:
    def test_numbers_the_pages_of_the_first_from_the_agenda_on(self, board):
        edition = board.issued(why="")

        assert (edition.number, edition.meeting.ref) == (1, board.meeting.ref)
        assert edition.labels == [str(number) for number in range(1, len(edition.labels) + 1)]
        assert list(pages_of(edition))[0] == "Agenda"
        assert {section.item_ref for section in edition.sections} >= {item.ref for item in board.meeting.items[1:]}

    def test_moves_no_page_for_a_paper_that_came_late(self, board):
        first = pages_of(board.issued())
        meetings.publish(board.meeting, edition="new version", by=ADA)
        board.late_paper(2)

        second = board.issued()

        told = pages_of(second)
        late = first["Paper A: Draft budget"].split()[-1]
        assert told.pop("Front sheet of paper A2") == f"{late}a"
        assert told.pop("Paper A2: Late paper") == f"{late}b {late}c"
        assert told.keys() == first.keys()
        assert {title: labels.split()[0] for title, labels in told.items()} == {
            title: labels.split()[0] for title, labels in first.items()
        }

    def test_stands_in_the_ledger_with_what_was_known_before_it(self, board):
        before = ledger.head().at

        edition = board.issued()

        assert edition.known == before
        assert ledger.head().size == ledger.size_at(edition.known) + 1

    def test_again_only_when_something_has_changed(self, board):
        board.issued()

        with pytest.raises(Breach, match="Edition 1 says all this already"):
            board.issued()

    def test_again_only_with_a_word_to_whoever_holds_the_last(self, board):
        board.issued()
        board.late_paper()

        with pytest.raises(Breach, match="told why"):
            board.issued(why=" ")

    def test_not_of_a_meeting_that_was_called_off(self, board):
        meetings.call_off(board.meeting, reason="Snow", by=ADA)

        with pytest.raises(Breach):
            board.issued()
