import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.meetings.quorum import (
    MEMBERS,
    Conflicts,
    Mark,
    Needed,
    Voice,
    counts,
    may_vote,
    needed_for,
    needed_of_members,
    quorum_of,
    remedies,
)
from registry.terms.in_force import RuleInForce, RulesInForce
from registry.terms.provisions import IN_BOTH, IN_THE_QUORUM, OUT_OF_BOTH, RECUSED

pytestmark = pytest.mark.pure

TERMS = "Terms of reference v2.0, clause 6"
NAMES = {name.casefold(): name for name in ("Asha", "Ben", "Cai", "Dee", "Eve", "Gus")}
BOARD = [
    Voice("Chair", ["asha"], "chair"),
    Voice("Rutland", ["ben"], "ACD"),
    Voice("Melton", ["cai"], "ACD"),
    Voice("Lay", ["dee"], "lay"),
]
TWO = Needed(2, TERMS)


def asked(what, number, of=None, who=""):
    return RuleInForce(what, number, of, who, "", "", TERMS, None)


def in_force(*told):
    return RulesInForce(told)


def present(*people):
    return [Mark(person, None, "present") for person in people]


def counting(*marks, item=None, voices=BOARD, needed=TWO, excluded=(), recusal=OUT_OF_BOTH, **more):
    conflicts = Conflicts({ref: "partner in a bidder" for ref in excluded}, recusal)
    return quorum_of(item, marks, voices, needed, names=NAMES, conflicts=conflicts, **more)


def why(quorum, person):
    return next(each for each in quorum.people if each.person == person).why


class TestNeededFor:
    def test_as_the_rules_in_force_say(self):
        assert needed_for(in_force(asked("quorum", 4)), 7) == Needed(4, TERMS)

    @pytest.mark.parametrize(("voting", "count"), [(6, 3), (7, 4), (8, 4), (0, 0)])
    def test_a_half_is_of_those_who_may_vote(self, voting, count):
        needed = needed_for(in_force(asked("quorum", 1, 2)), voting)

        assert (needed.count, needed.base) == (count, f"1/2 of the {voting} who may vote")

    @pytest.mark.parametrize(("voting", "count"), [(6, 4), (7, 4), (8, 5), (0, 1)])
    def test_a_majority_is_more_than_a_half(self, voting, count):
        needed = needed_for(in_force(asked("quorum", 1, 2, "more than")), voting)

        assert (needed.count, needed.base) == (count, f"more than 1/2 of the {voting} who may vote")

    def test_with_the_kinds_of_seat_it_includes(self):
        told = asked("quorum", 5), asked("quorum includes", 2, who="ACD"), asked("quorum includes", 1, who="lay")

        assert needed_for(in_force(*told), 7).includes == {"ACD": 2, "lay": 1}

    def test_nothing_where_no_rule_says(self):
        assert needed_for(in_force(), 7) == Needed(None, "")


class TestNeededOfMembers:
    def test_is_one_of_a_company_with_one_member_and_as_the_rules_say_of_one_with_two(self):
        rules = in_force(asked("quorum", 2))

        assert needed_of_members(rules, 1) == Needed(1, "Companies Act 2006, s.318(1)")
        assert needed_of_members(rules, 2) == Needed(2, TERMS)


class TestCounts:
    @pytest.mark.parametrize(
        ("recusal", "counted", "votes"),
        [(OUT_OF_BOTH, False, False), (IN_THE_QUORUM, True, False), (IN_BOTH, True, True)],
    )
    def test_whoever_has_a_conflict_as_the_rule_in_force_says_of_quorum_and_vote(self, recusal, counted, votes):
        assert (counts(True, recusal), may_vote(True, recusal)) == (counted, votes)
        assert (counts(False, recusal), may_vote(False, recusal)) == (True, True)


