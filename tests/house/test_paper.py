import pytest
from fontTools.ttLib import TTFont

from registry.paper import FONTS, PAGE_MM, shares

LETTERS_MM, PADDING_MM = 9 * 25.4 / 72, 2.6
"""What print.css gives a table: the size of its letters, and the gap after each column."""


def width_of(word, face):
    font = TTFont(FONTS / face / f"SourceSans3_{face}.ttf")
    names, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[names[ord(letter)]][0] for letter in word) / font["head"].unitsPerEm * LETTERS_MM


@pytest.mark.pure
class TestShares:
    @pytest.mark.parametrize("word", ["dropped", "Approved", "adopted", "undeclared", "Number"])
    def test_leave_room_for_the_longest_word_of_a_column_also_as_its_heading(self, word):
        long = {"name": "text", "label": "What became of it"}

        of_the_word, _ = shares([{"name": "state", "label": word}, long], [{"state": word, "text": "So it was. " * 40}])

        assert of_the_word / 100 * PAGE_MM >= width_of(word, "600SemiBold") + PADDING_MM
