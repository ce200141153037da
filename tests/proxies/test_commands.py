from datetime import date

import pytest
from marshmallow import ValidationError

from registry import clock, ledger
from registry.meetings import commands as meetings
from registry.meetings.queries import quorum_at
from registry.proxies import commands, queries
from registry.proxies.appointments import deadline_of
from registry.terms.models import Provision
from registry.terms.provisions import PROXIES
from tests.breaches import refused
from tests.factories import ADA, ABody, AHolding, AMeeting, AMember, APerson, SomeTerms

MET, DUE = date(2026, 5, 14), date(2026, 5, 12)


@pytest.fixture
def general(app):
    """A general meeting of Thursday 14 May 2026, at 18:30."""
    return AMeeting(body=ABody(kind="general meeting"), notice_given=date(2026, 4, 1), titles=["Accounts", "Articles"])


@pytest.fixture
def member(app):
    member = AMember(person=APerson(forenames="Asha"))
    AHolding(10, member=member)
    return member


def lodge(meeting, member, **facts):
    usual = {"signed_by": member.holders[0].person, "lodged_on": DUE, "lodged_at": "18:30", "person": None}
    return commands.lodge(meeting, member=member, **usual | facts, by=ADA)


def states(meeting):
    return [line["state"] for line in queries.proxies_at(meeting)]


class TestLodge:
    def test_keeps_a_late_notice_with_why_it_is_void(self, general, member):
        gus = APerson(forenames="Gus")
        lodge(general, member, person=gus, instructions=[{"item": 2, "how": "against"}])
        lodge(general, member, lodged_at="18:31")

        first, late = queries.proxies_at(general)
        assert (first["state"], first["proxy"], first["votes"]) == ("Stands", "Gus Patel", 10)
        assert first["told"] == "Item 2: against; otherwise as the proxy thinks fit"
        assert late["proxy"] == "The chair of the meeting"
        assert late["state"] == "Lodged on 12 May 2026 at 18:31, 1 minute late (Companies Act 2006, s.327)"

    @pytest.mark.parametrize(("hours", "due"), [(24, date(2026, 5, 13)), (48, DUE), (72, DUE)])
    def test_is_due_by_the_hours_of_the_articles_where_they_are_fewer(self, general, hours, due):
        rule = Provision(place=1, what=PROXIES, number=hours, over="general meeting", clause="9")
        SomeTerms(body=ABody(kind="company"), kind="articles", since=DUE, provisions=[rule])

        assert deadline_of(general) == clock.at(due, "18:30")

    def test_is_of_a_member_of_the_day_who_holds_shares_and_for_no_more(self, general, member):
        for facts, field in (
            ({"person": member.holders[0].person}, "person"),
            ({"signed_by": APerson()}, "signed_by"),
            ({"shares": 11}, "shares"),
            ({"lodged_on": date(2999, 1, 1)}, "lodged_on"),
            ({"instructions": [{"item": 1, "how": "for"}, {"item": 1, "how": "against"}]}, "instructions"),
        ):
            with refused(field):
                lodge(general, member, **facts)
        with refused("meeting"):
            lodge(AMeeting(), member)
        with refused("member"):
            lodge(general, AMember(ceased=MET))
        with refused(words="called off"):
            lodge(AMeeting(body=general.body, cancelled=DUE), member)
        assert queries.register_on(MET) == []

    def test_of_some_shares_counts_what_others_are_for_while_they_stand(self, general, member):
        first = lodge(general, member, shares=6)
        with refused("shares"):
            lodge(general, member, shares=5)

        commands.revoke(first, revoked_on=MET, revoked_at="18:29", by=ADA)
        lodge(general, member, shares=5)

        assert [line["stands"] for line in queries.proxies_at(general)] == [False, True]

    def test_wants_an_item_of_the_agenda(self, general, member):
        with pytest.raises(ValidationError) as mistake:
            lodge(general, member, instructions=[{"item": 3, "how": "for"}])

        assert mistake.value.messages == {"instructions": {0: {"item": ["The agenda of this meeting has no item 3."]}}}

    def test_of_joint_holders_the_first_named_decides(self, general):
        asha, ben = APerson(forenames="Asha"), APerson(forenames="Ben")
        joint = AMember(persons=[asha, ben])
        AHolding(10, member=joint)
        lodge(general, joint, signed_by=asha, lodged_at="09:00")
        lodge(general, joint, signed_by=ben)

        assert states(general) == ["Stands", "Replaced by another, for the same shares"]

    def test_is_valid_for_an_adjournment_also_of_what_was_late_before(self, general, member):
        lodge(general, member, lodged_at="18:31", instructions=[{"item": 2, "how": "for"}])
        adjourned = AMeeting(body=general.body, on=date(2026, 5, 28), titles=["Articles"], adjourned_from=general)

        assert states(general)[0].startswith("Lodged on 12 May 2026")
        [line] = queries.proxies_at(adjourned)
        assert (line["state"], line["told"]) == ("Stands", "Item 1: for; otherwise as the proxy thinks fit")


