"""Decisions that hang on something, that others take up, and one that waits for its day."""

from datetime import date
from typing import Any

from registry.decisions import commands as decisions
from registry.decisions.models import APPROVED, FOUNDED, RESCINDS, SUPERSEDES, Decision
from registry.demo.story.cast import Cast
from registry.demo.story.resolving import resolve

APRIL_2025, JULY_2025 = date(2025, 4, 10), date(2025, 7, 10)
OFFICE = (
    "RESOLVED that (a) a room be rented in Oadby as the federation’s office; and "
    "(b) a full-time manager be recruited to run it."
)
WAITS_FOR_A_GRANT = {"words": "The county council matches the money in writing", "due": date(2025, 6, 30)}
WAITS_FOR_A_LEASE = {"words": "The landlord of the Wigston clinic agrees to the works", "due": date(2025, 5, 30)}


def in_2025(cast: Cast) -> None:
    """Two hang on conditions, of which one is satisfied; one is superseded in part, and one rescinded."""
    cast.it_is(2025, 4, 11)
    office = _approve(
        cast, OFFICE, APRIL_2025, rationale="The work no longer fits into the practices’ own rooms.",
        options_considered="To share a practice’s room; to rent; to go on without.", review_by=date(2026, 12, 18),
    )  # fmt: skip
    sound = _approve(cast, "RESOLVED that meetings be recorded in sound.", APRIL_2025)
    grant = _approve(
        cast, "RESOLVED that £5,000 be given to the walking groups.", APRIL_2025, subject_to=[WAITS_FOR_A_GRANT]
    )
    _approve(cast, "RESOLVED that the Wigston clinic be rewired.", APRIL_2025, subject_to=[WAITS_FOR_A_LEASE])
    cast.it_is(2025, 6, 3)
    decisions.satisfy_condition(
        grant,
        condition=grant.conditions[0],
        satisfied=date(2025, 6, 2),
        how="Letter of the county council of 30 May 2025",
        by=cast.secretary,
    )
    cast.it_is(2025, 7, 11)
    words = "RESOLVED that in place of a full-time manager one be recruited for three days a week."
    _approve(cast, words, JULY_2025, bears_on=[{"how": SUPERSEDES, "decision": office, "limbs": "(b)"}])
    words = "RESOLVED that meetings be no longer recorded in sound."
    _approve(cast, words, JULY_2025, bears_on=[{"how": RESCINDS, "decision": sound}])


def in_november_2026(cast: Cast) -> None:
    """A committee is founded from a day to come: the register has it once that is carried out."""
    cast.it_is(2026, 11, 19, 16)
    words = "RESOLVED that a Quality Committee be founded from 1 December 2026, which answers to the board."
    committee: dict[str, Any] = {
        "body_name": "Quality Committee", "body_kind": "committee", "body_code": "QUALITY",
        "parent": cast.bodies["board"],
    }  # fmt: skip
    resolve(
        cast, "board", FOUNDED, words, date(2026, 11, 19), since=date(2026, 12, 1), waits=True,
        rationale="The board has too little time for complaints and audits.", **committee,
    )  # fmt: skip


def _approve(cast: Cast, words: str, on: date, **more: Any) -> Decision:
    return resolve(cast, "board", APPROVED, words, on, **more)
