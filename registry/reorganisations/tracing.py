"""What one act changes in other registers, kept so that it can be told and put back."""

import json
from datetime import date
from typing import Any

from registry.ledger import Document
from registry.ledger.canonical import canonical
from registry.practices.models import Practice
from registry.reorganisations.models import Reorganisation, Step, Subject

LEAVE, JOIN, MERGE, COUNT, ENTER, CLOSE_BRANCH = "leave", "join", "merge", "count", "enter", "close branch"
FOUND, DISSOLVE, INTRODUCE, RETIRE = "found", "dissolve", "introduce", "retire"


class Trace:
    """A reorganisation in the making: its steps, in the order they are taken."""

    def __init__(self, reorganisation: Reorganisation) -> None:
        self.of = reorganisation

    def concerns(self, practice: Practice, became: str) -> None:
        self.of.subjects.append(Subject(place=len(self.of.subjects), practice=practice, became=became))

    def took(self, what: str, document: Document, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Note that a step was taken: facts of the document as they were, and those that are now in question."""
        self.of.steps.append(
            Step(
                place=len(self.of.steps),
                what=what,
                document_kind=document.__tablename__,
                document_ref=document.ref,
                before=canonical(plain(before)),
                after=canonical(plain(after)),
            )
        )


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}


def facts_of(document: Document, *names: str) -> dict[str, Any]:
    return {name: getattr(document, name) for name in names}


def is_as_left(step: Step, document: Document) -> bool:
    """Whether all that a step left in its document still is so."""
    left = json.loads(step.after)
    return plain(facts_of(document, *left)) == left


def day_before_it(step: Step, name: str) -> date | None:
    """A day that a document had before a step."""
    day = json.loads(step.before)[name]
    return None if day is None else date.fromisoformat(day)
