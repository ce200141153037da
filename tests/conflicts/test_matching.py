"""How ties meet what an item is about: graded, and each with its reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.conflicts.matching import (
    CERTAIN,
    GRADES,
    INTEREST,
    LIKELY,
    LOOK,
    REGISTERS,
    Link,
    Matter,
    Party,
    Tie,
    matches,
    plain,
    telling,
)

pytestmark = pytest.mark.pure

LATHAM = Party("practice-1", "Latham House Medical Practice", around={"pcn-1": "Melton PCN"})
MELTON = Party("pcn-1", "Melton PCN", within={"practice-1": "Latham House Medical Practice"})
VALE = Party(None, "Vale Diagnostics Limited")


def a_tie(ref=None, name="Latham House Medical Practice", link=Link.OWN, **more):
    facts = {"words": "Partner in Latham House", "openly": "Partner in Latham House", "source": INTEREST} | more
    return Tie("ada", ref, name, link, **facts)


def about(*parties, topic="", words="Extended hours."):
    return Matter(parties, topic, words)


def graded(tie, matter):
    return [match.grade for match in matches(tie, matter)]


class TestAnOrganisationThatIsAParty:
    def test_is_certain_where_it_is_ones_own(self):
        [match] = matches(a_tie("practice-1"), about(LATHAM))
        assert match.grade == CERTAIN
        assert match.reason == "Partner in Latham House: a party to the item"

    def test_is_likely_where_it_is_that_of_someone_close(self):
        assert graded(a_tie("practice-1", link=Link.CLOSE), about(LATHAM)) == [LIKELY]

    def test_is_likely_where_one_only_sits_on_it(self):
        assert graded(a_tie("pcn-1", "Melton PCN", Link.SITS), about(MELTON)) == [LIKELY]

    def test_is_certain_where_it_is_oneself(self):
        assert graded(a_tie("ada", "Ada Lovelace", Link.IS), about(Party("ada", "Ada Lovelace"))) == [CERTAIN]

    def test_is_told_once_for_each_party(self):
        assert graded(a_tie("practice-1"), about(LATHAM, MELTON)) == [CERTAIN, LIKELY]

    def test_is_matched_by_its_ref_and_never_by_a_name_where_both_have_refs(self):
        assert matches(a_tie("practice-2"), about(LATHAM)) == []


class TestAnOrganisationOneStepAway:
    def test_is_likely_where_ones_practice_belongs_to_the_network(self):
        [match] = matches(a_tie("practice-1"), about(MELTON))
        assert match.grade == LIKELY
        assert match.reason == "Partner in Latham House: belongs to Melton PCN, a party to the item"

    def test_is_to_be_looked_at_where_a_practice_of_ones_network_is_a_party(self):
        assert graded(a_tie("pcn-1", "Melton PCN"), about(LATHAM)) == [LOOK]


class TestNames:
    def test_the_same_name_is_likely_the_same_organisation(self):
        assert graded(a_tie(name="The Vale Diagnostics Ltd (fictional)"), about(VALE)) == [LIKELY]

    def test_a_telling_word_in_common_is_to_be_looked_at(self):
        [match] = matches(a_tie(name="Vale Equipment plc"), about(VALE))
        assert match.grade == LOOK
        assert "also has “vale” in it" in match.reason

    def test_words_that_many_names_have_tell_nothing(self):
        assert matches(a_tie(name="Elms Medical Practice"), about(Party(None, "Oaks Medical Practice"))) == []

    def test_the_words_of_the_item_may_name_it(self):
        tie = a_tie(name="Vale Diagnostics Ltd")
        assert graded(tie, about(words="To buy two scanners of Vale Diagnostics Limited.")) == [LIKELY]

    def test_but_not_as_part_of_another_word(self):
        assert matches(a_tie(name="Vale"), about(words="The prevalence of asthma.")) == []

    @pytest.mark.parametrize(
        ("name", "bare"), [("The Vale’s Practice, Ltd.", "vales practice"), ("Oadby and Wigston", "oadby wigston")]
    )
    def test_are_compared_without_what_writings_differ_in(self, name, bare):
        assert plain(name) == bare

    @given(st.text())
    def test_of_any_letters_have_telling_words_that_are_in_them(self, name):
        assert telling(name) <= set(plain(name).split())


class TestTopics:
    def test_one_in_common_is_to_be_looked_at(self):
        assert graded(a_tie(topics=("premises",)), about(topic="premises")) == [LOOK]

    def test_another_is_nothing(self):
        assert matches(a_tie(topics=("premises",)), about(topic="workforce")) == []

    def test_none_is_nothing(self):
        assert matches(a_tie(topics=()), about(topic="")) == []


class TestATieThatIsOver:
    def test_is_only_to_be_looked_at_however_near_it_was(self):
        [match] = matches(a_tie("practice-1", ended=date(2026, 12, 8)), about(LATHAM))
        assert match.grade == LOOK
        assert match.reason.endswith("; it ended before 8 December 2026")


class TestWhatMayBeTold:
    def test_of_an_interest_kept_private_is_nothing_of_its_words(self):
        tie = a_tie("practice-1", words="Declared: a quiet holding", openly="An interest that is kept private")
        [match] = matches(tie, about(LATHAM))
        assert match.openly == "An interest that is kept private"
        assert "quiet" in match.reason


@given(
    st.sampled_from([None, "practice-1", "pcn-1", "other"]),
    st.sampled_from(list(Link)),
    st.lists(st.sampled_from([LATHAM, MELTON, VALE])),
    st.booleans(),
)
def test_every_match_has_a_grade_and_a_reason_and_no_tie_that_is_over_is_sure(ref, link, parties, over):
    tie = a_tie(ref, "Vale Diagnostics", link, source=REGISTERS, ended=date(2026, 1, 1) if over else None)
    for match in matches(tie, about(*parties)):
        assert match.grade in GRADES
        assert match.reason
        assert not over or match.grade == LOOK
