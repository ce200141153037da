"""What a decision to found a body does: the body exists from the day it takes effect."""

from typing import Any

from sqlalchemy import Select, select

from registry.decisions.doing import Answers, Doing
from registry.decisions.models import FOUNDED, Decision, Effect
from registry.ledger.acts import Actor
from registry.structure import commands as structure
from registry.structure.models import Body
from registry.wording import day as in_words


def _found(decision: Decision, answers: Answers, by: Actor) -> Body:
    return structure.found(
        name=answers["body_name"],
        kind=answers["body_kind"],
        code=answers["body_code"],
        parent=answers["parent"],
        since=decision.takes_effect,
        by=by,
    )


def _to_found(decision: Decision, answers: Answers) -> str:
    return f"Found {answers['body_name']}, a {answers['body_kind']}, from {in_words(decision.takes_effect)}"


def _reads() -> Select[Any]:
    return select(Body)


def _founded(body: Body, effect: Effect) -> str:
    struck = ", which was since struck out" if body.struck else ""
    return f"Founded {body.name}, a {body.kind}, from {in_words(body.since)}{struck}"


DOINGS = {
    FOUNDED: Doing(
        act="structure.found",
        model=Body,
        needs={"body_name": "Say what the body is called.", "body_kind": "Say of what kind the body is."},
        takes=("body_code", "parent"),
        does=_found,
        foretells=_to_found,
        tells=_founded,
        reads=_reads,
        shown="structure.body",
    ),
}
