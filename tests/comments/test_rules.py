import pytest

from registry.comments import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure


class TestIsOutForComment:
    def test_from_when_it_went_out_until_it_is_adopted(self):
        rules.is_out_for_comment("circulated")
        for status in ("draft", "amended", "adopted", "withdrawn", "superseded"):
            with refused(words=f"this one is {status}"):
                rules.is_out_for_comment(status)


class TestClauseIsInTheText:
    def test_names_the_clause_that_is_not(self):
        rules.clause_is_in_the_text("6", True)
        with refused("clause", "no clause 9"):
            rules.clause_is_in_the_text("9", False)


class TestOneSpeaksForOneself:
    def test_unless_it_is_the_office(self):
        rules.one_speaks_for_oneself(True, office=False)
        rules.one_speaks_for_oneself(False, office=True)
        with refused("person"):
            rules.one_speaks_for_oneself(False, office=False)
