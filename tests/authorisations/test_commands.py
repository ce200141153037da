from datetime import date

import pytest

from registry.authorisations import commands
from tests.breaches import refused
from tests.factories import ADA, AnAuthorisation, AnInterest, APerson

MAY_13, MAY_14, MAY_15 = date(2026, 5, 13), date(2026, 5, 14), date(2026, 5, 15)


@pytest.fixture
def asha(app):
    return APerson()


class TestAuthorise:
    def test_is_of_an_interest_of_the_directors_own(self, asha):
        with refused("interest"):
            AnAuthorisation(asha, interest=AnInterest(person=APerson(surname="Osei")))
        AnAuthorisation(asha, interest=AnInterest(person=asha))

    def test_lapses_from_the_day_after_it_begins(self, asha):
        with refused("lapses"):
            AnAuthorisation(asha, lapses=MAY_13)
        AnAuthorisation(asha, lapses=MAY_14)

    def test_is_looked_at_again_before_it_lapses(self, asha):
        for day in (MAY_13, MAY_15):
            with refused("review_due"):
                AnAuthorisation(asha, review_due=day, lapses=MAY_14)
        AnAuthorisation(asha, review_due=MAY_14, lapses=MAY_14)


class TestEnd:
    def test_after_the_day_it_began_and_before_it_lapses(self, asha):
        one = AnAuthorisation(asha, lapses=MAY_15)

        for day in (MAY_13, MAY_15):
            with refused("authorisation"):
                commands.end(one, until=day, ended="withdrawn", by=ADA)
        commands.end(one, until=MAY_14, ended="withdrawn", by=ADA)
        assert one.until == MAY_14
