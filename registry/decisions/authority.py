"""By what authority a decision was taken: meeting, quorum, terms in force, and the decision that adopted those."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.majority import is_special, majority_of
from registry.decisions.models import Decision, Effect
from registry.decisions.unconflicted import not_counted_in
from registry.meetings import queries as meetings
from registry.meetings.restricted import title_for_all, withheld
from registry.terms import queries as terms
from registry.terms.in_force import citation, ground_of
from registry.terms.models import Terms
from registry.wording import day as in_words

Step = dict[str, Any]


def authority_of(decision: Decision) -> list[Step]:
    """What a decision rests on, step by step back to a clause of the articles or the law.

    Its meeting, the terms in force that day, the decision that adopted those, and what that one rested on in turn.
    """
    return list(_back_from(decision))


def _back_from(decision: Decision) -> Iterator[Step]:
    told, step = set[str](), decision
    while True:
        yield from _meeting(step)
        in_force = terms.in_force(step.body, step.on)
        if in_force is not None and in_force.ref in told:
            break
        yield _terms(step, in_force)
        adoption = None if in_force is None else _adoption_of(in_force)
        if in_force is None or adoption is None:
            break
        told.add(in_force.ref)
        text = f"Adopted by decision {adoption.number} of {in_words(adoption.on)}"
        yield {"text": text, "page": "decisions.decision", "ref": adoption.ref}
        step = adoption
    yield _ground(step)


def _meeting(decision: Decision) -> Iterator[Step]:
    if (meeting := decision.meeting) is None:
        return
    item = next((item for item in meeting.items if item.ref == decision.item_ref), None)
    about = f", item {item.place}: {title_for_all(meeting, item)}" if item else ""
    quorum = meetings.quorum_at(meeting, item.ref if item else None, not_counted_in(decision), by_rule=False)
    if quorum and item and item.ref in withheld(meeting):
        quorum = quorum.without_conflicts()
    text = f"Meeting of {decision.body.name} on {in_words(meeting.on)}{about}"
    yield {"text": f"{text} ({quorum.sentence})" if quorum else text, "page": "meetings.meeting", "ref": meeting.ref}


def _terms(decision: Decision, in_force: Terms | None) -> Step:
    if in_force is None:
        return {"text": f"No terms of reference of {decision.body.name} were in force on that day", "ref": None}
    text = f"{citation(in_force)} of {decision.body.name}, in force from {in_words(in_force.since)}"
    return {"text": text, "page": "terms.version", "ref": in_force.ref}


def _adoption_of(adopted: Terms) -> Decision | None:
    is_of_it = (Effect.document_ref == adopted.ref) & (Effect.act == "terms.adopt")
    return db.session.scalar(select(Decision).where(Decision.effects.any(is_of_it)))


def _ground(decision: Decision) -> Step:
    """By what its body decides in the end: its power or, of a special resolution, the majority of one."""
    special = majority_of(decision) if is_special(decision) else None
    ground = special or ground_of(decision.body, decision.on)
    text = f"{ground.authority}: {ground.sentence}"
    kind = "clause" if "." in ground.clause else "section"
    anchor = f"{kind}-{ground.clause}" if ground.clause else None
    return {"text": text, "page": "terms.version", "ref": ground.terms_ref, "anchor": anchor}
