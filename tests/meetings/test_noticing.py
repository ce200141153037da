from datetime import date

import pytest
import time_machine

from registry.meetings import commands, serving
from registry.meetings.agreeing import SHORT_NOTICE
from registry.meetings.models import BY_EMAIL, BY_HAND, BY_WORD, OMITTED
from registry.terms.models import ARTICLES, Provision
from registry.terms.provisions import AT_LEAST, ENTITLED
from tests.breaches import refused
from tests.directors.test_commands import appoint as a_director
from tests.factories import (
    ADA,
    ABody,
    ADecision,
    AHolding,
    AMeeting,
    AMember,
    AnAppointment,
    APerson,
    ASeat,
    AShareClass,
    SomeTerms,
)  # fmt: skip
from tests.meetings.test_commands import mark
from tests.meetings.test_publishing import change, publish
from tests.meetings.test_views import sent

MET = date(2026, 11, 17)
IN_TIME, LATE = date(2026, 11, 2), date(2026, 11, 3)


def a_general_meeting(**facts):
    return AMeeting(**{"body": ABody(kind="general meeting"), "on": MET, "notice_given": None} | facts)


def told(meeting):
    return {(notice.person.called, notice.how, notice.sent, notice.given) for notice in meeting.notices}


class TestEntitled:
    def test_of_a_general_meeting_every_member_and_director_of_the_day(self):
        meeting = a_general_meeting()
        first, second = APerson(forenames="First"), APerson(forenames="Second")
        joint = AMember(persons=[first, second])
        gone = AMember(ceased=IN_TIME)
        director = a_director().person
        AMember(entered=LATE)

        whose = serving.entitled(meeting, IN_TIME)

        assert whose == {first.ref: [f"Member, folio {joint.folio}"], director.ref: ["Director"]}
        assert gone.holders[0].person_ref in serving.entitled(meeting, date(2026, 11, 1))

    def test_one_who_is_both_has_it_as_both(self):
        meeting, directorship = a_general_meeting(), a_director()
        member = AMember(persons=[directorship.person])

        assert serving.entitled(meeting, IN_TIME) == {
            directorship.person_ref: [f"Member, folio {member.folio}", "Director"]
        }

    def test_of_a_board_whoever_sits_on_it_when_it_meets_and_every_director(self):
        board = ABody(kind="board")
        seated = AnAppointment(seat=ASeat(body=board, title="Chair"), since=MET).person
        AnAppointment(seat=ASeat(body=board), until=MET)
        director = a_director().person

        whose = serving.entitled(AMeeting(body=board, on=MET), IN_TIME)

        assert whose == {seated.ref: ["Chair"], director.ref: ["Director"]}

    def test_of_a_committee_whoever_sits_on_it(self):
        committee = ABody(kind="committee")
        seated = AnAppointment(seat=ASeat(body=committee, title="Member")).person
        a_director()

        assert serving.entitled(AMeeting(body=committee, on=MET), IN_TIME) == {seated.ref: ["Member"]}


