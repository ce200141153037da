"""Decisions that say the same."""

from datetime import date
from typing import Any

from registry import index
from registry.accounts.caller import Caller
from registry.decisions.models import Decision
from registry.decisions.queries import decisions_where
from registry.index import Wanted
from registry.structure.models import Body

KIND_OF_WORDS = "Decision"
MOST_ALIKE = 4
IN_ALL = frozenset({"resolved", "agreed", "approve", "approved", "noted"})
"""What decisions begin with, whatever they are about."""


def decisions_like(words: str, body: Body | None, day: date, reader: Caller) -> list[dict[str, Any]]:
    """The few decisions, of all or of a body, that say the most of the same: the most alike first."""
    wanted = Wanted(words, day, KIND_OF_WORDS, body.ref if body else None)
    refs = [hit.document_ref for hit in index.alike(wanted, reader, most=MOST_ALIKE, without=IN_ALL)]
    return sorted(decisions_where(Decision.ref.in_(refs), day=day), key=lambda line: refs.index(line["ref"]))
