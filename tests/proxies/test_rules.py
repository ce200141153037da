from datetime import datetime

import pytest

from registry.proxies import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure

BEFORE, LODGED, AFTER = (datetime.fromisoformat(f"2026-11-17T{time}+00:00") for time in ("18:59", "19:00", "19:01"))


class TestHoursAsked:
    @pytest.mark.parametrize(("by_the_articles", "hours"), [(None, 48), (0, 0), (24, 24), (48, 48), (49, 48)])
    def test_are_the_articles_own_but_never_more_than_48(self, by_the_articles, hours):
        assert rules.hours_asked(by_the_articles) == hours


class TestMembersVoteByProxy:
    def test_in_general_meeting(self):
        rules.members_vote_by_proxy(True)
        with refused("meeting"):
            rules.members_vote_by_proxy(False)


class TestIsAMemberOnTheDay:
    def test_and_not_otherwise(self):
        rules.is_a_member_on_the_day(True)
        with refused("member"):
            rules.is_a_member_on_the_day(False)


class TestProxyIsAnother:
    def test_and_not_a_holder(self):
        rules.proxy_is_another(False)
        with refused("person"):
            rules.proxy_is_another(True)


class TestSignedByAHolder:
    def test_and_not_another(self):
        rules.signed_by_a_holder(True)
        with refused("signed_by"):
            rules.signed_by_a_holder(False)


class TestIsForSharesThatAreHeld:
    @pytest.mark.parametrize(("shares", "others", "held"), [(None, 0, 1), (10, 0, 10), (4, 6, 10), (1, 0, 10)])
    def test_up_to_the_last(self, shares, others, held):
        rules.is_for_shares_that_are_held(shares, others, held)

    @pytest.mark.parametrize(("shares", "others", "held"), [(None, 0, 0), (11, 0, 10), (5, 6, 10), (0, 0, 10)])
    def test_and_not_one_more_nor_for_none(self, shares, others, held):
        with refused("shares", f"which is {held}"):
            rules.is_for_shares_that_are_held(shares, others, held)


class TestInstructedOnce:
    def test_on_an_item(self):
        rules.instructed_once(["one", "two"])
        with refused("instructions"):
            rules.instructed_once(["one", "one"])


class TestHasBeenLodged:
    def test_by_now(self):
        rules.has_been_lodged(LODGED, LODGED)
        with refused("lodged_on"):
            rules.has_been_lodged(AFTER, LODGED)


class TestRevokedOnceAfterItWasLodged:
    def test_until_now(self):
        rules.revoked_once_after_it_was_lodged(LODGED, LODGED, LODGED, False)

    @pytest.mark.parametrize(("revoked", "ended"), [(BEFORE, False), (AFTER, False), (LODGED, True)])
    def test_not_before_nor_later_nor_again(self, revoked, ended):
        with refused("revoked_on"):
            rules.revoked_once_after_it_was_lodged(LODGED, revoked, LODGED, ended)


class TestAttendanceIsKnown:
    def test_first(self):
        rules.attendance_is_known(True)
        with refused("meeting"):
            rules.attendance_is_known(False)
