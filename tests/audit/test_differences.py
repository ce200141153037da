import pytest

from registry.audit.differences import Difference, differences
from registry.audit.telling import in_words, refs_in

pytestmark = pytest.mark.pure

PATEL = {"ref": "1", "surname": "Patel", "since": "2010-01-01", "until": None}
JONES = {"ref": "2", "surname": "Jones", "since": "2024-01-01", "until": None}
ASHA = "01JD8X7M2Q4R6T8V0W2Y4Z6A8B"


def named(ref):
    return "Dr Asha Patel" if ref == ASHA else ref


class TestDifferences:
    def test_of_two_equal_texts_are_none(self):
        assert differences({"ref": "a", "names": [PATEL]}, {"ref": "a", "names": [dict(PATEL)]}) == []

    def test_name_a_field_that_is_not_what_it_was(self):
        assert differences({"title": "Chair"}, {"title": "The chair"}) == [Difference("title", "Chair", "The chair")]

    def test_of_a_new_document_are_all_that_it_says(self):
        assert differences(None, {"ref": "a", "title": "Chair", "note": "", "votes": 0}) == [
            Difference("title", None, "Chair"),
            Difference("votes", None, 0),
        ]

    @pytest.mark.parametrize(("before", "after"), [({"note": None}, {"note": ""}), ({}, {"note": []})])
    def test_take_a_blank_for_nothing_however_it_is_written(self, before, after):
        assert differences(before, after) == []

    def test_tell_no_from_nothing(self):
        assert differences({"public": None}, {"public": False}) == [Difference("public", None, False)]

    def test_tell_of_a_part_that_came(self):
        assert differences({"names": [PATEL]}, {"names": [PATEL, JONES]}) == [Difference("", None, JONES, "names")]

    def test_tell_of_a_part_that_went(self):
        assert differences({"names": [PATEL, JONES]}, {"names": [JONES]}) == [Difference("", PATEL, None, "names")]

    def test_tell_of_the_last_part_that_went(self):
        assert differences({"names": [PATEL]}, {"names": []}) == [Difference("", PATEL, None, "names")]

    def test_match_parts_by_their_refs_and_not_by_their_places(self):
        ended = PATEL | {"until": "2024-01-01"}

        assert differences({"names": [PATEL, JONES]}, {"names": [JONES, ended]}) == [
            Difference("until", None, "2024-01-01", "names", (("surname", "Patel"), ("since", "2010-01-01")))
        ]

    @pytest.mark.parametrize(("letters", "told"), [(60, True), (61, False)])
    def test_know_a_part_by_what_is_short(self, letters, told):
        text = "x" * letters
        before, after = ({"ref": "1", "text": text, "heading": each} for each in ("Review", "Reviews"))

        assert differences({"sections": [before]}, {"sections": [after]})[0].beside == (
            (("text", text),) if told else ()
        )

    def test_know_no_part_by_a_yes_or_a_no(self):
        before, after = ({"ref": "1", "late": True, "title": "Lease", "place": each} for each in (1, 2))

        assert differences({"items": [before]}, {"items": [after]})[0].beside == (("title", "Lease"),)

    def test_of_a_field_that_a_later_form_dropped_are_told(self):
        assert differences({"fax": "1"}, {}) == [Difference("fax", "1", None)]


class TestInWords:
    def test_a_field_is_told_by_what_people_call_it(self):
        assert in_words(Difference("until", None, "2024-01-01"), named) == {
            "particular": "First day no longer",
            "was": "–",
            "now": "1 January 2024",
        }

    def test_a_ref_is_told_by_its_name(self):
        assert in_words(Difference("person_ref", None, ASHA), named)["now"] == "Dr Asha Patel"
        assert in_words(Difference("person_ref", None, ASHA), named)["particular"] == "Person"

    def test_money_is_told_in_pounds(self):
        assert in_words(Difference("nominal", 100, 1_050), named)["now"] == "£10.50"

    def test_a_yes_is_told_as_one(self):
        assert in_words(Difference("public", True, False), named) == {"particular": "Public", "was": "Yes", "now": "No"}

    def test_a_part_is_told_whole_when_it_comes(self):
        came = Difference(
            "", None, {"ref": "9", "person_ref": ASHA, "since": "2026-04-01", "until": None}, "appointments"
        )

        assert in_words(came, named) == {
            "particular": "Appointment added",
            "was": "–",
            "now": "Person: Dr Asha Patel; First day: 1 April 2026",
        }

    def test_a_part_that_went_is_told_so(self):
        assert in_words(Difference("", PATEL, None, "names"), named)["particular"] == "Name taken away"

    def test_a_part_that_changed_is_known_by_what_it_says_besides(self):
        changed = Difference("until", None, "2026-04-01", "appointments", (("person_ref", ASHA),))

        assert in_words(changed, named)["particular"] == "Appointment (Dr Asha Patel): first day no longer"


class TestRefsIn:
    def test_finds_them_in_values_in_parts_and_beside_them(self):
        found = [
            Difference("person_ref", ASHA, None),
            Difference("", None, {"ref": "x", "seat_ref": "01JD8X7M2Q4R6T8V0W2Y4Z6A8C"}, "places"),
            Difference("until", None, "2026-04-01", "places", (("body_ref", "01JD8X7M2Q4R6T8V0W2Y4Z6A8D"),)),
        ]

        assert sorted(refs_in(found)) == [ASHA, "01JD8X7M2Q4R6T8V0W2Y4Z6A8C", "01JD8X7M2Q4R6T8V0W2Y4Z6A8D"]

    def test_takes_no_word_for_one(self):
        assert list(refs_in([Difference("title", "Chair", "The chair of the board, who is")])) == []
