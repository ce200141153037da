import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.meetings import keys
from registry.meetings.keys import Key

pytestmark = pytest.mark.pure

ITEMS = range(1, 7)


class TestRead:
    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("P", [Key("present")]),
            (" e ", [Key("apologies")]),
            ("A", [Key("absent")]),
            ("present", [Key("present")]),
            ("Left", [Key("left")]),
            ("P L3 R5", [Key("present"), Key("left", 3), Key("returned", 5)]),
            ("p,l3@14:20; r5@9.05", [Key("present"), Key("left", 3, "14:20"), Key("returned", 5, "09:05")]),
            ("P4 A6", [Key("present", 4), Key("absent", 6)]),
        ],
    )
    def test_keys_and_words(self, typed, read):
        assert keys.read(typed) == read

    @pytest.mark.parametrize("typed", ["X", "P LX", "P L3R5", "P L3@25:00", "P L3@14", "asleep", "", "P L1234"])
    def test_refuses_what_is_none(self, typed):
        with pytest.raises(ValueError, match="is no key"):
            keys.read(typed)


class TestItemByItem:
    def marks(self, typed):
        return [(key.item, key.mark) for key in keys.item_by_item(keys.read(typed), ITEMS)]

    def test_who_left_is_away_until_the_item_before_she_returned(self):
        assert self.marks("P L3 R5") == [(None, "present"), (3, "left"), (4, "left"), (5, "returned")]

    def test_who_left_and_did_not_return_is_away_to_the_end(self):
        assert self.marks("P L5") == [(None, "present"), (5, "left"), (6, "left")]

    def test_the_first_and_the_last_item_are_items_like_others(self):
        assert self.marks("P L1 R2 L6") == [(None, "present"), (1, "left"), (2, "returned"), (6, "left")]

    def test_who_comes_for_one_item_is_there_for_that_alone(self):
        assert self.marks("E P4") == [(None, "apologies"), (4, "present")]
        assert self.marks("P L3 P4") == [(None, "present"), (3, "left"), (4, "present"), (5, "left"), (6, "left")]


class TestWritten:
    def test_gives_a_mark_of_one_item_alone_its_return(self):
        assert keys.written({None: Key("present"), 2: Key("left", 2)}, ITEMS) == "P L2 R3"
        assert keys.written({None: Key("present"), 6: Key("left", 6)}, ITEMS) == "P L6"

    @given(st.lists(st.sampled_from(["P", "L", "R", ""]), min_size=6, max_size=6))
    def test_what_was_keyed_in_is_written_so_that_it_means_the_same(self, pressed):
        typed = " ".join(["P", *(f"{key}{item}" for item, key in zip(ITEMS, pressed, strict=True) if key)])
        marks = {key.item: key for key in keys.item_by_item(keys.read(typed), ITEMS)}

        again = {key.item: key for key in keys.item_by_item(keys.read(keys.written(marks, ITEMS)), ITEMS)}

        def at_each(told):
            return [told[item].mark == "left" if item in told else False for item in ITEMS]

        assert at_each(again) == at_each(marks)
