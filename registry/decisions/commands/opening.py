"""Decisions of the old books."""

from datetime import date

from registry.decisions import bearings, numbering, rules
from registry.decisions.commands.logging import uphold
from registry.decisions.models import CARRIED, NOT_ON_FILE, OTHER, SUPERSEDES, Decision, Effect
from registry.ledger import Document, Part, opening
from registry.ledger.acts import Actor
from registry.people.models import Person
from registry.structure.models import Body


@opening
def bring_in(
    *, number: str, body: Body, on: date, dates: str = "", since: date | None = None, text: str, kind: str = OTHER,
    route: str = NOT_ON_FILE, outcome: str = CARRIED, votes_for: int | None = None, votes_against: int | None = None,
    abstained: int | None = None, mover: Person | None = None, supersedes: Decision | None = None, by: Actor,
) -> Decision:  # fmt: skip
    """Enter a decision of the old books under the number that it has there; what it did, they show elsewhere."""
    rules.number_is_free(number, numbering.is_used(number))
    decision = Decision(
        body=body, kind=kind, route=route, text=text, outcome=outcome, on=on, dates=dates, since=since or on,
        mover=mover, votes_for=votes_for, votes_against=votes_against, abstained=abstained,
    )  # fmt: skip
    uphold(decision)
    if supersedes is not None:
        bearings.bear_on(decision, [{"how": SUPERSEDES, "decision": supersedes}])
    numbering.enter_old(decision, number)
    return decision


@opening
def note_effect(decision: Decision, *, act: str, document: Document, part: Part | None = None, by: Actor) -> None:
    """Note what a decision of the old books did, as they show it elsewhere: the act, and what it was done to."""
    part_ref = None if part is None else part.ref
    effect = Effect(act=act, document_kind=document.__tablename__, document_ref=document.ref, part_ref=part_ref)
    decision.effects.append(effect)
