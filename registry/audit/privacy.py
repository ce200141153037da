"""Who may read what of the ledger's texts. Nothing leaves the audit but through here."""

from collections.abc import Callable
from functools import cache
from typing import Any

from registry.ledger.documents import kinds

May = Callable[[str], bool]

PRIVATE: dict[str, tuple[str, frozenset[str]]] = {
    "person": ("people.read_private", frozenset({"born", "email", "account_ref"})),
    "directorship": ("directors.read_private", frozenset({"particulars"})),
    "interest": (
        "interests.read_private",
        frozenset(
            {
                *("person_ref", "kind", "organisation", "organisation_ref", "description", "whose", "relation"),
                *("nature", "topics", "touches", "private_reason", "reason"),
            }
        ),
    ),
    "conflict": ("interests.read_private", frozenset({"grounds", "explanation", "word"})),
    "gift": (
        "gifts.read_private",
        frozenset(
            {
                *("person_ref", "kind", "organisation", "organisation_ref", "supplier", "description", "value"),
                *("why", "outcome", "approver_ref", "private_reason", "reason"),
            }
        ),
    ),
    "action": ("meetings.read_restricted", frozenset({"what", "steps", "reason"})),
    "meeting": ("meetings.read_restricted", frozenset({"items", "parties", "papers", "reason"})),
    "vote": (
        "meetings.read_restricted",
        frozenset({"question", "matter", "withdrawn_why", "ballots", "amendments", "objections", "reason"}),
    ),
    "decision": (
        "meetings.read_restricted",
        frozenset(
            {
                *("text", "kind", "mover_ref", "votes_for", "votes_against", "abstained", "rationale"),
                *("options_considered", "waiting", "conditions", "bearings", "effects", "reason"),
            }
        ),
    ),
    "minutes": ("meetings.read_restricted", frozenset({"passages", "corrections"})),
    "minutes_suggestion": ("meetings.read_restricted", frozenset({"proposed", "why", "answer"})),
}
"""By kind of document: the fields that take a permission of their own. `reason` is the one given with an entry.

An interest's and a gift's are withheld whether or not it is private now, and a meeting's, a vote's and a decision's
whether or not an item is restricted: it may have been, or become so.
"""


def readable(kind: str, body: dict[str, Any], may: May) -> dict[str, Any]:
    """An entry's text as far as this reader may see it; what may not be seen is absent."""
    if not may(f"{room_of(kind)}.read"):
        return {"document": {}, "reason": ""}
    permission, withheld = PRIVATE.get(kind, ("", frozenset[str]()))
    if not withheld or may(permission):
        return body
    document = {field: value for field, value in body["document"].items() if field not in withheld}
    return {"document": document, "reason": "" if "reason" in withheld else body["reason"]}


@cache
def room_of(kind: str) -> str:
    """The room whose register keeps this kind of document; "" if none does any longer."""
    found = kinds().get(kind)
    return found.cls.__module__.split(".")[1] if found else ""
