from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from registry import clock
from registry.meetings import commands, queries
from registry.meetings.models import BY_HAND
from registry.meetings.serving import not_told
from registry.terms.in_force import rules_in_force
from tests.breaches import refused
from tests.factories import ADA, ABody, AMeeting, AMember, AnAppointment, APerson, ASeat, SomeTerms
from tests.meetings.test_agenda import planned
from tests.meetings.test_commands import mark, with_paper
from tests.meetings.test_noticing import IN_TIME, LATE, MET, a_general_meeting
from tests.meetings.test_publishing import change
from tests.meetings.test_views import sent

NEXT_WEEK = date(2026, 11, 24)
SAME = {"begins": "18:30", "place": "The Springs, Wigston"}


def boxes(day):
    return {"on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}


def move(meeting, on=NEXT_WEEK, **more):
    commands.move(meeting, on=on, **SAME | more, reason="The chair is unwell", by=ADA)


class TestMove:
    def test_to_another_day_asks_for_notice_anew_and_keeps_what_was_told(self, client):
        meeting = AMeeting(on=MET, notice_given=None)
        person = AnAppointment(seat=ASeat(body=meeting.body)).person
        commands.give_notice(meeting, notice_given=date(2026, 11, 2), how=BY_HAND, by=ADA)

        move(meeting)

        assert (meeting.on, meeting.notice_given) == (NEXT_WEEK, None)
        assert not_told(meeting, MET) == [person.ref]
        assert [notice.told_of for notice in meeting.notices] == [MET]
        page = client.get(f"/meetings/{meeting.ref}").text
        assert "from 17 November 2026 at 18:30, The Springs, Wigston: The chair is unwell" in page

    def test_and_back_asks_for_notice_anew_of_the_first_day_too(self):
        with time_machine.travel(IN_TIME, tick=False) as moment:
            meeting = AMeeting(on=MET, notice_given=None)
            person = AnAppointment(seat=ASeat(body=meeting.body)).person
            commands.give_notice(meeting, notice_given=IN_TIME, how=BY_HAND, by=ADA)
            for hour, day in enumerate((NEXT_WEEK, MET), start=10):
                moment.move_to(datetime(2026, 11, 3, hour, tzinfo=UTC))
                move(meeting, on=day)
            assert not_told(meeting, MET) == [person.ref]
            moment.move_to(datetime(2026, 11, 4, tzinfo=UTC))
            commands.give_notice(meeting, notice_given=date(2026, 11, 4), how=BY_HAND, by=ADA)

        assert [notice.sent for notice in meeting.notices] == [IN_TIME, date(2026, 11, 4)]
        assert meeting.notice_given == date(2026, 11, 4)
        assert not_told(meeting, MET) == []

    def test_of_the_hour_leaves_the_days_of_notice(self):
        meeting = AMeeting(on=MET, notice_given=date(2026, 11, 2))

        move(meeting, on=MET, begins="19:00")

        assert (meeting.begins, meeting.notice_given) == ("19:00", date(2026, 11, 2))

    def test_reads_the_rules_in_force_on_the_new_day(self, client):
        board = ABody()
        SomeTerms(body=board, since=date(2026, 4, 1), until=NEXT_WEEK, notice_days=5, version="1.0")
        SomeTerms(body=board, since=NEXT_WEEK, notice_days=7, version="2.0")
        meeting = AMeeting(body=board, on=MET, notice_given=date(2026, 11, 11))

        told = sent(meeting, **boxes(NEXT_WEEK), **SAME, reason="The chair is unwell")
        shown = client.post(f"/meetings/{meeting.ref}/move", data=told).text
        move(meeting)

        assert "Notice was given on 11 November 2026 of 17 November 2026: it is given anew." in shown
        assert "7 clear days before 24 November 2026: by 16 November 2026 (Terms of reference v2.0)." in shown
        assert "by 16 November 2026" in client.get(f"/meetings/{meeting.ref}.json").json["notice"]
        assert rules_in_force(board, meeting.on).of("notice").number == 7

    def test_of_the_hour_is_shown_to_leave_them_and_is_then_recorded(self, client):
        meeting = AMeeting(on=MET, notice_given=LATE)
        told = sent(meeting, **boxes(MET), **SAME | {"begins": "19:00"}, reason="The hall is let until then")

        shown = client.post(f"/meetings/{meeting.ref}/move", data=told).text
        seen = shown.split('name="seen" value="')[1].split('"')[0]
        answer = client.post(f"/meetings/{meeting.ref}/move", data=told | {"seen": seen})

        assert "The day stays the same: the days of notice stand." in shown
        assert answer.status_code == 303
        assert client.get(f"{answer.location}.json").json["begins"] == "19:00"

    def test_where_nothing_asks_for_days_of_notice_says_so(self, client):
        meeting = AMeeting(on=MET, notice_given=None)
        told = sent(meeting, **boxes(NEXT_WEEK), **SAME, reason="The chair is unwell")

        shown = client.post(f"/meetings/{meeting.ref}/move", data=told).text

        assert "Nothing says how many days of notice there must be (Model Articles, art. 9)." in shown

    @pytest.mark.parametrize(("days", "too_late"), [(15, False), (14, True)])
    def test_says_when_there_is_no_time_left_for_notice(self, client, days, too_late):
        meeting = a_general_meeting(on=clock.today() + timedelta(60))
        on = clock.today() + timedelta(days)
        told = sent(meeting, **boxes(on), **SAME, reason="The hall is let")

        shown = client.post(f"/meetings/{meeting.ref}/move", data=told).text

        assert ("It is too late for that" in shown) is too_late

    def test_not_once_it_has_been_held(self):
        meeting = AMeeting(on=MET)
        commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

        with refused(words="one that has begun is adjourned"):
            move(meeting)

    def test_not_to_where_it_is(self):
        with refused(words="to another day, time or place"):
            move(AMeeting(on=MET), on=MET)

    def test_not_beyond_the_end_of_its_body(self):
        meeting = AMeeting(body=ABody(until=NEXT_WEEK), on=MET)

        with refused("on"):
            move(meeting)

    def test_wants_a_reason(self, client):
        meeting = AMeeting(on=MET)

        page = client.post(f"/meetings/{meeting.ref}/move", data=sent(meeting, **boxes(NEXT_WEEK), **SAME))

        assert page.status_code == 422
        assert "Why: an answer is needed." in page.text


class TestCallOff:
    def test_says_so_everywhere_and_leaves_it_as_it_stood(self, client):
        meeting = AMeeting(on=MET)

        client.post(f"/meetings/{meeting.ref}/call-off", data=sent(meeting, reason="Nothing to decide"))

        page = client.get(f"/meetings/{meeting.ref}").text
        assert "Nothing to decide" in page
        assert "Called off on" in page
        assert queries.meetings_on(clock.today())[0]["state"] == "called off"
        with refused(words="is left as it stood"):
            commands.add_item(meeting, title="More", purpose="note", by=ADA)
        with refused(words="is left as it stood"):
            commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

    def test_ends_the_duty_of_notice(self):
        meeting = AMeeting(on=date(2026, 5, 20), notice_given=None)
        assert len(queries.awaiting_notice(date(2026, 5, 14))) == 1

        commands.call_off(meeting, reason="Nothing to decide", by=ADA)

        assert queries.awaiting_notice(date(2026, 5, 14)) == []

    def test_not_once_it_has_been_held(self):
        meeting = AMeeting(on=MET)
        commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

        with refused():
            commands.call_off(meeting, reason="No quorum", by=ADA)


class TestAdjourn:
    def test_takes_up_what_was_left_undone_and_no_more(self, client):
        meeting = AMeeting(on=MET, titles=["Welcome", "Budget", "Lease"])
        change(meeting, 3, parties=[{"name": "Acme Lettings"}], restricted="commercial", topic="premises")
        with_paper(meeting, 3, "The lease")

        later = commands.adjourn(meeting, item=2, on=NEXT_WEEK, **SAME, by=ADA)

        assert [(item.place, item.title, item.restricted) for item in later.items] == [
            (1, "Budget", ""),
            (2, "Lease", "commercial"),
        ]
        assert [(paper.letter, paper.title) for paper in later.papers] == [("A", "The lease")]
        assert [party.name for party in later.parties] == ["Acme Lettings"]
        assert "Goes on from 17 November 2026" in client.get(f"/meetings/{later.ref}").text
        assert "Adjourned to 24 November 2026" in client.get(f"/meetings/{meeting.ref}").text
        assert "adjourned on 17 November 2026" in client.get(f"/meetings/{later.ref}/notice").text

    @pytest.mark.parametrize(("on", "asked"), [(date(2026, 12, 1), "none"), (date(2026, 12, 2), "7")])
    def test_of_members_is_on_seven_clear_days_if_more_than_a_fortnight_later(self, client, on, asked):
        meeting = a_general_meeting(titles=["Accounts"])

        later = commands.adjourn(meeting, item=1, on=on, **SAME, by=ADA)

        notice = client.get(f"/meetings/{later.ref}.json").json["notice"]
        assert notice.startswith(f"Not yet given; {asked} needed under Model Articles, art. 41(5)")

    def test_within_a_fortnight_goes_on_without_notice(self):
        later = commands.adjourn(a_general_meeting(titles="A"), item=1, on=date(2026, 11, 18), **SAME, by=ADA)

        commands.record_attendance(later, lines=[mark(AMember().holders[0].person)], by=ADA)

        assert len(later.attendances) == 1

    def test_leaves_out_what_was_withdrawn(self):
        meeting = AMeeting(on=MET, titles="AB", notice_given=LATE)
        commands.strike_item(meeting, item=2, reason="Not ready", by=ADA)

        later = commands.adjourn(meeting, item=1, on=NEXT_WEEK, **SAME, by=ADA)

        assert [item.title for item in later.items] == ["A"]

    def test_not_before_it_has_begun_nor_to_an_earlier_day(self):
        with refused("on", "by those who have met"):
            commands.adjourn(planned(titles="A"), item=1, on=date(2999, 2, 1), **SAME, by=ADA)
        with refused("on", "taken up later"):
            commands.adjourn(AMeeting(on=MET, titles="A"), item=1, on=LATE, **SAME, by=ADA)

    @pytest.mark.parametrize("act", ["adjourn", "record-attendance"])
    def test_is_offered_from_the_day_of_the_meeting_as_attendance_is(self, client, act):
        held, to_come, called_off = AMeeting(on=MET), planned(), AMeeting(on=MET, cancelled=LATE)

        assert f"/{act}" in client.get(f"/meetings/{held.ref}").text
        assert f"/{act}" not in client.get(f"/meetings/{to_come.ref}").text
        assert f"/{act}" not in client.get(f"/meetings/{called_off.ref}").text

    def test_from_its_page(self, client):
        held = AMeeting(on=MET)

        answer = client.post(f"/meetings/{held.ref}/adjourn", data=sent(held, item="1", **boxes(NEXT_WEEK), **SAME))
        assert answer.status_code == 303
