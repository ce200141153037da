"""What somebody types, as the two databases are asked it."""

import pytest

from registry.index.words import MOST_TERMS, Term, for_fts5, for_postgresql, loosened, terms_of

pytestmark = pytest.mark.pure


class TestTermsOf:
    def test_are_the_words_of_which_the_last_may_be_half_typed(self):
        assert terms_of("Flu clin") == [Term(("flu",)), Term(("clin",), begun=True)]

    def test_end_with_a_whole_word_once_a_space_follows_it(self):
        assert terms_of("flu clinic ") == [Term(("flu",)), Term(("clinic",))]

    @pytest.mark.parametrize("typed", ['"flu clinic"', "“flu clinic”", "«Flu  Clinic»", '"flu clinic'])
    def test_are_phrases_in_quotation_marks_closed_or_not(self, typed):
        assert terms_of(typed) == [Term(("flu", "clinic"))]

    @pytest.mark.parametrize("typed", ["B/2026/1", "B-2026-1", "B.2026.1", "B_2026_1"])
    def test_of_a_number_with_strokes_follow_one_another(self, typed):
        assert terms_of(f"{typed} ") == [Term(("b", "2026", "1"))]

    def test_have_no_accents(self):
        assert terms_of("Siân Ŵyn ") == [Term(("sian",)), Term(("wyn",))]

    def test_leave_out_what_is_in_every_text(self):
        assert terms_of("the lease of the premises ") == [Term(("lease",)), Term(("premises",))]

    def test_keep_it_inside_a_phrase(self):
        assert terms_of('"lease of the premises"') == [Term(("lease", "of", "the", "premises"))]

    @pytest.mark.parametrize("typed", ["", "   ", "the", '"of the"', '"', '""', "&|!<->()*:^-"])
    def test_are_none_of_what_says_nothing(self, typed):
        assert terms_of(typed) == []

    def test_of_one_letter_are_whole(self):
        assert terms_of("lease x") == [Term(("lease",)), Term(("x",))]

    def test_are_so_many_and_no_more(self):
        assert len(terms_of(" ".join(f"word{number}" for number in range(MOST_TERMS + 1)))) == MOST_TERMS


class TestLoosened:
    def test_is_a_long_word_half_typed_without_the_beginning_of_its_ending(self):
        assert loosened(terms_of("lease decisio")) == [Term(("lease",)), Term(("deci",), begun=True)]

    @pytest.mark.parametrize("typed", ["", "decisio ", '"decisio"', "decis"])
    def test_is_nothing_of_words_that_are_whole_or_short(self, typed):
        assert loosened(terms_of(typed)) == []


class TestAsked:
    def test_every_term_is_asked_of_fts5_in_quotation_marks(self):
        assert for_fts5(terms_of('"flu clinic" leas'), every=True) == '("flu clinic") AND ("leas" OR "leas" *)'

    def test_any_term_may_be_enough(self):
        assert for_fts5(terms_of("flu lease "), every=False) == '("flu") OR ("lease")'

    def test_every_term_is_asked_of_postgresql_in_apostrophes(self):
        asked = for_postgresql(terms_of('"flu clinic" leas'), every=True)

        assert asked == "('flu' <-> 'clinic') & (('leas') | ('leas':*))"

    @pytest.mark.parametrize(
        "typed", ["o'brien", "a\"b'c", "NEAR(x y)", "title:x", "x AND NOT y", "x* ^y", "a:*", "\ud800x"]
    )
    def test_nothing_but_letters_and_figures_is_passed_on(self, typed):
        terms = terms_of(typed)

        assert all(word.isalnum() for term in terms for word in term.words)
