"""The same books in a browser that runs no script."""

import pytest

pytestmark = pytest.mark.pure


@pytest.fixture
def secretary(opens, office):
    return opens(office, java_script_enabled=False)


class TestWithoutScript:
    def test_a_decision_is_logged_that_appoints(self, secretary):
        secretary.goes("Seats", "Lay director", "Appoint by a decision")
        secretary.picks(Decided_by="General Meeting", Whom_it_is_about="Dr Chidi Nwosu")
        secretary.writes(What_was_decided="RESOLVED that Dr Chidi Nwosu be appointed lay director.")
        secretary.ticks("Written resolution")
        secretary.press("Log a decision")

        assert secretary.heading == "Decision GM/26/1"
        assert "Appointed Dr Chidi Nwosu to the seat “Lay director”" in secretary.says

    def test_a_bad_answer_is_asked_again_with_what_was_typed(self, secretary):
        secretary.goes("New decision")
        secretary.writes(What_was_decided="RESOLVED that the sky be noted.", Votes_for="many")
        secretary.press("Log a decision")

        assert secretary.question("What was decided").input_value() == "RESOLVED that the sky be noted."
        secretary.goes("Write a whole number.")
        assert secretary.page.url.endswith("#votes_for")

    def test_more_rows_come_when_they_are_asked_for(self, secretary):
        secretary.goes("Members", "Admit a member")
        secretary.picks(Person="Dr Chidi Nwosu")
        secretary.press("Add more rows")

        assert secretary.main.get_by_label("Person", exact=True).count() > 3
        assert "Dr Chidi Nwosu" in secretary.question("Person").locator("option:checked").inner_text()
