"""What the chair may do about a conflict, and what each way comes to under each rule on recusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.conflicts.treatment import (
    AWAY,
    EXPLAINED,
    HANDLING,
    LEFT,
    NO_PAPERS,
    NO_VOTE,
    NOTED,
    STOOD_DOWN,
    TREATMENTS,
    has_vote,
    is_counted,
)
from registry.terms.provisions import IN_BOTH, IN_THE_QUORUM, OUT_OF_BOTH, RECUSED

pytestmark = pytest.mark.pure

RULES = st.sampled_from(RECUSED)


@pytest.mark.parametrize(
    ("treatment", "rule", "counted", "votes"),
    [
        (NOTED, OUT_OF_BOTH, True, True),
        (NO_VOTE, OUT_OF_BOTH, False, False),
        (NO_VOTE, IN_THE_QUORUM, True, False),
        (NO_VOTE, IN_BOTH, True, False),
        (LEFT, IN_THE_QUORUM, False, False),
        (LEFT, IN_BOTH, False, False),
        (NO_PAPERS, IN_BOTH, False, False),
        (AWAY, IN_BOTH, False, False),
        (STOOD_DOWN, IN_BOTH, False, False),
        ("", OUT_OF_BOTH, False, False),
        ("", IN_THE_QUORUM, True, False),
        ("", IN_BOTH, True, True),
    ],
)
def test_whoever_stays_is_counted_as_the_rule_in_force_has_it_and_whoever_leaves_is_not(
    treatment, rule, counted, votes
):
    assert (is_counted(treatment, rule), has_vote(treatment, rule)) == (counted, votes)


@given(st.sampled_from(["", *TREATMENTS]), RULES)
def test_nobody_is_counted_where_the_rule_in_force_excludes_them(treatment, rule):
    if rule == OUT_OF_BOTH and treatment != NOTED:
        assert not is_counted(treatment, rule)
        assert not has_vote(treatment, rule)


@given(st.sampled_from(TREATMENTS), RULES)
def test_nobody_votes_who_is_not_in_the_room(treatment, rule):
    if not HANDLING[treatment].stays:
        assert not has_vote(treatment, rule)
        assert not is_counted(treatment, rule)


def test_each_has_its_handling_and_its_explanation():
    assert list(HANDLING) == list(EXPLAINED) == list(TREATMENTS)


def test_papers_are_kept_from_whoever_is_to_have_none():
    assert [each for each in TREATMENTS if not HANDLING[each].has_papers] == [NO_PAPERS, AWAY]
