"""Two versions compared, clause by clause and then word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.terms.redline import CHANGED, DELETED, INSERTED, SAME, clauses_in, compare, pieces_of

pytestmark = pytest.mark.pure


def version(**sections):
    """A version of sections: version(Purpose="To direct.", Meetings="- Monthly.")."""
    return clauses_in(
        {"number": place, "heading": heading, "text": text} for place, (heading, text) in enumerate(sections.items(), 1)
    )


def told(old, new):
    """Each clause: what became of it, whether it moved, and its number before and now."""
    return [
        (each.what, each.moved, each.was and each.was.number, each.now and each.now.number)
        for each in compare(old, new)
        if each.is_change
    ]


class TestClausesIn:
    def test_a_heading_and_each_paragraph_have_numbers(self):
        clauses = version(Purpose="To direct.\n\nTo serve.", Review="Yearly.")

        assert [(clause.number, clause.text, clause.is_heading) for clause in clauses] == [
            ("1", "Purpose", True),
            ("1.1", "To direct.", False),
            ("1.2", "To serve.", False),
            ("2", "Review", True),
            ("2.1", "Yearly.", False),
        ]

    def test_each_item_of_a_list_is_one_with_the_lines_that_go_on_it(self):
        clauses = version(Meetings="- Held monthly,\n  or oftener.\n- Seven days’ notice.\n\n1. First.\n2) Second.")

        assert [clause.text for clause in clauses[1:]] == [
            "Held monthly, or oftener.",
            "Seven days’ notice.",
            "First.",
            "Second.",
        ]

    def test_stress_is_no_part_of_the_words(self):
        assert [clause.text for clause in version(Roles="- **The chair** settles the agenda.")[1:]] == [
            "The chair settles the agenda."
        ]

    def test_a_table_is_one_however_many_lines_it_has(self):
        table = "| Practice | Name |\n|---|---|\n| Kibworth | Dr Patel |"

        assert [clause.text for clause in version(Membership=table)] == ["Membership", table]

    def test_of_a_heading_without_words_there_is_the_heading(self):
        assert len(version(Membership="  \n")) == 1


class TestCompare:
    def test_the_same_text_has_no_change(self):
        assert told(version(Purpose="To direct."), version(Purpose="To direct.")) == []

    def test_inserted_and_deleted(self):
        old = version(Purpose="To direct.\n\nTo grow apples.")
        new = version(Purpose="To direct.\n\nMoney is kept at the bank in the company’s name.")

        assert told(old, new) == [(DELETED, False, "1.2", None), (INSERTED, False, None, "1.2")]

    def test_changed_words_within_a_clause(self):
        (change,) = [
            each
            for each in compare(
                version(Quorum="The quorum is five members."), version(Quorum="The quorum is four members.")
            )
            if each.is_change
        ]

        assert (change.what, change.moved) == (CHANGED, False)
        assert [tuple(piece) for piece in change.pieces] == [
            ("kept", "The quorum is "),
            ("deleted", "five"),
            ("inserted", "four"),
            ("kept", " members."),
        ]

    def test_moved_is_told_as_moved_and_not_as_deleted_and_inserted(self):
        old = version(Meetings="- Held monthly.\n- Seven days’ notice.\n- Five are a quorum.")
        new = version(Meetings="- Five are a quorum.\n- Held monthly.\n- Seven days’ notice.")

        assert told(old, new) == [(SAME, True, "1.3", "1.1")]

    def test_moved_and_changed_at_once(self):
        old = version(Meetings="- Held monthly.\n- Seven days’ notice.\n- The quorum is five members.")
        new = version(Meetings="- The quorum is four members.\n- Held monthly.\n- Seven days’ notice.")

        assert told(old, new) == [(CHANGED, True, "1.3", "1.1")]

    def test_a_clause_that_goes_under_another_heading_is_moved(self):
        old = version(Purpose="To direct.\n\nReports go to the board.", Reporting="Yearly.")
        new = version(Purpose="To direct.", Reporting="Yearly.\n\nReports go to the board.")

        assert told(old, new) == [(SAME, True, "1.2", "2.2")]

    def test_numbers_that_shift_because_another_came_before_are_no_change(self):
        old, new = version(Purpose="To direct."), version(Purpose="Some words that were never here.\n\nTo direct.")

        assert told(old, new) == [(INSERTED, False, None, "1.1")]

    def test_a_heading_renamed_is_changed(self):
        old, new = version(**{"Roles": "x"}), version(**{"Roles and responsibilities": "x"})

        assert [what for what, *_ in told(old, new)] in ([CHANGED], [DELETED, INSERTED])

    def test_what_was_deleted_is_told_where_it_stood(self):
        old = version(Purpose="To direct.\n\nTo grow apples.\n\nTo serve all patients.")
        new = version(Purpose="To direct.\n\nTo serve all patients.")

        assert [each.what for each in compare(old, new)] == [SAME, SAME, DELETED, SAME]

    def test_letters_with_accents_are_letters(self):
        old, new = version(Enw="Pwyllgor Llŷn yw hwn."), version(Enw="Pwyllgor Llŷn ac Eifionydd yw hwn.")

        ((what, moved, *_),) = told(old, new)
        assert (what, moved) == (CHANGED, False)

    TEXT = st.lists(st.sampled_from(["To direct.", "To serve.", "Five meet.", "Four meet.", "- a\n- b"]), max_size=6)

    @given(TEXT, TEXT)
    def test_nothing_of_either_version_is_ever_lost(self, before, after):
        old, new = (version(Purpose="\n\n".join(each)) for each in (before, after))

        found = compare(old, new)

        assert [each.now for each in found if each.now] == new
        assert sorted(each.was.number for each in found if each.was) == sorted(clause.number for clause in old)
        for each in found:
            said = "".join(piece.text for piece in each.pieces if piece.what != "inserted")
            says = "".join(piece.text for piece in each.pieces if piece.what != "deleted")
            assert said == (each.was.text if each.was else "")
            assert says == (each.now.text if each.now else "")


class TestPiecesOf:
    def test_words_changed_side_by_side_are_one_change(self):
        assert [tuple(piece) for piece in pieces_of("Seven clear days", "Ten whole days")] == [
            ("deleted", "Seven clear"),
            ("inserted", "Ten whole"),
            ("kept", " days"),
        ]

    @given(st.text(max_size=60), st.text(max_size=60))
    def test_say_both_texts_to_the_letter(self, old, new):
        pieces = pieces_of(old, new)

        assert "".join(piece.text for piece in pieces if piece.what != "inserted") == old
        assert "".join(piece.text for piece in pieces if piece.what != "deleted") == new
