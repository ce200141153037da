"""The log of actions, what one person has to do, and one action whole."""

from typing import Any

from flask import abort, request

from registry.actions import queries
from registry.actions.models import Action
from registry.actions.queries import Asked
from registry.actions.schemas import ActionLogRow, ActionPage, ActionRow
from registry.actions.telling import STATES
from registry.actions.views.doors import oneself, reads, room
from registry.doors import Listing, find
from registry.people.models import Person
from registry.structure.models import Body


def log(on) -> Listing:
    """All of them or, asked with ?body=, ?person= and ?state=, some."""
    body, person = _named(Body, "body"), _named(Person, "person")
    state = request.args.get("state", "")
    asked = Asked(body and body.ref, person and person.ref, state if state in STATES else "")
    lines = queries.actions_on(on, reads(), asked)
    told = {"body": body and body.name, "body_ref": body and body.ref, "person": person and person.name_on(on)}
    return Listing(lines, **told, state=asked.state, states=STATES, bodies=queries.bodies_acting())


@room.page(
    "/register",
    needs="actions.read",
    tells=ActionRow,
    title="Actions",
    acts=("actions.agree",),
    on_paper=(ActionLogRow, log),
)
def register(on):
    return log(on)


def _named(model: type, name: str) -> Any:
    word = request.args.get(name)
    return find(model, word) if word else None


@room.page("/mine", needs="home.read", tells=ActionRow, title="What you have to do")
def mine(on):
    return queries.open_with(oneself(), on, reads())


def open_of(person: Person, on) -> Listing:
    return Listing(queries.open_with(person.ref, on, reads()), person=person.name_on(on), ref=person.ref)


@room.page(
    "/of/<word>",
    needs="actions.read",
    tells=ActionRow,
    title="What somebody has to do",
    of=Person,
    many=True,
    on_paper=(ActionLogRow, open_of),
)
def of(person, on):
    return open_of(person, on)


@room.page(
    "/<path:word>",
    needs="actions.read",
    tells=ActionPage,
    title="Action",
    of=Action,
    acts=(
        "actions.note_progress",
        "actions.ask_after",
        "actions.move_due",
        "actions.hand_over",
        "actions.close",
        "actions.reopen",
    ),
)
def action(action, on):
    if not reads()(action):
        abort(404)
    return queries.action_on(action, on)
