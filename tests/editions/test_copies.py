"""One edition, in the copies of several readers: what each has, on the pages that all have in common."""

import re
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from flask import current_app
from sqlalchemy import select

from registry import clock
from registry.db import db
from registry.editions.copies import EVERYONE, PUBLIC, WHOLE, Copy, copy_of
from registry.editions.handing import hand_out, hand_out_insert
from registry.meetings import commands as meetings
from registry.packs import commands as packs
from registry.packs.models import AGENDA, TO_DECIDE
from registry.people import commands as people
from registry.press import Print
from tests.editions.conftest import labels_of
from tests.factories import ADA
from tests.papers import text_of
from tests.press.conforming import READ_OUT, faults

KEPT_WORDS = ("Draft contract", "Wombat", "Tender")


def handed(edition, copy):
    with current_app.test_request_context():
        return hand_out(edition, copy, account_ref=None)


def everything_in(pdf):
    """All that is in a file, its streams undone, and what a reader and a screen reader find in it."""
    with pikepdf.open(BytesIO(pdf)) as book:
        streams = [
            each.read_bytes()
            for each in book.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image"
        ]
        told = [repr(each) for each in book.objects if not isinstance(each, pikepdf.Stream)]
    return " ".join((text_of(pdf), *told, *(each.decode("latin-1") for each in streams)))


def not_read_out(pdf):
    """What stands against its being read out; the papers sent in tests are no PDF/A."""
    return [each for each in faults({"paper": pdf}).get("paper", []) if each.startswith(READ_OUT)]


def labels_by_title(edition):
    return {section.title: section.pages for section in edition.sections}


@pytest.fixture
def edition(board):
    board.keeps_papers(board.asha, 3)
    return board.issued(why="")


def without(labels, kept):
    """The labels of a book in which one sheet stands for several pages."""
    first, last = labels.index(kept[0]), labels.index(kept[-1])
    return [*labels[:first], f"{kept[0]}–{kept[-1]}", *labels[last + 1 :]]


class TestOwnCopy:
    def test_has_a_sheet_in_place_of_what_is_kept_and_nothing_of_its_words(self, edition, board):
        pdf = handed(edition, copy_of(board.asha))

        kept = labels_by_title(edition)["Paper B: Draft contract"]
        assert labels_of(pdf)[2:] == without(edition.labels, kept)
        assert [words for words in KEPT_WORDS if words in everything_in(pdf)] == []
        assert "kept from the reader of this pack" in text_of(pdf)
        assert f"Pages {kept[0]}–{kept[-1]} of {edition.labels[-1]}" in text_of(pdf)

    def test_of_another_has_it_on_the_same_pages(self, edition, board):
        pdf = handed(edition, copy_of(board.ben))

        assert labels_of(pdf)[2:] == edition.labels
        assert "Wombat" in text_of(pdf)

    def test_bears_her_name_where_the_body_wants_it_and_passes_both_standards(self, board):
        packs.choose(board.meeting, sections=[AGENDA, TO_DECIDE], names_reader=True, by=ADA)
        board.keeps_papers(board.asha, 3)
        edition = board.issued(why="")

        pdf = handed(edition, copy_of(board.asha))

        assert text_of(pdf).count("Copy of Asha Ashason") >= len(labels_of(pdf))
        assert not_read_out(pdf) == []
        assert "Copy of" not in text_of(handed(edition, Copy(EVERYONE)))


class TestCopies:
    def test_for_everyone_and_the_public_tell_nothing_restricted(self, board):
        board.restricts(3)
        board.keeps_papers(board.ben, 2)
        edition = board.issued(why="")
        told = labels_by_title(edition)
        kept = [*told["Item 3: Contract"], *told["Paper B: Draft contract"]]

        for_all, for_the_public = (handed(edition, Copy(kind)) for kind in (EVERYONE, PUBLIC))

        for pdf in (for_all, for_the_public):
            assert [words for words in (*KEPT_WORDS, "Contract") if words in everything_in(pdf)] == []
            assert f"{kept[0]}–{kept[-1]}" in labels_of(pdf)
            assert "restricted: commercial" in text_of(pdf).lower()
        assert "Benson" in text_of(for_all)
        assert "is not published" in text_of(for_the_public)
        assert "Her firm bids" not in text_of(for_the_public)

    def test_of_the_archive_is_whole_and_says_across_its_pages_once_it_is_superseded(self, board):
        board.restricts(3)
        first = board.issued(why="")
        assert "SUPERSEDED" not in text_of(handed(first, Copy(WHOLE)))
        board.late_paper(2)
        board.issued()

        pdf = handed(first, Copy(WHOLE))

        assert "Wombat" in text_of(pdf)
        assert text_of(pdf).count("SUPERSEDED") >= len(labels_of(pdf))

    def test_printed_later_are_the_bytes_that_they_would_have_been(self, board):
        edition = board.issued(why="")
        before = handed(edition, Copy(EVERYONE))
        for each in db.session.scalars(select(Print)):
            db.session.delete(each)
        db.session.commit()
        board.late_paper(2)
        people.rename(board.asha, forenames="Asha", surname="Newname", since=date(2020, 1, 1), by=ADA)

        with clock.telling(clock.now() + timedelta(days=400)):
            assert handed(edition, Copy(EVERYONE)) == before


class TestInsert:
    def test_has_what_changed_and_says_what_to_do_with_it(self, board):
        first = board.issued(why="")
        meetings.publish(board.meeting, edition="new version", by=ADA)
        board.late_paper(2)
        second = board.issued("The cash flow came late.")

        pdf = hand_out_insert(second, first, Copy(EVERYONE), account_ref=None)

        told = text_of(pdf)
        late = labels_by_title(second)["Paper A2: Late paper"]
        assert re.search(rf"Insert pages [\da-z]+–{late[-1]} after page \d+", told)
        assert "The cash flow came late." in told
        assert "Replace pages i–ii." in told
        labels = labels_of(pdf)
        assert labels[:3] == ["List 1", "i", "ii"]
        assert set(late) <= set(labels)
        assert "Quokka" not in told
        assert "Numbat" in told
        assert f"Page {late[0]} of {second.labels[-1]}" in told
        assert not_read_out(pdf) == []
