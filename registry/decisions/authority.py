"""By what authority a decision was taken: meeting, quorum, terms in force, and the decision that adopted those."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from registry.db import db
from registry.decisions.models import Decision, Effect
from registry.meetings import queries as meetings
from registry.terms import queries as terms
from registry.terms.in_force import citation
from registry.terms.models import Terms
from registry.wording import day as in_words

Step = dict[str, Any]


def authority_of(decision: Decision) -> list[Step]:
    """What a decision rests on, step by step: its meeting, the terms in force that day, what adopted those."""
    in_force = terms.in_force(decision.body, decision.on)
    return [*_meeting(decision), *_terms(decision, in_force)]


def _meeting(decision: Decision) -> Iterator[Step]:
    if (meeting := decision.meeting) is None:
        return
    item = next((item for item in meeting.items if item.ref == decision.item_ref), None)
    about = f", item {item.place}: {item.title}" if item else ""
    quorum = meetings.quorum_at(meeting, item.ref if item else None)
    text = f"Meeting of {decision.body.name} on {in_words(meeting.on)}{about}"
    yield {"text": f"{text} ({quorum.sentence})" if quorum else text, "page": "meetings.meeting", "ref": meeting.ref}


def _terms(decision: Decision, in_force: Terms | None) -> Iterator[Step]:
    if in_force is None:
        yield {"text": f"No terms of reference of {decision.body.name} were in force on that day", "ref": None}
        return
    text = f"{citation(in_force)} of {decision.body.name}, in force from {in_words(in_force.since)}"
    yield {"text": text, "page": "terms.version", "ref": in_force.ref}
    adopted = select(Decision).where(
        Decision.effects.any((Effect.document_ref == in_force.ref) & (Effect.act == "terms.adopt"))
    )
    if (adoption := db.session.scalar(adopted)) is not None:
        text = f"Adopted by decision {adoption.number} of {in_words(adoption.on)}"
        yield {"text": text, "page": "decisions.decision", "ref": adoption.ref}
