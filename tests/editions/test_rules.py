from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.editions import rules
from registry.editions.rules import Bound, Coming, Sheet
from registry.law import Breach

AGENDA, TERMS, BUDGET, LATE = "agenda", "terms", "budget", "late paper"


def labelled(*coming, last=(), used=None):
    bound = [Bound(name, tuple(labels.split())) for name, labels in last]
    before = {label for section in bound for label in section.labels} if used is None else set(used.split())
    found = rules.labelled([Coming(name, pages) for name, pages in coming], bound, before)
    return [" ".join(labels) for labels in found]


class TestLabelled:
    def test_counts_the_pages_of_the_first_edition(self):
        assert labelled((AGENDA, 2), (TERMS, 3)) == ["1 2", "3 4 5"]

    def test_letters_a_new_section_after_the_page_it_follows(self):
        last = [(AGENDA, "45 46"), (TERMS, "47 48")]

        assert labelled((AGENDA, 2), (LATE, 3), (TERMS, 2), last=last) == ["45 46", "46a 46b 46c", "47 48"]

    def test_letters_one_at_the_end_and_one_in_front(self):
        assert labelled((LATE, 2), (AGENDA, 1), (TERMS, 1), last=[(AGENDA, "1")]) == ["0a 0b", "1", "1a"]

    def test_lets_a_longer_section_go_on_with_letters(self):
        assert labelled((AGENDA, 4), (TERMS, 1), last=[(AGENDA, "13 14"), (TERMS, "15")]) == ["13 14 14a 14b", "15"]

    def test_takes_the_last_labels_of_a_shorter_one(self):
        assert labelled((AGENDA, 1), (TERMS, 1), last=[(AGENDA, "13 14"), (TERMS, "15")]) == ["13", "15"]

    def test_goes_on_from_a_letter_that_was_used_before(self):
        last = [(AGENDA, "46"), (TERMS, "47")]

        assert labelled((AGENDA, 1), (LATE, 2), (TERMS, 1), last=last, used="46 46a 47")[1] == "46b 46c"

    @pytest.mark.parametrize(
        ("before", "after", "found"),
        [
            ("46a", "46b", "46aa 46ab"),
            ("46", "46a", "46za 46zb"),
            ("46a", "46aa", "46aza 46azb"),
            ("46x", "47", "46y 46ya"),
            ("46za", "46a", "46zb 46zc"),
        ],
    )
    def test_finds_room_between_letters(self, before, after, found):
        assert labelled((AGENDA, 1), (LATE, 2), (TERMS, 1), last=[(AGENDA, before), (TERMS, after)])[1] == found

    def test_letters_what_has_moved_anew_and_leaves_the_longer_where_it_was(self):
        last = [(BUDGET, "1"), (TERMS, "2 3 4")]

        assert labelled((TERMS, 3), (BUDGET, 1), last=last) == ["2 3 4", "4a"]


class TestFitted:
    def test_of_as_many_pages_are_the_same(self):
        assert rules.fitted(["1", "2"], 2) == ["1", "2"]

    def test_lets_the_last_page_of_a_shorter_section_stand_for_the_rest(self):
        assert rules.fitted(["41", "42", "42a"], 2) == ["41", "42–42a"]
        assert rules.fitted(["41", "42", "43"], 1) == ["41–43"]

    def test_calls_what_is_beyond_further_sheets_of_the_last(self):
        assert rules.fitted(["41", "42"], 4) == ["41", "42", "42 (2)", "42 (3)"]


def sheets(words):
    """The pages of a book, those with a star as they were printed anew."""
    return [Sheet(each.strip("*"), each) for each in words.split()]


class TestSteps:
    def test_say_what_is_to_be_done_from_front_to_back(self):
        old = sheets("i ii 11 12 13 14 46 47 50 51")
        new = sheets("i* ii* iii 11 12* 13* 14* 46 46a 46b 47 51")

        assert [step.sentence for step in rules.steps(old, new)] == [
            "Replace pages i–ii.",
            "Insert page iii after page ii.",
            "Replace pages 12–14.",
            "Insert pages 46a–46b after page 46.",
            "Take out page 50.",
        ]

    def test_name_the_pages_in_front_apart(self):
        assert [step.sentence for step in rules.steps(sheets("i ii 1 2"), sheets("i* ii* 1* 2"))] == [
            "Replace pages i–ii.",
            "Replace page 1.",
        ]

    def test_give_the_pages_for_the_sheet_that_stood_for_them(self):
        assert [step.sentence for step in rules.steps(sheets("40 41–43 44"), sheets("40 41 42 43 44"))] == [
            "Take out pages 41–43.",
            "Insert pages 41–43 after page 40.",
        ]

    def test_put_what_comes_first_in_front(self):
        assert [step.sentence for step in rules.steps(sheets("1"), sheets("0a 1"))] == ["Insert page 0a in front."]


