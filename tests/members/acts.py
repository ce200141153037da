"""What the tests of the members have in common: a few days, and acts in fewer words."""

import subprocess
from datetime import UTC, date, datetime

import pytest

from registry import clock
from registry.law import Breach
from registry.members import commands, queries
from tests.factories import ADA

SPRING, SUMMER, AUTUMN = date(2017, 4, 1), date(2018, 7, 1), date(2019, 10, 1)
ADDRESS = "1 HIGH STREET\nWIGSTON"


def refused(field):
    return pytest.raises(Breach, check=lambda breach: breach.field == field)


def at(year, month, day):
    """Noon in UTC on a day that is today."""
    return clock.telling(datetime(year, month, day, 12, tzinfo=UTC))


def admit(*persons, entered=SPRING, address=ADDRESS):
    return commands.admit(holders=persons, address=address, entered=entered, by=ADA)


def issue(member, share_class, shares, on=SPRING, paid=100, **more):
    return commands.issue(member, share_class=share_class, shares=shares, on=on, paid=paid, **more, by=ADA)


def transfer(member, to, share_class, shares, on=SUMMER, received=None, **more):
    asked = {"to": to, "share_class": share_class, "shares": shares, "on": on, "instrument_received": received or on}
    return commands.transfer(member, **asked | more, by=ADA)


def cancel(member, share_class, shares, on=SUMMER, what="buy-back", **more):
    return commands.cancel(member, share_class=share_class, shares=shares, on=on, what=what, **more, by=ADA)


def correct(member, movement, *, on=None, shares=None, paid=None, authority="consent"):
    """Put right an entry, in what is given."""
    right = {
        "on": on or movement.on,
        "shares": abs(movement.shares) if shares is None else shares,
        "paid": movement.paid if paid is None else paid,
    }
    commands.correct_movement(member, movement=movement, **right, authority=authority, reason="misread", by=ADA)


def whole_register(day):
    return {line["name"]: line["shares"] for line in queries.register_on(day)}


def typed(day, month, year, name="on"):
    """A date as a page's three boxes send it."""
    return {f"{name}-day": str(day), f"{name}-month": str(month), f"{name}-year": str(year)}


def text_of(pdf):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
