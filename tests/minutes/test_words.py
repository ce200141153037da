"""How minutes put what the registers say, and how they are kept, compared and taken apart: without any books."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.minutes.differing import changes_since, compared
from registry.minutes.facts import Block
from registry.minutes.passages import paragraphs, passages_of, put_in_place
from registry.minutes.said import DECISION, HEADING, WRITTEN, Said
from registry.minutes.words import Attended, Mark, joined, movements_said, people_said, quorum_said

pytestmark = pytest.mark.pure


def person(name, mark, roles=("Seat",), items=(), how=""):
    return Attended(name, roles, mark, how, [Mark(*each) for each in items])


class TestJoined:
    def test_sets_those_with_commas_apart(self):
        assert joined([]) == ""
        assert joined(["A"]) == "A"
        assert joined(["A", "B", "C"]) == "A, B and C"
        assert joined(["A, of X", "B"]) == "A, of X; B"


class TestPeopleSaid:
    def test_says_how_and_for_what_each_came(self):
        told = people_said(
            [
                person("Ann", "present", how="from elsewhere"),
                person("Bob", "present", how="listening only"),
                person("Cat", "absent", items=[(2, "present")]),
                person("Dan", "apologies", roles=(), items=[(2, "present"), (3, "returned")]),
                person("Eve", "absent"),
            ]
        )

        assert told == [
            "Present: Ann (Seat) from elsewhere, Bob (Seat) listening only and Cat (Seat) for item 2.",
            "In attendance: Dan for items 2 and 3.",
            "Apologies: none.",
            "Absent: Eve.",
        ]

    def test_says_so_where_nobody_came(self):
        assert people_said([])[0] == "Present: nobody is marked."


class TestMovementsSaid:
    def test_says_every_mark_in_words(self):
        marks = [(2, "left", "13:20", "A conflict"), (3, "left"), (4, "returned"), (6, "absent"), (7, "apologies")]

        ann = person("Ann", "present", items=[*marks, (8, "left"), (10, "left")])
        assert movements_said([ann]) == {
            2: ["Ann left the meeting at 13:20 (A conflict)."],
            3: ["Ann was still out of the meeting."],
            4: ["Ann returned to the meeting."],
            6: ["Ann was absent for this item."],
            7: ["Ann had sent apologies for this item."],
            8: ["Ann left the meeting."],
            10: ["Ann left the meeting."],
        }

    def test_names_together_those_of_whom_the_same_is_said(self):
        left = [person(name, "present", items=[(2, "left"), (3, "left")]) for name in ("Ann", "Bob", "Cat")]
        later = person("Dan", "present", items=[(2, "left", "13:20")])

        assert movements_said([*left, later]) == {
            2: ["Ann, Bob and Cat left the meeting.", "Dan left the meeting at 13:20."],
            3: ["Ann, Bob and Cat were still out of the meeting."],
        }

    def test_of_who_came_for_one_item(self):
        assert movements_said([person("Gil", None, items=[(2, "present")])]) == {2: ["Gil attended for this item."]}


class TestQuorumSaid:
    def test_says_whether_there_was_one_or_that_nothing_says_how_many(self):
        assert quorum_said("Quorate: 3 of 4", True) == "There was a quorum: 3 of 4."
        assert quorum_said("Not quorate: 2 of 4", False) == "There was no quorum: 2 of 4."
        assert quorum_said("2 of 4 counted; nothing in force says", None) == "2 of 4 counted; nothing in force says."


def blocks(*texts):
    said = [Said(HEADING, "Budget", "d", "r", label="1"), *(Said("quorum", text, "d", "r") for text in texts)]
    return [Block(None, "opening", before=said, after=[Said(DECISION, "RESOLVED", "d", "r", after=True)])]


class TestPassagesOf:
    def test_puts_what_is_written_between_the_sentences_paragraph_by_paragraph(self):
        told = passages_of(blocks("Quorate."), {"opening": "First.\n\n\nSecond,\nstill.\n"})

        assert [(each["place"], each["source"], each["text"]) for each in told] == [
            (1, HEADING, "Budget"),
            (2, "quorum", "Quorate."),
            (3, WRITTEN, "First."),
            (4, WRITTEN, "Second,\nstill."),
            (5, DECISION, "RESOLVED"),
        ]
        assert [each["box"] for each in told] == ["", "", "opening", "opening", ""]

    @given(st.text(alphabet="ab \n", max_size=60))
    def test_loses_no_word_of_what_was_written(self, text):
        told = passages_of([Block(None, "opening")], {"opening": text})

        assert " ".join(each["text"] for each in told).split() == text.split()


class TestPutInPlace:
    def test_changes_one_paragraph_and_leaves_the_others(self):
        assert put_in_place("One.\n\nTwo.\n\nThree.", "Two.", "Both.") == "One.\n\nBoth.\n\nThree."

    def test_finds_only_what_is_there_still(self):
        assert put_in_place("One.\n\nTwo, changed.", "Two.", "Both.") is None

    @given(st.lists(st.text(alphabet="abc", min_size=1, max_size=5), min_size=1, max_size=5, unique=True), st.data())
    def test_keeps_every_other_paragraph(self, texts, data):
        was = data.draw(st.sampled_from(texts))

        found = put_in_place("\n\n".join(texts), was, "new words")

        assert paragraphs(found) == ["new words" if each == was else each for each in texts]


class TestChangesSince:
    def test_are_none_where_the_facts_are_the_same_whatever_was_written(self):
        was = passages_of(blocks("Quorate."), {"opening": "Words."})

        assert changes_since(was, passages_of(blocks("Quorate."), {})) == []

    def test_say_what_was_said_and_what_is_now(self):
        was = passages_of(blocks("Quorate."), {})
        changed, gone, more = (passages_of(blocks(*texts), {}) for texts in (["Not."], [], ["Quorate.", "Late."]))

        assert [each.sentence for each in changes_since(was, changed)] == ["“Quorate.” is now “Not.”"]
        assert [each.sentence for each in changes_since(was, gone)] == ["No longer said: “Quorate.”"]
        assert [each.sentence for each in changes_since(was, more)] == ["Now said: “Late.”"]


class TestCompared:
    def test_marks_what_one_version_changed_in_another(self):
        was = passages_of(blocks("Quorate."), {"opening": "It was talked about for long."})
        now = passages_of(blocks("Quorate."), {"opening": "It was talked about at length."})

        assert [each.what for each in compared(was, now)] == ["same", "same", "changed", "same"]