class TestQuorumOf:
    def test_counts_those_with_a_vote_who_were_present(self):
        quorum = counting(*present("asha", "ben", "cai", "gus"), Mark("dee", None, "apologies"))

        assert quorum.sentence == f"Quorate: 3 of 4 with a vote counted; 2 needed ({TERMS})"
        assert quorum.voting == ["asha", "ben", "cai"]
        assert (why(quorum, "gus"), why(quorum, "dee")) == ("no vote", "apologies")

    def test_is_had_with_just_as_many_as_are_needed_and_not_with_one_fewer(self):
        assert counting(*present("asha", "ben")).quorate is True
        assert counting(*present("asha")).quorate is False

    def test_leaves_out_who_left_for_the_item_and_only_for_it(self):
        marks = [*present("asha", "ben", "cai"), Mark("asha", "4", "left"), Mark("ben", "4", "left")]

        assert counting(*marks, item="4").sentence.startswith("Not quorate: 1 of 4")
        assert counting(*marks, item="5").counted == 3
        assert counting(*marks).counted == 3

    def test_counts_who_came_for_the_item_alone_and_who_returned_for_it(self):
        marks = [*present("asha", "ben"), Mark("dee", None, "apologies"), Mark("dee", "4", "present")]
        marks += [Mark("ben", "3", "left"), Mark("ben", "4", "returned")]

        assert counting(*marks, item="3").counted == 1
        assert counting(*marks, item="4").counted == 3
        assert counting(*marks, item="5").counted == 2

    def test_leaves_out_whoever_could_not_be_heard(self):
        quorum = counting(*present("asha"), Mark("ben", None, "present", heard=False))

        assert quorum.counted == 1
        assert why(quorum, "ben") == "could not be heard by the others"

    def test_says_so_where_nothing_says_how_many_are_needed(self):
        quorum = counting(*present("asha", "ben", "cai"), needed=Needed(None, ""))

        assert quorum.quorate is None
        assert quorum.sentence == "3 of 4 with a vote counted; nothing in force says how many are needed"

    def test_is_none_without_those_whom_it_includes(self):
        needed = Needed(2, TERMS, {"ACD": 2})
        marks = [*present("asha", "ben", "cai"), Mark("ben", "4", "left")]

        assert counting(*marks, item="5", needed=needed).sentence == (
            f"Quorate: 3 of 4 with a vote counted; 2 needed, of them 2 ACD ({TERMS}); of ACD: Ben, Cai"
        )
        assert counting(*marks, item="4", needed=needed).sentence.startswith("Not quorate: 2 of 4")

    def test_names_nobody_where_none_of_a_kind_came(self):
        quorum = counting(*present("asha", "dee"), needed=Needed(2, TERMS, {"ACD": 1}))

        assert quorum.sentence.endswith("of ACD: nobody")

    @pytest.mark.parametrize(
        ("recusal", "counted", "how"),
        [
            (OUT_OF_BOTH, 1, "Ben not counted"),
            (IN_THE_QUORUM, 2, "Ben counted, without a vote"),
            (IN_BOTH, 2, "Ben counted"),
        ],
    )
    def test_says_how_a_conflict_told_on_it(self, recusal, counted, how):
        quorum = counting(*present("asha", "ben"), excluded=["ben"], recusal=recusal)

        assert quorum.counted == counted
        assert quorum.sentence.endswith(f"; {how} (conflict: partner in a bidder)")
        assert ("ben" in quorum.voting) is (recusal == IN_BOTH)

    def test_says_so_of_whoever_left_for_it_and_not_of_whoever_did_not_come(self):
        marks = [*present("asha", "ben"), Mark("ben", "4", "left"), Mark("cai", None, "apologies")]
        quorum = counting(*marks, item="4", excluded=["ben", "cai"])

        assert quorum.sentence.endswith("; Ben not counted (conflict: partner in a bidder)")
        assert why(quorum, "cai") == "apologies"

    def test_says_nothing_of_the_conflict_of_a_person_who_is_no_part_of_it(self):
        assert "conflict" not in counting(*present("asha", "ben"), excluded=["gus"]).sentence


