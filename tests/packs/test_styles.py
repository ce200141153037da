from io import BytesIO

import pikepdf
import pytest

from registry.paper import BLACK, LARGE, STANDARD
from tests.factories import ABody, AMeeting, AnInterest, SomeTerms
from tests.packs.papers import a_paper, put
from tests.papers import pages_of
from tests.press.conforming import READ_OUT, faults


@pytest.fixture
def prints(client):
    """The pack of one meeting in each style."""
    board = ABody(kind="board", name="Board of directors")
    AnInterest(organisation="Latham House", description="Partner")
    SomeTerms(body=board, version="2.1")
    meeting = AMeeting(body=board, titles=["Welcome", "Budget"])
    put(meeting, 2, "Draft budget", a_paper("Zebra", "Quokka"))
    return {each: client.get(f"/packs/{meeting.ref}.pdf?style={each}").data for each in (STANDARD, LARGE, BLACK)}


def labels_of(pdf):
    with pikepdf.open(BytesIO(pdf)) as book:
        return [page.label for page in book.pages]


class TestAPack:
    def test_has_the_same_pages_in_every_style(self, prints):
        told = {style: pages_of(pdf) for style, pdf in prints.items()}
        plain, large = labels_of(prints[STANDARD]), labels_of(prints[LARGE])
        zebra = {style: next(place for place, words in enumerate(told[style]) if "Zebra" in words) for style in told}

        assert [len(words) for words in told[BLACK]] == [len(words) for words in told[STANDARD]]
        assert labels_of(prints[BLACK]) == plain
        assert {label for each in large for label in each.split("–")} == set(plain)
        assert large[zebra[LARGE]] == plain[zebra[STANDARD]]
        assert f"Page {plain[zebra[STANDARD]]} of {plain[-1]}" in " ".join(told[LARGE][zebra[LARGE]])

    def test_is_to_be_read_out_in_every_style(self, prints):
        assert [each for found in faults(prints).values() for each in found if each.startswith(READ_OUT)] == []
