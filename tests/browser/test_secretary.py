"""The secretary's main job, clicked through as it is done."""

import re
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from tests.browser.federation import PASSWORD

pytestmark = pytest.mark.pure

TEN = 10
"""How many headings terms of reference begin with."""


@pytest.fixture
def secretary(opens, office):
    return opens(office)


class TestSecretary:
    def test_signs_in_to_see_what_needs_doing_and_signs_out_again(self, secretary):
        assert secretary.heading == "Home"
        assert "Have the identity of Dr Catherine Brankin, a director, verified." in secretary.says

        secretary.page.get_by_role("banner").get_by_role("button", name="Sign out").click()

        assert secretary.heading == "Sign in"
        assert secretary.page.goto("/members/register").status == 401

    def test_admits_a_member_and_allots_shares(self, secretary):
        secretary.goes("People", "Enter a person")
        secretary.writes(Title="Dr", Forenames="Wilhelmina", Surname="Tresco")
        secretary.press("Enter a person")
        secretary.goes("Members", "Admit a member")
        secretary.picks(Person="Dr Wilhelmina Tresco")
        secretary.writes(Service_address="2 Church Street, Oakham LE15 6AA")
        secretary.press("Admit a member")
        secretary.goes("Allot shares")
        secretary.writes(Number_of_shares=12)
        secretary.ticks("The articles exclude that right")
        secretary.press("Allot shares")

        assert secretary.heading == "Allotment A3"
        assert "Dr Wilhelmina Tresco" in secretary.says
        secretary.goes("Members")
        assert "30 members as at 22 November 2026, holding 356 shares" in secretary.says

    def test_fills_the_vacant_seat_by_a_decision(self, secretary):
        secretary.goes("Seats", "Lay director", "Appoint by a decision")
        secretary.picks(Decided_by="General Meeting", Whom_it_is_about="Ms Joanne Hebblethwaite")
        secretary.writes(What_was_decided="RESOLVED that Ms Joanne Hebblethwaite be appointed lay director.")
        secretary.ticks("Written resolution")
        secretary.press("Log a decision")

        assert secretary.heading == "Decision GM/26/1"
        assert "Appointed Ms Joanne Hebblethwaite to the seat “Lay director”" in secretary.says
        secretary.goes("Seats")
        assert "18 seats as at 22 November 2026, none of them vacant" in secretary.says

    def test_drafts_terms_which_are_saved_circulated_and_adopted_by_a_decision(self, secretary):
        secretary.goes("Terms", "Draft terms")
        secretary.picks(Body="North Blaby (hub)")
        secretary.press("Draft terms")
        secretary.writes(Title="Terms of reference of North Blaby", Version="1.0")
        for place, box in enumerate(secretary.main.get_by_label("Text", exact=True).all()):
            box.fill("It plans for its patients." if place < TEN else "")
        secretary.goes("Back to the draft")  # at once, with the last words unsaved: nothing is lost by leaving
        expect(secretary.main.locator("h2").first).to_have_text("1. Introduction")
        assert secretary.says.count("It plans for its patients.") == TEN
        secretary.goes("Circulate")
        secretary.writes(To_whom="The practices of the hub")
        secretary.press("Circulate")
        assert "circulated Version 1.0" in secretary.says
        secretary.goes("Adopt by a decision")
        secretary.picks(Decided_by="North Blaby (hub)")
        secretary.writes(What_was_decided="RESOLVED that version 1.0 of the terms of reference be adopted.")
        secretary.press("Log a decision")
        expect(secretary.main.locator("h1")).to_contain_text("Decision")

        secretary.goes("Terms", "Terms of reference of North Blaby")
        assert "in force Version 1.0" in secretary.says
        assert "Adopted by" in secretary.says

    def test_writes_beside_another_and_neither_loses_a_word(self, opens, office):
        ada, ben = opens(office), opens(office)
        for each in (ada, ben):
            each.goes("Terms", "Drafts")
            each.page.get_by_role("link", name="version 1.1").click()
            each.goes("Write")

        self.write(ada, 0, "Ada wrote the introduction.")
        self.write(ben, 1, "Ben wrote the purpose.")
        self.write(ben, 2, "Ben on accountability.")
        self.write(ada, 2, "Ada is in the middle of a sent")
        expect(ada.page.locator("#saving")).to_contain_text("both wordings are kept")
        with ada.page.expect_response(lambda answer: answer.url.endswith(".json")):
            ada.main.get_by_label("Text", exact=True).nth(2).press_sequentially("ence.")
        assert "Somebody else wrote here: Ben on accountability." in ada.says
        ben.goes("Back to the draft")

        for words in (
            "Ada wrote the introduction.",
            "Ben wrote the purpose.",
            "Ada is in the middle of a sentence.",
            "Ben on accountability.",
            "Both wordings are kept",
        ):
            assert words in ben.says
        ben.main.get_by_role("button", name="Take this one").click()
        assert "Both wordings are kept" not in ben.says

    def test_begins_a_section_where_another_does_and_neither_loses_it(self, opens, office):
        ada, ben = opens(office), opens(office)
        for each in (ada, ben):
            each.goes("Terms", "Drafts")
            each.page.get_by_role("link", name="version 1.1").click()
            each.goes("Write")

        self.write(ada, 10, "Ada’s section.")
        ben.main.get_by_role("button", name="Add more rows").first.click()
        self.write(ben, 10, "Ben’s section.")
        ben.goes("Back to the draft")
        ben.main.get_by_role("button", name="Make it a line of its own").click()

        assert "Ada’s section." in ben.says
        assert "Ben’s section." in ben.says
        assert "Both wordings are kept" not in ben.says

    def test_asks_for_more_rows_and_loses_nothing_that_was_written(self, secretary):
        secretary.goes("Terms", "Drafts")
        secretary.page.get_by_role("link", name="version 1.1").click()
        secretary.goes("Write")
        before = secretary.main.get_by_label("Text", exact=True).count()

        secretary.main.get_by_label("Text", exact=True).nth(0).fill("Written just before.")
        secretary.main.get_by_role("button", name="Add more rows").first.click()
        expect(secretary.main.get_by_label("Text", exact=True)).to_have_count(before + 3)
        secretary.goes("Back to the draft")

        expect(secretary.main.locator("h2").first).to_have_text("1. Introduction")
        assert "Written just before." in secretary.says

    def write(self, reader, place, words):
        """Write under one of the headings, and see it saved."""
        with reader.page.expect_response(lambda answer: answer.url.endswith(".json")):
            reader.main.get_by_label("Text", exact=True).nth(place).fill(words)

    def test_logs_a_decision_of_a_meeting_in_one_form(self, secretary):
        secretary.goes("Meetings", "Board of Directors, 20 April 2021")
        secretary.page.get_by_role("link", name="Log a decision on item 1").click()
        secretary.picks(Decided_by="Board of Directors", What_it_does="Note", Moved_by="Dr Catherine Brankin")
        secretary.writes(
            What_was_decided="RESOLVED that the declarations be noted.",
            Decided_on=date(2021, 4, 20),
            Takes_effect_on=date(2021, 4, 20),
            Votes_for=5,
        )
        secretary.press("Log a decision")

        assert secretary.heading == "Decision BOARD/21/3"
        assert "RESOLVED that the declarations be noted." in secretary.says
        assert "Dr Catherine Brankin" in secretary.says

    def test_sees_the_like_of_a_decision_while_it_is_typed(self, secretary):
        secretary.page.goto("/decisions/log")

        secretary.writes(What_was_decided="RESOLVED that the company contract with the networks for extended hours.")

        like = secretary.page.locator("#like")
        expect(like).to_contain_text("BOARD/21/1, 20 April 2021, deferred: That the company contract")
        secretary.writes(What_was_decided="RESOLVED that zebras be bought.")
        expect(like).to_contain_text("Has it been decided before?")

    def test_finds_words_that_were_said_and_goes_to_the_item(self, secretary):
        secretary.page.locator("#search").fill("contracting networks")
        secretary.page.keyboard.press("Enter")

        expect(secretary.page.locator("h1")).to_have_text("Search")
        expect(secretary.page.locator("mark").first).to_have_text("contract")
        secretary.page.get_by_role("link", name="Urgent care at home: a contract with five networks").click()
        expect(secretary.page).to_have_url(re.compile("#item-"))

    def test_moves_an_item_by_a_button_and_publishes_the_agenda_anew(self, secretary):
        secretary.goes("Meetings", "Board of Directors, 8 December 2026")
        secretary.page.get_by_role("button", name="Up item 10").click()
        assert "The items stand in another order." in secretary.says

        secretary.goes("Publish the agenda")
        secretary.press("Publish the agenda")
        assert "Nothing is recorded yet." in secretary.says
        secretary.press("Publish the agenda")

        assert "Version 2.0, published on" in secretary.says

    def test_types_who_came_from_person_to_person_and_sees_it_item_by_item(self, secretary):
        secretary.goes("Meetings", "Board of Directors, 14 January 2020", "Record attendance")
        boxes = secretary.main.get_by_label("Attended")
        boxes.first.focus()
        secretary.page.wait_for_load_state()  # the arrows are heeded once the page's script has run
        boxes.first.press("ArrowDown")
        expect(boxes.nth(1)).to_be_focused()
        secretary.page.keyboard.type("P L2@13:20")
        secretary.press("Record attendance")
        secretary.goes("Attendance, item by item")

        assert "Dr Catherine Brankin P L left at 13:20" in secretary.says.replace(" present, counted", "")
        assert "Not quorate: 1 of 3 with a vote counted; 2 needed" in secretary.says

    def test_adds_a_paper_and_prints_the_pack(self, secretary):
        secretary.goes("Meetings", "Board of Directors, 8 December 2026")
        secretary.page.get_by_role("link", name="Add a paper for item 11").click()
        secretary.writes(Title_of_the_paper="Schedules for the year")
        secretary.question("The paper").set_input_files(
            {"name": "schedules.pdf", "mimeType": "application/pdf", "buffer": a_paper(pages=3)}
        )
        secretary.press("Add a paper")
        assert "Paper D: Schedules for the year (PDF, 3 pages)" in secretary.says
        pack = secretary.page.get_by_role("link", name="Print the pack (PDF)").get_attribute("href")
        printed = secretary.page.request.get(pack)

        assert (printed.status, printed.headers["content-type"]) == (200, "application/pdf")
        with pikepdf.open(BytesIO(printed.body())) as pdf, pdf.open_outline() as outline:
            assert "Paper D: Schedules for the year" in str([told_of(each) for each in outline.root])