class TestASeatThatTwoShare:
    SHARED = [Voice("Rutland", ["ben", "cai"], "ACD"), Voice("Lay", ["dee"], "lay")]

    def test_is_counted_once_by_whoever_casts_its_votes_first(self):
        quorum = counting(*present("ben", "cai", "dee"), voices=self.SHARED)

        assert (quorum.counted, quorum.seated) == (2, 2)
        assert why(quorum, "cai") == "Rutland is counted by Ben"

    def test_is_counted_by_the_other_where_that_one_is_away_or_conflicted(self):
        assert counting(*present("cai", "dee"), voices=self.SHARED).voting == ["cai", "dee"]
        quorum = counting(*present("ben", "cai", "dee"), voices=self.SHARED, excluded=["ben"])
        assert quorum.voting == ["cai", "dee"]

    def test_is_counted_by_whoever_may_also_vote_first(self):
        quorum = counting(*present("ben", "cai", "dee"), voices=self.SHARED, excluded=["ben"], recusal=IN_THE_QUORUM)

        assert quorum.voting == ["cai", "dee"]

    def test_is_of_one_of_its_kind_though_the_other_is_counted_for_another_seat(self):
        voices = [Voice("Chair", ["ben"], "chair"), *self.SHARED]
        needed = Needed(2, TERMS, {"ACD": 2})

        assert counting(*present("ben", "cai", "dee"), voices=voices, needed=needed).quorate is False


class TestWhoeverHoldsTwoSeats:
    TWO_SEATS = [Voice("Chair", ["asha"], "chair"), Voice("Rutland", ["asha"], "ACD"), Voice("Lay", ["dee"], "lay")]

    def test_is_counted_once_and_for_both_kinds(self):
        needed = Needed(2, TERMS, {"ACD": 1, "chair": 1})
        quorum = counting(*present("asha", "dee"), voices=self.TWO_SEATS, needed=needed)

        assert (quorum.counted, quorum.seated, quorum.quorate) == (2, 2, True)
        assert counting(*present("asha"), voices=self.TWO_SEATS).quorate is False


class TestADeputy:
    CLAUSE = "deputy for Dee (Terms of reference v2.0, clause 4.1)"
    VOICES = [Voice("Lay", ["dee"], "lay", {"eve": CLAUSE}), Voice("Chair", ["asha"], "chair")]

    def test_is_counted_for_whom_she_comes(self):
        quorum = counting(*present("asha", "eve"), Mark("dee", None, "apologies"), voices=self.VOICES)

        assert quorum.sentence == (
            f"Quorate: 2 of 2 with a vote counted; 2 needed ({TERMS}); Eve comes as {self.CLAUSE}"
        )
        assert set(quorum.voting) == {"asha", "eve"}

    def test_is_of_the_kind_of_the_seat(self):
        needed = Needed(2, TERMS, {"lay": 1})

        assert counting(*present("asha", "eve"), voices=self.VOICES, needed=needed).quorate is True

    def test_is_not_counted_where_the_holder_is(self):
        quorum = counting(*present("asha", "dee", "eve"), voices=self.VOICES)

        assert quorum.counted == 2
        assert why(quorum, "eve") == "Lay is counted by Dee"

    def test_who_has_a_seat_already_is_counted_once(self):
        voices = [Voice("Lay", ["dee"], "lay", {"asha": self.CLAUSE}), Voice("Chair", ["asha"], "chair")]

        assert counting(*present("asha"), voices=voices).counted == 1

    def test_with_a_conflict_of_her_own_is_not_counted(self):
        assert counting(*present("asha", "eve"), voices=self.VOICES, excluded=["eve"]).counted == 1


