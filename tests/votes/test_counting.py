from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.proxies.models import AGAINST, DISCRETION, FOR
from registry.votes.counting import Count, Hands, Majority, base_of, hands_there, outcome_of, reaches, tally
from registry.votes.majorities import kind_of

pytestmark = pytest.mark.pure

ORDINARY = Majority(1, 2, "an ordinary resolution", "Companies Act 2006, s.282")
SPECIAL = Majority(3, 4, "a special resolution", "Companies Act 2006, s.283", at_least=True)
TWO_THIRDS_OF_ALL = Majority(2, 3, "a decision", "Terms of reference", at_least=True, of_all=True)
COUNTING_ABSTENTIONS = Majority(1, 2, "a decision", "Terms of reference", counts_abstentions=True)


def outcome(votes_for, against, needed, *, withheld=0, entitled=1_000_000, casting=""):
    return outcome_of(Count(votes_for, against, withheld, entitled), needed, casting)


class TestKindOf:
    """Companies Act 2006, s.281(3)."""

    def test_is_ordinary_where_nothing_asks_for_more(self):
        assert kind_of("", "", general=True) == "ordinary"
        assert kind_of("", "special", general=True) == "special"

    def test_is_none_but_the_members(self):
        assert kind_of("", "", general=False) == ""


class TestAnOrdinaryResolution:
    """Companies Act 2006, s.282."""

    @pytest.mark.parametrize(
        ("votes_for", "against", "comes_to"), [(51, 50, "carried"), (50, 50, "lost"), (50, 51, "lost")]
    )
    def test_needs_strictly_more_than_half(self, votes_for, against, comes_to):
        assert outcome(votes_for, against, ORDINARY) == comes_to

    def test_is_not_carried_by_nobody(self):
        assert outcome(0, 0, ORDINARY) == "lost"

    def test_is_carried_by_one_vote_however_many_withhold_theirs(self):
        assert outcome(1, 0, ORDINARY, withheld=999_999) == "carried"


class TestASpecialResolution:
    """Companies Act 2006, s.283."""

    @pytest.mark.parametrize(
        ("votes_for", "against", "comes_to"),
        [(75, 25, "carried"), (74, 26, "lost"), (212_400, 70_800, "carried"), (212_400, 70_801, "lost")],
    )
    def test_needs_three_quarters_and_no_more(self, votes_for, against, comes_to):
        assert outcome(votes_for, against, SPECIAL) == comes_to

    def test_is_not_carried_by_nobody(self):
        assert outcome(0, 0, SPECIAL) == "lost"


class TestTheDenominator:
    """Companies Act 2006, ss.282 and 283, as amended by SI 2009/1632."""

    def test_is_of_those_voting(self):
        count = Count(60, 20, 900, 1_000)

        assert base_of(count, ORDINARY) == base_of(count, SPECIAL) == 80

    def test_is_of_all_where_the_terms_say_so(self):
        assert base_of(Count(60, 20, 900, 1_000), TWO_THIRDS_OF_ALL) == 1_000
        assert outcome(6, 0, TWO_THIRDS_OF_ALL, entitled=9) == "carried"
        assert outcome(5, 0, TWO_THIRDS_OF_ALL, entitled=9) == "lost"

    def test_counts_abstentions_where_the_terms_say_so(self):
        assert outcome(4, 3, COUNTING_ABSTENTIONS) == "carried"
        assert outcome(4, 3, COUNTING_ABSTENTIONS, withheld=1) == "lost"


class TestTheCastingVote:
    """Model Articles, art. 13; Companies Act 2006 has none in general meeting."""

    def test_carries_what_was_equal_or_leaves_it_lost(self):
        assert outcome(4, 4, ORDINARY) == "lost"
        assert outcome(4, 4, ORDINARY, casting=FOR) == "carried"
        assert outcome(4, 4, ORDINARY, casting=AGAINST) == "lost"

    def test_adds_none_to_all_the_votes_there_are(self):
        half_of_all = Majority(1, 2, "a decision", "Terms of reference", of_all=True)

        assert outcome(4, 4, half_of_all, entitled=8, casting=FOR) == "carried"
        assert outcome(3, 3, half_of_all, entitled=8, casting=FOR) == "lost"


class TestHandsThere:
    """Companies Act 2006, ss.284(2) and 285."""

    def test_are_one_for_each_member_and_each_proxy(self):
        assert hands_there(3, {"gus": [FOR, FOR, DISCRETION]}) == Hands(4, 4)

    def test_are_one_each_way_for_a_proxy_told_both(self):
        assert hands_there(3, {"gus": [FOR, AGAINST]}) == Hands(5, 4)
        assert hands_there(0, {}) == Hands(0, 0)


@dataclass(frozen=True)
class Slip:
    entitlement_ref: str
    person_ref: str
    votes_for: int
    votes_against: int
    withheld: int


refs = st.sampled_from("abcdef")
some = st.integers(0, 1_000)
slips = st.lists(st.builds(Slip, refs, refs, some, some, some), max_size=12)
registers = st.dictionaries(refs, some, max_size=6)
majorities = st.sampled_from([ORDINARY, SPECIAL, TWO_THIRDS_OF_ALL, COUNTING_ABSTENTIONS])


class TestWhateverIsCast:
    @given(slips, registers, st.sets(refs))
    def test_nobody_outside_the_entitlement_is_counted_nor_who_was_disallowed(self, cast, entitled, disallowed):
        count = tally(cast, entitled, disallowed)
        inside = [each for each in cast if each.entitlement_ref in entitled and each.person_ref not in disallowed]

        assert count == tally(inside, entitled)
        assert count.cast + count.withheld == sum(x.votes_for + x.votes_against + x.withheld for x in inside)
        assert count.entitled == sum(entitled.values())

    @given(some, some, some, st.integers(0, 1_000))
    def test_votes_withheld_change_nothing_in_general_meeting(self, votes_for, against, withheld, more):
        for needed in (ORDINARY, SPECIAL):
            assert outcome(votes_for, against, needed, withheld=withheld) == outcome(
                votes_for, against, needed, withheld=withheld + more
            )

    @given(some, some, some, majorities)
    def test_one_more_vote_for_it_never_loses_it_nor_one_against_carries_it(self, votes_for, against, withheld, needed):
        if outcome(votes_for, against, needed, withheld=withheld, entitled=3_000) == "carried":
            assert outcome(votes_for + 1, against, needed, withheld=withheld, entitled=3_000) == "carried"
        else:
            assert outcome(votes_for, against + 1, needed, withheld=withheld, entitled=3_000) == "lost"

    @given(some, st.integers(1, 3_000))
    def test_a_special_majority_is_an_ordinary_one_too(self, votes_for, base):
        assert not reaches(votes_for, base, SPECIAL) or reaches(votes_for, base, ORDINARY)
