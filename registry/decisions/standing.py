"""How a decision was taken and how it stands on a day, in words."""

from datetime import date
from typing import Any

from registry.decisions import bearings, conditions
from registry.decisions.models import AT_MEETING, CARRIED, NOT_ON_FILE, POLL, UNANIMOUS, WRITTEN, Decision
from registry.wording import day as in_words

Line = dict[str, Any]

HOW = {
    AT_MEETING: "At the meeting",
    UNANIMOUS: "Unanimously, without a meeting",
    WRITTEN: "By written resolution",
    POLL: "On a poll at the meeting",
    NOT_ON_FILE: "How it was taken is not on file",
}
VOTES = ("for", "against", "abstained")
REFUSED = "refused"
IN_WRITING = ("agreed", REFUSED, "had not")
"""What those are to whom a resolution is sent: nobody votes against it, and whoever is silent has not agreed."""


def status_of(decision: Decision, later: list[Line], day: date) -> str:
    """In words: in force, superseded, subject to a condition, carried but not yet in effect; or what became of it."""
    if decision.outcome != CARRIED:
        return decision.outcome
    if ended := bearings.ended(decision, later):
        return ended
    if (lapsed := conditions.lapsed_on(decision, day)) is not None:
        return f"lapsed at the end of {in_words(lapsed)}"
    return _still_to_come(decision, day) or _standing(later)


def _still_to_come(decision: Decision, day: date) -> str:
    if decision.since > day:
        return f"carried, in effect from {in_words(decision.since)}"
    if still_open := conditions.open_on(decision, day):
        return f"carried, subject to {'a condition' if len(still_open) == 1 else 'conditions'}"
    return "carried, still to be carried out" if decision.waiting else ""


def _standing(later: list[Line]) -> str:
    parts = dict.fromkeys(bearings.DONE[each["how"]] for each in later if each["limbs"])
    if parts:
        return f"in force, in part {' and '.join(parts)}"
    return "ratified" if later else "in force"


def how(decision: Decision) -> str:
    """How it was decided: At the meeting of 14 November 2026; 7 for, 1 against, 0 abstained."""
    words = IN_WRITING if decision.route == WRITTEN else VOTES
    votes = zip((decision.votes_for, decision.votes_against, decision.abstained), words, strict=True)
    counted = ", ".join(f"{count} {word}" for count, word in votes if count or (count == 0 and word != REFUSED))
    route = HOW[decision.route]
    if decision.meeting is not None:
        route = f"{route} of {in_words(decision.meeting.on)}"
    return "; ".join(filter(None, (route, counted)))
