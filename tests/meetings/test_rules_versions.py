from copy import deepcopy

import pytest

from registry.meetings import rules
from registry.meetings.rules import CORRECTION, NEW_VERSION, Change
from tests.breaches import refused

pytestmark = pytest.mark.pure


def item(ref, place, title, **facts):
    blank = {"purpose": "decide", "proposed": "", "resolution": "", "restricted": "", "presenter_ref": None}
    return (
        blank
        | {"ref": ref, "place": place, "title": title, "time_wanted": None, "topic": "", "withdrawn": None}
        | facts
    )


TEXT = {
    "on": "2026-12-08",
    "begins": "13:00",
    "place": "Wigston",
    "joining": "",
    "items": [item("a", 1, "Welcome"), item("b", 2, "Budget report"), item("c", 3, "Lease", restricted="commercial")],
    "parties": [],
    "papers": [{"ref": "p", "item_ref": "b", "letter": "A", "title": "Budget"}],
}


def after(**changed):
    return deepcopy(TEXT) | changed


def with_item(ref, **changed):
    items = deepcopy(TEXT["items"])
    next(each for each in items if each["ref"] == ref).update(changed)
    return after(items=items)


def found(text, hidden=()):
    return [(change.sentence, change.major) for change in rules.changes(TEXT, text, hidden)]


class TestChanges:
    def test_there_are_none_between_a_text_and_itself(self):
        assert found(after()) == []

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (after(on="2026-12-09"), "The meeting is on 9 December 2026, not on 8 December 2026."),
            (after(items=[*TEXT["items"], item("d", 4, "Dues")]), "Item 4 (Dues) was added."),
            (with_item("b", withdrawn="2026-12-01"), "Item 2 (Budget report) was withdrawn."),
            (with_item("b", proposed="RESOLVED."), "The words proposed for item 2 (Budget report) were changed."),
            (with_item("b", purpose="note"), "What item 2 (Budget report) is for was changed."),
            (
                with_item("b", resolution="special"),
                "The kind of resolution asked for by item 2 (Budget report) was changed.",
            ),
            (with_item("b", restricted="commercial"), "Who may read item 2 (Budget report) was changed."),
            (
                with_item("b", title="Sale of the lease"),
                "The title of item 2 (Sale of the lease) was changed; it was Budget report.",
            ),
        ],
    )
    def test_that_may_change_a_decision_are_major(self, text, sentence):
        assert found(text) == [(sentence, True)]

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (after(begins="14:00"), "It begins at 14:00, not at 13:00."),
            (after(place="Oadby"), "The place is Oadby."),
            (after(joining="By link"), "How to take part from elsewhere was changed."),
            (with_item("b", presenter_ref="1"), "Item 2 (Budget report) has another presenter."),
            (with_item("b", time_wanted=10), "The time wanted for item 2 (Budget report) was changed."),
            (
                with_item("b", title="Bugdet report"),
                "The spelling of item 2 (Bugdet report) was changed; it was Budget report.",
            ),
            (
                after(parties=[{"item_ref": "b", "party_ref": None, "name": "Acme"}]),
                "Whom item 2 (Budget report) is about was changed.",
            ),
            (
                after(papers=[*TEXT["papers"], {"ref": "q", "item_ref": "b", "letter": "A2", "title": "Forecast"}]),
                "Paper A2 came late for item 2 (Budget report).",
            ),
        ],
    )
    def test_that_are_safe_are_not(self, text, sentence):
        assert found(text) == [(sentence, False)]

    def test_of_order_are_told_once(self):
        items = [item("b", 1, "Budget report"), item("a", 2, "Welcome"), TEXT["items"][2]]

        assert found(after(items=items)) == [("The items stand in another order.", True)]

    def test_an_item_put_between_two_others_leaves_their_order(self):
        items = [
            TEXT["items"][0],
            item("d", 2, "Dues"),
            item("b", 3, "Budget report"),
            {**TEXT["items"][2], "place": 4},
        ]

        assert found(after(items=items)) == [("Item 2 (Dues) was added.", True)]

    def test_do_not_name_what_is_hidden(self):
        text = with_item("c", title="Surrender of the lease", proposed="RESOLVED to surrender.")
        text["papers"] = [*TEXT["papers"], {"ref": "q", "item_ref": "c", "letter": "B", "title": "Surrender"}]

        sentences = [sentence for sentence, _ in found(text, hidden={"c"})]
        assert sentences == [
            "The title of item 3 (restricted) was changed.",
            "The words proposed for item 3 (restricted) were changed.",
            "Paper B came late for item 3 (restricted).",
        ]