class TestSomebodyAskedAgain:
    def test_finds_what_was_typed_and_goes_from_the_summary_to_the_question(self, secretary):
        secretary.goes("New decision")
        secretary.picks(Decided_by="Board of Directors", What_it_does="Note")
        secretary.writes(What_was_decided="RESOLVED that the sky be noted.", Votes_for="many")
        secretary.press("Log a decision")

        assert secretary.page.title().startswith("Error: Log a decision")
        assert secretary.page.evaluate("document.activeElement.className") == "nhsuk-error-summary"
        assert secretary.question("What was decided").input_value() == "RESOLVED that the sky be noted."
        assert secretary.question("Votes for").input_value() == "many"
        secretary.goes("Write a whole number.")
        assert secretary.page.evaluate("document.activeElement.id") == "votes_for"

    def test_reads_the_law_that_was_in_the_way(self, secretary):
        secretary.goes("Seats", "Chair", "End the appointment")
        secretary.page.get_by_label("Day").fill("1")

        secretary.press("End the appointment")

        assert "There is a problem" in secretary.says


class TestStranger:
    def test_is_asked_to_sign_in_and_goes_on_to_where_they_were_going(self, opens, library):
        stranger = opens(library, None)

        assert stranger.page.goto("/members/register").status == 401
        stranger.page.get_by_label("E-mail address").fill("secretary@example.org")
        stranger.page.get_by_label("Password", exact=True).fill(PASSWORD)
        stranger.press("Sign in")

        assert stranger.heading == "Members"


def a_paper(pages):
    kept, pdf = BytesIO(), pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.save(kept)
    return kept.getvalue()


def told_of(bookmark):
    return [bookmark.title, *map(told_of, bookmark.children)]
