"""What the registers tell of a day, in a few words: looked at before an act, after it, and once it is undone."""

from datetime import date

from registry.nominees.queries import beneficial_on
from registry.practices.models import Practice
from registry.reorganisations import commands
from registry.reorganisations.foretelling import registers_on
from registry.structure.groupings import groupings_on
from tests.factories import ADA

DAY_BEFORE, DAY, DAY_AFTER = date(2020, 6, 30), date(2020, 7, 1), date(2020, 7, 2)
SOURCE = {"source": "Letter of the commissioner, 4 May 2020"}


def merge(into: Practice, *practices: Practice, on: date = DAY, **more):
    merging = [{"practice": practice, "branch": None} for practice in practices]
    return commands.merge(into, **{"practices": merging, "on": on} | SOURCE | more, by=ADA)


def place_of(practice: Practice, day: date, kind: str = "hub") -> str | None:
    lines = {line["code"]: line for line in groupings_on(day)}
    return lines[practice.code][kind] if practice.code in lines else None


def votes(day: date) -> dict[str, int]:
    return {line["code"]: line["votes"] for line in beneficial_on(day) if line["code"]}


def all_registers(*days: date) -> list[dict]:
    return [dict(registers_on(day)) for day in days]
