import pytest

from registry.decisions.limbs import cited, limbs_of, marks_in

pytestmark = pytest.mark.pure


def marks(text):
    return [limb.mark for limb in limbs_of(text)]


class TestLimbsOf:
    def test_are_the_lettered_paragraphs_and_their_words(self):
        text = "RESOLVED that (a) the lease be signed; and (b) the chair sign it."

        assert [(limb.cited, limb.words) for limb in limbs_of(text)] == [
            ("(a)", "the lease be signed; and"),
            ("(b)", "the chair sign it."),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "RESOLVED that:\n1. it be blue;\n2. it be round.",
            "RESOLVED that\n1) it be blue;\n2) it be round.",
            "RESOLVED that (1) it be blue; (2) it be round.",
        ],
    )
    def test_are_the_numbered_ones_too(self, text):
        assert marks(text) == ["1", "2"]

    @pytest.mark.parametrize(
        "text",
        [
            "RESOLVED that it be so.",
            "RESOLVED that (a) it be so.",
            "RESOLVED that (b) it be so and (c) be it.",
            "RESOLVED to pay £4 on 1. The rest on 2. It is well.",
            "RESOLVED under s.175(4) and s.175(5) of the Act.",
        ],
    )
    def test_are_none_where_there_are_not_two_in_turn(self, text):
        assert limbs_of(text) == []

    def test_keep_what_is_within_them(self):
        assert marks("(a) one of (i) this or (ii) that; (b) the other, as in (a) above; (c) neither") == ["a", "b", "c"]

    def test_go_on_past_nine(self):
        assert marks("\n".join(f"{number}. Point {number}" for number in range(1, 12)))[-1] == "11"


class TestMarksIn:
    @pytest.mark.parametrize("said", ["(a), (c)", "a, c", "(A) and (c)", "a c a", "a; c."])
    def test_are_read_however_they_are_written(self, said):
        assert marks_in(said) == ["a", "c"]

    def test_are_none_where_nothing_is_named(self):
        assert marks_in("") == []

    def test_are_cited_in_brackets(self):
        assert cited(["a", "c"]) == "(a), (c)"
