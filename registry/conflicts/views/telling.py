"""What this room tells: the plan of a meeting, each conflict, and what was not declared."""

from flask import abort, g

from registry.conflicts import queries
from registry.conflicts.by_topic import topics_on
from registry.conflicts.models import Conflict
from registry.conflicts.plan import plan_of
from registry.conflicts.reading import oneself
from registry.conflicts.schemas import AskedRow, ConflictPage, PlanPage, RegisterRow, TopicRow, UndeclaredRow
from registry.conflicts.undeclared import undeclared_on
from registry.conflicts.views.doors import noted, reader, room
from registry.doors import Listing
from registry.meetings.models import Meeting
from registry.people.queries import person_of
from registry.structure.models import Body

NOBODY = "The registers do not say which person you are, so there is nobody whose interests these would touch."


@room.page("/register", needs="conflicts.read", tells=RegisterRow, title="Conflicts of interest")
def register(on):
    return noted(queries.conflicts_on(on, reader()))


@room.page(
    "/meetings/<word>/plan",
    needs="conflicts.read",
    tells=PlanPage,
    title="Conflicts of a meeting",
    of=Meeting,
    panels=False,
    acts=("conflicts.ask", "conflicts.tell", "conflicts.declare", "disclosures.declare"),
)
def plan(meeting, on):
    told = plan_of(meeting, on, reader())
    noted([line for item in told["items"] for line in item["conflicts"]])
    return told


@room.page(
    "/<word>",
    needs="conflicts.read",
    tells=ConflictPage,
    title="Conflict",
    of=Conflict,
    acts=("conflicts.treat", "conflicts.answer"),
)
def conflict(conflict, on):
    if conflict.item_ref in reader().hidden_at(conflict.meeting):
        abort(404)
    return noted([queries.conflict_on(conflict, on, reader())])[0]


@room.page("/undeclared", needs="conflicts.read", tells=UndeclaredRow, title="On the register, and not declared")
def undeclared(on):
    """The log of breaches that the guidance asks for: found, not remembered."""
    return noted(undeclared_on(on, reader()))


@room.page(
    "/bodies/<word>/topics",
    needs="conflicts.read",
    tells=TopicRow,
    title="Topics, and whom they touch",
    of=Body,
    many=True,
)
def topics(body, on):
    return Listing(topics_on(body, on, reader()), body=body.name, body_ref=body.ref)


@room.page("/mine", needs="interests.read", tells=AskedRow, title="Items that touch your interests")
def mine(on):
    ref = person_of(g.account) or abort(403, NOBODY)
    return queries.asked_of(ref, on, oneself(ref))