class TestGiveNotice:
    def test_to_everybody_in_one_way_and_to_some_in_another(self):
        meeting = a_general_meeting()
        by_email, by_hand = AMember().holders[0].person, AMember().holders[0].person
        publish(meeting)

        commands.give_notice(
            meeting,
            notice_given=date(2026, 10, 29),
            how=BY_EMAIL,
            otherwise=[{"person": by_hand, "how": BY_HAND}],
            by=ADA,
        )

        assert {(each.person_ref, each.how, each.sent, each.given, each.agenda) for each in meeting.notices} == {
            (by_email.ref, BY_EMAIL, date(2026, 10, 29), IN_TIME, "1.0"),
            (by_hand.ref, BY_HAND, date(2026, 10, 29), date(2026, 10, 29), "1.0"),
        }
        assert meeting.notice_given == IN_TIME
        assert serving.not_told(meeting, IN_TIME) == []

    def test_is_given_when_the_last_has_it(self):
        meeting = a_general_meeting()
        first, late = AMember().holders[0].person, AMember().holders[0].person
        commands.give_notice(meeting, notice_given=IN_TIME, otherwise=[{"person": first, "how": BY_HAND}], by=ADA)
        assert serving.not_told(meeting, IN_TIME) == [late.ref]

        commands.give_notice(meeting, notice_given=LATE, how=BY_HAND, by=ADA)

        assert [notice.sent for notice in meeting.notices if notice.person_ref == first.ref] == [IN_TIME]
        assert meeting.notice_given == LATE

    @time_machine.travel(IN_TIME, tick=False)
    def test_is_on_record_once_it_has_gone_out(self):
        meeting = a_general_meeting()

        with refused("notice_given", "sent today at the latest"):
            commands.give_notice(meeting, notice_given=LATE, by=ADA)

        commands.give_notice(meeting, notice_given=IN_TIME, by=ADA)
        assert meeting.notice_given == IN_TIME

    def test_is_no_later_for_somebody_who_need_not_have_had_it(self):
        meeting = a_general_meeting()
        AMember()
        commands.give_notice(meeting, notice_given=IN_TIME, how=BY_HAND, by=ADA)

        commands.give_notice(meeting, notice_given=LATE, otherwise=[{"person": APerson(), "how": BY_HAND}], by=ADA)

        assert meeting.notice_given == IN_TIME

    def test_disregards_whom_it_left_out_by_accident(self):
        meeting = a_general_meeting()
        AMember()
        left_out = AMember().holders[0].person
        omitted = {"person": left_out, "how": OMITTED, "why": "The letter lay in the tray."}

        commands.give_notice(meeting, notice_given=IN_TIME, how=BY_HAND, otherwise=[omitted], by=ADA)

        assert meeting.notice_given == IN_TIME
        assert serving.not_told(meeting, IN_TIME) == []
        assert [(each.sent, each.given, each.why) for each in meeting.notices if each.person_ref == left_out.ref] == [
            (None, None, "The letter lay in the tray.")
        ]

    def test_wants_to_know_how_that_came_about(self):
        meeting = a_general_meeting()
        omitted = {"person": AMember().holders[0].person, "how": OMITTED}

        with refused("otherwise"):
            commands.give_notice(meeting, notice_given=IN_TIME, how=BY_HAND, otherwise=[omitted], by=ADA)

        assert meeting.notices == []

    def test_is_not_by_word_of_mouth_to_members(self):
        meeting = a_general_meeting()
        AMember()

        with refused("how"):
            commands.give_notice(meeting, notice_given=IN_TIME, how=BY_WORD, by=ADA)

    def test_has_the_full_text_of_a_special_resolution(self):
        meeting = a_general_meeting(titles=["Articles"])
        change(meeting, 1, resolution="special")

        with refused("notice_given", "its full text"):
            commands.give_notice(meeting, notice_given=IN_TIME, by=ADA)

        change(meeting, 1, resolution="special", proposed="That the articles be altered.")
        commands.give_notice(meeting, notice_given=IN_TIME, by=ADA)
        assert meeting.notice_given == IN_TIME

    def test_has_it_also_where_notice_went_out_with_the_call(self):
        item = {"title": "Articles", "purpose": "decide", "resolution": "special"}
        when = {"on": MET, "begins": "18:30", "place": "Wigston", "notice_given": IN_TIME}

        with refused("notice_given", "its full text"):
            commands.convene(body=ABody(kind="general meeting"), **when, items=[item], by=ADA)

    def test_tells_the_business_of_a_general_meeting(self):
        with refused(words="an item at least"):
            commands.give_notice(a_general_meeting(titles=[]), notice_given=IN_TIME, by=ADA)

    def test_of_which_no_business_is_kept_from_members(self):
        meeting = a_general_meeting(titles=["Pay"])

        with refused("restricted", "general nature of its business"):
            change(meeting, 1, restricted="about a person")
        with refused("restricted"):
            commands.add_item(meeting, title="Pay", purpose="note", restricted="commercial", by=ADA)

    def test_is_not_deemed_given_after_the_meeting(self):
        meeting = a_general_meeting()
        AMember()

        with refused("notice_given"):
            commands.give_notice(meeting, notice_given=date(2026, 11, 16), how=BY_EMAIL, by=ADA)

    def test_keeps_a_record_of_service(self, client):
        meeting = a_general_meeting()
        AMember()
        data = {"how": BY_EMAIL, "notice_given-day": "29", "notice_given-month": "10", "notice_given-year": "2026"}

        answer = client.post(f"/meetings/{meeting.ref}/give-notice", data=sent(meeting, **data))

        assert answer.status_code == 303
        page = client.get(answer.location).text
        assert "Given on 2 November 2026: 14 clear days" in page
        assert "3 November 2026 to 16 November 2026: 14 clear days." in page
        [line] = client.get(f"/meetings/{meeting.ref}/service.json").json["items"]
        assert (line["how"], line["sent"], line["given"]) == (BY_EMAIL, "2026-10-29", "2026-11-02")
        assert client.get(f"/meetings/{meeting.ref}/service.pdf").status_code == 200

    def test_the_record_says_who_is_still_to_have_it(self, client):
        meeting = a_general_meeting()
        AMember()

        [line] = client.get(f"/meetings/{meeting.ref}/service.json").json["items"]

        assert (line["how"], line["given"]) == ("not sent yet", None)

    def test_the_record_is_of_those_who_had_to_have_it_before_the_meeting(self, client):
        meeting = a_general_meeting()
        AMember(entered=MET)
        AMember(entered=date(2026, 11, 18))

        assert client.get(f"/meetings/{meeting.ref}/service.json?on=2026-12-01").json["count"] == 1

    def test_of_which_a_day_alone_is_on_record_awaits_nobody(self, client):
        meeting = a_general_meeting(notice_given=IN_TIME)
        AMember()

        assert client.get(f"/meetings/{meeting.ref}/service.json").json["items"] == []
        page = client.get(f"/meetings/{meeting.ref}/service").text
        assert "Notice was given on 2 November 2026; to whom it was sent is not on record." in page


