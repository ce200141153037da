"""A certified extract: one decision word for word, with all that whoever relies on it asks for."""

from datetime import date
from typing import Any

from registry.deadlines import days_from
from registry.decisions.majority import is_special
from registry.decisions.models import CARRIED, Decision
from registry.decisions.queries import decision_on
from registry.decisions.returns import WITHIN_DAYS
from registry.minute_books.sentences import certifies, passed, proves, stands
from registry.minutes.held import versions_by
from registry.minutes.lines import approved_said, authenticated_said
from registry.minutes.models import Minutes
from registry.minutes.said import DECISION
from registry.resolutions.queries import resolutions_logged_as
from registry.structure.models import GENERAL_MEETING

Line = dict[str, Any]

COPIES = {"extract": "Certified extract", "resolution": "Copy of the resolution"}


def extract_of(decision: Decision, day: date) -> Line:
    """A decision as a day saw it, where it is on record, and what that proves."""
    line, minutes = decision_on(decision, day), minuted(decision, day)
    return line | {
        "certifies": certifies(line, decision.body.kind, minutes),
        "proves": proves(decision.body.kind, decision.route, minutes),
        "stands": stands(line, day),
        "minutes": minutes,
        "resolutions": resolutions_logged_as(decision, day),
    }


def is_a_resolution_of_members(decision: Decision) -> bool:
    return decision.body.kind == GENERAL_MEETING and decision.outcome == CARRIED


def resolution_of(decision: Decision, day: date) -> Line:
    """A resolution of the members as a copy of it is given out and, of a special one, filed: by when."""
    special = is_special(decision)
    line = extract_of(decision, day)
    filed_by = days_from(decision.on, WITHIN_DAYS).due if special else None
    return line | {"special": special, "passed": passed(line, special), "filed_by": filed_by}


def copies_of(decision: Decision) -> list[Line]:
    """What of a decision an officer can sign and give out."""
    doors = ["extract", "resolution"] if is_a_resolution_of_members(decision) else ["extract"]
    return [{"what": COPIES[door], "door": f"minute_books.{door}", "ref": decision.ref} for door in doors]


def minuted(decision: Decision, day: date) -> Line | None:
    """The minutes that went out last by a day, if the decision stands in them in these very words."""
    if decision.meeting_ref is None:
        return None
    minutes = versions_by(day, Minutes.meeting_ref == decision.meeting_ref).get(decision.meeting_ref)
    return _told(minutes, decision, day) if minutes and _holds(minutes, decision) else None


def _holds(minutes: Minutes, decision: Decision) -> bool:
    return any(
        each.source == DECISION and each.fact_ref == decision.ref and each.text == decision.text
        for each in minutes.passages
    )


def _told(minutes: Minutes, decision: Decision, day: date) -> Line:
    item = next((each for each in minutes.meeting.items if each.ref == decision.item_ref), None)
    return {
        "ref": minutes.ref,
        "version": minutes.version,
        "circulated": minutes.circulated,
        "item": item and item.place,
        "approved": approved_said(minutes, day),
        "authenticated": authenticated_said(minutes, day),
    }
