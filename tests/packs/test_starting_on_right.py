import re
from io import BytesIO

import pikepdf
import pytest

from registry.packs import commands
from tests.factories import ADA, ABody, AMeeting, SomeTerms
from tests.packs.papers import a_paper, put
from tests.papers import pages_of, text_of
from tests.press.conforming import READ_OUT, faults

FRONT = 4
"""Cover and contents, and the page left blank after each."""
BLANK = "This page is left blank."


@pytest.fixture
def pack(client):
    """What is printed for a body whose packs start each section on a right-hand page."""
    board = ABody(kind="board", name="Board of directors")
    commands.arrange(board, sections=["agenda", "terms", "to-decide"], starts_on_right=True, by=ADA)
    SomeTerms(body=board, version="2.1")
    meeting = AMeeting(body=board, titles=["Budget"])
    put(meeting, 1, "Draft budget", a_paper("Zebra"))
    return client.get(f"/packs/{meeting.ref}.pdf").data


def starts_of(pack):
    """On which sheet side each section and each paper begins, by the outline."""
    with pikepdf.open(BytesIO(pack)) as book, book.open_outline() as outline:
        sides = {page.obj.objgen: side for side, page in enumerate(book.pages, start=1)}
        papers = [each for top in outline.root for each in top.children if each.title.startswith("Paper ")]
        return {each.title: sides[each.destination[0].objgen] for each in (*outline.root, *papers)}


class TestAPackThatStartsOnRight:
    def test_begins_each_section_on_a_right_hand_page_which_the_contents_name(self, pack):
        starts = starts_of(pack)

        assert len(starts) > 5
        assert {side % 2 for side in starts.values()} == {1}
        told = rf"Paper A: Draft budget( [^ ]+){{0,6}} {starts['Paper A: Draft budget'] - FRONT}\b"
        assert re.search(told, text_of(pack))

    def test_says_of_each_page_left_blank_that_it_is_under_its_head_and_with_its_number(self, pack):
        pages = [" ".join(words) for words in pages_of(pack)]
        blank = [page for page in pages if BLANK in page]

        assert len(pages) % 2 == 0
        assert blank
        assert all("Check" in page and "Board pack: Board of directors" in page for page in blank)
        for number, page in enumerate(pages[FRONT:], start=1):
            assert f"Page {number} of {len(pages) - FRONT}" in page

    def test_is_to_be_read_out(self, pack):
        assert [each for found in faults({"pack": pack}).values() for each in found if each.startswith(READ_OUT)] == []