class TestAgreeShortNotice:
    @pytest.fixture
    def members(self):
        """Ten members, of whom the first five hold 95 of 104 voting shares of a pound."""
        shares = AShareClass(nominal=100)
        return [AHolding(held, share_class=shares).member for held in (55, 10, 10, 10, 10, 1, 2, 2, 2, 2)]

    def agreed(self, meeting, members):
        commands.agree_short_notice(meeting, members=members, on=date(2026, 11, 10), by=ADA)

    def test_lets_a_meeting_be_held_that_was_called_a_day_short(self, members):
        meeting = a_general_meeting(notice_given=LATE)
        here = [mark(members[0].holders[0].person)]
        self.agreed(meeting, members[:5])

        with refused("lines"):
            commands.record_attendance(meeting, lines=here, by=ADA)

        self.agreed(meeting, [members[5]])
        commands.record_attendance(meeting, lines=here, by=ADA)
        assert len(meeting.attendances) == 1

    def test_wants_the_value_to_the_share(self, members):
        meeting = a_general_meeting(notice_given=LATE)
        self.agreed(meeting, members[:1] + members[5:])

        with refused("lines"):
            commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

    def test_wants_as_much_more_as_the_articles_ask(self, members):
        articles = Provision(
            place=1, what=AT_LEAST, number=95, of=100, who=ENTITLED, matter=SHORT_NOTICE, over="general meeting"
        )
        SomeTerms(body=ABody(kind="company"), kind=ARTICLES, since=date(2020, 1, 1), provisions=[articles])
        meeting = a_general_meeting(notice_given=LATE)
        self.agreed(meeting, members[:6])

        with refused("lines"):
            commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

        self.agreed(meeting, members[6:8])
        commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

    def test_lets_nothing_be_decided_there_before(self, members):
        meeting = a_general_meeting(notice_given=LATE)
        decided = {"body": meeting.body, "on": MET, "route": "meeting", "meeting": meeting, "item": 1, "votes_for": 9}

        with refused("lines"):
            ADecision(**decided)

        self.agreed(meeting, members)
        assert ADecision(**decided).meeting_ref == meeting.ref

    def test_is_not_needed_on_the_fourteenth_clear_day(self):
        meeting = a_general_meeting(notice_given=IN_TIME)

        commands.record_attendance(meeting, lines=[mark(APerson())], by=ADA)

        assert len(meeting.attendances) == 1

    def test_is_asked_of_those_who_hold_voting_shares(self):
        meeting, voiceless = (
            a_general_meeting(notice_given=LATE),
            AHolding(share_class=AShareClass(votes_per_share=0)).member,
        )

        with refused("members"):
            self.agreed(meeting, [voiceless])

    @time_machine.travel(LATE, tick=False)
    def test_is_on_record_once_it_was_given(self, members):
        meeting = a_general_meeting(notice_given=LATE)

        with refused("on", "today at the latest"):
            self.agreed(meeting, members)

    def test_is_of_a_general_meeting(self, client):
        member, meeting = AHolding().member, AMeeting(on=MET)
        data = {"members": member.ref, "on-day": "10", "on-month": "11", "on-year": "2026"}

        page = client.post(f"/meetings/{meeting.ref}/agree-short-notice", data=sent(meeting, **data))

        assert page.status_code == 409
        assert "each director waives notice" in page.text

    def test_is_told_on_the_page_with_both_limbs(self, client, members):
        meeting = a_general_meeting(notice_given=LATE)
        data = {"members": [each.ref for each in members[:6]], "on-day": "10", "on-month": "11", "on-year": "2026"}

        answer = client.post(f"/meetings/{meeting.ref}/agree-short-notice", data=sent(meeting, **data))

        page = client.get(answer.location).text
        assert "6 of 10 members agreed: a majority; they hold £96.00 of £104.00: the 90% that is needed" in page

    def test_a_meeting_without_it_is_shown_as_not_held(self, client):
        meeting = a_general_meeting(notice_given=LATE)

        assert "Held: not on so short a notice" in client.get(f"/meetings/{meeting.ref}").text
        assert client.get("/meetings/register.json?on=2026-11-18").json["items"][0]["state"] == "not held"