class TestDeadline:
    @pytest.mark.parametrize(
        ("on", "due"),
        [
            (date(2026, 12, 24), date(2026, 12, 22)),
            (date(2026, 12, 29), date(2026, 12, 23)),
            (date(2026, 12, 30), date(2026, 12, 24)),
            (date(2026, 12, 31), date(2026, 12, 29)),
        ],
    )
    def test_counts_no_hour_of_christmas_or_of_a_weekend(self, on, due):
        meeting = AMeeting(body=ABody(kind="general meeting"), on=on, begins="19:00")

        assert deadline_of(meeting) == clock.at(due, "19:00")


class TestProxiesAt:
    def test_counts_the_hands_of_two_proxies_of_one_name_apart(self, general, member):
        other = AMember(person=APerson(forenames="Ben"))
        AHolding(3, member=other)
        for each in (member, other):
            lodge(general, each, person=APerson(forenames="Gus"), instructions=[{"item": 1, "how": "for"}])

        assert queries.proxies_at(general).summary["agenda"][0]["for"] == {"shares": 13, "hands": 2}

    def test_forgets_what_was_told_of_an_item_that_was_struck(self, member):
        planned = AMeeting(body=ABody(kind="general meeting"), titles=["Accounts", "Articles"], notice_given=None)
        lodge(planned, member, instructions=[{"item": 2, "how": "for"}])
        meetings.strike_item(planned, item=2, reason="Put off", by=ADA)

        assert queries.proxies_at(planned)[0]["told"] == "As the proxy thinks fit"


class TestRevoke:
    def test_stands_from_when_it_was_known(self, general, member):
        proxy = lodge(general, member)
        before = clock.now()
        commands.revoke(proxy, revoked_on=MET, revoked_at="18:29", by=ADA)

        assert states(general) == ["Revoked on 14 May 2026 at 18:29 (Model Articles, art. 46(3))"]
        with ledger.known(before):
            assert [line["state"] for line in queries.register_on(MET)] == ["Stands"]

    def test_that_came_late_leaves_it_valid_and_is_noted_once(self, general, member):
        proxy = lodge(general, member)
        commands.revoke(proxy, revoked_on=MET, revoked_at="18:30", by=ADA)

        assert states(general) == ["Stands"]
        with refused("revoked_on"):
            commands.revoke(proxy, revoked_on=MET, revoked_at="18:30", by=ADA)


class TestAdmit:
    def test_counts_whoever_came_by_an_appointment_that_stands(self, general, member):
        gus, late, ben = APerson(forenames="Gus"), AMember(person=APerson(forenames="Late")), APerson(forenames="Ben")
        AMember(person=ben)
        AHolding(1, member=late)
        lodge(general, member, person=gus)
        lodge(general, late, person=gus, lodged_at="18:31")
        with refused("meeting"):
            commands.admit(general, by=ADA)
        here = [{"person": person, "mark": "P"} for person in (gus, ben)]
        meetings.record_attendance(general, lines=here, by=ADA)
        assert quorum_at(general, None).quorate is False

        commands.admit(general, by=ADA)

        assert quorum_at(general, None).quorate is True
        assert [each.member_ref for each in general.representations] == [member.ref]

    def test_counts_the_chair_of_the_meeting_where_that_is_the_proxy(self, general, member):
        chair = APerson(forenames="Chair")
        lodge(general, member)
        meetings.record_attendance(general, lines=[{"person": chair, "mark": "P"}], by=ADA)
        commands.admit(general, by=ADA)
        assert general.representations == []

        meetings.take_chair(general, person=chair, by=ADA)
        commands.admit(general, by=ADA)

        assert [each.person_ref for each in general.representations] == [chair.ref]

    def test_leaves_the_vote_to_the_member_who_comes_herself(self, general, member):
        asha, gus = member.holders[0].person, APerson(forenames="Gus")
        lodge(general, member, person=gus, instructions=[{"item": 1, "how": "for"}])
        here = [{"person": person, "mark": "P"} for person in (gus, asha)]
        assert queries.proxies_at(general).summary["agenda"][0]["for"] == {"shares": 10, "hands": 1}

        meetings.record_attendance(general, lines=here, by=ADA)
        commands.admit(general, by=ADA)

        assert states(general) == ["The member came, and votes herself (Model Articles, art. 46(1))"]
        assert quorum_at(general, None).counted == 1
        assert queries.proxies_at(general).summary["agenda"][0]["for"] == {"shares": 0, "hands": 0}
