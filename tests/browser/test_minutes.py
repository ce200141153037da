"""Minutes, as two secretaries write them at once and as a director reads them."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.pure

SEPTEMBER = "Board of Directors, 22 September 2026"


class TestMinutes:
    def test_written_by_two_at_once_lose_nothing_and_show_both_side_by_side(self, opens, office):
        ada, ben = opens(office), opens(office)
        for each in (ada, ben):
            each.goes("Minutes", SEPTEMBER, "Write the next version", "Write")

        self.write(ada, "Item 1", "Ada on declarations.")
        self.write(ben, "Item 4", "Ben on the next meeting.")
        self.write(ben, "Item 2", "Ben on the finance report.")
        self.write(ada, "Item 2", "Ada is in the middle of a sent")
        expect(ada.page.locator("#saving")).to_contain_text("both wordings are kept")
        with ada.page.expect_response(lambda answer: answer.url.endswith(".json")):
            self.box(ada, "Item 2").press_sequentially("ence.")
        assert "Somebody else wrote here: Ben on the finance report." in ada.says
        ben.goes("Back to the minutes")

        for words in (
            "Ada on declarations.",
            "Ben on the next meeting.",
            "Ben on the finance report.",
            "Ada is in the middle of a sentence.",
            "Both wordings are kept",
        ):
            assert words in ben.says
        ben.main.get_by_role("button", name="Take this one").click()
        assert "Both wordings are kept" not in ben.says
        assert "Ada is in the middle of a sentence." in ben.says

    def test_go_out_anew_after_a_look_at_who_is_to_have_them(self, opens, office):
        secretary = opens(office)
        secretary.goes("Minutes", SEPTEMBER, "Write the next version", "Write")
        self.write(secretary, "Item 1", "Nothing was declared but what is minuted below.")
        secretary.goes("Back to the minutes")
        secretary.goes("Circulate")
        secretary.press("Circulate")
        assert "Who is to have them" in secretary.says
        secretary.press("Circulate")

        assert secretary.heading == f"Minutes of {SEPTEMBER}"
        assert "Nothing was declared but what is minuted below." in secretary.says
        secretary.goes("What version 2 changed")
        expect(secretary.main.locator("ins").first).to_be_visible()

    def test_have_no_box_for_what_the_registers_say(self, opens, office):
        secretary = opens(office)
        secretary.goes("Minutes", SEPTEMBER, "Write the next version", "Write")

        boxes = " ".join(box.input_value() for box in secretary.main.locator("textarea").all())

        assert "There was no quorum: 3 of 9 with a vote counted" in secretary.says
        assert "There was no quorum" not in boxes

    def box(self, reader, label):
        return reader.main.get_by_label(f"{label}: what was discussed", exact=True)

    def write(self, reader, label, words):
        """Write in the box of an item, and see it saved."""
        with reader.page.expect_response(lambda answer: answer.url.endswith(".json")):
            self.box(reader, label).fill(words)