class TestIsASlip:
    @pytest.mark.parametrize(
        ("before", "after"),
        [("Bugdet report", "Budget report"), ("Quorum", "quorum"), ("Practise visits", "Practice visits")],
    )
    def test_of_a_letter_or_two(self, before, after):
        assert rules.is_a_slip(before, after)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("Budget 2026", "Budget 2027"),
            ("Budget", "Budget report"),
            ("Lease of Wigston", "Lease of Oadby"),
            ("A", "B"),
        ],
    )
    def test_not_of_a_figure_or_a_word(self, before, after):
        assert not rules.is_a_slip(before, after)


class TestIsANewVersionWhereItMustBe:
    @pytest.mark.parametrize(("edition", "major"), [(NEW_VERSION, True), (NEW_VERSION, False), (CORRECTION, False)])
    def test_more_may_be_made_of_it_than_need_be(self, edition, major):
        rules.is_a_new_version_where_it_must_be(edition, major)

    def test_but_not_less(self):
        with refused("edition", "may trust that nothing"):
            rules.is_a_new_version_where_it_must_be(CORRECTION, True)


class TestSomethingHasChanged:
    def test_unless_it_is_the_first(self):
        rules.something_has_changed(True, 0)
        rules.something_has_changed(False, 1)

        with refused():
            rules.something_has_changed(False, 0)


class TestThereIsBusiness:
    def test_of_an_item_at_least(self):
        rules.there_is_business(1)

        with refused():
            rules.there_is_business(0)


class TestNextNumber:
    @pytest.mark.parametrize(
        ("last", "edition", "number"),
        [
            (None, NEW_VERSION, (1, 0)),
            ((1, 0), CORRECTION, (1, 1)),
            ((1, 9), CORRECTION, (1, 10)),
            ((1, 3), NEW_VERSION, (2, 0)),
        ],
    )
    def test_counts_versions_and_the_corrections_of_each(self, last, edition, number):
        assert rules.next_number(last, edition) == number

    def test_is_of_a_new_version_if_any_change_is_major(self):
        slip, change = Change("Spelling."), Change("Words.", major=True)

        assert rules.least_edition(True, []) == NEW_VERSION
        assert rules.least_edition(False, [slip]) == CORRECTION
        assert rules.least_edition(False, [slip, change]) == NEW_VERSION


class TestLateLetter:
    @pytest.mark.parametrize(
        ("cited", "letter"),
        [
            ([("x", "A")], "A2"),
            ([("x", "A1"), ("x", "A2")], "A3"),
            ([("x", "A"), ("x", "A2")], "A3"),
            ([("y", "A"), ("z", "B")], "C"),
            ([("y", "B")], "A"),
            ([], "A"),
            ([("x", "A9"), ("x", "A10")], "A11"),
        ],
    )
    def test_leaves_every_letter_that_is_cited(self, cited, letter):
        assert rules.late_letter(cited, "x") == letter


class TestShareAWord:
    @pytest.mark.parametrize(
        ("matter", "said"),
        [("the annual budget", "Budgets for 2027"), ("Changes to membership", "Admission of a member: membership")],
    )
    def test_whatever_its_ending(self, matter, said):
        assert rules.share_a_word(matter, said)

    @pytest.mark.parametrize(
        ("matter", "said"), [("the annual budget", "The lease"), ("what the board does", "The board")]
    )
    def test_that_means_something(self, matter, said):
        assert not rules.share_a_word(matter, said)


class TestStarts:
    @pytest.mark.parametrize(
        ("wanted", "times"),
        [
            ([], []),
            ([5, 15], ["13:00", "13:05"]),
            ([5, 0, 15], ["13:00", "13:05", "13:05"]),
            ([None, 5], ["13:00", ""]),
            ([5, None, 5], ["13:00", "13:05", ""]),
        ],
    )
    def test_are_known_until_an_item_does_not_say_how_long_it_wants(self, wanted, times):
        assert rules.starts("13:00", wanted) == times

    def test_go_on_past_midnight(self):
        assert rules.starts("23:50", [15, 5]) == ["23:50", "00:05"]
