"""How members answer, and how a resolution then stands."""

from datetime import UTC, date, datetime, timedelta

from registry import clock
from registry.resolutions import commands, queries
from registry.resolutions.models import ON_PAPER
from tests.factories import ADA

JUNE_1, JUNE_28, JUNE_29 = date(2026, 6, 1), date(2026, 6, 28), date(2026, 6, 29)
LAST_SECOND = datetime(2026, 6, 28, 22, 59, 59, tzinfo=UTC)
"""The clocks of London show 23:59:59."""
MIDNIGHT = LAST_SECOND + timedelta(seconds=1)
SPECIALLY = "RESOLVED as a special resolution that the name be changed."


def person(member):
    return member.holders[0].person


def agree(resolution, *members):
    for member in members:
        commands.agree(resolution, person=person(member), by=ADA)


def on_paper(resolution, member, came_on=JUNE_1, came_at="10:30", **facts):
    usual = {"says": "agreed", "how": ON_PAPER}
    told = usual | {"came_on": came_on, "came_at": came_at, "person": person(member)} | facts
    commands.record_answer(resolution, **told, by=ADA)


def stands(resolution, day=None):
    """Its state, the votes that have agreed, those that it needs, and all."""
    line = queries.resolution_on(resolution, day or clock.today())
    return line["state"], line["agreed"], line["needed"], line["total"]


def says(resolution):
    return {line["name"]: line["says"] for line in queries.resolution_on(resolution, clock.today())["people"]}