class TestInRuns:
    def test_names_pages_that_stand_together_as_one(self):
        book = ["11", "12", "13", "14", "14a", "15", "16"]

        assert rules.in_runs(["12", "13", "14a", "15"], book) == "12–13, 14a–15"
        assert rules.in_runs(["11"], book) == "11"
        assert rules.in_runs([], book) == ""


SECTIONS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(1, 4), st.integers(0, 2)),
    min_size=1,
    max_size=8,
    unique_by=lambda each: each[0],
)
"""What an edition has: of each section its name, how many pages, and which version of its words."""


def issued_in_turn(editions):
    """Each edition as the labels of its sections, every label ever used known to the next."""
    last, used, found = [], set(), []
    for sections in editions:
        labels = rules.labelled([Coming(name, pages) for name, pages, _ in sections], last, used)
        used |= {label for each in labels for label in each}
        last = [Bound(name, each) for (name, _, _), each in zip(sections, labels, strict=True)]
        found.append(last)
    return found


def pages_of(sections, edition):
    """A book's pages: the key of each says its section, how long that is, and which version."""
    return [
        Sheet(label, f"{section} {place}")
        for section, bound in zip(sections, edition, strict=True)
        for place, label in enumerate(bound.labels)
    ]


def followed(old, steps, new):
    """The old book, after everything has been done to it that is asked, with the new one’s pages at hand."""
    at_hand, book = {sheet.label: sheet for sheet in new}, list(old)
    for step in steps:
        places = {sheet.label: place for place, sheet in enumerate(book)}
        if step.do == "take out":
            book = [sheet for sheet in book if sheet.label not in step.labels]
        elif step.do == "replace":
            for label in step.labels:
                book[places[label]] = at_hand[label]
        else:
            after = places[step.after] + 1 if step.after else 0
            book[after:after] = [at_hand[label] for label in step.labels]
    return book


class TestEditionsInTurn:
    @given(st.lists(SECTIONS, min_size=1, max_size=5))
    def test_have_each_label_once_in_order_and_never_for_another_section(self, editions):
        whose = {}
        for edition in issued_in_turn(editions):
            labels = [label for section in edition for label in section.labels]
            places = [rules.place_of(label) for label in labels]
            assert places == sorted(set(places))
            for section in edition:
                assert {whose.setdefault(label, section.name) for label in section.labels} == {section.name}

    @given(SECTIONS, st.lists(SECTIONS, max_size=3))
    def test_keep_the_labels_of_what_has_not_moved(self, sections, between):
        first = issued_in_turn([sections])[0]
        grown = [each for section in sections for each in (section, (section[0].upper(), 1, 0))]

        later = issued_in_turn([sections, grown])[1]

        assert [section for section in later if section.name.islower()] == first

    @given(SECTIONS, SECTIONS)
    def test_are_made_out_of_the_last_by_whoever_follows_the_list(self, before, after):
        first, second = issued_in_turn([before, after])
        old, new = pages_of(before, first), pages_of(after, second)

        assert followed(old, rules.steps(old, new), new) == new


class TestIsToldWhy:
    def test_not_of_the_first(self):
        rules.is_told_why(1, "")

    def test_of_every_other(self):
        rules.is_told_why(2, "Paper C came late.")

        with pytest.raises(Breach):
            rules.is_told_why(2, " ")


class TestSomethingHasChanged:
    def test_since_the_edition_before(self):
        rules.something_has_changed(0, 0)
        rules.something_has_changed(1, 1)

        with pytest.raises(Breach, match="Edition 1 says all this already"):
            rules.something_has_changed(1, 0)


class TestIsNoOlderThanTheLast:
    def test_unless_another_was_issued_meanwhile(self):
        nine, ten = (datetime(2026, 5, 7, hour, tzinfo=UTC) for hour in (9, 10))
        rules.is_no_older_than_the_last(nine, None)
        rules.is_no_older_than_the_last(ten, nine)
        rules.is_no_older_than_the_last(ten, ten)

        with pytest.raises(Breach):
            rules.is_no_older_than_the_last(nine, ten)


class TestIsTheLatest:
    def test_not_one_that_another_took_the_place_of(self):
        rules.is_the_latest(2, 2)

        with pytest.raises(Breach, match="Edition 3 has taken the place of this one"):
            rules.is_the_latest(2, 3)


class TestSomebodyIsToHaveIt:
    def test_until_it_has_gone_out_to_all(self):
        rules.somebody_is_to_have_it(1)

        with pytest.raises(Breach):
            rules.somebody_is_to_have_it(0)
