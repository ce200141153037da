import pytest

from registry.capital import rules
from registry.law import Breach


class TestArticlesAllowForfeiture:
    def test_where_one_is_named(self):
        rules.articles_allow_forfeiture("Articles, art. 12")

        with pytest.raises(Breach, match="model articles have none"):
            rules.articles_allow_forfeiture("")


class TestSharesBecomeSmaller:
    def test_by_a_whole_number(self):
        rules.shares_become_smaller(100, into=10)

    @pytest.mark.parametrize("into", [100, 200, 30])
    def test_not_the_same_not_larger_not_by_a_fraction(self, into):
        with pytest.raises(Breach, match=r"s\.618"):
            rules.shares_become_smaller(100, into=into)


class TestSharesBecomeLarger:
    def test_by_a_whole_number(self):
        rules.shares_become_larger(10, into=100)

    @pytest.mark.parametrize("into", [10, 5, 25])
    def test_not_the_same_not_smaller_not_by_a_fraction(self, into):
        with pytest.raises(Breach, match="made up of so many"):
            rules.shares_become_larger(10, into=into)


class TestNominalValueStays:
    def test_the_same(self):
        rules.nominal_value_stays(100, into=100)

        with pytest.raises(Breach, match=r"s\.636"):
            rules.nominal_value_stays(100, into=10)


class TestThereAreShares:
    def test_in_issue(self):
        rules.there_are_shares(1)

        with pytest.raises(Breach, match="No shares"):
            rules.there_are_shares(0)
