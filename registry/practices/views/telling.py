from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import url_for

from registry.doors import Found
from registry.practices import queries
from registry.practices.graph import Count, draw
from registry.practices.models import Practice
from registry.practices.schemas import PracticePage, PracticeRow
from registry.practices.views.doors import room


@room.page(
    "/register",
    needs="practices.read",
    tells=PracticeRow,
    title="Practices",
    acts=("practices.enter", "practices.load", "practices.loads"),
)
def register(on):
    return queries.practices_on(on)


@room.page(
    "/<word>",
    needs="practices.read",
    tells=PracticePage,
    title="Practice",
    of=Practice,
    acts={
        "It changed": (
            "practices.count",
            "profiles.record",
            "practices.open_branch",
            "practices.close_branch",
            "reorganisations.move",
            "reorganisations.merge",
            "reorganisations.split",
            "reorganisations.depart",
        ),
        "It was wrong": ("practices.strike",),
    },
)
def practice(practice, on):
    return queries.practice_on(practice, on)


@room.app_template_global()
def graph_of(list_sizes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """List sizes as a page tells them, drawn."""
    return draw([Count(date.fromisoformat(each["on"]), each["patients"], each["source"]) for each in list_sizes])


@room.searched(needs="practices.read")
def search(words, on):
    for code, name in queries.practices_named(words, on):
        yield Found("Practice", f"{code} {name}", url_for("practices.practice", word=code))
