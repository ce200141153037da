from datetime import date

import pytest

from registry.deputies import rules
from registry.deputies.models import Deputy
from tests.breaches import refused

pytestmark = pytest.mark.pure

MARCH_31, APRIL_1, APRIL_2 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 2)


class TestTermsAllowDeputies:
    def test_where_they_say_how_many(self):
        rules.terms_allow_deputies(1)
        for allowed in (None, 0):
            with refused("seat"):
                rules.terms_allow_deputies(allowed)


class TestNoMoreThanTheyAllow:
    def test_at_a_time(self):
        others = [Deputy(since=MARCH_31, until=APRIL_2)]
        rules.no_more_than_they_allow(others, 1, since=APRIL_2, until=None)
        rules.no_more_than_they_allow(others, 2, since=APRIL_1, until=None)
        with refused("since", "let a seat have 1 at a time"):
            rules.no_more_than_they_allow(others, 1, since=APRIL_1, until=None)


class TestIsNotTheHolder:
    def test_but_another(self):
        rules.is_not_the_holder(False)
        with refused("person"):
            rules.is_not_the_holder(True)


class TestEndsOnceAfterItBegins:
    def test_by_a_day(self):
        rules.ends_once_after_it_begins(MARCH_31, APRIL_1)
        rules.ends_once_after_it_begins(MARCH_31, None)
        for until, ended in ((MARCH_31, None), (APRIL_2, APRIL_1)):
            with refused("until"):
                rules.ends_once_after_it_begins(MARCH_31, until, ended)
