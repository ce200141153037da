from datetime import date

import pytest
from marshmallow import ValidationError

from registry import clock, ledger
from registry.conflicts import commands as conflicts
from registry.conflicts.treatment import LEFT
from registry.deputies import commands as deputies
from registry.law import Breach
from registry.meetings import commands as meetings
from registry.terms.models import Provision
from registry.terms.provisions import ABSTENTION, AGAINST, AT_LEAST, DEPUTIES, ENTITLED, VOTING
from registry.votes import commands, queries
from registry.votes.models import AGAINST as WAY_AGAINST
from registry.votes.models import NAMED, VOICES
from tests.breaches import refused
from tests.factories import ADA, ABody, AMeeting, AnAppointment, APerson, ASeat, AVote, SomeTerms
from tests.votes.conftest import MET

ALL = "Asha", "Ben", "Cleo", "Dev", "Eve"
FOUR = "Clara", "Dora", "Finn", "Gita"


def sentence(vote):
    return queries.vote_on(vote)["sentence"]


class TestPut:
    def test_by_hands_with_three_numbers(self, general):
        general.came(*ALL)

        vote = general.by_hands(votes_for=3, votes_against=1, withheld=1)

        said = (
            "On a show of hands, 3 were for and 1 against (1 withheld); an ordinary resolution needs more than half: "
        )
        assert sentence(vote) == f"{said}carried."
        assert queries.result_of(vote).outcome == "carried"
        assert (vote.entitled, vote.place, vote.needed_by) == (5, 1, "Companies Act 2006, s.282")

    @pytest.mark.parametrize(("against", "outcome"), [(1, "carried"), (2, "lost")])
    def test_of_a_resolution_that_was_named_special_needs_three_quarters(self, general, against, outcome):
        general.came(*ALL)

        vote = general.by_hands(item=2, votes_for=3, votes_against=against)

        assert (vote.resolution, queries.result_of(vote).outcome) == ("special", outcome)

    def test_of_what_was_not_named_so_passes_nothing_special(self, general):
        general.came(*ALL)

        with refused("resolution"):
            general.by_hands(resolution="special")
        with refused("resolution"):
            general.by_hands(item=2, resolution="ordinary")

    def test_counts_no_more_hands_than_were_there_for_the_item(self, general):
        general.came("Asha", "Ben", "Cleo", Dev="P L1 R2")

        general.by_hands(votes_for=2, votes_against=1)
        with refused("votes_for", "3 could be raised, and here are 4"):
            general.by_hands(votes_for=3, votes_against=1)
        general.by_hands(item=2, votes_for=3, votes_against=1)

    def test_refuses_a_result_that_the_count_does_not_come_to(self, general):
        general.came(*ALL)

        with pytest.raises(Breach, match="needs more than half: 2 for and 2 against is not carried") as breach:
            general.by_hands(votes_for=2, votes_against=2, outcome="carried")
        assert breach.value.authority == "Companies Act 2006, s.282"
        assert queries.votes_at(general.meeting) == []

    def test_wants_attendance_and_a_quorum(self, general):
        with refused("item", "first record who attended"):
            general.by_hands()
        general.came("Asha")

        with refused("item", "Without a quorum"):
            general.by_hands()
        assert general.by_hands(procedural=True, votes_for=1).closed

    def test_is_of_an_item_that_stands_at_a_meeting_that_was_held(self, general, board):
        general.came(*ALL)
        meetings.strike_item(general.meeting, item=2, reason="Put off", by=ADA)

        with refused("item"):
            general.by_hands(item=2)
        with pytest.raises(ValidationError, match="no item 3"):
            general.by_hands(item=3)
        with refused(words="called off"):
            AVote(AMeeting(body=general.meeting.body, cancelled=MET))
        with refused("method"):
            general.by_hands(method=NAMED)
        board.came(*FOUR)
        with refused("resolution"):
            board.by_hands(resolution="ordinary")

    def test_of_a_matter_needs_the_majority_that_the_terms_ask_for_it(self, board):
        rules = [
            Provision(place=1, what=AT_LEAST, number=3, of=4, who=VOTING, matter="Borrowing", clause="7"),
            Provision(place=2, what=ABSTENTION, who=AGAINST, clause="8"),
        ]
        SomeTerms(body=board.meeting.body, since=date(2020, 1, 1), version="2.0", provisions=rules)
        board.came(*FOUR)

        borrowed = board.by_hands(matter="Borrowing", votes_for=3, votes_against=1)
        withheld = board.by_hands(matter="Borrowing", votes_for=2, votes_against=0, withheld=2)
        common = board.by_hands(votes_for=2, votes_against=1)

        assert [queries.result_of(each).outcome for each in (borrowed, withheld, common)] == [
            "carried",
            "lost",
            "carried",
        ]
        assert borrowed.needed_by == "Terms of reference v2.0, clause 7"

    def test_needs_a_part_of_all_who_may_vote_where_the_terms_say_so(self, board):
        rules = [Provision(place=1, what=AT_LEAST, number=3, of=4, who=ENTITLED, clause="7")]
        SomeTerms(body=board.meeting.body, since=date(2020, 1, 1), provisions=rules)
        board.came("Clara", "Dora", "Finn")

        two, three = board.by_hands(votes_for=2, votes_against=0, withheld=1), board.by_hands(votes_for=3)

        assert sentence(two).endswith("a decision needs three quarters of all the votes there are: not carried.")
        assert (queries.result_of(three).outcome, three.entitled) == ("carried", 4)

    def test_counts_no_hand_of_whoever_has_a_conflict_or_is_away(self, board):
        conflicts.tell(board.meeting, item=1, person=board.people["Gita"], nature="Kin", by=ADA)
        board.came("Clara", "Dora", "Gita", Finn="P L1 R2")

        board.by_hands(votes_for=2)
        with refused("votes_for", "have 2 votes: here are 3"):
            board.by_hands(votes_for=2, votes_against=1)
        board.by_hands(item=2, votes_for=3, votes_against=1)


