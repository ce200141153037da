from flask import url_for

from registry.doors import Duty, Found, Listing
from registry.practices.models import Practice
from registry.structure import queries
from registry.structure.chart import draw
from registry.structure.groupings import groupings_on
from registry.structure.models import Belonging, Body
from registry.structure.schemas import (
    BelongedRow,
    BelongingPage,
    BodyPage,
    BodyRow,
    ChartRow,
    GroupingRow,
    in_words,
)
from registry.structure.views.doors import room


@room.page(
    "/register",
    needs="structure.read",
    tells=BodyRow,
    title="Structure",
    acts=("structure.found", "structure.load"),
)
def register(on):
    return queries.bodies_on(on)


@room.page("/chart", needs="structure.read", tells=ChartRow, title="Structure chart")
def chart(on):
    """Drawn, and in words, of any day."""
    lines = queries.bodies_on(on)
    return Listing(lines, chart=draw(lines))


@room.page(
    "/groupings",
    needs="structure.read",
    tells=GroupingRow,
    title="Groupings of the practices",
    acts=("reorganisations.regroup", "structure.introduce", "structure.report", "structure.flag"),
)
def groupings(on):
    return groupings_on(on)


@room.page(
    "/<word>",
    needs="structure.read",
    tells=BodyPage,
    title="Body",
    of=Body,
    acts={
        "It changed": ("structure.join", "structure.dissolve"),
        "It was wrong": ("structure.strike_body",),
        "Its meetings": ("meetings.set_order", "conflicts.topics", "packs.arrange"),
    },
)
def body(body, on):
    return queries.body_on(body, on)


@room.page(
    "/belongings/<word>",
    needs="structure.read",
    tells=BelongingPage,
    title="Belonging",
    of=Belonging,
    acts={"It changed": ("structure.leave",), "It was wrong": ("structure.resume", "structure.strike")},
)
def belonging(belonging, on):
    return queries.belonging_on(belonging, on)


@room.panel(
    on=Practice,
    needs="structure.read",
    tells=BelongedRow,
    title="Belonged to",
    empty="Has been in no area, locality, hub or network.",
)
def belonged_to(practice, on):
    return queries.spells_of(practice)


@room.duties(needs="structure.leave")
def practices_that_closed(on):
    """A practice that is closed leaves the bodies it is in from the day after its last."""
    for belonging in queries.outlived(on):
        practice = belonging.practice
        yield Duty(
            f"{practice.name_on(on)} has closed and is still in {belonging.body.name}: take it out.",
            practice.closed,
            "Terms of reference, Membership",
            url_for("structure.belonging", word=belonging.ref),
        )


@room.searched(needs="structure.read")
def search(words, on):
    for found in queries.named_like(words):
        yield Found(in_words(found.kind), found.name, url_for("structure.body", word=found.ref))
