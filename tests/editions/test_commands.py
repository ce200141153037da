import re
from threading import Thread

import pytest
from sqlalchemy import select

from registry import ledger
from registry.db import db
from registry.editions import commands
from registry.law import Breach
from registry.meetings import commands as meetings
from registry.meetings.models import Meeting
from registry.outbox.models import Letter
from registry.people import commands as people
from tests.factories import ADA, AMeeting


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


class TestCirculate:
    def test_enters_to_whom_it_went_out_and_writes_to_those_with_an_address(self, board):
        people.give_address(board.ben, email=None, by=ADA)
        edition = board.issued(why="")

        commands.circulate(edition, by=ADA)

        sent = {each.person.called: bool(each.letter_ref) for each in edition.recipients}
        assert sent == {"Asha Ashason": True, "Ben Benson": False}
        [letter] = db.session.scalars(select(Letter))
        assert letter.subject == "Edition 1 of the pack for Board of directors, 14 May 2026"
        assert "If you keep the last edition on paper" not in letter.body

    def test_of_another_says_what_to_do_with_the_last(self, board):
        board.issued(why="")
        board.late_paper(2)

        commands.circulate(board.issued("The cash flow came late."), by=ADA)

        body = db.session.scalar(select(Letter.body).where(Letter.person_ref == board.asha.ref))
        assert "The cash flow came late." in body
        assert re.search(r"- Insert pages \S+ after page \d+\.", body)
        assert "Late paper" not in body

    def test_not_of_one_that_is_superseded_nor_twice(self, board):
        first = board.issued(why="")
        board.late_paper()
        second = board.issued()
        commands.circulate(second, by=ADA)

        for edition in (first, second):
            with pytest.raises(Breach):
                commands.circulate(edition, by=ADA)


class TestIssueAtOnce:
    def test_is_done_by_the_first_of_two(self, shared, shelf, monkeypatch):
        """Both look at the same books, and neither waits to set its pages."""
        monkeypatch.setattr(shared, "instance_path", str(shelf))
        ref, told = AMeeting(titles=["Welcome"]).ref, []

        def issue():
            with shared.app_context():
                try:
                    told.append(commands.issue(db.session.get_one(Meeting, ref), by=ADA).number)
                except Breach as breach:
                    told.append(breach.sentence)

        both = [Thread(target=issue) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()

        assert told[0] == 1
        assert "Edition 1 says all this already" in told[1] or "Another edition was issued" in told[1]
