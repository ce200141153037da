"""What is found when a meeting, or a decision taken without one, is looked over."""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.decisions.models import Decision
from registry.meetings.lawfulness import IN_ORDER, LOOK, WANTING
from registry.terms.in_force import RuleInForce

__all__ = ["IN_ORDER", "LOOK", "WANTING", "Finding"]

(
    NO_QUORUM, NOT_RECORDED, SHORT_NOTICE, NOT_TOLD, NO_SEAT, UNDECLARED, DECLARED_LATE, TOO_MANY_VOTES, NO_TERMS,
    NOT_BY_ALL,
) = KINDS = (
    "no quorum", "attendance not on record", "short notice", "somebody not told", "no seat that day",
    "interest not declared", "interest declared late", "more votes than could be cast", "no terms in force",
    "not by all",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """Something that a rule in force on the day asks, and how it was: wanting, to be looked at, or kept after all.

    It bears on `decisions`, if on any. What is of one item, by `item_ref`, is told to those who may read that.
    """

    kind: str
    weight: str
    sentence: str
    authority: str
    decisions: Sequence[Decision] = ()
    item_ref: str | None = None
    terms_ref: str = ""
    clause: str = ""


def by_rule(rule: RuleInForce | None) -> dict[str, str]:
    """Where a rule stands, if it is one of terms."""
    return {"terms_ref": rule.terms_ref, "clause": rule.clause} if rule and rule.terms_ref else {}


def cited(decisions: Sequence[Decision]) -> str:
    return ", ".join(decision.number for decision in decisions)