class TestDeclare:
    def test_of_voices_is_the_chairs_word(self, general):
        general.came(*ALL)
        vote = general.by_hands(method=VOICES)
        assert queries.result_of(vote) is None

        with pytest.raises(ValidationError, match="what the chair declared"):
            commands.declare(vote, by=ADA)
        with refused("votes_for"):
            commands.declare(vote, votes_for=3, by=ADA)
        commands.declare(vote, outcome="carried", by=ADA)

        assert sentence(vote) == "By voices, the chair declared it carried."

    def test_is_conclusive(self, general):
        """Companies Act 2006, s.320."""
        general.came(*ALL)
        vote = general.by_hands(outcome="lost")

        with refused("outcome"):
            commands.declare(vote, outcome="carried", by=ADA)
        assert queries.standing_on(general.meeting, vote.item_ref) == [vote]

    def test_is_not_of_a_vote_by_name(self, board):
        board.came(*FOUR)
        with refused("outcome"):
            commands.declare(AVote(board.meeting, method=NAMED), outcome="carried", by=ADA)

    def test_is_known_from_when_it_was_recorded(self, general):
        general.came(*ALL)
        vote = general.by_hands()
        before = clock.now()
        commands.declare(vote, votes_for=5, votes_against=0, by=ADA)

        assert [line["state"] for line in queries.votes_on(MET)] == ["carried"]
        with ledger.known(before):
            assert [line["state"] for line in queries.votes_on(MET)] == ["open"]


class TestNamedVotes:
    def test_are_of_each_seat_once(self, board):
        board.came(*FOUR)
        vote = AVote(board.meeting, method=NAMED)
        board.cast(vote, Clara="for", Dora="for", Finn="against")

        with refused("lines", "The votes of Finn’s seat"):
            board.cast(vote, Finn="for")
        commands.close(vote, by=ADA)

        said = "2 votes were cast for (Clara Patel, Dora Patel) and 1 against (Finn Patel)"
        assert sentence(vote) == f"By name, {said}; a decision needs more than half: carried."
        assert queries.result_of(vote).count.entitled == 4

    def test_are_of_whoever_is_there_for_the_item_and_has_no_conflict(self, board):
        conflict = conflicts.tell(board.meeting, item=1, person=board.people["Gita"], nature="Kin", by=ADA)
        board.came("Clara", "Dora", "Gita", Finn="P L1 R2")
        vote = AVote(board.meeting, method=NAMED)

        with refused("lines", "Gita Patel has one on record"):
            board.cast(vote, Gita="for")
        with refused("lines", "Finn Patel is not marked as there"):
            board.cast(vote, Finn="for")
        with refused("lines", "not by Dora"):
            commands.cast(vote, lines=[board.line("Clara", "for", by="Dora")], by=ADA)
        with refused("lines"):
            commands.cast(vote, lines=[board.line("Clara", "for") | {"voter": "0" * 26}], by=ADA)
        assert vote.ballots == []
        conflicts.treat(conflict, treatment=LEFT, ruled_by="the chair", by=ADA)
        other = AVote(board.meeting, item=2, method=NAMED)
        board.cast(other, Gita="for", Finn="against")

    def test_are_of_a_deputy_where_the_holder_is_away(self, board):
        told = {"what": DEPUTIES, "number": 1}
        hub = AMeeting(body=ABody(kind="hub", name="Hub"))
        SomeTerms(body=hub.body, since=date(2020, 1, 1), provisions=[Provision(place=1, clause="4", **told)])
        seats = [ASeat(body=hub.body, title=title) for title in ("Oadby", "Wigston")]
        for seat in seats:
            AnAppointment(seat=seat)
        eve = APerson(forenames="Eve")
        deputies.name(seats[0], person=eve, since=date(2026, 1, 1), by=ADA)
        there = [eve, seats[1].appointments[0].person]
        meetings.record_attendance(hub, lines=[{"person": each, "mark": "P"} for each in there], by=ADA)
        vote = AVote(hub, method=NAMED)

        with refused("lines", "not by Eve Patel"):
            commands.cast(vote, lines=[{"voter": seats[1].ref, "person": eve, "how": "for"}], by=ADA)
        commands.cast(vote, lines=[{"voter": seats[0].ref, "person": eve, "how": "for"}], by=ADA)

        assert [each.capacity for each in vote.ballots] == ["deputy"]

    def test_are_closed_once_and_then_are_over(self, board):
        board.came(*FOUR)
        vote = AVote(board.meeting, method=NAMED)
        board.cast(vote, Clara="for")
        commands.close(vote, by=ADA)

        with refused("lines"):
            commands.close(vote, by=ADA)
        with refused("lines"):
            board.cast(vote, Dora="for")


