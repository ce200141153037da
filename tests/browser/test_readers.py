"""The registers as a member reads them on a phone, a director, and whoever asks about another day."""

import pytest

from tests.browser.federation import DIRECTOR, MEMBER, PHONE

pytestmark = pytest.mark.pure


class TestMemberOnAPhone:
    def test_is_offered_nothing_that_only_the_office_may_do(self, opens, library):
        member = opens(library, MEMBER, PHONE)

        member.goes("Seats")

        assert "18 seats" in member.says
        assert member.page.get_by_role("link", name="Establish a seat").count() == 0
        assert member.page.get_by_role("link", name="New decision").count() == 0


class TestDirector:
    def test_goes_from_the_meeting_to_its_pack_and_reads_what_is_in_it(self, opens, library):
        director = opens(library, DIRECTOR)

        director.goes("Meetings", "Board of Directors, 8 December 2026", "What is in the pack")

        assert director.heading == "Board pack: Board of Directors, 8 December 2026"
        assert "Notice given" in director.says
        assert "Paper A: Recruiting a lay director 1 page" in director.says


class TestDateBar:
    @pytest.mark.parametrize(("day", "network"), [("2022-03-31", "NORTH BLABY PCN"), ("2022-04-01", "G3 PCN")])
    def test_shows_glenfield_in_the_network_of_that_day(self, opens, library, day, network):
        reader = opens(library)

        reader.goes("Structure", "The groupings of the practices")
        reader.page.get_by_label("Showing as at").fill(day)
        reader.page.get_by_role("button", name="Show").click()

        assert f"on={day}" in reader.page.url
        assert "Nothing can be changed from here." in reader.page.locator(".datebar").inner_text()
        assert network in reader.main.get_by_role("row").filter(has_text="THE GLENFIELD SURGERY").inner_text()

    def test_shows_what_was_not_yet_known(self, opens, library):
        reader = opens(library)

        reader.page.goto("/structure/groupings?on=2022-04-01&known=2023-02-27T10:30Z")

        assert "NORTH BLABY PCN" in reader.main.get_by_role("row").filter(has_text="THE GLENFIELD SURGERY").inner_text()