class TestWaiveNotice:
    def test_until_seven_days_after_it_and_is_told_on_the_page(self, client):
        meeting, person = AMeeting(on=MET, notice_given=None), APerson()
        AnAppointment(seat=ASeat(body=meeting.body), person=person)
        data = {"person": person.ref, "on-day": "24", "on-month": "11", "on-year": "2026"}

        late = client.post(f"/meetings/{meeting.ref}/waive-notice", data=sent(meeting, **data | {"on-day": "25"}))
        answer = client.post(f"/meetings/{meeting.ref}/waive-notice", data=sent(meeting, **data))

        assert late.status_code == 409
        assert "Notice waived by" in client.get(answer.location).text
        assert serving.not_told(meeting, MET) == []

    def test_once_is_enough(self):
        meeting = AMeeting(on=MET)
        person = AnAppointment(seat=ASeat(body=meeting.body)).person

        for on in (IN_TIME, LATE):
            commands.waive_notice(meeting, person=person, on=on, by=ADA)

        assert [waiver.on for waiver in meeting.waivers] == [IN_TIME]

    def test_is_for_whoever_must_have_it_on_the_day_of_the_meeting(self):
        meeting = AMeeting(on=MET)
        gone = AnAppointment(seat=ASeat(body=meeting.body), until=MET).person

        with refused("person", "this person has no seat there on that day"):
            commands.waive_notice(meeting, person=gone, on=IN_TIME, by=ADA)

    @time_machine.travel(IN_TIME, tick=False)
    def test_is_on_record_once_it_was_said(self):
        meeting = AMeeting(on=MET, notice_given=None)
        person = AnAppointment(seat=ASeat(body=meeting.body)).person

        with refused("on", "today at the latest"):
            commands.waive_notice(meeting, person=person, on=LATE, by=ADA)

        commands.waive_notice(meeting, person=person, on=IN_TIME, by=ADA)
        assert len(meeting.waivers) == 1

    def test_is_not_for_members(self):
        with refused("person"):
            commands.waive_notice(a_general_meeting(), person=APerson(), on=IN_TIME, by=ADA)


class TestNotice:
    def test_of_a_general_meeting_says_what_the_act_asks(self, client):
        meeting = a_general_meeting(titles=["Accounts", "Articles"])
        change(meeting, 2, resolution="special", proposed="That article 4 be struck out.")

        page = client.get(f"/meetings/{meeting.ref}/notice").text

        for words in (
            "<strong>17 November 2026</strong> at <strong>18:30</strong> at The Springs, Wigston",
            "Accounts",
            "<strong>special resolution</strong>",
            "That article 4 be struck out.",
            "may appoint another person as proxy",
        ):
            assert words in page

    def test_of_a_board_says_how_those_elsewhere_take_part(self, client):
        meeting = AMeeting(on=MET, joining="By telephone, on 0116 496 0000")

        page = client.get(f"/meetings/{meeting.ref}/notice").text

        assert "By telephone, on 0116 496 0000" in page
        assert "proxy" not in page

    def test_names_nothing_restricted_even_to_the_office(self, client):
        meeting = AMeeting(on=MET, titles=["Welcome", "Settlement"])
        change(meeting, 2, title="Settlement with Acme", restricted="commercial")

        page = client.get(f"/meetings/{meeting.ref}/notice").text

        assert "Restricted item" in page
        assert "Acme" not in page

    def test_goes_out_on_paper(self, client):
        answer = client.get(f"/meetings/{a_general_meeting().ref}/notice.pdf")

        assert answer.mimetype == "application/pdf"


class TestRecordOfService:
    def test_says_of_which_meeting_it_is(self, client):
        meeting = a_general_meeting(body=ABody(kind="general meeting", name="General Meeting"))

        for page in ("service", "versions", "check"):
            assert "General Meeting, 17 November 2026" in client.get(f"/meetings/{meeting.ref}/{page}").text
