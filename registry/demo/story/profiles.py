"""What three practices tell of themselves. Every figure and every word of it is made up, and says so."""

from datetime import date
from typing import Any

from registry.demo.story.cast import Cast
from registry.profiles import commands as profiles
from registry.profiles.models import ROLES

BUSHLOE, COUNTY, JUBILEE = "C82013", "C82042", "C82078"
MADE_UP = "Made up for the demonstration"
HEALTH_CENTRE = {"building": "Purpose-built health centre, shared with a pharmacy", "tenure": "Leased"}
GOOD = {"rating": "Good", "rated": date(2019, 6, 4)}


def in_2025(cast: Cast) -> None:
    cast.it_is(2025, 4, 8)
    heads = (4, 2, 0, 3, 1, 0, 2, 1, 0, 11)
    hundredths = (325, 140, 0, 240, 100, 0, 160, 60, 0, 830)
    _record(cast, BUSHLOE, date(2025, 3, 31), heads, hundredths, patients=11_402, total=24, **HEALTH_CENTRE, **GOOD)


def in_2026(cast: Cast) -> None:
    """Of the last of them much is not known, and it counts its staff otherwise than its roles do."""
    cast.it_is(2026, 5, 14)
    on = date(2026, 3, 31)
    heads = (4, 3, 0, 3, 2, 0, 2, 1, 1, 12)
    hundredths = (325, 215, 0, 240, 180, 0, 160, 60, 50, 905)
    _record(cast, BUSHLOE, on, heads, hundredths, patients=11_518, total=28, **HEALTH_CENTRE, **GOOD)
    heads, hundredths = (2, 4, 1, 4, 1, 1, 3, 1, 2, 14), (200, 310, 20, 305, 80, 100, 250, 100, 120, 1_040)
    own = {"building": "Converted house with an extension of 2004", "tenure": "Owned by the partners"}
    _record(cast, COUNTY, on, heads, hundredths, patients=13_344, total=33, **own, **GOOD)
    some, parts = (5, None, None, None, None, None, 2, 1, None, 9), (None, None, None, 350, *[None] * 6)
    note = "The practice manager is away; the roles left out are to be asked for in June."
    _record(cast, JUBILEE, on, some, parts, patients=12_300, total=23, note=note)


def _record(
    cast: Cast,
    code: str,
    on: date,
    heads: tuple[int | None, ...],
    hundredths: tuple[int | None, ...],
    **told: Any,
) -> None:
    told["staff"] = [
        {"role": role, "headcount": headcount, "full_time_hundredths": part}
        for role, headcount, part in zip(ROLES, heads, hundredths, strict=True)
    ]
    profiles.record(cast.practices[code], on=on, source=MADE_UP, **told, by=cast.secretary)
