from datetime import date

import pytest

from registry.meetings import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure


class TestWasNotCalledOff:
    def test_while_the_meeting_stands(self):
        rules.was_not_called_off(None)

    def test_not_from_the_day_it_was(self):
        with refused(words="is left as it stood"):
            rules.was_not_called_off(date(2026, 12, 1))


class TestIsOnTheAgenda:
    def test_until_it_is_withdrawn(self):
        rules.is_on_the_agenda(None)

        with refused("item", "stays off it"):
            rules.is_on_the_agenda(date(2026, 12, 1))


class TestResolutionIsOfTheMembers:
    @pytest.mark.parametrize(
        ("resolution", "general"), [("special", True), ("ordinary", True), ("", True), ("", False)]
    )
    def test_in_a_general_meeting(self, resolution, general):
        rules.resolution_is_of_the_members(resolution, general)

    @pytest.mark.parametrize("resolution", ["special", "ordinary"])
    def test_and_in_no_other(self, resolution):
        with refused("resolution", "only a general meeting"):
            rules.resolution_is_of_the_members(resolution, False)


class TestBusinessOfMembersIsTold:
    @pytest.mark.parametrize(("restricted", "general"), [("", True), ("commercial", False), ("", False)])
    def test_where_none_of_it_is_restricted(self, restricted, general):
        rules.business_of_members_is_told(restricted, general)

    def test_is_refused_otherwise(self):
        with refused("restricted", "general nature of its business"):
            rules.business_of_members_is_told("commercial", True)


class TestPrefixIsOfOneBody:
    def test_unless_another_has_it(self):
        rules.prefix_is_of_one_body(False)

        with refused("prefix"):
            rules.prefix_is_of_one_body(True)
