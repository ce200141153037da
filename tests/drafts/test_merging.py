"""What two people write at once becomes one draft, in which nothing that either wrote is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.drafts.merging import line_of, lines_in, merged

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

    def test_over_what_i_wrote_a_moment_ago_is_no_clash(self):
        found = merged(BASE, BASE | {"title": "Min"}, {"title": "Mine"}, own={"title"})

        assert (found.boxes["title"], found.clashes) == ("Mine", {})

    def test_back_to_what_it_was_undoes_what_i_wrote_and_not_what_they_wrote(self):
        theirs = BASE | {"title": "Changed"}

        assert merged(BASE, theirs, {"title": "Terms"}, own={"title"}).boxes["title"] == "Terms"
        assert merged(BASE, theirs, {"title": "Terms"}).boxes["title"] == "Changed"

    def test_emptying_a_box_empties_it_or_is_kept_beside_what_they_wrote(self):
        assert "title" not in merged(BASE, BASE, {"title": ""}).boxes
        found = merged(BASE, BASE | {"title": "Theirs"}, {"title": ""})
        assert (found.boxes["title"], found.clashes) == ("Theirs", {"title": ""})


class TestLines:
    def test_are_told_by_their_places_in_order(self):
        boxes = {"table-10-person": "B", "table-2-person": "A", "table-2-practice": "", "sections-0-text": "C"}

        assert lines_in("table", boxes) == {2: {"person": "A"}, 10: {"person": "B"}}

    @pytest.mark.parametrize("box", ["title", "table-03-person", "table-100-person", "table-1", "review_due-day"])
    def test_are_of_no_other_boxes(self, box):
        assert line_of(box) is None


WORDS = st.sampled_from(["", "one", "two", "three"])
BOXES = st.dictionaries(
    st.sampled_from(["title", "version", "sections-0-text", "sections-1-text", "table-0-responsibility"]), WORDS
)


@given(BOXES, BOXES, BOXES)
def test_whatever_either_wrote_is_in_the_draft_or_beside_it(was, theirs, mine):
    found = merged(was, theirs, mine)

    for box, text in mine.items():
        if text != was.get(box, ""):
            assert text in (found.boxes.get(box, ""), found.clashes.get(box))
    for box, text in theirs.items():
        if text != was.get(box, ""):
            assert found.boxes.get(box, "") == text
