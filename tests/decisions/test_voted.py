from datetime import date

import pytest

from registry.decisions import commands
from registry.decisions.models import APPROVED, AT_MEETING, CARRIED, DEFERRED, LOST, POLL
from registry.meetings import commands as meetings
from registry.votes import commands as votes
from registry.votes.models import VOICES
from tests.breaches import refused
from tests.factories import ADA, ABody, AHolding, AMeeting, AMember, AnAppointment, APerson, ASeat, AShareClass, AVote

MET = date(2026, 5, 14)
RENT = "RESOLVED that the lease of the Glenfield surgery be taken."
CLOCK = "That the clock be mended."


@pytest.fixture
def board():
    return ABody(kind="board", name="Board of directors")


@pytest.fixture
def meeting(board):
    """Three directors came; the agenda has two items."""
    meeting = AMeeting(body=board, on=MET)
    people = [APerson(forenames=name) for name in ("Asha", "Ben", "Cleo")]
    for person in people:
        AnAppointment(seat=ASeat(body=board), person=person)
    for title in ("Lease", "Other"):
        meetings.add_item(meeting, title=title, purpose="decide", by=ADA)
    meetings.record_attendance(meeting, lines=[{"person": each, "mark": "P"} for each in people], by=ADA)
    return meeting


def voted(meeting, votes_for, votes_against, withheld=0, **facts):
    told = {"item": 1, "question": RENT, "votes_for": votes_for, "votes_against": votes_against, "withheld": withheld}
    return AVote(meeting, **told | facts)


def log(meeting, **facts):
    told = {"kind": APPROVED, "route": AT_MEETING, "text": RENT, "outcome": CARRIED, "item": 1}
    return commands.log(**told | facts, body=meeting.body, meeting=meeting, on=MET, since=MET, by=ADA)


class TestADecisionOnWhatWasPutToTheVote:
    def test_says_what_the_votes_came_to_without_being_told(self, meeting):
        voted(meeting, 2, 0, 1)

        decision = log(meeting)

        assert (decision.votes_for, decision.votes_against, decision.abstained) == (2, 0, 1)

    def test_may_say_the_same_itself(self, meeting):
        voted(meeting, 2, 1)

        assert log(meeting, votes_for=2, votes_against=1, abstained=0).votes_for == 2

    def test_is_refused_where_it_says_other_votes(self, meeting):
        voted(meeting, 2, 1)

        with refused("votes_for", "2 for and 1 against"):
            log(meeting, votes_for=3, votes_against=0)

    def test_is_refused_where_it_says_another_outcome(self, meeting):
        voted(meeting, 1, 2)

        with refused("outcome", "this was lost"):
            log(meeting)
        assert log(meeting, outcome=LOST).votes_against == 2

    def test_that_was_deferred_is_held_to_no_vote(self, meeting):
        voted(meeting, 1, 2)

        decision = log(meeting, outcome=DEFERRED)

        assert decision.votes_for is None

    def test_says_no_number_where_nobody_counted(self, meeting):
        AVote(meeting, item=1, question=RENT, method=VOICES, outcome=CARRIED)

        assert log(meeting).votes_for is None

    def test_is_held_to_the_vote_on_its_own_words_where_there_are_several(self, meeting):
        voted(meeting, 2, 1)
        voted(meeting, 0, 3, question=CLOCK)

        assert log(meeting).votes_for == 2
        assert log(meeting, text="RESOLVED that the clock be mended", outcome=LOST).votes_against == 3

    def test_on_other_words_is_held_to_none_of_several(self, meeting):
        voted(meeting, 2, 1)
        voted(meeting, 0, 3, question=CLOCK)

        assert log(meeting, text="RESOLVED that thanks be given.").votes_for is None

    def test_at_another_item_is_held_to_none(self, meeting):
        voted(meeting, 0, 3)

        assert log(meeting, item=2).votes_for is None

    def test_is_held_to_none_that_was_struck_out(self, meeting):
        wrong = voted(meeting, 0, 3)
        votes.strike(wrong, reason="Entered for another item", by=ADA)

        assert log(meeting).votes_for is None


class TestADecisionThatWasNotPutToTheVote:
    def test_has_no_more_votes_than_those_who_were_there(self, meeting):
        """Three directors came, each with a vote."""
        with refused("votes_for", "fewer votes than 4"):
            log(meeting, votes_for=3, votes_against=1)
        assert log(meeting, votes_for=2, votes_against=1).votes_for == 2


class TestADecisionOnAPoll:
    @pytest.fixture
    def polled(self):
        """Of two members who came, one with 90 shares and one with 10; hands were level, and a poll was demanded."""
        meeting = AMeeting(body=ABody(kind="general meeting", name="Members"), on=MET, titles=[], notice_given=None)
        meetings.add_item(meeting, title="Lease", purpose="decide", proposed=RENT, by=ADA)
        meetings.give_notice(meeting, notice_given=date(2026, 4, 1), by=ADA)
        people, ordinary = [APerson(forenames=name) for name in ("Asha", "Ben")], AShareClass()
        members = [AMember(person=person) for person in people]
        for member, shares in zip(members, (90, 10), strict=True):
            AHolding(shares, member=member, share_class=ordinary)
        meetings.record_attendance(meeting, lines=[{"person": each, "mark": "P"} for each in people], by=ADA)
        voted(meeting, 1, 1)
        poll = votes.demand_poll(meeting, item=1, demanded_in="the chair", by=ADA)
        votes.open_poll(poll, at="19:00", by=ADA)
        pairs = zip(members, people, ("for", "against"), strict=True)
        votes.cast(poll, lines=[{"voter": m.ref, "person": person, "how": how} for m, person, how in pairs], by=ADA)
        return poll

    def test_was_decided_on_that_poll_and_says_the_shares(self, polled):
        votes.close(polled, by=ADA)

        decision = log(polled.meeting)

        assert (decision.route, decision.votes_for, decision.votes_against) == (POLL, 90, 10)

    def test_that_is_not_closed_is_held_to_no_vote_yet(self, polled):
        decision = log(polled.meeting)

        assert (decision.route, decision.votes_for) == (AT_MEETING, None)
