"""What the tests of allotments have in common: a few days, and acts in fewer words."""

from datetime import UTC, date, datetime

from registry import clock
from registry.allotments import commands
from tests.factories import ADA

MAY, JUNE, JULY = date(2026, 5, 3), date(2026, 6, 1), date(2026, 7, 1)
BORN = date(2015, 3, 2)


def autumn():
    """It is 1 October 2026."""
    return clock.telling(datetime(2026, 10, 1, 12, tzinfo=UTC))


def subscribe(*lots, share_class, paid=100):
    lines = [{"member": member, "shares": shares} for member, shares in lots]
    return commands.subscribe(share_class=share_class, lots=lines, paid=paid, by=ADA)


def set_formula(share_class, **facts):
    return commands.set_formula(share_class=share_class, **{"since": JUNE} | facts, by=ADA)


def typed(day, month, year, name):
    """A date as a page's three boxes send it."""
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}
