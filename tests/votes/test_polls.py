"""Polls, against totals worked out by hand. Asha holds 100 shares, Ben 60, Cleo 30, Dev 7 and Eve 3: 200 in all."""

from datetime import date

import pytest

from registry.meetings import commands as meetings
from registry.proxies import commands as proxies
from registry.votes import commands, queries
from tests.breaches import refused
from tests.factories import ADA, AHolding, AMember

DUE = date(2026, 5, 12)
ALL = "Asha", "Ben", "Cleo", "Dev", "Eve"


def lodge(general, name, *, to, at="09:00", **facts):
    member = general.members[name]
    told = {"signed_by": member.holders[0].person, "lodged_on": DUE, "lodged_at": at, "person": general.person(to)}
    return proxies.lodge(general.meeting, member=member, **told | facts, by=ADA)


def counted(vote):
    count = queries.result_of(vote).count
    return count.votes_for, count.votes_against, count.withheld, count.entitled


class TestAPollAfterHands:
    def test_replaces_what_the_hands_came_to_and_both_are_kept(self, general):
        general.came(*ALL)
        hands = general.by_hands(question="That it be so.", votes_for=2, votes_against=3, mover=general.people["Asha"])
        assert queries.standing_on(general.meeting, hands.item_ref) == [hands]
        two = [general.people["Asha"], general.people["Ben"]]
        poll = general.poll(demanded_in="two or more who may vote", demanders=two)
        assert queries.standing_on(general.meeting, hands.item_ref) == []

        general.cast(poll, Asha="for", Ben="withheld", Cleo="against", Dev="against", Eve="against")
        commands.close(poll, by=ADA)

        # For: Asha’s 100. Against: 30 + 7 + 3 = 40. Withheld: Ben’s 60.
        assert counted(poll) == (100, 40, 60, 200)
        assert queries.standing_on(general.meeting, hands.item_ref) == [poll]
        assert [line["state"] for line in queries.votes_at(general.meeting)] == ["replaced by a poll", "carried"]
        assert [each for line in queries.votes_at(general.meeting) for each in line["sentences"]] == [
            "Moved by Asha Patel.",
            "On a show of hands, 2 were for and 3 against; an ordinary resolution needs more than half: not carried.",
            "A poll was demanded by Asha Patel and Ben Patel, as two or more who may vote.",
            "It was opened on 14 May 2026 at 19:00, when 5 might cast 200 votes.",
            "On a poll, 100 votes were cast for and 40 against (60 withheld); an ordinary resolution needs more "
            "than half: carried.",
        ]

    @pytest.mark.parametrize(("split", "outcome"), [((50, 50), "carried"), ((49, 51), "lost")])
    def test_of_a_special_resolution_is_carried_at_three_quarters_exactly(self, general, split, outcome):
        """Of 200 votes 150 are three quarters: Ben, Cleo, Dev and Eve have 100, and Asha splits hers."""
        general.came(*ALL)
        poll = general.poll(item=2)
        general.cast(poll, Ben="for", Cleo="for", Dev="for", Eve="for")
        votes_for, against = split
        line = general.line("Asha", votes_for=votes_for, votes_against=against)
        commands.cast(poll, lines=[line], by=ADA)
        commands.close(poll, by=ADA)

        assert counted(poll) == (100 + votes_for, against, 0, 200)
        assert queries.result_of(poll).outcome == outcome

    def test_is_demanded_at_once_and_once(self, general):
        general.came(*ALL)
        general.by_hands(votes_for=5)
        general.by_hands(item=2, votes_for=5)

        with refused("item", "not when something else has been put"):
            general.poll()
        general.poll(item=2)
        with refused("item", "demanded already"):
            general.poll(item=2)

    def test_stands_aside_if_the_demand_is_withdrawn_with_the_chairs_consent(self, general):
        general.came(*ALL)
        hands = general.by_hands(votes_for=5)
        poll = commands.demand_poll(general.meeting, item=1, demanded_in="the directors", by=ADA)
        with refused("agreed"):
            commands.withdraw_demand(poll, agreed=False, by=ADA)

        commands.withdraw_demand(poll, agreed=True, by=ADA)

        assert queries.standing_on(general.meeting, hands.item_ref) == [hands]
        with refused("at"):
            commands.open_poll(poll, at="19:00", by=ADA)
        with refused("agreed"):
            commands.withdraw_demand(hands, agreed=True, by=ADA)

    def test_is_not_withdrawn_once_a_vote_is_cast(self, general):
        general.came(*ALL)
        poll = general.poll()
        general.cast(poll, Asha="for")

        with refused("agreed"):
            commands.withdraw_demand(poll, agreed=True, by=ADA)

    def test_is_on_the_question_as_it_was_amended(self, general):
        general.came(*ALL)
        hands = general.by_hands()
        words = {"words": "For seven read eight", "question": "That eight seats be created."}
        facts = {"noticed_on": DUE, "noticed_at": "18:30", "carried": True}
        commands.amend(hands, **words, **facts, mover=general.people["Ben"], by=ADA)
        commands.declare(hands, votes_for=5, by=ADA)

        assert general.poll().question == "That eight seats be created."


