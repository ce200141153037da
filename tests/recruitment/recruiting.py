"""Recruitments to try things on."""

from datetime import date

from registry.recruitment import commands
from registry.recruitment.models import Recruitment
from tests.factories import ADA, APerson, ASeat

MARCH_1, MARCH_15, APRIL_1, APRIL_20, MAY_1 = (
    date(2022, 3, 1), date(2022, 3, 15), date(2022, 4, 1), date(2022, 4, 20), date(2022, 5, 1),
)  # fmt: skip


def a_recruitment(**facts) -> Recruitment:
    """A recruitment under way, with a panel of three of whom one has a conflict."""
    seat = facts.pop("seat", None) or ASeat(title="Clinical director")
    told = {"opened": MARCH_1, "why": "The term ends", "closes": APRIL_1} | facts
    recruitment = commands.begin(seat, **told, by=ADA)
    panel = [{"person": APerson()}, {"person": APerson()}]
    panel.append({"person": APerson(), "conflict": "Works with a candidate", "handled": "Does not score"})
    commands.name_panel(recruitment, panel=panel, by=ADA)
    return recruitment
