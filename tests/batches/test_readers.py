"""Readers’ copies of a pack, printed at once: each her own, with a sheet in place of what she may not read."""

from io import BytesIO

import pikepdf
import pytest

import tests.editions.conftest as issuing
from registry.batches.commands import NO_READERS
from registry.people import commands as people
from tests.batches.test_views import listed, opened, printed
from tests.conftest import browser_of
from tests.factories import ADA
from tests.papers import text_of

board, shelf = issuing.board, issuing.shelf


@pytest.fixture
def edition(board):
    board.keeps_papers(board.asha, 3)
    return board.issued(why="")


def asked(edition, **more):
    return {"edition": edition.ref, "whose": "all", "delivered_as": "zip", **more}


class TestReaders:
    def test_each_have_their_own_copy(self, app, client, edition, board):
        page, zipped = printed(app, client, "/batches/readers", asked(edition))

        files = opened(zipped)
        asha, ben = (text_of(content) for name, content in files.items() if name.endswith(".pdf"))
        assert ("Wombat" in asha, "Wombat" in ben) == (False, True)
        assert "Zebra" in asha
        assert [(line["To"], line["Folio"]) for line in listed(files)] == [("Asha Ashason", ""), ("Ben Benson", "")]
        assert "2 papers" in page

    def test_are_those_on_paper_alone_where_that_is_asked(self, app, client, edition, board):
        people.give_address(board.ben, email=None, by=ADA)

        _, pdf = printed(app, client, "/batches/readers", asked(edition, whose="on paper", delivered_as="one file"))

        with pikepdf.open(BytesIO(pdf)) as book, book.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["List", "1. Ben Benson"]
        assert "In this envelope Ben Benson" in text_of(pdf)

    def test_are_not_sent_for_where_each_has_an_address(self, client, edition):
        answer = client.post("/batches/readers", data=asked(edition, whose="on paper"))

        assert (answer.status_code, NO_READERS in answer.text) == (422, True)

    def test_are_entered_as_had_from_whoever_printed_them(self, app, client, edition):
        printed(app, client, "/batches/readers", asked(edition))

        lines = client.get(f"/editions/{edition.ref}/had.json").json["items"]
        assert sorted(line["who"] for line in lines) == ["Asha Ashason", "Ben Benson"]

    def test_are_offered_from_the_page_of_an_edition(self, client, edition):
        page = client.get(f"/editions/{edition.ref}").text

        assert f"/batches/readers?edition={edition.ref}" in page
        form = client.get(f"/batches/readers?edition={edition.ref}").text
        assert f'<option value="{edition.ref}" selected' in form
        assert form.count(" checked") == 2

    def test_of_an_edition_that_was_superseded_are_not_offered(self, client, edition, board):
        board.late_paper()
        later = board.issued()

        form = client.get("/batches/readers").text

        assert (edition.ref in form, later.ref in form) == (False, True)
        pages = (client.get(f"/editions/{each.ref}").text for each in (edition, later))
        assert ["/batches/readers?" in page for page in pages] == [False, True]

    def test_are_for_the_secretary(self, app):
        assert browser_of(app, "director").get("/batches/readers").status_code == 403
