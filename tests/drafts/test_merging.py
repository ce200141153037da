"""What two people write at once becomes one draft, in which nothing that either wrote is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.drafts.merging import merged

pytestmark = pytest.mark.pure

BASE = {"title": "Terms", "sections-0-heading": "Purpose", "sections-0-text": "To care."}


class TestMerged:
    def test_of_two_boxes_has_both(self):
        found = merged(BASE, BASE | {"title": "Terms of the hub"}, BASE | {"sections-0-text": "To care well."})

        assert found.boxes == BASE | {"title": "Terms of the hub", "sections-0-text": "To care well."}
        assert found.clashes == {}

    def test_of_one_box_has_theirs_in_it_and_mine_beside_it(self):
        found = merged(BASE, BASE | {"title": "Theirs"}, BASE | {"title": "Mine"})

        assert (found.boxes["title"], found.clashes) == ("Theirs", {"title": "Mine"})

    def test_of_the_same_words_is_no_clash(self):
        found = merged(BASE, BASE | {"title": "Same"}, BASE | {"title": "Same"})

        assert (found.boxes["title"], found.clashes) == ("Same", {})

    def test_what_i_do_not_send_i_leave_as_it_is(self):
        found = merged(BASE, BASE | {"title": "Theirs"}, {"sections-0-text": "Mine."})

        assert found.boxes == BASE | {"title": "Theirs", "sections-0-text": "Mine."}

    def test_a_line_that_both_begin_in_one_place_becomes_two(self):
        theirs = BASE | {"sections-1-heading": "Review", "sections-1-text": "Yearly."}
        mine = BASE | {"sections-1-heading": "Quorum", "sections-1-text": "Three.", "sections-2-heading": ""}

        found = merged(BASE, theirs, mine)

        assert found.boxes == theirs | {"sections-2-heading": "Quorum", "sections-2-text": "Three."}
        assert found.clashes == {}

    def test_of_two_lines_that_both_begin_there_neither_falls_on_the_other(self):
        theirs = {"table-0-responsibility": "A", "table-1-responsibility": "B"}
        mine = {"table-0-responsibility": "C", "table-1-responsibility": "D", "table-2-responsibility": "E"}

        found = merged({}, theirs, mine)

        assert sorted(found.boxes.values()) == ["A", "B", "C", "D", "E"]
        assert found.clashes == {}

    def test_emptying_a_box_empties_it_unless_they_wrote_in_it(self):
        assert "title" not in merged(BASE, BASE, {"title": ""}).boxes
        assert merged(BASE, BASE | {"title": "Theirs"}, {"title": ""}).boxes["title"] == "Theirs"


WORDS = st.sampled_from(["", "one", "two", "three"])
BOXES = st.dictionaries(
    st.sampled_from(["title", "version", "sections-0-text", "sections-1-text", "table-0-responsibility"]), WORDS
)


@given(BOXES, BOXES, BOXES)
def test_whatever_either_wrote_is_in_the_draft_or_beside_it(base, theirs, mine):
    found = merged(base, theirs, mine)

    kept = {*found.boxes.values(), *found.clashes.values()}
    written = {text for box, text in mine.items() if text and text != base.get(box, "")}
    assert written <= kept
    there = {box: text for box, text in theirs.items() if text and text != base.get(box, "")}
    assert there.items() <= found.boxes.items()