class TestDemandPoll:
    @pytest.mark.parametrize(
        ("right", "names", "allowed"),
        [
            ("a tenth of the votes", ["Cleo"], True),
            ("a tenth of the votes", ["Dev", "Eve"], False),
            ("two or more who may vote", ["Dev", "Eve"], True),
            ("two or more who may vote", ["Asha"], False),
            ("two or more who may vote", ["Asha", "Nobody"], False),
        ],
    )
    def test_is_by_two_voters_or_a_tenth_of_the_votes(self, general, right, names, allowed):
        """Cleo has 30 of 200; Dev and Eve have 10, where a tenth is 20."""
        general.came(*ALL)
        people = [general.person(name) for name in names]

        if allowed:
            assert general.poll(demanded_in=right, demanders=people).method == "poll"
        else:
            with refused("demanded_in"):
                general.poll(demanded_in=right, demanders=people)

    def test_counts_a_proxy_for_the_member_and_may_come_before_the_meeting(self, general):
        lodge(general, "Cleo", to="Gus")

        tenth = {"demanded_in": "a tenth of the votes", "demanders": [general.people["Gus"]]}
        vote = commands.demand_poll(general.meeting, item=1, **tenth, by=ADA)

        assert (vote.question, vote.follows_ref) == ("That it be so.", None)
        with refused("item", "first record who attended"):
            commands.open_poll(vote, at="18:30", by=ADA)

    def test_is_of_members_alone(self, board):
        with refused("item"):
            commands.demand_poll(board.meeting, item=1, demanded_in="the chair", by=ADA)


class TestOpenPoll:
    def test_freezes_who_may_vote_at_the_record_time(self, general):
        general.came(*ALL)
        poll = general.poll()
        late = AMember(person=general.person("Late"), entered=date(2026, 5, 15))
        AHolding(500, member=late, on=date(2026, 5, 15))
        AHolding(-90, member=general.members["Asha"], share_class=general.members["Asha"].movements[0].share_class)
        meetings.record_attendance(general.meeting, lines=[{"person": general.people["Late"], "mark": "P"}], by=ADA)
        general.members["Late"] = late

        with refused("lines", "was on the register"):
            general.cast(poll, Late="for")
        assert [(each.called, each.votes) for each in poll.entitlements][:2] == [("Asha Patel", 100), ("Ben Patel", 60)]
        with refused("at"):
            commands.open_poll(poll, at="19:05", by=ADA)

    def test_wants_a_quorum(self, general):
        general.came("Asha")
        poll = commands.demand_poll(general.meeting, item=1, demanded_in="the chair", by=ADA)

        with refused("item", "Without a quorum"):
            commands.open_poll(poll, at="19:00", by=ADA)

    def test_comes_before_any_vote(self, general):
        general.came(*ALL)
        poll = commands.demand_poll(general.meeting, item=1, demanded_in="the chair", by=ADA)

        with refused("lines"):
            general.cast(poll, Asha="for")
        with refused("lines"):
            commands.close(poll, by=ADA)


