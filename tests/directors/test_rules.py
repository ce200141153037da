from datetime import date

import pytest

from registry.directors import rules
from tests.breaches import refused

pytestmark = pytest.mark.pure

MARCH_31, APRIL_1, APRIL_2 = date(2022, 3, 31), date(2022, 4, 1), date(2022, 4, 2)


class TestDirectorIsSixteen:
    def test_on_the_day(self):
        rules.director_is_sixteen(16)
        for age in (15, None):
            with refused("person"):
                rules.director_is_sixteen(age)


class TestHasConsented:
    def test_by_the_day_of_appointment(self):
        rules.has_consented(APRIL_1, APRIL_1)
        for consented in (APRIL_2, None):
            with refused("consented"):
                rules.has_consented(consented, APRIL_1)


class TestHasDeclared:
    def test_not_to_be_disqualified(self):
        rules.has_declared(APRIL_1, APRIL_1)
        for declared in (APRIL_2, None):
            with refused("declared"):
                rules.has_declared(declared, APRIL_1)


class TestIdentityIsVerified:
    def test_of_directors_from_18_november_2025(self):
        rules.identity_is_verified(None, date(2025, 11, 17))
        rules.identity_is_verified(date(2025, 11, 1), date(2025, 11, 18))
        for verified in (None, date(2025, 11, 19)):
            with refused("verified"):
                rules.identity_is_verified(verified, date(2025, 11, 18))


class TestHasBeenVerified:
    def test_by_today(self):
        rules.has_been_verified(APRIL_1, APRIL_1)
        rules.has_been_verified(None, APRIL_1)
        with refused("verified"):
            rules.has_been_verified(APRIL_2, APRIL_1)


class TestIsNotYetADirector:
    def test_at_that_time(self):
        rules.is_not_yet_a_director(False)
        with refused("person"):
            rules.is_not_yet_a_director(True)


class TestCeasesAfterAppointment:
    def test_once_and_a_day_later_at_the_earliest(self):
        rules.ceases_after_appointment(MARCH_31, APRIL_1, None)
        for until, ceased in ((MARCH_31, None), (APRIL_1, APRIL_2)):
            with refused("until"):
                rules.ceases_after_appointment(MARCH_31, until, ceased)


class TestIsRemovedByTheMembers:
    def test_and_resigns_alone(self):
        rules.is_removed_by_the_members("resigned")
        with refused("ended"):
            rules.is_removed_by_the_members("removed")


class TestParticularsChangeInTurn:
    def test_while_one_is_a_director(self):
        rules.particulars_change_in_turn(MARCH_31, APRIL_1, None)
        rules.particulars_change_in_turn(MARCH_31, APRIL_1, APRIL_2)
        for since, until in ((MARCH_31, None), (APRIL_2, APRIL_2)):
            with refused("since"):
                rules.particulars_change_in_turn(MARCH_31, since, until)


class TestIsAlive:
    def test_on_the_day(self):
        rules.is_alive(None, APRIL_1)
        rules.is_alive(APRIL_1, APRIL_1)
        with refused("person"):
            rules.is_alive(MARCH_31, APRIL_1)


class TestParticularsLieWithin:
    def test_the_time_as_a_director(self):
        rules.particulars_lie_within(None, MARCH_31, MARCH_31, APRIL_1)
        rules.particulars_lie_within(APRIL_1, APRIL_1, MARCH_31, APRIL_2)
        for first_ends, until in ((MARCH_31, None), (APRIL_1, APRIL_1)):
            with refused("since"):
                rules.particulars_lie_within(first_ends, APRIL_1, MARCH_31, until)