class TestGiveCastingVote:
    @pytest.fixture
    def tied(self, board):
        board.came(*FOUR)
        return board.by_hands(votes_for=2, votes_against=2)

    def test_breaks_a_tie(self, board, tied):
        assert queries.result_of(tied).outcome == "lost"
        with refused("way", "first record who took the chair"):
            commands.give_casting_vote(tied, way="for", by=ADA)
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)

        commands.give_casting_vote(tied, way="for", by=ADA)

        said = "the votes were equal, and Clara Patel, in the chair, gave the casting vote for"
        needs = "a decision needs more than half"
        assert sentence(tied) == f"On a show of hands, 2 were for and 2 against; {said}; {needs}: carried."
        with refused("way", "2 for and 2 against"):
            commands.give_casting_vote(tied, way=WAY_AGAINST, by=ADA)

    def test_is_not_given_where_they_are_not_equal_or_not_counted(self, board):
        board.came(*FOUR)
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)

        for facts in ({"votes_for": 2, "votes_against": 1}, {"outcome": "lost"}, {}):
            with refused("way", "is given once"):
                commands.give_casting_vote(board.by_hands(**facts), way="for", by=ADA)

    def test_is_lost_to_a_chair_who_has_a_conflict(self, board):
        """Model Articles, art. 13(2)."""
        conflicts.tell(board.meeting, item=1, person=board.people["Clara"], nature="Kin", by=ADA)
        board.came(*FOUR)
        meetings.take_chair(board.meeting, person=board.people["Clara"], by=ADA)
        tied = board.by_hands(votes_for=1, votes_against=1, withheld=1)

        with refused(words="having a conflict"):
            commands.give_casting_vote(tied, way="for", by=ADA)
        assert sentence(tied).endswith("no casting vote was given; a decision needs more than half: not carried.")

    def test_is_nobodys_in_general_meeting(self, general):
        general.came("Asha", "Ben")
        meetings.take_chair(general.meeting, person=general.people["Asha"], reason="Nobody else is there", by=ADA)
        tied = general.by_hands(votes_for=1, votes_against=1)

        with refused("way", "in general meeting there is none"):
            commands.give_casting_vote(tied, way="for", by=ADA)
        assert queries.result_of(tied).outcome == "lost"


class TestWithdraw:
    def test_takes_a_question_back_before_it_is_voted_on(self, general):
        general.came(*ALL)
        vote, voted = general.by_hands(), general.by_hands(votes_for=5)
        commands.withdraw(vote, why="The mover took it back", by=ADA)

        assert queries.vote_on(vote)["sentences"] == ["The mover took it back."]
        for each in (vote, voted):
            with refused("words"):
                commands.withdraw(each, why="Again", by=ADA)
        with refused("outcome"):
            commands.declare(vote, outcome="carried", by=ADA)


class TestStrike:
    def test_leaves_what_was_entered_wrongly_to_be_read_and_counts_another(self, general):
        general.came(*ALL)
        wrong = general.by_hands(votes_for=5)
        commands.strike(wrong, reason="It was 4", by=ADA)
        right = general.by_hands(votes_for=4, votes_against=1)

        assert [line["state"] for line in queries.votes_at(general.meeting)] == ["withdrawn", "carried"]
        assert queries.standing_on(general.meeting, wrong.item_ref) == [right]
        assert queries.result_of(wrong) is None
        with refused("outcome"):
            commands.strike(wrong, reason="Again", by=ADA)