class TestCast:
    def test_of_more_shares_than_are_held_is_refused_with_all_its_lines(self, general):
        general.came(*ALL)
        poll = general.poll()
        good, bad = general.line("Ben", "for"), general.line("Asha", votes_for=60, votes_against=41)

        with refused("lines", "Asha Patel has 100 to cast here, and not 101"):
            commands.cast(poll, lines=[good, bad], by=ADA)
        assert queries.vote_on(poll)["ballots"][1]["votes_for"] is None

    def test_is_of_whoever_is_there_for_the_item(self, general):
        general.came("Asha", "Ben", Cleo="P L1 R2")
        poll = general.poll()

        for name in ("Cleo", "Dev"):
            with refused("lines", f"{name} Patel is not marked as there"):
                general.cast(poll, **{name: "for"})

    def test_by_proxy_is_of_those_who_did_not_come(self, general):
        lodge(general, "Asha", to="Gus")
        lodge(general, "Ben", to="Gus", instructions=[{"item": 1, "how": "against"}])
        general.came("Ben", "Cleo", "Gus")
        poll = general.poll()
        line = general.line("Asha", "for", by="Gus")
        commands.cast(poll, lines=[line], by=ADA)

        with refused("lines", "Ben Patel is voted by whoever comes"):
            commands.cast(poll, lines=[general.line("Ben", "for", by="Gus")], by=ADA)
        general.cast(poll, Ben="for")
        with refused("lines", "The votes of Asha Patel have been cast"):
            commands.cast(poll, lines=[line], by=ADA)
        told = [(each["by"], each["capacity"]) for each in queries.vote_on(poll)["ballots"] if each["by"]]
        assert told == [("Gus Patel", "proxy"), ("Ben Patel", "in person")]

    def test_by_a_late_proxy_is_void_and_by_one_revoked_late_is_good(self, general):
        """Companies Act 2006, s.327; Model Articles, art. 46(3)."""
        lodge(general, "Asha", to="Gus", at="18:31")
        revoked = lodge(general, "Ben", to="Gus")
        proxies.revoke(revoked, revoked_on=date(2026, 5, 14), revoked_at="18:30", by=ADA)
        general.came("Cleo", "Dev", "Gus")
        poll = general.poll()

        with refused("lines", "not by Gus"):
            commands.cast(poll, lines=[general.line("Asha", "for", by="Gus")], by=ADA)
        commands.cast(poll, lines=[general.line("Ben", "for", by="Gus")], by=ADA)

    def test_by_several_proxies_of_one_member_is_of_as_many_shares_as_each_is_for(self, general):
        lodge(general, "Asha", to="Gus", shares=70)
        lodge(general, "Asha", to="Hal", shares=30)
        general.came("Ben", "Gus", "Hal")
        proxies.admit(general.meeting, by=ADA)
        poll = general.poll()

        with refused("lines", "70 to cast here, and not 71"):
            commands.cast(poll, lines=[general.line("Asha", by="Gus", votes_for=71)], by=ADA)
        lines = [general.line("Asha", "for", by="Gus"), general.line("Asha", "against", by="Hal")]
        commands.cast(poll, lines=lines, by=ADA)
        commands.close(poll, by=ADA)

        assert counted(poll) == (70, 30, 0, 200)

    def test_by_a_corporate_representative_and_by_whoever_was_let_in(self, general):
        for name, comes, right in (("Asha", "Gus", "corporate representative"), ("Ben", "Hal", "proxy")):
            told = {"person": general.person(comes), "member": general.members[name], "right": right}
            meetings.represent(general.meeting, **told, by=ADA)
        general.came("Gus", "Hal")
        poll = general.poll()

        lines = [general.line("Asha", "for", by="Gus"), general.line("Ben", "for", by="Hal")]
        commands.cast(poll, lines=lines, by=ADA)

        assert [each.capacity for each in poll.ballots] == ["corporate representative", "proxy"]

    def test_of_joint_holders_is_by_the_first_named_who_is_there(self, general):
        joint = AMember(persons=[general.person("Ina"), general.person("Jo")])
        AHolding(10, member=joint)
        general.members["Ina"] = joint
        general.came("Asha", "Ina", "Jo")
        poll = general.poll()

        with refused("lines", "not by Jo"):
            commands.cast(poll, lines=[general.line("Ina", "for", by="Jo")], by=ADA)
        general.cast(poll, Ina="for")


