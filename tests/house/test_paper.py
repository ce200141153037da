import pytest
from fontTools.ttLib import TTFont

from registry.paper import FACES, FONTS, PAGE_MM, legible, paper_file, shares

LETTERS_MM, PADDING_MM = 9 * 25.4 / 72, 2.6
"""What print.css gives a table: the size of its letters, and the gap after each column."""


def width_of(word, face):
    font = TTFont(FONTS / "source-sans-3" / face / f"SourceSans3_{face}.ttf")
    names, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[names[ord(letter)]][0] for letter in word) / font["head"].unitsPerEm * LETTERS_MM


@pytest.mark.pure
class TestShares:
    @pytest.mark.parametrize("word", ["dropped", "Approved", "adopted", "undeclared", "Number"])
    def test_leave_room_for_the_longest_word_of_a_column_also_as_its_heading(self, word):
        long = {"name": "text", "label": "What became of it"}

        of_the_word, _ = shares([{"name": "state", "label": word}, long], [{"state": word, "text": "So it was. " * 40}])

        assert of_the_word / 100 * PAGE_MM >= width_of(word, "600SemiBold") + PADDING_MM

    def test_break_no_short_text_for_the_sake_of_long_ones(self):
        columns = [{"name": name, "label": name} for name in ("held", "address", "note")]
        facts = [{"held": "11 Ordinary", "address": "The Surgery, " * 9, "note": "As agreed then. " * 40}]

        held, address, note = shares(columns, facts)

        assert held / 100 * PAGE_MM >= width_of("11 Ordinary", "400Regular") + PADDING_MM
        assert address == note

    def test_fill_the_page(self):
        columns = [{"name": name, "label": name} for name in ("one", "other")]

        assert sum(shares(columns, [{"one": "No", "other": "So it was. " * 40}])) == pytest.approx(100, abs=0.1)
        assert shares(columns, [{"one": "Same", "other": "Same"}]) == [50, 50]

    def test_are_in_proportion_to_the_longest_words_where_there_is_no_room_for_them(self):
        columns = [{"name": str(place), "label": "Incommunicability"} for place in range(12)]

        assert shares(columns, [{}]) == [8.3] * 12


@pytest.mark.pure
class TestPaperFile:
    @pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
    def test_knows_fonts(self, face):
        font, media_type = paper_file(face.name)

        assert (font[:4], media_type) == (b"\x00\x01\x00\x00", "font/ttf")

    @pytest.mark.parametrize("name", ["../config.py", "fonts/../print.css", "print.css", "/etc/passwd", ""])
    def test_knows_nothing_else(self, name):
        with pytest.raises(KeyError):
            paper_file(name)


@pytest.mark.pure
class TestLegible:
    def test_keeps_what_one_of_our_fonts_has(self):
        told = "Siân Ŵyn Ŷ, ½ → ✓, مرحبا, 🎉\n"

        assert legible(told) == told

    def test_marks_what_none_has(self):
        assert legible("王 Wang, \U0001f9ff") == "□ Wang, 🧿"

    def test_leaves_out_what_is_not_seen_anyway(self):
        assert legible("A\u2066B\u2069C") == "ABC"

    def test_takes_signs_one_by_one_and_in_the_look_that_our_fonts_have(self):
        assert legible("☂\ufe0f ☂\ufe0e") == "☂ ☂"
        assert legible("👩\u200d⚕\ufe0f") == "👩⚕"

    def test_keeps_what_shapes_the_letters_between_which_it_stands(self):
        assert legible("ه\u200d") == "ه\u200d"
