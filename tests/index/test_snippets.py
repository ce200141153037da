"""The few words around what was found."""

import pytest
from hypothesis import assume, given
from hypothesis.strategies import integers, lists, text

from registry.index.engines import BEGINS, ENDS
from registry.index.snippets import CUT, LONGEST, found_in, snippet

pytestmark = pytest.mark.pure


def told(said, *found):
    """A snippet of a text in which these words were found, those in brackets."""
    marked = said
    for each in found:
        marked = marked.replace(each, f"{BEGINS}{each}{ENDS}")
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in snippet(said, marked))


class TestSnippet:
    def test_is_the_whole_of_a_short_text_with_what_was_found_marked(self):
        assert told("That the lease be signed.", "lease") == "That the [lease] be signed."

    def test_of_a_text_in_which_nothing_was_found_is_its_beginning(self):
        assert told("word " * 100) == ("word " * 48).strip() + CUT

    def test_begins_and_ends_between_words(self):
        said = "before " * 60 + "the lease " + "after " * 60

        text = told(said, "lease")

        assert text.startswith(f"{CUT}before ")
        assert text.endswith(f" after{CUT}")
        assert "the [lease] after" in text
        assert len(text) <= LONGEST + len("[]") + 2 * len(CUT)

    def test_is_where_most_was_found_together(self):
        said = "lease " + "word " * 100 + "lease of premises " + "word " * 100

        assert "[lease] of [premises]" in told(said, "lease", "premises")

    def test_keeps_the_letters_as_they_were_said(self):
        assert [piece.text for piece in snippet("Siân’s", f"{BEGINS}Sian{ENDS} s") if piece.found] == ["Siân"]

    def test_of_nothing_is_nothing(self):
        assert snippet("", "") == []

    def test_of_one_endless_word_is_cut(self):
        assert told("x" * 1000) == "x" * LONGEST + CUT

    @given(said=text(max_size=600), places=lists(integers(0, 600), max_size=20))
    def test_says_nothing_that_was_not_said(self, said, places):
        cut = sorted({min(place, len(said)) for place in places})
        spans = list(zip(cut[::2], cut[1::2], strict=False))
        marked, last = "", 0
        for begins, ends in spans:
            marked += f"{said[last:begins]}{BEGINS}{said[begins:ends]}{ENDS}"
            last = ends
        marked += said[last:]
        assume(BEGINS not in said and ENDS not in said)

        pieces = snippet(said, marked)

        whole = "".join(piece.text for piece in pieces)
        assert whole.removeprefix(CUT).removesuffix(CUT) in said or whole in said
        assert all(piece.text in {said[begins:ends] for begins, ends in spans} for piece in pieces if piece.found)


class TestFoundIn:
    def test_are_the_different_words_whatever_their_case(self):
        marked = f"{BEGINS}Lease{ENDS} and {BEGINS}lease{ENDS} of {BEGINS}flat{ENDS}"

        assert found_in("Lease and lease of flat", marked) == {"lease", "flat"}