class TestHandsByProxy:
    def test_are_one_for_the_proxy_and_one_each_way_if_told_both(self, general):
        lodge(general, "Asha", to="Gus", instructions=[{"item": 1, "how": "for"}])
        lodge(general, "Ben", to="Gus", instructions=[{"item": 1, "how": "against"}, {"item": 2, "how": "for"}])
        general.came("Cleo", "Gus")
        proxies.admit(general.meeting, by=ADA)

        both = general.by_hands(votes_for=2, votes_against=1)
        with refused("votes_for", "2 one way at most, not 3"):
            general.by_hands(votes_for=3, votes_against=0)
        with refused("votes_for", "2 could be raised"):
            general.by_hands(item=2, votes_for=2, votes_against=1)
        assert both.entitled == 3


class TestRaiseObjection:
    def test_that_is_upheld_takes_the_votes_from_the_count(self, general):
        general.came(*ALL)
        poll = general.poll()
        general.cast(poll, Asha="for", Ben="against", Cleo="against")
        told = {"made_on": date(2026, 5, 14), "ground": "Shares not paid up"}
        with refused("made_on"):
            commands.raise_objection(
                poll, **told | {"made_on": date(2026, 5, 15)}, person=general.people["Asha"], upheld=True, by=ADA
            )

        commands.raise_objection(poll, **told, person=general.people["Asha"], upheld=True, by=ADA)
        commands.raise_objection(poll, **told, person=general.people["Ben"], upheld=False, by=ADA)
        commands.close(poll, by=ADA)

        assert counted(poll) == (0, 90, 0, 200)
        assert (
            "Objection was made to the voting of Asha Patel (Shares not paid up); the chair upheld it."
            in (queries.vote_on(poll)["sentences"])
        )
        with refused("person"):
            commands.raise_objection(poll, **told, person=general.people["Ben"], upheld=True, by=ADA)


class TestAmend:
    WORDS = {"words": "For seven read eight", "question": "That eight seats be created."}

    def test_of_an_ordinary_resolution_is_on_notice_and_within_its_scope(self, general):
        general.came(*ALL)
        vote, mover = general.by_hands(), general.people["Ben"]
        noticed = {"noticed_on": DUE, "noticed_at": "18:30"}

        with refused("noticed_on"):
            commands.amend(vote, **self.WORDS, **noticed | {"noticed_at": "18:31"}, mover=mover, carried=True, by=ADA)
        with refused("alters_scope"):
            commands.amend(vote, **self.WORDS, **noticed, alters_scope=True, mover=mover, carried=True, by=ADA)
        lost = self.WORDS | {"question": "That nine be."}
        commands.amend(vote, **self.WORDS, **noticed, mover=mover, carried=True, by=ADA)
        commands.amend(vote, **lost, **noticed, mover=mover, carried=False, by=ADA)

        line = queries.vote_on(vote)
        assert (line["question"], line["first_put_as"]) == ("That eight seats be created.", "That it be so.")
        assert line["sentences"][0] == "Ben Patel moved to amend it, “For seven read eight”: carried."
        commands.declare(vote, votes_for=5, by=ADA)
        with refused("words"):
            commands.amend(vote, **self.WORDS, **noticed, mover=mover, carried=True, by=ADA)

    def test_of_a_special_resolution_is_the_chairs_for_a_slip(self, general):
        general.came(*ALL)
        vote = general.by_hands(item=2)
        meetings.take_chair(general.meeting, person=general.people["Asha"], reason="The chair is away", by=ADA)

        for mover, slip in (("Ben", True), ("Asha", False)):
            with refused("slip"):
                commands.amend(vote, **self.WORDS, mover=general.people[mover], slip=slip, carried=True, by=ADA)
        commands.amend(vote, **self.WORDS, mover=general.people["Asha"], slip=True, carried=True, by=ADA)

    def test_of_a_board_is_as_it_likes(self, board):
        board.came("Clara", "Dora")

        commands.amend(board.by_hands(), **self.WORDS, mover=board.people["Dora"], carried=True, by=ADA)
