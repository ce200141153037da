"""The quorum as the books have it: whose seats had votes that day, who came, and who is kept out."""

from datetime import date

import pytest

from registry.deputies import commands as deputies
from registry.meetings import commands
from registry.meetings.counting import Counting
from registry.meetings.queries import quorum_at, seats_that_day
from registry.meetings.voices import members_on
from registry.terms.models import Provision
from registry.terms.provisions import DEPUTIES, IN_THE_QUORUM, QUORUM, RECUSAL
from tests.factories import ADA, ABody, AMeeting, AMember, AnAppointment, APerson, ASeat, SomeTerms
from tests.meetings.test_commands import mark

EVE, MET, AFTER, LATER = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15), date(2026, 5, 20)


def some_terms(body, *provisions, until=None):
    rules = [Provision(place=place, clause="6", **rule) for place, rule in enumerate(provisions, start=1)]
    return SomeTerms(body=body, version="2.0", since=date(2026, 4, 1), until=until, provisions=rules)


def seated(body, forenames, **facts):
    person = APerson(forenames=forenames)
    AnAppointment(seat=ASeat(body=body, title=f"Seat of {forenames}"), person=person, **facts)
    return person


@pytest.fixture
def hub(app):
    return ABody(kind="hub", name="Rutland hub")


class TestQuorumAt:
    def test_is_none_until_more_is_on_record_than_apologies(self, hub):
        ada, ben, meeting = seated(hub, "Ada"), seated(hub, "Ben"), AMeeting(body=hub)

        commands.record_attendance(meeting, lines=[mark(ada, "apologies")], by=ADA)
        assert quorum_at(meeting, None) is None
        commands.record_attendance(meeting, lines=[mark(ben)], by=ADA)
        assert quorum_at(meeting, None).counted == 1

    def test_counts_a_seat_from_the_day_it_is_filled_to_its_last(self, hub):
        some_terms(hub, {"what": QUORUM, "number": 1})
        gone, last = seated(hub, "Ada", until=MET), seated(hub, "Ben", until=AFTER)
        new, not_yet = seated(hub, "Cai", since=MET), seated(hub, "Dee", since=AFTER)
        meeting = AMeeting(body=hub)

        commands.record_attendance(meeting, lines=[mark(each) for each in (gone, last, new, not_yet)], by=ADA)

        quorum = quorum_at(meeting, None)
        assert set(quorum.voting) == {last.ref, new.ref}
        assert quorum.seated == 2

    def test_leaves_out_the_excluded_as_the_rule_in_force_says(self, hub):
        some_terms(hub, {"what": QUORUM, "number": 2}, {"what": RECUSAL, "who": IN_THE_QUORUM})
        ada, ben = seated(hub, "Ada"), seated(hub, "Ben")
        meeting = AMeeting(body=hub)
        commands.record_attendance(meeting, lines=[mark(ada), mark(ben)], by=ADA)

        quorum = quorum_at(meeting, meeting.items[0].ref, {ben.ref: "partner in a bidder"})

        assert (quorum.quorate, quorum.voting) == (True, [ada.ref])
        assert quorum.sentence == (
            "Quorate: 2 of 2 with a vote counted; 2 needed (Terms of reference v2.0, clause 6); "
            "Ben Patel counted, without a vote (conflict: partner in a bidder)"
        )

    def test_leaves_out_the_excluded_where_no_rule_says_anything_of_them(self, hub):
        ada, meeting = seated(hub, "Ada"), AMeeting(body=hub)
        commands.record_attendance(meeting, lines=[mark(ada)], by=ADA)

        assert quorum_at(meeting, None, {ada.ref: "partner in a bidder"}).counted == 0

    def test_counts_a_deputy_named_for_the_day_while_the_terms_let_any_be_sent(self, hub):
        some_terms(hub, {"what": QUORUM, "number": 1}, {"what": DEPUTIES, "number": 1}, until=LATER)
        seat, eve, fay = ASeat(body=hub), APerson(forenames="Eve"), APerson(forenames="Fay")
        AnAppointment(seat=seat, person=APerson(forenames="Dee"))
        deputies.name(seat, person=eve, since=EVE, until=AFTER, by=ADA)
        deputies.name(seat, person=fay, since=AFTER, by=ADA)
        met, next_day, later = (AMeeting(body=hub, on=day) for day in (MET, AFTER, LATER))
        for meeting in (met, next_day, later):
            commands.record_attendance(meeting, lines=[mark(eve), mark(fay)], by=ADA)

        assert quorum_at(met, None).sentence.endswith(
            "Eve Patel comes as deputy for Dee Patel (Terms of reference v2.0, clause 6)"
        )
        assert quorum_at(next_day, None).voting == [fay.ref]
        assert quorum_at(later, None).counted == 0

    def test_counts_no_deputy_for_a_director(self, app):
        board = ABody()
        some_terms(board, {"what": DEPUTIES, "number": 1})
        seat, deputy, meeting = ASeat(body=board, director=True), APerson(), AMeeting(body=board)
        AnAppointment(seat=seat, person=APerson(born=date(1975, 5, 1)))
        deputies.name(seat, person=deputy, since=EVE, by=ADA)

        commands.record_attendance(meeting, lines=[mark(deputy)], by=ADA)

        assert quorum_at(meeting, None).counted == 0


class TestQuorumForeseen:
    def test_expects_everybody_but_for_apologies_and_the_excluded(self, hub):
        some_terms(hub, {"what": QUORUM, "number": 2})
        ada, ben, cai = (seated(hub, name) for name in ("Ada", "Ben", "Cai"))
        meeting = AMeeting(body=hub)
        commands.record_attendance(meeting, lines=[mark(ada, "apologies")], by=ADA)

        assert Counting(meeting, seats_that_day(meeting)).foreseen(None).sentence == (
            "A quorum can be had: 2 expected, 2 needed (Terms of reference v2.0, clause 6)"
        )
        without = Counting(meeting, seats_that_day(meeting)).foreseen(meeting.items[0].ref, {cai.ref: "its supplier"})
        assert (without.quorate, without.voting) == (False, [ben.ref])


class TestGeneralMeeting:
    def test_counts_the_members_of_the_day_by_the_register(self, app):
        members = ABody(kind="general meeting")
        ada, ben, cai = (APerson(forenames=name) for name in ("Ada", "Ben", "Cai"))
        AMember(person=ada, ceased=AFTER)
        AMember(person=ben, entered=MET)
        AMember(person=cai, ceased=MET)
        AMember(entered=AFTER)
        meeting = AMeeting(body=members, notice_given=date(2026, 4, 1))
        commands.record_attendance(meeting, lines=[mark(each) for each in (ada, ben, cai)], by=ADA)

        assert len(members_on(MET)) == 2
        assert quorum_at(meeting, None).sentence == (
            "Quorate: 2 of 2 members counted; 2 needed (Companies Act 2006, s.318(2))"
        )
