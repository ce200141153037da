"""Members whose votes come to a hundred, and how they answer."""

from datetime import UTC, datetime

import pytest

from registry import clock
from tests.factories import AHolding, AMember, APerson, AShareClass

CIRCULATED = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def time(request):
    """It is 1 June 2026, at half past ten in London; the tests move on."""
    with clock.telling(CIRCULATED) as time:
        yield time


@pytest.fixture
def ordinary(app):
    return AShareClass(name="Ordinary")


@pytest.fixture
def admits(ordinary):
    """Enter members by forename, each with so many shares."""

    def admit(**held: int) -> dict:
        members = {name: AMember(person=APerson(forenames=name)) for name in held}
        for name, shares in held.items():
            AHolding(shares, member=members[name], share_class=ordinary)
        return members

    return admit


@pytest.fixture
def holders(admits):
    """Asha 40, Ben 25, Cara 20 and Dov 15: 100 votes in all."""
    return admits(Asha=40, Ben=25, Cara=20, Dov=15)
