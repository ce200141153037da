"""What a carried decision of each kind does in other registers, gathered from the modules that do it."""

from registry.decisions import adopting, allotting, authorising, founding, removing, seating, transferring
from registry.decisions.doing import Answers, Doing, Telling
from registry.decisions.models import ALLOTTED, CARRIED, Decision, Effect
from registry.ledger import Document, Part, because
from registry.ledger.acts import Actor

DOINGS: dict[str, Doing] = (
    seating.DOINGS
    | removing.DOINGS
    | founding.DOINGS
    | adopting.DOINGS
    | allotting.DOINGS
    | transferring.DOINGS
    | authorising.DOINGS
)  # fmt: skip
"""By the kind of decision, in the order in which a page asks what they need."""

BY_ACT: dict[str, Telling] = {each.act: each for each in (*DOINGS.values(), seating.CREATED, seating.ABOLISHED)} | {
    "members.allot": DOINGS[ALLOTTED]
}
"""What an effect on record did; shares were allotted by members.allot before allotments had numbers."""
ASKED = tuple(dict.fromkeys(name for doing in DOINGS.values() for name in doing.asks))
"""Every answer that some effect asks for."""


def kinds_asking(answer: str) -> list[str]:
    """The kinds of decision that have a use for an answer."""
    return [kind for kind, doing in DOINGS.items() if answer in doing.asks]


def doing_of(decision: Decision) -> Doing | None:
    """What a decision does in another register, if it was carried and is of a kind that does anything."""
    return DOINGS.get(decision.kind) if decision.outcome == CARRIED else None


def bring_about(decision: Decision, doing: Doing, answers: Answers, by: Actor) -> None:
    """Do what a decision does, by its authority, and note what it changed."""
    with because(decision):
        made = doing.does(decision, answers, by)
    changed = answers[doing.changes] if doing.changes else made
    assert isinstance(changed, Document)
    part = made if isinstance(made, Part) else None
    kind = str(changed.__table__.name)  # type: ignore[attr-defined]
    decision.effects.append(
        Effect(act=doing.act, document_kind=kind, document_ref=changed.ref, part_ref=part and part.ref)
    )