class TestMembers:
    """Two qualifying persons, who are not both for the same member (Companies Act 2006, s.318)."""

    def members(self, **proxies):
        return [
            Voice(NAMES[ref], [ref], others=dict.fromkeys(proxies.get(ref, ()), f"proxy for {NAMES[ref]}"))
            for ref in ("asha", "ben")
        ]

    def counted(self, *people, **proxies):
        return counting(*present(*people), voices=self.members(**proxies), among=MEMBERS)

    def test_two_in_person_are_a_quorum_and_one_is_none(self):
        assert self.counted("asha", "ben").quorate is True
        assert self.counted("asha").quorate is False

    def test_two_proxies_of_one_member_are_no_quorum_and_of_two_they_are(self):
        assert self.counted("gus", "eve", asha=["gus", "eve"]).quorate is False
        quorum = self.counted("gus", "eve", asha=["gus"], ben=["gus", "eve"])
        assert quorum.quorate is True
        assert "Gus comes as proxy for Asha; Eve comes as proxy for Ben" in quorum.sentence

    def test_one_person_for_two_members_is_no_quorum(self):
        assert self.counted("gus", asha=["gus"], ben=["gus"]).quorate is False
        assert self.counted("asha", ben=["asha"]).quorate is False

    def test_a_member_who_comes_herself_is_counted_and_not_her_proxy(self):
        quorum = self.counted("asha", "gus", asha=["gus"])

        assert quorum.sentence.startswith("Not quorate: 1 of 2 members counted; 2 needed")
        assert why(quorum, "gus") == "Asha is counted by Asha"


class TestForeseen:
    def test_says_whether_a_quorum_can_be_had(self):
        expected = counting(*present("asha", "ben"), foreseen=True)
        short = counting(*present("asha"), foreseen=True)

        assert expected.sentence == f"A quorum can be had: 2 expected, 2 needed ({TERMS})"
        assert short.sentence == f"A quorum cannot be had: 1 expected, 2 needed ({TERMS})"


class TestRemedies:
    def told(self, *here, kind="board", directors=4, **facts):
        return [each.authority for each in remedies(counting(*present(*here), **facts), kind, directors)]

    def test_are_none_where_there_is_a_quorum_or_nobody_knows(self):
        assert self.told("asha", "ben") == []
        assert self.told("asha", needed=Needed(None, "")) == []

    def test_of_the_board_are_another_meeting_or_the_members(self):
        articles = ["Model Articles, art. 11(1)", "Model Articles, art. 9", "Model Articles, art. 4"]

        assert self.told("asha") == articles

    def test_are_also_to_let_the_conflicted_be_counted_or_a_panel_where_a_conflict_is_why(self):
        told = self.told("asha", "ben", excluded=["ben"])

        assert told[2:] == ["Model Articles, art. 14(3)(a)", "Model Articles, art. 4", "Good practice in the NHS"]

    @pytest.mark.parametrize(("directors", "too_few"), [(1, True), (2, False)])
    def test_are_to_appoint_only_where_all_the_directors_are_fewer_than_a_quorum(self, directors, too_few):
        told = self.told("asha", directors=directors)

        assert ("Model Articles, art. 11(3)" in told) is too_few
        assert ("Model Articles, art. 4" in told) is not too_few

    @pytest.mark.parametrize(
        ("kind", "told"),
        [
            ("committee", ["Model Articles, art. 11(1)", "Model Articles, art. 9", "Model Articles, art. 5"]),
            ("hub", ["Model Articles, art. 5"]),
            ("general meeting", ["Model Articles, art. 38", "Model Articles, art. 41(1)"]),
        ],
    )
    def test_of_other_bodies_are_their_own(self, kind, told):
        assert self.told("asha", kind=kind, directors=1) == told


people = st.sampled_from(["asha", "ben", "cai", "dee", "eve", "gus"])
voices = st.builds(
    lambda holders, others: Voice("A seat", holders, "lay", dict.fromkeys(others, "deputy")),
    st.lists(people, min_size=1, max_size=2, unique=True),
    st.lists(people, max_size=2, unique=True),
)


class TestAnybodyWithAConflict:
    @given(st.lists(voices, max_size=5), st.sets(people), st.sets(people), st.sampled_from(RECUSED))
    def test_is_never_counted_nor_votes_where_the_rule_in_force_excludes_that(self, voices, here, excluded, recusal):
        quorum = counting(*present(*here), voices=voices, excluded=excluded, recusal=recusal)

        counted = {each.person for each in quorum.people if each.counted}
        assert counted <= here
        assert recusal != OUT_OF_BOTH or not counted & excluded
        assert recusal == IN_BOTH or not set(quorum.voting) & excluded
        assert quorum.counted == len(counted) <= len(voices)
