from datetime import date

import pytest

from registry.disclosures.effect import duty_under, effect_of, following, lateness
from registry.disclosures.models import IN_BODY, WRITTEN, InterestNotice
from registry.meetings.models import Meeting

pytestmark = pytest.mark.pure

NOV_10, NOV_11, DEC_7, DEC_8, DEC_9 = (
    date(2026, 11, 10), date(2026, 11, 11), date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9),
)  # fmt: skip
MEETINGS = [Meeting(on=NOV_10), Meeting(on=DEC_8), Meeting(on=date(2027, 1, 12))]


def effect(day, kind=IN_BODY, meetings=MEETINGS, **facts):
    return effect_of(InterestNotice(kind=kind, **{"since": NOV_11} | facts), meetings, day)


class TestFollowing:
    def test_is_the_very_next_meeting_after_the_day(self):
        assert following(date(2026, 11, 9), MEETINGS) == NOV_10
        assert following(NOV_10, MEETINGS) == DEC_8
        assert following(date(2027, 1, 12), MEETINGS) is None


class TestGeneralNotice:
    def test_waits_for_the_next_meeting_up_to_its_day(self):
        for day in (NOV_11, DEC_7, DEC_8):
            told = effect(day)
            assert told.words == "given, to be read at the next meeting of the board on 8 December 2026"
            assert (told.effective, told.awaits) == (None, DEC_8)

    def test_not_read_there_is_without_effect(self):
        told = effect(DEC_9)

        assert told.words == "not read at the next meeting of the board, on 8 December 2026: without effect (s.185(4))"
        assert (told.effective, told.missed) == (None, DEC_8)

    def test_waits_for_a_meeting_that_has_not_been_called(self):
        assert effect(DEC_9, meetings=MEETINGS[:1]).words.endswith("which has not been called")

    def test_read_there_is_in_effect_from_that_day(self):
        read = {"read_at": MEETINGS[1]}

        assert effect(DEC_7, **read).effective is None
        told = effect(DEC_8, **read)
        assert told.effective == DEC_8
        assert told.words == "read at the meeting of the board on 8 December 2026, and in effect from that day"

    def test_given_at_a_meeting_is_in_effect_from_that_day(self):
        told = effect(NOV_10, since=NOV_10, given_at=MEETINGS[0])

        assert told.effective == NOV_10
        assert told.words.startswith("given at the meeting of the board on 10 November 2026")

    def test_ends_on_its_last_day(self):
        ended = {"read_at": MEETINGS[1], "until": DEC_9}

        assert "ended" not in effect(DEC_8, **ended).words
        assert effect(DEC_9, **ended).words.endswith("; ended on 8 December 2026")


class TestWrittenNotice:
    def test_has_effect_at_once_and_is_part_of_the_next_meeting(self):
        told = effect(NOV_11, WRITTEN)

        assert (told.effective, told.awaits) == (NOV_11, DEC_8)
        assert told.words == "given, and part of the next meeting of the board, on 8 December 2026 (s.184(5))"
        assert effect(DEC_9, WRITTEN).missed == DEC_8
        assert effect(NOV_11, WRITTEN, meetings=[]).words.endswith("which has not been called (s.184(5))")

    def test_is_noted_there(self):
        told = effect(DEC_8, WRITTEN, read_at=MEETINGS[1])

        assert (told.effective, told.awaits) == (NOV_11, None)
        assert told.words == "part of the meeting of the board on 8 December 2026, and noted"


class TestDutyUnder:
    def test_is_of_a_proposed_transaction_up_to_the_day_it_is_entered_into(self):
        assert duty_under(DEC_8, None) == "s.177: a proposed transaction"
        assert duty_under(DEC_8, DEC_8) == "s.177: a proposed transaction"
        assert duty_under(DEC_8, DEC_7) == "s.182: a transaction entered into on 7 December 2026"


class TestLateness:
    def test_is_from_the_day_after_it_was_entered_into(self):
        for entered in (None, DEC_9, DEC_8):
            assert lateness(DEC_8, entered, None, directed=True) == ""
        assert lateness(DEC_8, DEC_7, None, directed=True) == "late: 1 day after the company entered into it (s.177(4))"

    def test_is_not_of_whoever_became_a_director_later(self):
        assert lateness(DEC_8, DEC_7, None, directed=False) == ""

    def test_is_not_of_an_interest_that_began_later(self):
        assert lateness(DEC_9, DEC_7, DEC_8, directed=True) == ""
        assert lateness(DEC_9, DEC_7, DEC_7, directed=True) != ""
