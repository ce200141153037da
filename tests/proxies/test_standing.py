from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.proxies.models import AGAINST, DISCRETION, FOR
from registry.proxies.standing import Appointed, AtMeeting, hands, how_late, standing, told_in_words

pytestmark = pytest.mark.pure

BEGINS = datetime.fromisoformat("2026-11-19T19:00+00:00")
DEADLINE = datetime.fromisoformat("2026-11-17T19:00+00:00")
MINUTE = timedelta(minutes=1)
MEETING = AtMeeting(BEGINS, DEADLINE, True, 10)


def appointed(ref="one", *, rank=1, lodged=DEADLINE, **facts):
    return Appointed(ref, rank, lodged, **facts)


def stand(*appointments, meeting=MEETING):
    return [ref for ref, why in standing(appointments, meeting).items() if not why]


class TestALateNotice:
    def test_is_in_time_to_the_minute(self):
        assert stand(appointed(lodged=DEADLINE)) == ["one"]

    def test_is_kept_as_void_with_the_reason_a_minute_after(self):
        assert standing([appointed(lodged=DEADLINE + MINUTE)], MEETING) == {
            "one": "Lodged on 17 November 2026 at 19:01, 1 minute late (Companies Act 2006, s.327)"
        }

    def test_leaves_an_earlier_one_standing(self):
        late = appointed("two", lodged=DEADLINE + MINUTE)

        assert stand(appointed(), late) == ["one"]

    @pytest.mark.parametrize(
        ("late", "words"),
        [(60, "1 minute"), (61, "2 minutes"), (3_600, "1 hour"), (7_199, "2 hours"), (86_400, "1 day")],
    )
    def test_says_by_how_much(self, late, words):
        assert how_late(DEADLINE + timedelta(seconds=late), DEADLINE) == words


class TestARevocation:
    def test_that_comes_before_the_meeting_begins_ends_it(self):
        told = standing([appointed(revoked=BEGINS - MINUTE)], MEETING)

        assert told["one"] == "Revoked on 19 November 2026 at 18:59 (Model Articles, art. 46(3))"

    @pytest.mark.parametrize("revoked", [BEGINS, BEGINS + MINUTE])
    def test_that_comes_once_it_has_begun_changes_nothing(self, revoked):
        assert stand(appointed(revoked=revoked)) == ["one"]

    def test_lets_the_earlier_one_stand_again(self):
        first, second = appointed(lodged=DEADLINE - MINUTE), appointed("two", revoked=BEGINS - MINUTE)

        assert stand(first, second) == ["one"]


class TestSeveral:
    def test_the_last_that_came_stands(self):
        told = standing([appointed(lodged=DEADLINE - MINUTE), appointed("two")], MEETING)

        assert (told["one"], told["two"]) == ("Replaced by another, for the same shares", "")

    def test_of_joint_holders_that_of_the_first_named_stands_though_it_came_before(self):
        assert stand(appointed(lodged=DEADLINE - MINUTE), appointed("two", rank=2)) == ["one"]
        assert stand(appointed("two", rank=2)) == ["two"]

    def test_each_for_other_shares_stand_side_by_side_up_to_what_is_held(self):
        six, four = appointed("six", shares=6, lodged=DEADLINE - MINUTE), appointed("four", shares=4)
        assert sorted(stand(six, four)) == ["four", "six"]

        five = appointed("five", shares=5)
        assert stand(six, five) == ["five"]

    def test_none_stands_for_who_is_no_longer_a_member(self):
        assert stand(appointed(), meeting=AtMeeting(BEGINS, DEADLINE, False, 10)) == []


instants = st.integers(-300, 300).map(lambda minutes: DEADLINE + minutes * MINUTE)
appointments = st.lists(
    st.builds(
        Appointed,
        ref=st.uuids().map(str),
        rank=st.integers(1, 2),
        lodged=instants,
        shares=st.none() | st.integers(1, 12),
        revoked=st.none() | instants,
    ),
    max_size=6,
    unique_by=lambda each: each.ref,
)


class TestWhateverIsLodged:
    @given(appointments)
    def test_no_more_shares_are_voted_than_are_held_and_no_late_notice_counts(self, lodged):
        valid = [each for each in lodged if each.ref in stand(*lodged)]

        assert sum(each.shares or MEETING.held for each in valid) <= MEETING.held
        assert all(each.lodged <= DEADLINE for each in valid)


class TestHands:
    """Companies Act 2006, s.285."""

    def test_are_one_for_each_proxy(self):
        assert hands([FOR]) == hands([FOR, FOR]) == {FOR}
        assert hands([DISCRETION, DISCRETION]) == {DISCRETION}

    def test_are_one_each_way_where_several_members_told_her_both(self):
        assert hands([FOR, AGAINST, FOR]) == {FOR, AGAINST}

    def test_are_as_she_is_told_where_others_leave_it_to_her(self):
        assert hands([DISCRETION, AGAINST]) == {AGAINST}


class TestToldInWords:
    def test_names_each_item_and_leaves_the_rest_to_the_proxy(self):
        assert told_in_words({2: AGAINST, 1: FOR}) == "Item 1: for; item 2: against; otherwise as the proxy thinks fit"
        assert told_in_words({}) == "As the proxy thinks fit"
