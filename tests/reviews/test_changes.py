import pytest

from registry.reviews.changes import changes_between

pytestmark = pytest.mark.pure

DECLARED = {
    "ref": "1", "organisation": "Vale Surgery", "organisation_ref": None, "description": "Partner in the practice",
    "since": "2026-03-02", "until": None, "public": True, "private_reason": "", "declared_on": "2026-03-02",
}  # fmt: skip


def told(**now):
    return [each.in_words for each in changes_between(DECLARED, DECLARED | now)]


class TestChangesBetween:
    def test_are_told_word_by_word(self):
        [change] = changes_between(DECLARED, DECLARED | {"description": "Salaried partner in the practice"})

        assert change.label == "What it is"
        assert [tuple(piece) for piece in change.pieces] == [
            ("deleted", "Partner"), ("inserted", "Salaried partner"), ("kept", " in the practice"),
        ]  # fmt: skip

    def test_put_days_and_answers_into_words(self):
        assert told(since="2026-03-01", public=False, until="2026-05-01") == [
            "When it began: [deleted: 2][inserted: 1] March 2026",
            "First day without it: [inserted: 1 May 2026]",
            "Published: [deleted: Yes][inserted: No]",
        ]

    def test_leave_out_the_refs_and_the_day_it_was_declared(self):
        assert told(organisation_ref="2", declared_on="2026-04-01") == []

    def test_tell_what_an_earlier_text_did_not_yet_say(self):
        assert told(topics="premises") == ["Which of our work: [inserted: premises]"]

    def test_are_in_the_words_of_the_register(self):
        assert told(whose="close", nature="financial") == [
            "Who has it: [inserted: Someone close]",
            "What it is for them: [inserted: Financial]",
        ]
